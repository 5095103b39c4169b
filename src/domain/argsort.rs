//! The one sort of the page.

use std::cmp::Ordering;

/// The indices 0 to `count` - 1, sorted by `compare`; equals keep their order.
///
/// The page sorts by this alone. The compiler writes the standard library's sort
/// out for every type and every comparison, which was 6 kB of the page's program.
#[must_use]
pub fn argsort(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut order: Vec<usize> = (0..count).collect();
    order.sort_unstable_by(|&a, &b| compare(a, b).then(a.cmp(&b)));
    order
}
