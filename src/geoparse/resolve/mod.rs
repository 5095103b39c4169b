//! Resolution: which place a name means.
//!
//! [`candidate`] judges each place of a name by itself, [`coherence`] how well it
//! agrees with the other places of the text, and [`disambiguation`] decides.

mod candidate;
mod coherence;
mod disambiguation;
#[cfg(test)]
mod tests;

use std::ops::Range;

use super::dates::DateFinding;
use super::gazetteer::{EntryId, Gazetteer};
use super::recognise::{Clues, Recognised, recognise};
use super::text::token::ends_sentence_at;
use super::text::{Token, tokens};
use crate::domain::time::Day;
pub use candidate::PlaceCandidate;
use disambiguation::Disambiguation;

/// A mention: a name in the text, and the place that it was resolved to.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// Byte offset.
    pub start: usize,
    /// Byte offset, exclusive.
    pub end: usize,
    /// The place; `None` if unresolved.
    pub entry: Option<EntryId>,
    /// How sure the place is, from 0 to 1: its share of the odds of all candidates.
    pub confidence: f64,
    /// Inside the name of an organisation, event or work.
    pub embedded: bool,
    /// The evidence that it is a place's name.
    pub clues: Clues,
    /// The places that it could mean, best first; at most eight.
    pub candidates: Vec<PlaceCandidate>,
}

impl Finding {
    /// A mention that a person has resolved.
    #[must_use]
    pub fn decided(start: usize, end: usize, entry: Option<EntryId>, embedded: bool) -> Self {
        let (clues, candidates) = Default::default();
        Self { start, end, entry, confidence: 1.0, embedded, clues, candidates }
    }
}

/// Finds every mention of a text, in order. `dates` are the text's own dates:
/// a name is read as of the last date before it. `own_names` are names of the
/// subject, which are never places.
#[must_use]
pub fn find_mentions(
    text: &str,
    gazetteer: &Gazetteer,
    dates: &[DateFinding],
    own_names: &[String],
) -> Vec<Finding> {
    let mut found = Vec::new();
    let mut day = None;
    for piece in pieces(text) {
        let from = dates.partition_point(|date| date.start < piece.start);
        let to = dates.partition_point(|date| date.start < piece.end);
        let start = piece.start;
        let findings =
            find_in(&text[piece], start, gazetteer, &dates[from..to], &mut day, own_names);
        found.extend(findings);
    }
    found
}

/// The longest text that is read as one discourse, in bytes. Longer ones are read in
/// pieces, so that memory does not grow with the text.
const MAX_DISCOURSE_BYTES: usize = 1 << 20;

/// Cuts a text at line ends. A line that is too long is cut at spaces.
fn pieces(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut start = 0;
    std::iter::from_fn(move || {
        let rest = text.get(start..).filter(|rest| !rest.is_empty())?;
        let length = if rest.len() <= MAX_DISCOURSE_BYTES {
            rest.len()
        } else {
            let most =
                (0..=MAX_DISCOURSE_BYTES).rev().find(|&at| rest.is_char_boundary(at)).unwrap_or(0);
            let head = &rest[..most];
            let cut = head.rfind('\n').or_else(|| head.rfind(' ')).map_or(most, |at| at + 1);
            cut.max(1)
        };
        let piece = start..start + length;
        start = piece.end;
        Some(piece)
    })
}

fn find_in(
    text: &str,
    offset: usize,
    gazetteer: &Gazetteer,
    dates: &[DateFinding],
    day: &mut Option<Day>,
    own_names: &[String],
) -> Vec<Finding> {
    let tokens = tokens(text);
    let recognised = recognise(&tokens, gazetteer, own_names);
    let days = days(&recognised, &tokens, offset, dates, day);
    let mut context = Disambiguation::new(gazetteer, &recognised, &days);
    context.settle();
    recognised
        .iter()
        .zip(context.decide())
        .map(|(mention, decision)| Finding {
            start: offset + mention.start,
            end: offset + mention.end,
            entry: decision.entry,
            confidence: decision.confidence,
            embedded: mention.embedded,
            clues: mention.clues,
            candidates: decision.candidates,
        })
        .collect()
}

/// The day as of which each mention is read: that of a date in its sentence, else
/// of the last date before it, else of the first date of the text.
fn days(
    recognised: &[Recognised],
    tokens: &[Token<'_>],
    offset: usize,
    dates: &[DateFinding],
    last_day: &mut Option<Day>,
) -> Vec<Option<Day>> {
    let day = |date: &DateFinding| date.span().and_then(|span| span.latest.or(span.earliest));
    let dated: Vec<(usize, Day)> = dates
        .iter()
        .filter_map(|date| Some((date.start.checked_sub(offset)?, day(date)?)))
        .collect();
    let ends: Vec<usize> = (0..tokens.len())
        .filter(|&at| ends_sentence_at(tokens, at))
        .map(|at| tokens[at].start)
        .collect();
    let before = *last_day;
    let first = before.or(dated.first().map(|&(_, day)| day));
    let days = recognised
        .iter()
        .map(|mention| {
            let end = ends.get(ends.partition_point(|&end| end < mention.start));
            let start = ends[..ends.partition_point(|&end| end < mention.start)].last();
            let next = dated.partition_point(|&(at, _)| at < mention.start);
            let last = next.checked_sub(1).map(|at| dated[at]);
            let in_sentence = last.filter(|(at, _)| start.is_none_or(|start| at > start));
            let ahead = dated.get(next).filter(|(at, _)| end.is_none_or(|end| at < end));
            in_sentence.or(ahead.copied()).or(last).map(|(_, day)| day).or(first)
        })
        .collect();
    *last_day = dated.last().map(|&(_, day)| day).or(before);
    days
}
