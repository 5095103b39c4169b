use std::sync::Arc;

use super::kind::StayKind;
use super::stay::Calendar;
use crate::domain::serde_words::serde_words;
use crate::domain::time::{DateSpan, Day};

/// Something that happened to the subject within a stay: an arrest, say, or an
/// escape that failed. It is counted in figures and drawn nowhere.
#[derive(Clone, Debug, PartialEq)]
pub struct LifeEvent {
    /// What happened.
    pub kind: Arc<StayKind>,
    /// When.
    pub date: DateSpan,
    /// The calendar the source counts in.
    pub calendar: Calendar,
    /// Id of the place, where the source names one.
    pub place: Option<String>,
    /// Did it succeed?
    pub outcome: EventOutcome,
    /// The words of the source that prove it.
    pub quote: String,
    /// Where the quote begins in the source, in code points.
    pub start: usize,
    /// Where it ends, exclusive.
    pub end: usize,
    /// Why the event follows from the quote, where the quote alone does not say it.
    pub because: Option<String>,
}

/// How an event ended.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum EventOutcome {
    /// It happened.
    #[default]
    Succeeded,
    /// It was tried and failed.
    Failed,
}

serde_words!(EventOutcome { Succeeded = "succeeded", Failed = "failed" });

impl LifeEvent {
    /// The day from which it is counted: the first on which it can have
    /// happened, or the last where the date has no beginning.
    #[must_use]
    pub fn day(&self) -> Option<Day> {
        self.date.earliest.or(self.date.latest)
    }
}
