//! Geometry of the SVG map: the area of a ring, simplification of lines, and the `d`
//! attribute of a path.

use crate::domain::planar::distance_to_segment;

/// Points of a coast that deviate less are left out, in units of the drawing.
const TOLERANCE: f64 = 1.6;

/// A point of the drawing, in its units; y downwards.
pub(super) type Point = (f64, f64);

/// The area of a ring, in square units (the shoelace formula).
pub(super) fn area(ring: &[Point]) -> f64 {
    let next = ring.iter().cycle().skip(1);
    (ring.iter().zip(next).map(|(a, b)| a.0 * b.1 - b.0 * a.1).sum::<f64>() / 2.0).abs()
}

/// A line without the points that deviate less than the tolerance from the line of
/// the others (Douglas–Peucker). Both ends are kept.
pub(super) fn simplified(line: &[Point]) -> Vec<Point> {
    let mut kept = vec![false; line.len()];
    let mut open = vec![(0, line.len().saturating_sub(1))];
    while let Some((from, to)) = open.pop() {
        if let Some(end) = kept.get_mut(from) {
            *end = true;
        }
        if let Some(end) = kept.get_mut(to) {
            *end = true;
        }
        let farthest = (from + 1..to)
            .map(|i| (distance_to_segment(line[i], line[from], line[to]), i))
            .max_by(|a, b| a.0.total_cmp(&b.0));
        if let Some((_, middle)) = farthest.filter(|(distance, _)| *distance > TOLERANCE) {
            open.extend([(from, middle), (middle, to)]);
        }
    }
    line.iter().zip(kept).filter(|(_, kept)| *kept).map(|(point, _)| *point).collect()
}

/// Adds a line to the `d` attribute of an SVG path: whole units, each point relative
/// to the one before, which is short and compresses well.
pub(super) fn push_line(path: &mut String, line: &[Point]) {
    let mut before: Option<(i64, i64)> = None;
    for &(x, y) in line {
        let (x, y) = (x.round() as i64, y.round() as i64);
        match before {
            None => *path += &format!("M{x} {y}l"),
            Some(last) if last == (x, y) => continue,
            Some((last_x, last_y)) => {
                for step in [x - last_x, y - last_y] {
                    // A minus sign separates two numbers too.
                    let gap = if step < 0 || path.ends_with('l') { "" } else { " " };
                    *path += &format!("{gap}{step}");
                }
            }
        }
        before = Some((x, y));
    }
    if path.ends_with('l') {
        *path += "0 0";
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_bends_beyond_the_tolerance_are_kept() {
        let bent = [(0.0, 0.0), (5.0, 0.5), (10.0, 0.0), (10.0, 9.0)];
        assert_eq!(simplified(&bent), [(0.0, 0.0), (10.0, 0.0), (10.0, 9.0)]);
        assert!(simplified(&[]).is_empty());
    }

    #[test]
    fn a_line_is_written_step_by_step() {
        let mut path = String::new();
        push_line(&mut path, &[(1.0, 2.0), (0.0, 5.4), (0.2, 5.0), (3.0, 0.0)]);
        assert_eq!(path, "M1 2l-1 3 3-5");
        push_line(&mut path, &[(7.0, 7.0)]);
        assert_eq!(path, "M1 2l-1 3 3-5M7 7l0 0");
    }
}
