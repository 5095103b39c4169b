//! What the map shows of a dataset at a moment, as one comparable value.

use crate::dataset::Visible;
use crate::domain::time::Day;

/// What the map shows of a dataset.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Moment {
    pub day: Day,
    /// The records visible in the span shown.
    pub shown: Visible,
    /// Are records without a time shown?
    pub undated: bool,
    /// Index of the selected record.
    pub selected: Option<usize>,
}
