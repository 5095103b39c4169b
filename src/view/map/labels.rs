//! Which labels have room, and on which side of their dot. Pure: boxes in,
//! decisions out.

use crate::domain::argsort::argsort;

/// A label that wants to be shown: where its dot is on the screen, the size of
/// its text and how much it matters.
#[derive(Clone, Copy, Debug)]
pub(super) struct Wish {
    pub x: f64,
    pub y: f64,
    pub width: f64,
    pub height: f64,
    /// Radius of the dot; the name of an area has none and is centred.
    pub dot: Option<f64>,
    pub rank: u32,
}

/// Where a label may stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    Right,
    Left,
    Above,
    Below,
    Centre,
}

impl Side {
    const AROUND_A_DOT: [Self; 4] = [Self::Right, Self::Left, Self::Above, Self::Below];

    /// The class of a place whose label stands so.
    pub fn class(self) -> &'static str {
        match self {
            Self::Right => "right",
            Self::Left => "left",
            Self::Above => "above",
            Self::Below => "below",
            Self::Centre => "centre",
        }
    }
}

/// From this rank on a label may cover dots: the person is there, or the
/// reader has chosen the place.
pub(super) const FOREMOST: u32 = 800;

/// The highest rank first, each label gets the first side where nobody is yet,
/// and no dot but its own; ties go by order, so that nothing flickers.
pub(super) fn granted(wishes: &[Option<Wish>]) -> Vec<Option<Side>> {
    let rank = |i: usize| wishes[i].map_or(0, |wish| wish.rank);
    let mut granted = vec![None; wishes.len()];
    let mut taken: Vec<Box> = Vec::new();
    for i in argsort(wishes.len(), &|a, b| rank(b).cmp(&rank(a))) {
        let Some(wish) = wishes[i] else { continue };
        let covers_dot = |side: Side, place: &Box| {
            let beside = matches!(side, Side::Right | Side::Left);
            wish.rank < FOREMOST
                && wishes.iter().enumerate().any(|(k, other)| {
                    k != i
                        && !(beside && other.is_some_and(|other| wish.touches(&other)))
                        && other
                            .as_ref()
                            .and_then(Wish::dot_box)
                            .is_some_and(|dot| place.meets(&dot))
                })
        };
        let sides: &[Side] = if wish.dot.is_some() { &Side::AROUND_A_DOT } else { &[Side::Centre] };
        granted[i] = sides.iter().copied().find(|&side| {
            let place = wish.place(side);
            let free = !covers_dot(side, &place) && !taken.iter().any(|other| place.meets(other));
            if free {
                taken.push(place);
            }
            free
        });
    }
    granted
}

#[derive(Clone, Copy)]
struct Box {
    left: f64,
    top: f64,
    width: f64,
    height: f64,
}

impl Box {
    fn meets(&self, other: &Self) -> bool {
        self.left < other.left + other.width
            && other.left < self.left + self.width
            && self.top < other.top + other.height
            && other.top < self.top + self.height
    }
}

impl Wish {
    /// The box of the label, with its dot.
    fn place(&self, side: Side) -> Box {
        let radius = self.dot.unwrap_or(0.0);
        let left = match side {
            Side::Right => self.x - radius,
            Side::Left => self.x + radius - self.width,
            Side::Centre | Side::Above | Side::Below => self.x - self.width / 2.0,
        };
        let top = match side {
            Side::Above => self.y - radius - self.height,
            Side::Below => self.y + radius,
            _ => self.y - self.height / 2.0,
        };
        Box { left, top, width: self.width, height: self.height }
    }

    /// Are the two dots one to the eye? Then neither can keep the other's
    /// label from standing beside it.
    fn touches(&self, other: &Self) -> bool {
        (self.x - other.x).abs() < 10.0 && (self.y - other.y).abs() < 10.0
    }

    fn dot_box(&self) -> Option<Box> {
        let radius = self.dot?;
        let size = 2.0 * radius;
        Some(Box { left: self.x - radius, top: self.y - radius, width: size, height: size })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wish(x: f64, rank: u32) -> Option<Wish> {
        Some(Wish { x, y: 0.0, width: 50.0, height: 12.0, dot: Some(4.0), rank })
    }

    #[test]
    fn where_the_right_is_taken_the_left_will_do() {
        assert_eq!(granted(&[wish(0.0, 1), wish(20.0, 5)]), [Some(Side::Left), Some(Side::Right)]);
        assert_eq!(granted(&[None, wish(0.0, 1)]), [None, Some(Side::Right)]);
    }

    #[test]
    fn the_more_important_stays_where_there_is_room_for_one() {
        let area = |x: f64, rank| {
            let dot = None;
            Some(Wish { x, y: 0.0, width: 50.0, height: 12.0, dot, rank })
        };
        assert_eq!(granted(&[area(0.0, 1), area(20.0, 2)]), [None, Some(Side::Centre)]);
    }

    #[test]
    fn between_two_dots_a_label_stands_above() {
        let row = [wish(-30.0, 0), wish(0.0, 1), wish(30.0, 0)];
        assert_eq!(granted(&row)[1], Some(Side::Above));
    }

    #[test]
    fn a_label_covers_no_dot_but_its_own_unless_it_matters_most() {
        let at = |x: f64, y: f64, rank| {
            Some(Wish { x, y, width: 50.0, height: 12.0, dot: Some(4.0), rank })
        };
        let around = |rank| {
            [
                at(0.0, 0.0, rank),
                at(30.0, 0.0, 0),
                at(-30.0, 0.0, 0),
                at(0.0, 13.0, 0),
                at(0.0, -13.0, 0),
            ]
        };
        assert_eq!(granted(&around(1))[0], None);
        assert_eq!(granted(&around(FOREMOST))[0], Some(Side::Right));
    }
}
