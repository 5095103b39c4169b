//! Which labels have room, and on which side of their dot. Pure: boxes in,
//! decisions out.

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
    Centre,
}

/// From this rank on a label may cover dots: the person is there, or the
/// reader has chosen the place.
pub(super) const FOREMOST: u32 = 800;

/// The highest rank first, each label gets the first side where nobody is yet,
/// and no dot but its own; ties go by order, so that nothing flickers.
pub(super) fn granted(wishes: &[Option<Wish>]) -> Vec<Option<Side>> {
    let mut order: Vec<usize> = (0..wishes.len()).collect();
    order.sort_by_key(|&i| (std::cmp::Reverse(wishes[i].map_or(0, |w| w.rank)), i));
    let mut granted = vec![None; wishes.len()];
    let mut taken: Vec<Box> = Vec::new();
    for i in order {
        let Some(wish) = wishes[i] else { continue };
        let covers_dot = |place: &Box| {
            wish.rank < FOREMOST
                && wishes.iter().enumerate().any(|(k, other)| {
                    k != i
                        && other
                            .as_ref()
                            .and_then(Wish::dot_box)
                            .is_some_and(|dot| place.meets(&dot))
                })
        };
        let sides: &[Side] =
            if wish.dot.is_some() { &[Side::Right, Side::Left] } else { &[Side::Centre] };
        granted[i] = sides.iter().copied().find(|&side| {
            let place = wish.place(side);
            let free = !covers_dot(&place) && !taken.iter().any(|other| place.meets(other));
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
            Side::Centre => self.x - self.width / 2.0,
        };
        Box { left, top: self.y - self.height / 2.0, width: self.width, height: self.height }
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
        let crowd = [wish(0.0, 1), wish(-20.0, 2), wish(20.0, 3)];
        assert_eq!(granted(&crowd), [None, Some(Side::Left), Some(Side::Right)]);
    }

    #[test]
    fn a_label_covers_no_dot_but_its_own_unless_it_matters_most() {
        let between = |rank| [wish(-30.0, 0), wish(0.0, rank), wish(30.0, 0)];
        assert_eq!(granted(&between(1))[1], None);
        assert_eq!(granted(&between(FOREMOST))[1], Some(Side::Right));
    }
}
