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
mod drafted;
mod evidence;
mod frame;
mod governed;
mod governor;
mod known;
mod predicate;
mod proposal;
mod propose;
mod refusal;
mod sentence;
mod stays;
mod subject;
mod usage;
mod verb;
mod when;
mod words;

use crate::geoparse::{Gazetteer, find_dates_in, find_mentions};
pub use drafted::{DraftedStay, Refused};
pub use known::Known;
pub use refusal::Refusal;
pub use subject::Subject;

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
