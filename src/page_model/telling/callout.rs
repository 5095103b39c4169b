//! Where the card with the sentence stands on the map: beside the person, never over
//! the person, never off the map.

/// The distance between the person and the card, in pixels.
const GAP: f64 = 26.0;
/// On a map narrower than this the card lies at the bottom, or at the top if the person
/// is at the bottom.
pub const NARROW_PX: f64 = 560.0;
/// The distance kept to the edge of the map, in pixels.
const EDGE: f64 = 8.0;
/// The height of the credits at the bottom of a map, and of a narrow one, where they
/// take two lines.
const CREDITS: f64 = 22.0;
const NARROW_CREDITS: f64 = 34.0;

/// The top left corner of the card, in pixels from that of the map.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Callout {
    /// From the left of the map.
    pub left: f64,
    /// From the top of the map.
    pub top: f64,
}

/// Places a card of a size on a map of a size: above the person, else below, else to
/// the left or to the right. `right` is the width of the buttons at the right of the
/// map, which it keeps clear of. Without a person in sight it stands at the bottom.
#[must_use]
pub fn callout(
    person: Option<(f64, f64)>,
    (width, height): (f64, f64),
    map: (f64, f64),
    right: f64,
) -> Callout {
    let bottom = if map.0 < NARROW_PX { NARROW_CREDITS } else { CREDITS };
    let (last_left, last_top) = ((map.0 - right - width - EDGE).max(0.0), map.1 - height - bottom);
    let within = |at: f64, last: f64| at.min(last).max(EDGE.min(last.max(0.0)));
    let in_sight = |(x, y): &(f64, f64)| (0.0..=map.0).contains(x) && (0.0..=map.1).contains(y);
    let Some((x, y)) = person.filter(in_sight) else {
        let left = within((map.0 - width) / 2.0, last_left);
        return Callout { left, top: within(last_top, last_top) };
    };
    let left = within(x - width / 2.0, last_left);
    if map.0 < NARROW_PX {
        let top = EDGE.min(last_top.max(0.0));
        let is_free = y + GAP <= last_top || last_top - y >= y - top - height;
        return Callout { left, top: if is_free { last_top } else { top } };
    }
    let (above, below) = (y - GAP - height, y + GAP);
    if above >= EDGE {
        return Callout { left, top: above };
    }
    if below <= last_top {
        return Callout { left, top: below };
    }
    let top = within(y - height / 2.0, last_top);
    if x - GAP - width >= EDGE {
        return Callout { left: x - GAP - width, top };
    }
    if x + GAP <= last_left {
        return Callout { left: x + GAP, top };
    }
    // No side has room for all of it: the one with the most.
    let top = if y > map.1 / 2.0 { above.max(0.0) } else { below.min(last_top) };
    Callout { left, top }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const CARD: (f64, f64) = (300.0, 150.0);

    #[test]
    fn it_stands_above_where_there_is_room() {
        let at = callout(Some((500.0, 400.0)), CARD, (1000.0, 600.0), 60.0);
        assert_eq!(at, Callout { left: 350.0, top: 224.0 });
        let below = callout(Some((500.0, 100.0)), CARD, (1000.0, 600.0), 60.0);
        assert_eq!(below, Callout { left: 350.0, top: 126.0 });
        let beside = callout(Some((500.0, 130.0)), CARD, (1000.0, 260.0), 60.0);
        assert_eq!(beside, Callout { left: 174.0, top: 55.0 });
    }

    #[test]
    fn without_a_person_in_sight_it_stands_at_the_bottom() {
        for person in [None, Some((-40.0, 20.0)), Some((10.0, 900.0))] {
            let at = callout(person, CARD, (1000.0, 600.0), 60.0);
            assert_eq!(at, Callout { left: 350.0, top: 428.0 });
        }
    }

    #[test]
    fn on_a_narrow_map_it_lies_at_the_bottom() {
        let top = |y: f64| callout(Some((100.0, y)), (374.0, 150.0), (390.0, 400.0), 0.0).top;
        assert_eq!((top(100.0), top(390.0)), (216.0, 8.0));
    }

    proptest! {
        #[test]
        fn it_never_covers_the_person_nor_leaves_the_map(
            width in 390.0..1400.0_f64, x in 0.0..1.0_f64, y in 0.0..380.0_f64,
            height in 80.0..160.0_f64,
        ) {
            let x = x * width;
            let at = callout(Some((x, y)), (340.0, height), (width, 380.0), 0.0);
            prop_assert!(at.left >= 0.0 && at.left + 340.0 <= width);
            prop_assert!(at.top >= 0.0 && at.top + height <= 380.0);
            let is_beside = x < at.left - 10.0 || x > at.left + 350.0;
            prop_assert!(is_beside || y < at.top - 10.0 || y > at.top + height + 10.0, "{at:?}");
        }
    }
}
