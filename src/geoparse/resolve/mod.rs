//! Resolution: which place a name means.

mod score;

use super::dates::DateFinding;
use super::gazetteer::{EntryId, Gazetteer};
use super::recognise::{Clues, Recognised, recognise};
use super::token::tokens;
use crate::domain::Day;
use score::Context;

/// A mention: a name in the text, and the place it was decided to mean.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// Byte offset.
    pub start: usize,
    /// Byte offset, exclusive.
    pub end: usize,
    /// The place; `None` if undecided.
    pub entry: Option<EntryId>,
    /// 0 to 1.
    pub confidence: f64,
    /// Inside the name of an organisation, event or work.
    pub embedded: bool,
    /// Why it is taken for a place.
    pub clues: Clues,
    /// The places that it could mean, the best first, with the score of each.
    pub candidates: Vec<(EntryId, f64)>,
}

impl Finding {
    /// A mention that a person has decided.
    #[must_use]
    pub fn decided(start: usize, end: usize, entry: Option<EntryId>, embedded: bool) -> Self {
        let (clues, candidates) = Default::default();
        Self { start, end, entry, confidence: 1.0, embedded, clues, candidates }
    }
}

/// Finds every mention of a text, in order. `dates` are the text's own dates:
/// a name is read as of the date last told. `own_names` are names of the
/// subject, which are never places.
#[must_use]
pub fn find_mentions(
    text: &str,
    gazetteer: &Gazetteer,
    dates: &[DateFinding],
    own_names: &[String],
) -> Vec<Finding> {
    let tokens = tokens(text);
    let recognised = recognise(&tokens, gazetteer, own_names);
    let days = days(&recognised, dates);
    let mut context = Context::new(gazetteer, &recognised, &days);
    context.settle();
    recognised
        .iter()
        .zip(context.decide())
        .map(|(mention, decision)| Finding {
            start: mention.start,
            end: mention.end,
            entry: decision.entry,
            confidence: decision.confidence,
            embedded: mention.embedded,
            clues: mention.clues,
            candidates: decision.candidates,
        })
        .collect()
}

/// The day of the story at each mention.
fn days(recognised: &[Recognised], dates: &[DateFinding]) -> Vec<Option<Day>> {
    let mut dates = dates.iter().peekable();
    let mut day = None;
    recognised
        .iter()
        .map(|mention| {
            while let Some(date) = dates.next_if(|date| date.start < mention.start) {
                day = date.span().and_then(|span| span.latest.or(span.earliest)).or(day);
            }
            day
        })
        .collect()
}
