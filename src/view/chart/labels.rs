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

/// The highest rank first, each label gets its room if nobody has it; ties go
/// by order, so that nothing flickers.
pub(super) fn granted(wishes: &[Option<Wish>]) -> Vec<bool> {
    let mut order: Vec<usize> = (0..wishes.len()).collect();
    order.sort_by_key(|&i| (std::cmp::Reverse(wishes[i].map_or(0, |w| w.rank)), i));
    let mut granted = vec![false; wishes.len()];
    let mut taken: Vec<Wish> = Vec::new();
    for i in order {
        let Some(wish) = wishes[i] else { continue };
        if !taken.iter().any(|other| overlap(&wish, other)) {
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
        assert_eq!(
            granted(&[wish(0.0, 1), wish(20.0, 5), wish(90.0, 1), None]),
            [false, true, true, false]
        );
        assert_eq!(granted(&[wish(0.0, 1), wish(20.0, 1)]), [true, false]);
    }
}
