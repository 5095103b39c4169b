//! The role of a possible name in its sentence: on its own, part of the name of
//! an organisation, event or work, or no place at all.

use enumset::enum_set;

use super::context::SpanContext;
use super::spans::{GENERIC, NameSpan};
use super::vocabulary::{WordClass, WordClasses};
use crate::domain::life::PlaceKind;
use crate::geoparse::gazetteer::{Frequency, Lexeme};
use crate::geoparse::text::TokenKind;

/// Most words of an organisation's name that are looked at. Without a bound the
/// scan would be quadratic on long lists in capitals.
const MAX_NAME_WORDS: usize = 24;

/// Words that make a name an organisation's, an event's or a work's.
const BODY: WordClasses = enum_set!(WordClass::Organisation | WordClass::Event);

/// The role of a possible name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum MentionRole {
    /// It is not part of another name, and may name a place.
    Standalone,
    /// It is part of the name of an organisation, event or work.
    Embedded,
    /// It is not a place here, regardless of other clues.
    NotAPlace,
}

/// Which role the name has.
pub(super) fn role_of(context: &SpanContext<'_, '_>, span: &NameSpan) -> MentionRole {
    let NameSpan { start, end, .. } = *span;
    let words = context.words;
    let single = end - start == 1;
    let word = words.text(start);
    if single && (context.people.is_own(word) || words.is(start, WordClass::Calendar)) {
        return MentionRole::NotAPlace;
    }
    if single && is_something_else(context, span) {
        return MentionRole::NotAPlace;
    }
    let ship = words.is_before(start, WordClass::Vessel) && words.is_joined(start);
    if !ship && (start..end).any(|at| context.people.covers(at)) {
        return MentionRole::NotAPlace;
    }
    // Half of a hyphenated word is not the place: "Anglo-Russia…".
    if words.follows_hyphen(start) && !words.is_capitalised(start.saturating_sub(2)) {
        return MentionRole::NotAPlace;
    }
    if single
        && (words.is(start, WordClass::Function)
            || (words.is(start, WordClass::Title) && !span.curated)
            || words.lexeme(start).demonym.is_some() && !span.major_admin && !span.curated)
    {
        return MentionRole::NotAPlace;
    }
    // "Rift Valley fever"
    if words.is(end, WordClass::Disease) && words.is_small(end) && words.is_joined(end) {
        return MentionRole::Embedded;
    }
    if is_saint(context, span) {
        return MentionRole::NotAPlace;
    }
    if ship || context.follows_peerage(start) {
        return MentionRole::Embedded;
    }
    if is_in_name(context, span) || follows_body(context, span) || is_regiment(context, span) {
        return MentionRole::Embedded;
    }
    MentionRole::Standalone
}

/// Is it a single word that looks like a name but is not one?
fn is_something_else(context: &SpanContext<'_, '_>, span: &NameSpan) -> bool {
    let words = context.words;
    let at = span.start;
    let word = words.text(at);
    let known = span.curated || span.major_admin;
    let numeral = word.bytes().all(|b| matches!(b, b'I' | b'V' | b'X' | b'L' | b'C'));
    let code = words.is_all_capitals(at) && word.len() <= 4 && !known && !context.is_dateline(span);
    let slashed = words.text_before(at) == "/" || matches!(words.text(span.end), "/" | "$");
    // "European Centre", "Red Army": what follows a people is theirs.
    let theirs = words.continues_run(at)
        && words.lexeme(at - 1).demonym.is_some()
        && words.lexeme(at).common >= Frequency::Middle;
    // "the Duma", "Congress"
    let body = !known && words.is(at, WordClass::Organisation | WordClass::Event);
    numeral || code || slashed || theirs || body || words.is(at, WordClass::Direction)
}

/// "the altar of St. Anne", "St. Andrew's flag": the person. Places named after saints have
/// the same names, but are not what altars and feasts are of.
fn is_saint(context: &SpanContext<'_, '_>, span: &NameSpan) -> bool {
    let words = context.words;
    let NameSpan { start, end, .. } = *span;
    let name = start + 1 + usize::from(words.text(start + 1) == ".");
    let is_saint =
        words.is(start, WordClass::Saint) && words.lexeme(name).given_name > Frequency::None;
    let owns = words.tokens.get(end).is_some_and(|t| t.kind == TokenKind::Possessive)
        && words.is(end + 1, WordClass::Dedication)
        // "St George's Chapel" stands somewhere.
        && (words.is_small(end + 1) || matches!(words.text(end + 1), "Day" | "Eve"));
    is_saint && (words.is_before_of(start, WordClass::Dedication) || owns)
}

