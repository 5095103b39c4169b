//! Finds the place that an arrow key goes to on the map.

/// The direction of an arrow key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Towards {
    /// Up, to the north.
    Up,
    /// Down, to the south.
    Down,
    /// Left, to the west.
    Left,
    /// Right, to the east.
    Right,
}

/// Points nearer than this in both directions are one spot, in pixels.
const SAME_SPOT_PX: f64 = 1.0;

/// The index of the nearest point in a direction, as seen from the point `from`; `None`
/// if no point lies there. Points are in pixels, y downwards. A point that is not drawn
/// is `None`.
///
/// A point lies in a direction if it is at most 45 degrees off. Points at the same
/// spot come one after another: right and down go through them in order, left and
/// up go back.
#[must_use]
pub fn nearest(points: &[Option<(f64, f64)>], from: usize, towards: Towards) -> Option<usize> {
    let (x, y) = (*points.get(from)?)?;
    let forward = matches!(towards, Towards::Right | Towards::Down);
    if let Some(next) = next_at_spot(points, from, forward) {
        return Some(next);
    }
    let mut best = None::<(f64, usize)>;
    for (i, point) in points.iter().enumerate() {
        let Some((px, py)) = *point else { continue };
        let (along, across) = match towards {
            Towards::Right => (px - x, py - y),
            Towards::Left => (x - px, py - y),
            Towards::Down => (py - y, px - x),
            Towards::Up => (y - py, px - x),
        };
        let distance = along.hypot(across);
        if along > 0.0
            && across.abs() <= along
            && !is_same_spot((x, y), (px, py))
            && best.is_none_or(|(least, _)| distance < least)
        {
            best = Some((distance, i));
        }
    }
    // Of several at one spot, the one that the direction goes on from.
    let (_, best) = best?;
    let spot = points[best]?;
    let mut at_spot =
        (0..points.len()).filter(|&i| points[i].is_some_and(|point| is_same_spot(spot, point)));
    if forward { at_spot.next() } else { at_spot.next_back() }
}

fn next_at_spot(points: &[Option<(f64, f64)>], from: usize, forward: bool) -> Option<usize> {
    let spot = points[from]?;
    let is_here = |&i: &usize| points[i].is_some_and(|point| is_same_spot(spot, point));
    if forward { (from + 1..points.len()).find(is_here) } else { (0..from).rev().find(is_here) }
}

fn is_same_spot(a: (f64, f64), b: (f64, f64)) -> bool {
    (a.0 - b.0).abs() < SAME_SPOT_PX && (a.1 - b.1).abs() < SAME_SPOT_PX
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::Towards::{Down, Left, Right, Up};
    use super::*;

    #[test]
    fn arrows_go_to_the_nearest_point_in_their_direction() {
        let points = [
            Some((0.0, 0.0)),
            Some((30.0, 4.0)),
            Some((25.0, 22.0)),
            None,
            Some((-50.0, 0.0)),
            Some((5.0, -40.0)),
        ];
        let from_first = |towards| nearest(&points, 0, towards);
        assert_eq!(from_first(Right), Some(1));
        assert_eq!(from_first(Left), Some(4));
        assert_eq!(from_first(Up), Some(5));
        assert_eq!(from_first(Down), None);
        assert_eq!(nearest(&points, 3, Right), None, "from what is not drawn");
        assert_eq!(nearest(&points, 9, Right), None);
    }

    #[test]
    fn points_at_one_spot_are_gone_through_one_by_one() {
        let points = [Some((0.0, 0.0)), Some((9.0, 0.0)), Some((9.0, 0.2)), Some((20.0, 0.0))];
        let way = |from, towards| {
            std::iter::successors(Some(from), |&i| nearest(&points, i, towards)).collect::<Vec<_>>()
        };
        assert_eq!(way(0, Right), [0, 1, 2, 3]);
        assert_eq!(way(3, Left), [3, 2, 1, 0]);
    }

    proptest! {
        #[test]
        fn from_its_nearest_neighbour_a_point_is_one_arrow_away(
            spots in prop::collection::vec((-900..900_i32, -900..900_i32), 2..20),
        ) {
            let points: Vec<_> =
                spots.iter().map(|&(x, y)| Some((f64::from(x), f64::from(y)))).collect();
            let distance = |a: usize, b: usize| {
                let ((ax, ay), (bx, by)) = (points[a].unwrap(), points[b].unwrap());
                (ax - bx).hypot(ay - by)
            };
            let others = 1..points.len();
            let neighbour = others.min_by(|&a, &b| distance(0, a).total_cmp(&distance(0, b))).unwrap();
            let far = distance(0, neighbour);
            let reached = [Up, Down, Left, Right].map(|towards| nearest(&points, neighbour, towards));
            // Or another point that is no farther.
            let is_near = |i: usize| i == 0 || distance(i, neighbour) <= far;
            prop_assert!(reached.into_iter().flatten().any(is_near));
        }
    }
}
