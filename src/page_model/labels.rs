//! Which labels of a map have room, and on which side of their dots.
//!
//! Greedy placement: the labels in the order of their rank, each on the first
//! side where it is within the map, under no obstacle, over no label placed
//! before it and over no other dot. All lengths are pixels, y downwards.

use super::rect::Rect;
use crate::domain::argsort::argsort;

/// Dots nearer than this in both directions look like one: neither keeps the
/// label of the other from standing beside it.
const SAME_SPOT_PX: f64 = 10.0;

/// How far a label beside its dot is moved up or down, at
/// [`RightUp`](LabelSide::RightUp) and the like, of its height (public/styles/map.css).
pub const HALF_LINE: f64 = 9.0 / 16.0;

/// The number of ranks in a tier of importance.
pub const RANKS_PER_TIER: u32 = 1000;

/// A label to be placed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LabelRequest {
    /// The centre of its dot.
    pub x: f64,
    /// The centre of its dot.
    pub y: f64,
    /// The width of the label together with its dot.
    pub width: f64,
    /// The height of the label.
    pub height: f64,
    /// The radius of the dot. `None` for the name of an area, which has no dot
    /// and is centred.
    pub dot_radius: Option<f64>,
    /// Labels of higher rank are placed first; of equals, the one requested first.
    /// [`RANKS_PER_TIER`] ranks are one tier.
    pub rank: u32,
}

/// The position of a label relative to its dot.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LabelSide {
    /// To the right of the dot.
    Right,
    /// To the left of the dot.
    Left,
    /// Above the dot.
    Above,
    /// Below the dot.
    Below,
    /// To the right of the dot and half a line higher.
    RightUp,
    /// To the right of the dot and half a line lower.
    RightDown,
    /// To the left of the dot and half a line higher.
    LeftUp,
    /// To the left of the dot and half a line lower.
    LeftDown,
    /// On the spot itself, without a dot.
    Centre,
}

/// Places labels: for each request the side of the dot, or `None` if there is no
/// room. A label lies wholly within `bounds`, the map's box, and overlaps none
/// of the `obstacles`, such as buttons over the map. `None` requests nothing.
///
/// A label covers no other dot if it can. If it cannot, it may cover dots of lower
/// tiers. A place has no label where a place of a higher tier at the same spot has
/// none: the name would be read as that of the other.
#[must_use]
pub fn place_labels(
    requests: &[Option<LabelRequest>],
    bounds: Rect,
    obstacles: &[Rect],
) -> Vec<Option<LabelSide>> {
    let rank = |i: usize| requests[i].map_or(0, |request| request.rank);
    let mut sides = vec![None; requests.len()];
    let mut taken = obstacles.to_vec();
    let mut nameless = Vec::<LabelRequest>::new();
    for i in argsort(requests.len(), &|a, b| rank(b).cmp(&rank(a))) {
        let Some(request) = requests[i] else { continue };
        let is_free =
            |rect: &Rect| bounds.contains(rect) && !taken.iter().any(|other| rect.overlaps(other));
        // The first side that covers no dot, or else none that must not be covered.
        let best = |may_be_covered: u32| {
            request.sides().iter().copied().find(|&side| {
                is_free(&request.rect(side)) && !covers_dot(requests, i, side, may_be_covered)
            })
        };
        let is_shadowed =
            nameless.iter().any(|n| n.tier() > request.tier() && n.is_at_spot_of(&request));
        let side = if is_shadowed { None } else { best(0).or_else(|| best(request.tier())) };
        match side {
            Some(side) => taken.push(request.rect(side)),
            None if request.dot_radius.is_some() => nameless.push(request),
            None => {}
        }
        sides[i] = side;
    }
    sides
}

/// Does a label cover the dot of another one whose tier is at least `from_tier`?
fn covers_dot(
    requests: &[Option<LabelRequest>],
    index: usize,
    side: LabelSide,
    from_tier: u32,
) -> bool {
    let Some(request) = requests[index] else { return false };
    let rect = request.rect(side);
    let is_beside = !matches!(side, LabelSide::Above | LabelSide::Below | LabelSide::Centre);
    requests.iter().enumerate().filter(|&(other, _)| other != index).any(|(_, other)| {
        let Some((other, dot)) = other.and_then(|other| Some((other, other.dot()?))) else {
            return false;
        };
        other.tier() >= from_tier
            && rect.overlaps(&dot)
            && !(is_beside && request.is_at_spot_of(&other))
    })
}

