//! The words that prove a proposal: its quote and its clues.

use super::governed::Place;
use super::sentence::Word;
use super::verb::{Governor, Reference, Verb};
use super::when::Time;

/// The words from the verb, the place and the date, whichever comes first, to the last.
pub(super) fn quote(words: &[Word<'_>], verb: &Verb, here: &Place, time: &Time) -> (usize, usize) {
    let mut start = words[verb.start].start.min(words[here.start].start);
    let mut end = words[verb.at].end.max(words[here.words.end - 1].end);
    for &(a, b) in &time.ranges {
        (start, end) = (start.min(a), end.max(b));
    }
    (start, end)
}

pub(super) fn clues(words: &[Word<'_>], verb: &Verb, here: &Place, time: &Time) -> Vec<String> {
    let who = match verb.governor {
        Governor::Subject(Reference::Name) => "named",
        Governor::Subject(Reference::Pronoun) => "pronoun",
        Governor::Subject(Reference::Together) => "among others",
        _ => "object",
    };
    let date = ["date in the clause", "date in the sentence", "date told before"];
    let mut clues = vec![
        format!("predicate: {}", words[verb.at].lower),
        format!("subject: {who}"),
        date[usize::from(time.distance.min(2))].to_owned(),
    ];
    if !here.preposition.is_empty() {
        clues.push(format!("preposition: {}", here.preposition));
    }
    if let Some(institution) = &here.institution {
        clues.push(format!("institution: {institution}"));
    }
    clues
}
