//! Names that the gazetteer does not know, but that say what they are.

use super::known::{owned, river};
use super::{GENERIC, NameSpan};
use crate::geoparse::gazetteer::{Frequency, Gazetteer};
use crate::geoparse::recognise::annotated::AnnotatedTokens;
use crate::geoparse::recognise::vocabulary::Class;
use crate::geoparse::token::TokenKind;

/// A name that the gazetteer does not know but that says what it is.
pub(super) fn unknown(
    words: &AnnotatedTokens<'_, '_>,
    gazetteer: &Gazetteer,
    at: usize,
) -> Option<NameSpan> {
    let none = |start: usize, end: usize, generic: Class| NameSpan {
        generic,
        ..NameSpan::new(start, end)
    };
    if words.continues_run(at) && words.class_before(at).is(Class::TITLE) {
        return None;
    }
    // "Kelly's Ford"
    if let Some(end) = owned(words, at + 1) {
        return Some(none(at, end, words.class(end - 1)));
    }
    // "Gulf of Aden"
    if words.class(at).is(Class::NATURE)
        && words.text(at + 1) == "of"
        && words.is_capitalised(at + 2)
        && !words.class(at + 2).is(Class::TITLE)
    {
        return Some(none(at, at + 3, words.class(at)));
    }
    let means = river(words, gazetteer, at);
    if !means.is_empty() {
        let mut span = NameSpan { means, ..none(at, at + 1, Class::NONE) };
        span.weigh(gazetteer);
        return Some(span);
    }
    if let Some(end) = nameless(words, at) {
        return Some(none(at, end, Class::NONE));
    }
    let next = words.next_of_run(at)?;
    let ends = |last: usize| words.next_of_run(last).is_none();
    // "Fort Donelson"
    if words.class(at).is(Class::LEADING) && !words.class(next).is(GENERIC) {
        let is_name = !words.class(next).is(Class::FUNCTION.or(Class::TITLE).or(Class::CALENDAR));
        return is_name.then(|| none(at, next + 1, words.class(at)));
    }
    // "Licking River": one or two words before the word for its kind.
    let can_name = |at: usize| {
        !words.class(at).is(Class::TITLE
            .or(Class::FUNCTION)
            .or(Class::CALENDAR)
            .or(Class::ORGANISATION)
            .or(Class::ORDINAL))
    };
    if !can_name(at) || words.class(at).is(GENERIC) || words.lexeme(at).demonym.is_some() {
        return None;
    }
    let is_generic = |at: usize| {
        words.class(at).is(Class::NATURE.or(Class::SITE))
            && !words.class(at).is(Class::STREET.or(Class::BUILDING))
            && ends(at)
    };
    let county = |at: usize| {
        matches!(words.text(at), "County" | "Province" | "District" | "Oblast") && ends(at)
    };
    if is_generic(next) || county(next) {
        return Some(none(at, next + 1, words.class(next)));
    }
    let last = words.next_of_run(next)?;
    let two = can_name(next)
        && (is_generic(last) || county(last))
        && words.lexeme(at).given_name < Frequency::Middle;
    two.then(|| none(at, last + 1, words.class(last)))
}

/// The end of a name that no list has, but that stands where places stand:
/// "in Kogelo", "the village of Bariyarpur".
fn nameless(words: &AnnotatedTokens<'_, '_>, at: usize) -> Option<usize> {
    let of = words.text_before(at) == "of" && at > 1 && words.class(at - 2).is(Class::PLACE_NOUN);
    let listed = words.class_before(at).is(Class::STRONG_PREPOSITION) && words.is_small(at - 1);
    if !(of || listed) {
        return None;
    }
    // Of more than two words none is meant, however many more follow.
    let run = std::iter::successors(Some(at), |&at| words.next_of_run(at));
    let run: Vec<usize> = run.take(3).collect();
    let can_name = |&at: &usize| {
        let lexeme = words.lexeme(at);
        let word = words.text(at);
        word.chars().count() > 3
            && !["ism", "ity", "ness", "ology"].iter().any(|ending| word.ends_with(ending))
            && words.class(at) == Class::NONE
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
