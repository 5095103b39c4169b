//! What the engine gives: drafted stays, and what it refused.

use super::refusal::Refusal;
use crate::domain::life::Certainty;
use crate::domain::time::{DateSpan, Day};
use crate::geoparse::EntryId;

/// A stay that the engine proposes.
#[derive(Clone, Debug, PartialEq)]
pub struct DraftedStay {
    /// The place.
    pub entry: EntryId,
    /// Byte range of the words that name the place.
    pub surface: (usize, usize),
    /// Byte range of the quote: it names the place, and the date where its sentence does.
    pub quote: (usize, usize),
    /// When the subject arrives, exactly as wide as the text says it.
    pub arrive: Option<DateSpan>,
    /// When the subject leaves.
    pub depart: Option<DateSpan>,
    /// The first day on which the subject may be there.
    pub earliest: Option<Day>,
    /// The last day on which the subject may be there.
    pub latest: Option<Day>,
    /// A word of `seeds/kinds.toml`.
    pub kind: &'static str,
    /// Does the text say it, or does it follow?
    pub certainty: Certainty,
    /// How likely it is right, 0 to 1.
    pub confidence: f64,
    /// Why: the predicate, the governor, the date and the place, in words.
    pub clues: Vec<String>,
}

/// A mention that is no stay of the subject.
#[derive(Clone, Debug, PartialEq)]
pub struct Refused {
    /// Why not.
    pub why: Refusal,
    /// Byte range of the words.
    pub quote: (usize, usize),
}
