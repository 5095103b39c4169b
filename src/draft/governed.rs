//! How a mention stands in its sentence: its preposition, its institution, and the verb
//! that governs it.

use std::ops::Range;

use super::sentence::Word;
use super::verb::{Use, Verb};
use super::words::Class;
use crate::geoparse::TokenKind;

/// The words around a mention that decide what it is.
#[derive(Clone, Debug, Default)]
pub(super) struct Place {
    /// Words of the mention.
    pub words: Range<usize>,
    /// Index of the first word of the phrase: "the University of" included.
    pub start: usize,
    /// The preposition before the phrase, in lower case; empty if there is none.
    pub preposition: String,
    /// Does it follow a comma and another place: "Paris, Texas"?
    pub apposed: bool,
    /// The word of an institution in the phrase: "university".
    pub institution: Option<String>,
    /// The phrase names something that is no place: "treaty", "times".
    pub not_place: bool,
    /// Is it possessive or part of a compound: "London's", "East London-based"?
    pub attribute: bool,
}

/// Reads the words around a mention.
pub(super) fn place(words: &[Word<'_>], at: Range<usize>, before: Option<&Place>) -> Place {
    let mut place = Place { start: at.start, words: at.clone(), ..Place::default() };
    let possessive =
        words.get(at.end).is_some_and(|w| w.kind == TokenKind::Possessive || w.mark("-‐"));
    after(words, &at, &mut place);
    let mut k = at.start;
    let mut steps = 0;
    while k > 0 && steps < 10 {
        let w = &words[k - 1];
        steps += 1;
        let of = w.lower == "of"
            && k >= 2
            && (words[k - 2].capital()
                || words[k - 2].is(Class::PlaceNoun)
                || words[k - 2].is(Class::Institution));
        if w.is(Class::Institution)
            && (w.capital() || of || words[k].lower == "of" || words[k].lower == "at")
        {
            place.institution.get_or_insert(w.lower.clone());
        }
        if w.is(Class::NotPlace) && w.capital() {
            place.not_place = true;
        }
        let skipped = of
            || w.is(Class::Determiner)
            || w.is(Class::PlaceNoun)
            || w.mention == words[at.start].mention && w.mention.is_some()
            || w.capital() && w.mention.is_none() && !w.is(Class::Preposition)
            || w.lower == "&"
            || matches!(
                w.lower.as_str(),
                "de" | "la"
                    | "des"
                    | "du"
                    | "di"
                    | "del"
                    | "della"
                    | "der"
                    | "hometown"
                    | "birthplace"
                    | "native"
            )
            || w.kind == TokenKind::Word && w.classes.is_empty() && is_adjective(&w.lower);
        if w.is(Class::Preposition) && !of {
            place.preposition.clone_from(&w.lower);
            break;
        }
        if w.mark(",") || w.lower == "and" || w.lower == "or" || w.lower == "then" {
            listed(words, k - 1, before, &mut place);
            break;
        }
        if !skipped {
            break;
        }
        k -= 1;
    }
    place.start = k;
    place.attribute = possessive && place.institution.is_none();
    place
}

/// A name after a comma or "and" takes the preposition of the place before it.
fn listed(words: &[Word<'_>], comma: usize, before: Option<&Place>, place: &mut Place) {
    let Some(before) = before else { return };
    let reach = before.words.end..comma;
    let only_marks = words[reach.clone()]
        .iter()
        .all(|w| w.mark(",()") || w.lower == "and" || w.capital() || w.kind == TokenKind::Number);
    if reach.len() <= 4 && only_marks {
        place.preposition.clone_from(&before.preposition);
        place.apposed = words[comma].mark(",");
    }
}

/// The words after a mention that belong to its name: "Uppsala University".
fn after(words: &[Word<'_>], at: &Range<usize>, place: &mut Place) {
    for (i, w) in words[at.end..].iter().take(5).enumerate() {
        if w.is(Class::Institution) && (w.capital() || i < 2) {
            place.institution.get_or_insert(w.lower.clone());
        }
        if w.is(Class::NotPlace) && w.capital() {
            place.not_place = true;
        }
        if !w.capital() || w.mention.is_some_and(|m| Some(m) != words[at.start].mention) {
            break;
        }
    }
    for w in &words[at.clone()] {
        if w.is(Class::Institution) {
            place.institution.get_or_insert(w.lower.clone());
        }
    }
}

fn is_adjective(word: &str) -> bool {
    ["ern", "al", "ish", "ic", "ous", "ant", "an", "ese", "ent", "ary", "ive", "ful", "most"]
        .iter()
        .any(|end| word.ends_with(end))
        || matches!(
            word,
            "small"
                | "large"
                | "little"
                | "remote"
                | "old"
                | "new"
                | "late"
                | "rural"
                | "local"
                | "big"
                | "then"
                | "upper"
                | "lower"
                | "his"
                | "her"
                | "whole"
        )
}

/// The verb or noun that governs a place: the one before it, or the next where the place
/// opens a clause ("In Uppsala, he met").
pub(super) fn governing(words: &[Word<'_>], verbs: &[Verb], place: &Place) -> Option<usize> {
    let before = verbs.iter().rposition(|v| v.at < place.start.max(1) && v.at < place.words.start);
    let next = verbs.iter().position(|v| v.at >= place.words.end);
    let Some(before) = before else { return next };
    let Some(next) = next else { return Some(before) };
    let opened = (verbs[before].at + 1..place.start.max(1)).rev().find(|&i| {
        words[i].is(Class::Relative)
            || words[i].mark(";:()—–")
            || words[i].is(Class::Conjunction)
                && i + 2 >= place.start
                && !place.preposition.is_empty()
            || words[i].mark(",")
                && i + 2 == place.start
                && !place.apposed
                && !place.preposition.is_empty()
    });
    let Some(opened) = opened else { return Some(before) };
    // The clause that opens must reach its verb before it closes.
    let closes = words[place.words.end..verbs[next].start].iter().any(|w| w.mark(";:()"));
    let finite = verbs[next].used == Use::Finite;
    let list = words[opened].is(Class::Conjunction)
        && !words[place.words.end..verbs[next].start]
            .iter()
            .any(|w| w.kind == TokenKind::Word && !w.is(Class::Auxiliary) && !w.is(Class::Adverb));
    if closes || !finite || list { Some(before) } else { Some(next) }
}