/// "Dallas Police Department", "Boston Red Sox", "Prague Conference".
pub(super) fn is_in_name(context: &SpanContext<'_, '_>, span: &NameSpan) -> bool {
    let words = context.words;
    if context.apposed.is_contained(span.start) {
        return false;
    }
    let ends_search = WordClass::Calendar | WordClass::Title | WordClass::Several;
    let mut at = span.end - 1;
    for _ in 0..MAX_NAME_WORDS {
        let Some(next) = words.next_of_run(at) else { break };
        if words.is(next, ends_search) || words.is_all_capitals(at) {
            return false;
        }
        // "House" names bodies and buildings; only `Organisation` is sure.
        let body = words.is(next, BODY) && !words.is(next, GENERIC);
        if body || words.is(next, WordClass::Organisation) {
            return true;
        }
        if context.people.covers(next) {
            return false;
        }
        at = next;
    }
    // Something follows that is a name but of no known kind; a surname would
    // make it a person's.
    let follower = words.lexeme(span.end);
    let surname = words.begins_sentence(span.start)
        && (follower.surname > Frequency::None || follower == Lexeme::default());
    if at >= span.end && follower.demonym.is_none() && !surname {
        return true;
    }
    let next = span.end;
    let small_event = words.is_small(next)
        && words.is_joined(next)
        && words.is(next, WordClass::Event)
        && span.means.iter().all(|m| context.gazetteer.facts(m.entry).kind == PlaceKind::Site);
    small_event || continues_body(context, span)
}

/// "Bank of England", "Council of Ministers of the Soviet Union".
fn follows_body(context: &SpanContext<'_, '_>, span: &NameSpan) -> bool {
    let words = context.words;
    let mut at = span.start;
    // "Army of Northern Virginia"
    if words.is_before(at, WordClass::Direction) && words.continues_run(at) {
        at -= 1;
    }
    if !is_link(words.text_before(at)) {
        return false;
    }
    let the = words.text_before(at).eq_ignore_ascii_case("the");
    let of = if the { at.saturating_sub(2) } else { at - 1 };
    if !matches!(words.text(of), "of" | "for" | "OF" | "FOR") {
        return false;
    }
    let place = WordClass::Government | WordClass::Site | WordClass::Nature;
    for before in (0..at).rev().take(MAX_NAME_WORDS) {
        if is_link(words.text(before)) {
            continue;
        }
        if !words.is_capitalised(before) {
            return false;
        }
        // "the Bank of …" is a body, although a bank is a natural feature, too.
        let surely = !words.is(before, place) || words.is_before(before, WordClass::Function);
        if words.is(before, BODY) && surely {
            return true;
        }
    }
    false
}

/// Small words within the names of organisations.
fn is_link(text: &str) -> bool {
    ["of", "the", "and", "for", "on", "in", "to"].iter().any(|link| text.eq_ignore_ascii_case(link))
}

/// The preceding word of the same name makes it an organisation: "Radio Moscow".
fn continues_body(context: &SpanContext<'_, '_>, span: &NameSpan) -> bool {
    let words = context.words;
    let start = span.start;
    start > 0
        && words.continues_run(start)
        && words.is_joined(start)
        && words.is(start - 1, WordClass::Organisation)
        && !words.begins_sentence(start - 1)
}

/// "the Twentieth Indiana", "21st Ohio Volunteers".
fn is_regiment(context: &SpanContext<'_, '_>, span: &NameSpan) -> bool {
    let words = context.words;
    let start = span.start;
    let ordinal = words.is_before(start, WordClass::Ordinal)
        && (words.is_capitalised(start.saturating_sub(1))
            || words.follows_hyphen(start - 1)
            || words.text_before(start - 1) == "and");
    let number = start > 1
        && matches!(words.text(start - 1), "st" | "nd" | "rd" | "th" | "d")
        && words.tokens[start - 2].kind == TokenKind::Number
        && words.tokens[start - 2].end() == words.tokens[start - 1].start;
    let unit = words.is(span.end, WordClass::Military) && words.is_joined(span.end);
    (ordinal || number) && span.major_admin || unit && words.is_capitalised(span.end)
}
