//! Spans of a text that could be the name of a place: names that the gazetteer
//! has, and names that state their kind ("Licking River").

mod additions;
mod known;
mod lists;
mod name_span;
mod unknown;

use super::annotated::AnnotatedTokens;
use super::vocabulary::WordClass;
use crate::geoparse::gazetteer::Gazetteer;
pub(super) use additions::within_by_addition;
pub(super) use name_span::{GENERIC, NameSpan};

/// Finds the possible names, from left to right, the longest at each place.
pub(super) fn spans(words: &AnnotatedTokens<'_, '_>, gazetteer: &Gazetteer) -> Vec<NameSpan> {
    let mut spans: Vec<NameSpan> = Vec::new();
    let mut at = 0;
    while at < words.tokens.len() {
        if !can_begin(words, at) {
            at += 1;
            continue;
        }
        let known = known::longest(words, gazetteer, at);
        // "East" is a town somewhere, but not in "East Texas".
        let (known, east) = match known {
            Some(span) if span.end == at + 1 && words.is(at, WordClass::Direction) => {
                (None, Some(span))
            }
            known => (known, None),
        };
        let span = known
            .map(|span| additions::with_addition(span, words, gazetteer))
            .map(|span| known::with_generic(span, words, gazetteer))
            .or_else(|| known::part(words, gazetteer, at))
            .or_else(|| unknown::unknown(words, gazetteer, at))
            .or(east);
        match span {
            Some(span) => {
                at = span.end;
                spans.push(span);
            }
            None => at += 1,
        }
    }
    lists::several(words, gazetteer, &mut spans);
    spans
}

fn can_begin(words: &AnnotatedTokens<'_, '_>, at: usize) -> bool {
    // "The", "He", "In" begin sentences, and names only before another capital.
    let function = words.is(at, WordClass::Function) && words.next_of_run(at).is_none();
    words.is_capitalised(at) && !function
        || (words.is(at, WordClass::Direction)
            && words.is_capitalised(at + 1)
            && words.is_joined(at + 1))
}
