//! Geometry in the plane of a drawing.

/// The distance of a point from the segment between two others, in the unit of
/// the coordinates.
#[must_use]
pub fn distance_to_segment((x, y): (f64, f64), from: (f64, f64), to: (f64, f64)) -> f64 {
    let (dx, dy) = (to.0 - from.0, to.1 - from.1);
    let length_squared = dx * dx + dy * dy;
    let share = if length_squared == 0.0 {
        0.0
    } else {
        (((x - from.0) * dx + (y - from.1) * dy) / length_squared).clamp(0.0, 1.0)
    };
    (x - from.0 - share * dx).hypot(y - from.1 - share * dy)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn beyond_an_end_the_distance_is_that_of_the_end() {
        let (from, to) = ((0.0, 0.0), (10.0, 0.0));
        assert_eq!(distance_to_segment((5.0, 3.0), from, to), 3.0);
        assert_eq!(distance_to_segment((13.0, 4.0), from, to), 5.0);
        assert_eq!(distance_to_segment((-3.0, 4.0), from, to), 5.0);
        assert_eq!(distance_to_segment((3.0, 4.0), from, from), 5.0);
    }
}
