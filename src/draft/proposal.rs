//! A stay as one sentence tells it, before tellings are merged.

use super::predicate::Effect;
use super::when::Time;
use crate::geoparse::EntryId;

/// A stay as one sentence tells it.
#[derive(Clone, Debug)]
pub(super) struct Proposal {
    pub entry: EntryId,
    pub surface: (usize, usize),
    pub quote: (usize, usize),
    pub time: Time,
    pub kind: &'static str,
    pub effect: Effect,
    pub strength: Strength,
    pub clues: Vec<String>,
    /// Is the place a country or wider?
    pub wide: bool,
    /// Does it stand before the telling of the birth, in the summary of the life?
    pub lead: bool,
}

/// What speaks for a proposal.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Strength {
    pub named: bool,
    pub weak: bool,
    pub resolved: f64,
}
