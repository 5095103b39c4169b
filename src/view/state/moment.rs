use crate::dataset::{Dataset, Visible};
use crate::domain::time::Day;

/// What the map shows of a dataset.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Moment {
    pub day: Day,
    pub shown: Visible,
    /// Are features without a time shown?
    pub undated: bool,
    pub selected: Option<usize>,
}

/// Features are known by their number, from one.
pub(super) fn record_index(id: &str, dataset: &Dataset) -> Option<usize> {
    let number: usize = id.parse().ok()?;
    number.checked_sub(1).filter(|&feature| feature < dataset.records.len())
}
