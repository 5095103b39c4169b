//! The drafting engine: a text, its place mentions and its dates in, the subject's stays
//! out, each with the words that prove it.
//!
//! 1. [`Subject`] is who the text is about: names, pronoun, lifetime (`subject`).
//! 2. Each sentence is cut into verbs with their governors: who acts (`clause`), by a table
//!    of predicates (`predicate`).
//! 3. Each mention is judged under the verb that governs it (`propose`): a stay or a
//!    [`Refusal`] (`refusal`), with the date that it holds for (`when`).
//! 4. Tellings of one stay are merged and put in order of time (`stays`).
//!
//! Nothing here does input or output. No text makes it fail.

mod clause;
mod governed;
mod predicate;
mod propose;
mod refusal;
mod sentence;
mod stays;
mod subject;
mod when;
mod words;

use crate::domain::life::Certainty;
use crate::domain::time::{DateSpan, Day};
use crate::geoparse::{EntryId, Gazetteer, find_dates_in, find_mentions};
pub use refusal::Refusal;
pub use subject::Subject;

/// What the caller knows of the subject. All may be left out.
#[derive(Clone, Debug, Default)]
pub struct Known {
    /// The subject's names; the first sentence gives them otherwise.
    pub names: Vec<String>,
    /// The day of birth.
    pub born: Option<Day>,
}

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

/// What is drafted from one text.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Draft {
    /// Who the text is about.
    pub subject: Subject,
    /// The stays, in order of time.
    pub stays: Vec<DraftedStay>,
    /// What was refused, in order of the text.
    pub refused: Vec<Refused>,
}

/// Drafts the itinerary of the person a text is about.
#[must_use]
pub fn draft(text: &str, gazetteer: &Gazetteer, known: &Known) -> Draft {
    let mut dates = find_dates_in(text, known.born);
    let subject = Subject::find(text, &dates, known);
    if known.born.is_none() && subject.born.is_some() {
        // Ages are read as years of life once the birth is known.
        dates = find_dates_in(text, subject.born);
    }
    let mentions = find_mentions(text, gazetteer, &dates, &subject.names);
    let mut proposals = propose::Proposals::new(text, gazetteer, &subject, &dates, &mentions);
    proposals.read();
    let (found, refused) = proposals.finish();
    let stays = stays::arrange(found, &subject, gazetteer);
    Draft { subject, stays, refused }
}