impl LabelRequest {
    /// The permitted sides, the best first.
    fn sides(&self) -> &'static [LabelSide] {
        match self.dot_radius {
            Some(_) => &[
                LabelSide::Right,
                LabelSide::Left,
                LabelSide::Above,
                LabelSide::Below,
                LabelSide::RightUp,
                LabelSide::RightDown,
                LabelSide::LeftUp,
                LabelSide::LeftDown,
            ],
            None => &[LabelSide::Centre],
        }
    }

    /// The box of the label on a side, with its dot if it stands beside it.
    #[must_use]
    pub fn rect(&self, side: LabelSide) -> Rect {
        let radius = self.dot_radius.unwrap_or(0.0);
        let left = match side {
            LabelSide::Right | LabelSide::RightUp | LabelSide::RightDown => self.x - radius,
            LabelSide::Left | LabelSide::LeftUp | LabelSide::LeftDown => {
                self.x + radius - self.width
            }
            LabelSide::Centre | LabelSide::Above | LabelSide::Below => self.x - self.width / 2.0,
        };
        let top = match side {
            LabelSide::Above => self.y - radius - self.height,
            LabelSide::Below => self.y + radius,
            LabelSide::Right | LabelSide::Left | LabelSide::Centre => self.y - self.height / 2.0,
            LabelSide::RightUp | LabelSide::LeftUp => self.y - self.height * (0.5 + HALF_LINE),
            LabelSide::RightDown | LabelSide::LeftDown => self.y - self.height * (0.5 - HALF_LINE),
        };
        Rect { left, top, width: self.width, height: self.height }
    }

    /// The box of the dot, if it has one.
    #[must_use]
    pub fn dot(&self) -> Option<Rect> {
        let radius = self.dot_radius?;
        let size = 2.0 * radius;
        Some(Rect { left: self.x - radius, top: self.y - radius, width: size, height: size })
    }

    fn tier(&self) -> u32 {
        self.rank / RANKS_PER_TIER
    }

    fn is_at_spot_of(&self, other: &Self) -> bool {
        (self.x - other.x).abs() < SAME_SPOT_PX && (self.y - other.y).abs() < SAME_SPOT_PX
    }
}

