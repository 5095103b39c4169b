//! Sorting by index.

use std::cmp::Ordering;

/// The numbers from 0 up to `count`, in an order; equals in that of counting.
///
/// One sort for everything: the standard library's is written out anew by the
/// compiler for every type and every comparison, which had made a twentieth of
/// the page's program.
#[must_use]
pub fn argsort(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut order: Vec<usize> = (0..count).collect();
    order.sort_unstable_by(|&a, &b| compare(a, b).then(a.cmp(&b)));
    order
}
