//! Names that are not in the gazetteer, but state their kind or occur where places
//! occur.

use super::known::{owned, river};
use super::name_span::{GENERIC, NameSpan};
use crate::geoparse::gazetteer::{Frequency, Gazetteer};
use crate::geoparse::recognise::annotated::AnnotatedTokens;
use crate::geoparse::recognise::vocabulary::{WordClass, WordClasses};
use crate::geoparse::text::TokenKind;

/// A name that the gazetteer does not know but that says what it is.
pub(super) fn unknown(
    words: &AnnotatedTokens<'_, '_>,
    gazetteer: &Gazetteer,
    at: usize,
) -> Option<NameSpan> {
    if words.continues_run(at) && words.is_before(at, WordClass::Title) {
        return None;
    }
    // "Kelly's Ford"
    if let Some(end) = owned(words, at + 1) {
        return Some(named(at, end, words.class(end - 1)));
    }
    // "Gulf of Aden"
    if words.is(at, WordClass::Nature)
        && words.text(at + 1) == "of"
        && words.is_capitalised(at + 2)
        && !words.is(at + 2, WordClass::Title)
    {
        return Some(named(at, at + 3, words.class(at)));
    }
    let means = river(words, gazetteer, at);
    if !means.is_empty() {
        let mut span = NameSpan { means, ..NameSpan::new(at, at + 1) };
        span.weigh(gazetteer);
        return Some(span);
    }
    if let Some(end) = nameless(words, at) {
        return Some(NameSpan::new(at, end));
    }
    let next = words.next_of_run(at)?;
    // "Fort Donelson"
    if words.is(at, WordClass::Leading) && !words.is(next, GENERIC) {
        let other = WordClass::Function | WordClass::Title | WordClass::Calendar;
        return (!words.is(next, other)).then(|| named(at, next + 1, words.class(at)));
    }
    with_generic_term(words, at, next)
}

/// "Licking River": one or two words before the word for its kind.
fn with_generic_term(words: &AnnotatedTokens<'_, '_>, at: usize, next: usize) -> Option<NameSpan> {
    let cannot_name = WordClass::Title
        | WordClass::Function
        | WordClass::Calendar
        | WordClass::Organisation
        | WordClass::Ordinal;
    if words.is(at, GENERIC | cannot_name) || words.lexeme(at).demonym.is_some() {
        return None;
    }
    if ends_with_generic(words, next) {
        return Some(named(at, words.word_end(next), words.class(next)));
    }
    let last = words.next_of_run(next)?;
    let two = !words.is(next, cannot_name)
        && ends_with_generic(words, last)
        && words.lexeme(at).given_name < Frequency::Middle;
    two.then(|| named(at, words.word_end(last), words.class(last)))
}

/// Is the word a term for a kind of place, and the last of its run?
fn ends_with_generic(words: &AnnotatedTokens<'_, '_>, at: usize) -> bool {
    let term = words.is(at, WordClass::Nature | WordClass::Site)
        && !words.is(at, WordClass::Street | WordClass::Building);
    let unit = matches!(words.text(at), "County" | "Province" | "District" | "Oblast");
    (term || unit) && words.next_of_run(words.word_end(at) - 1).is_none()
}

/// A name of unknown places, of a known kind.
fn named(start: usize, end: usize, generic: WordClasses) -> NameSpan {
    NameSpan { generic, ..NameSpan::new(start, end) }
}

/// The end of a name that is in no list, but occurs where places occur:
/// "in Kogelo", "the village of Bariyarpur".
fn nameless(words: &AnnotatedTokens<'_, '_>, at: usize) -> Option<usize> {
    let of = words.is_before_of(at, WordClass::PlaceNoun);
    let listed = words.is_before(at, WordClass::StrongPreposition) && words.is_small(at - 1);
    if !(of || listed) {
        return None;
    }
    // A run of more than two words is not taken, so three are enough to look at.
    let run = std::iter::successors(Some(at), |&at| words.next_of_run(at));
    let run: Vec<usize> = run.take(3).collect();
    let can_name = |&at: &usize| {
        let lexeme = words.lexeme(at);
        let word = words.text(at);
        word.chars().count() > 3
            && !["ism", "ity", "ness", "ology"].iter().any(|ending| word.ends_with(ending))
            && words.class(at).is_empty()
            && lexeme.common == Frequency::None
            && lexeme.given_name == Frequency::None
            && lexeme.surname < Frequency::Middle
            && lexeme.demonym.is_none()
            && !words.is_all_capitals(at)
    };
    let end = run.last().map(|last| last + 1)?;
    // "in Egnatashvili's honour"
    if words.tokens.get(end).is_some_and(|t| t.kind == TokenKind::Possessive) {
        return None;
    }
    (run.len() <= 2 && run.iter().all(can_name)).then_some(end)
}