/// About how wide a text is in a wide sans-serif font (DejaVu Sans), in ems. Measuring it in the
/// browser would cost a layout.
#[must_use]
pub fn text_width_em(text: &str) -> f64 {
    text.chars()
        .map(|c| match c {
            'i' | 'j' | 'l' | 'I' | '.' | ',' | '\'' | '’' | '|' => 0.32,
            'f' | 'r' | 't' | ' ' | '-' | '(' | ')' => 0.42,
            'm' | 'w' | 'M' | 'W' | '—' => 0.97,
            c if c.is_uppercase() => 0.72,
            _ => 0.62,
        })
        .sum()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::LabelSide::{Above, Below, Centre, Left, Right, RightUp};
    use super::*;

    #[test]
    fn wide_letters_make_a_wide_text() {
        assert!(text_width_em("Moscow") > text_width_em("Tiflis") * 1.3);
        assert!((text_width_em("Ii") - 0.64).abs() < 1e-9);
        assert!(text_width_em("").abs() < 1e-9);
    }

    fn at(x: f64, y: f64, rank: u32) -> Option<LabelRequest> {
        Some(LabelRequest { x, y, width: 50.0, height: 12.0, dot_radius: Some(4.0), rank })
    }

    fn anywhere(requests: &[Option<LabelRequest>]) -> Vec<Option<LabelSide>> {
        place_labels(requests, Rect::PLANE, &[])
    }

    #[test]
    fn where_the_right_is_taken_the_left_will_do() {
        assert_eq!(anywhere(&[at(0.0, 0.0, 1), at(20.0, 0.0, 5)]), [Some(Left), Some(Right)]);
        assert_eq!(anywhere(&[None, at(0.0, 0.0, 1)]), [None, Some(Right)]);
    }

    #[test]
    fn of_two_areas_the_higher_rank_is_named() {
        let area = |x: f64, rank| at(x, 0.0, rank).map(|r| LabelRequest { dot_radius: None, ..r });
        assert_eq!(anywhere(&[area(0.0, 1), area(20.0, 2)]), [None, Some(Centre)]);
    }

    #[test]
    fn between_two_dots_a_label_stands_above() {
        let row = [at(-30.0, 0.0, 0), at(0.0, 0.0, 1), at(30.0, 0.0, 0)];
        assert_eq!(anywhere(&row)[1], Some(Above));
    }

    #[test]
    fn a_label_covers_dots_of_lower_tiers_if_no_side_is_free_of_dots() {
        let around = [(30.0, 0.0), (-30.0, 0.0), (0.0, 13.0), (0.0, -13.0), (20.0, 9.0)];
        let with = |rank: u32| -> Vec<Option<LabelRequest>> {
            let others = around.iter().flat_map(|&(x, y)| [at(x, y, 0), at(x, y - 9.0, 0)]);
            std::iter::once(at(0.0, 0.0, rank)).chain(others).collect()
        };
        assert_eq!(anywhere(&with(RANKS_PER_TIER - 1))[0], None);
        assert_eq!(anywhere(&with(RANKS_PER_TIER))[0], Some(Right));
    }

    #[test]
    fn between_dots_on_all_four_sides_a_label_stands_half_a_line_higher() {
        let row = [
            at(0.0, 0.0, 1),
            at(30.0, 6.0, 0),
            at(-30.0, 0.0, 0),
            at(0.0, 13.0, 0),
            at(-15.0, -13.0, 0),
        ];
        assert_eq!(anywhere(&row)[0], Some(RightUp));
    }

    #[test]
    fn a_village_is_not_named_instead_of_the_city_it_is_drawn_upon() {
        let map = Rect { left: 0.0, top: 0.0, width: 60.0, height: 14.0 };
        let city = at(30.0, 7.0, RANKS_PER_TIER).map(|r| LabelRequest { width: 80.0, ..r });
        let village = at(28.0, 7.0, 5).map(|r| LabelRequest { width: 20.0, ..r });
        assert_eq!(place_labels(&[city, village], map, &[]), [None, None]);
        assert_eq!(place_labels(&[None, village], map, &[]), [None, Some(Right)]);
    }

    #[test]
    fn a_label_stays_within_the_map() {
        let map = Rect { left: 0.0, top: 0.0, width: 100.0, height: 60.0 };
        for (x, y, side) in [
            (10.0, 30.0, Some(Right)),
            (90.0, 30.0, Some(Left)),
            (55.0, 6.0, Some(Left)),
            (-10.0, 30.0, None),
            (50.0, 200.0, None),
        ] {
            assert_eq!(place_labels(&[at(x, y, 0)], map, &[]), [side], "{x} {y}");
        }
        // Too narrow for either side, but not for the label above or below.
        let narrow = Rect { width: 60.0, ..map };
        assert_eq!(place_labels(&[at(30.0, 30.0, 0)], narrow, &[]), [Some(Above)]);
        assert_eq!(place_labels(&[at(30.0, 10.0, 0)], narrow, &[]), [Some(Below)]);
    }

    #[test]
    fn a_label_keeps_clear_of_buttons() {
        let button = Rect { left: 20.0, top: -20.0, width: 40.0, height: 40.0 };
        assert_eq!(place_labels(&[at(0.0, 0.0, 9)], Rect::PLANE, &[button]), [Some(Left)]);
        let all = Rect { left: -50.0, top: -50.0, width: 100.0, height: 100.0 };
        let foremost = at(0.0, 0.0, 9 * RANKS_PER_TIER);
        assert_eq!(place_labels(&[foremost], Rect::PLANE, &[all]), [None]);
    }

    proptest! {
        #[test]
        fn labels_never_overlap_nor_leave_the_map(
            spots in prop::collection::vec((-20..320_i32, -20..220_i32, 0..3000_u32), 0..30),
        ) {
            let map = Rect { left: 0.0, top: 0.0, width: 300.0, height: 200.0 };
            let buttons = [Rect { left: 250.0, top: 0.0, width: 50.0, height: 80.0 }];
            let requests: Vec<Option<LabelRequest>> = spots
                .iter()
                .map(|&(x, y, rank)| at(x.into(), y.into(), rank))
                .collect();
            let sides = place_labels(&requests, map, &buttons);
            let placed: Vec<Rect> = requests
                .iter()
                .zip(sides)
                .filter_map(|(request, side)| Some((*request)?.rect(side?)))
                .collect();
            for (i, rect) in placed.iter().enumerate() {
                prop_assert!(map.contains(rect) && !rect.overlaps(&buttons[0]));
                prop_assert!(!placed[..i].iter().any(|other| rect.overlaps(other)));
            }
        }
    }
}
