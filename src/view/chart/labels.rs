//! Which labels have room. Pure: boxes in, decisions out.

/// A label that wants to be shown: its place on the screen, its size and how
/// much it matters.
#[derive(Clone, Copy, Debug)]
pub(super) struct Wish {
    pub x: f64,
    pub y: f64,
    pub width: f64,
    pub height: f64,
    pub rank: u32,
}

/// A dot that no label but its own may cover, unless it matters most.
#[derive(Clone, Copy, Debug)]
pub(super) struct Dot {
    pub x: f64,
    pub y: f64,
    pub radius: f64,
}

/// From this rank on a label may cover dots: the person is there, or the
/// reader has chosen the place.
pub(super) const FOREMOST: u32 = 800;

/// The highest rank first, each label gets its room if nobody has it; ties go
/// by order, so that nothing flickers. `dots` are those of the same places.
pub(super) fn granted(wishes: &[Option<Wish>], dots: &[Option<Dot>]) -> Vec<bool> {
    let mut order: Vec<usize> = (0..wishes.len()).collect();
    order.sort_by_key(|&i| (std::cmp::Reverse(wishes[i].map_or(0, |w| w.rank)), i));
    let mut granted = vec![false; wishes.len()];
    let mut taken: Vec<Wish> = Vec::new();
    for i in order {
        let Some(wish) = wishes[i] else { continue };
        let covers = |dot: &Dot| {
            dot.x + dot.radius > wish.x
                && dot.x - dot.radius < wish.x + wish.width
                && dot.y + dot.radius > wish.y
                && dot.y - dot.radius < wish.y + wish.height
        };
        let covers_dot = wish.rank < FOREMOST
            && dots.iter().enumerate().any(|(k, dot)| k != i && dot.as_ref().is_some_and(covers));
        if !covers_dot && !taken.iter().any(|other| overlap(&wish, other)) {
            taken.push(wish);
            granted[i] = true;
        }
    }
    granted
}

fn overlap(a: &Wish, b: &Wish) -> bool {
    a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_more_important_of_two_in_the_way_stays() {
        let wish = |x: f64, rank| Some(Wish { x, y: 0.0, width: 50.0, height: 12.0, rank });
        let four = [wish(0.0, 1), wish(20.0, 5), wish(90.0, 1), None];
        assert_eq!(granted(&four, &[None; 4]), [false, true, true, false]);
        assert_eq!(granted(&[wish(0.0, 1), wish(20.0, 1)], &[None; 2]), [true, false]);
    }

    #[test]
    fn a_label_covers_no_dot_but_its_own() {
        let wish = |rank| Some(Wish { x: 0.0, y: 0.0, width: 50.0, height: 12.0, rank });
        let dot = |x: f64| Some(Dot { x, y: 6.0, radius: 4.0 });
        assert_eq!(granted(&[wish(1), None], &[dot(2.0), dot(30.0)]), [false, false]);
        assert_eq!(granted(&[wish(1), None], &[dot(2.0), dot(70.0)]), [true, false]);
        assert_eq!(granted(&[wish(FOREMOST), None], &[dot(2.0), dot(30.0)]), [true, false]);
    }
}
