//! What a possible name is used for: names within the names of organisations,
//! events and works, and what only looks like a name.

use std::collections::HashSet;

use super::spans::{GENERIC, Span};
use super::vocabulary::Class;
use super::weigher::Weigher;
use crate::domain::life::PlaceKind;
use crate::geoparse::gazetteer::{Frequency, Lexeme};
use crate::geoparse::token::TokenKind;

/// No name of a body goes on for more words; a list in capitals may do so for
/// thousands, and is read once for each of them.
const LONGEST: usize = 24;

/// What a name is used for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Use {
    /// It may name a place.
    Name,
    /// It stands within the name of an organisation, event or work.
    Embedded,
    /// It is no name of a place here, whatever else speaks for it.
    Other,
}

impl Weigher<'_, '_> {
    /// Is it part of something else?
    pub fn use_of(&self, span: &Span) -> Use {
        let Span { start, end, .. } = *span;
        let words = self.words;
        let single = end - start == 1;
        let word = words.text(start);
        if single && (self.people.is_own(word) || words.class(start).is(Class::CALENDAR)) {
            return Use::Other;
        }
        if single && self.is_something_else(span) {
            return Use::Other;
        }
        let ship = words.class_before(start).is(Class::VESSEL) && words.is_joined(start);
        if !ship && (start..end).any(|at| self.people.covers(at)) {
            return Use::Other;
        }
        // Half of a hyphenated word is not the place: "Anglo-Russia…".
        if words.follows_hyphen(start) && !words.is_capitalised(start.saturating_sub(2)) {
            return Use::Other;
        }
        if single
            && (words.class(start).is(Class::FUNCTION)
                || (words.class(start).is(Class::TITLE) && !span.historical)
                || words.lexeme(start).demonym.is_some() && !span.governed && !span.historical)
        {
            return Use::Other;
        }
        // "Rift Valley fever"
        if words.class(end).is(Class::DISEASE) && words.is_small(end) && words.is_joined(end) {
            return Use::Embedded;
        }
        if ship {
            return Use::Embedded;
        }
        if self.is_in_name(span) || self.follows_body(span) || self.is_regiment(span) {
            return Use::Embedded;
        }
        Use::Name
    }

    /// A single word that looks like a name but is none.
    fn is_something_else(&self, span: &Span) -> bool {
        let words = self.words;
        let at = span.start;
        let word = words.text(at);
        let known = span.historical || span.governed;
        let numeral = word.bytes().all(|b| matches!(b, b'I' | b'V' | b'X' | b'L' | b'C'));
        let code =
            words.is_all_capitals(at) && word.len() <= 4 && !known && !self.is_dateline(span);
        let slashed = words.text_before(at) == "/" || matches!(words.text(span.end), "/" | "$");
        // "European Centre", "Red Army": what follows a people is theirs.
        let theirs = words.continues_run(at)
            && words.lexeme(at - 1).demonym.is_some()
            && words.lexeme(at).common >= Frequency::Middle;
        // "the Duma", "Congress"
        let body = !known && words.class(at).is(Class::ORGANISATION.or(Class::EVENT));
        numeral || code || slashed || theirs || body || words.class(at).is(Class::DIRECTION)
    }

    /// "Dallas Police Department", "Boston Red Sox", "Prague Conference".
    fn is_in_name(&self, span: &Span) -> bool {
        let words = self.words;
        let body = Class::ORGANISATION.or(Class::EVENT);
        let mut at = span.end - 1;
        for _ in 0..LONGEST {
            let Some(next) = words.next_of_run(at) else { break };
            let class = words.class(next);
            if class.is(Class::CALENDAR.or(Class::TITLE).or(Class::SEVERAL))
                || words.is_all_capitals(at)
            {
                return false;
            }
            if class.is(body) && (!class.is(GENERIC) || class.is(Class::ORGANISATION)) {
                return true;
            }
            if self.people.covers(next) {
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
            && words.class(next).is(Class::EVENT)
            && span.means.iter().all(|m| self.gazetteer.facts(m.entry).kind == PlaceKind::Site);
        small_event || self.continues_body(span)
    }

    /// "Bank of England", "Council of Ministers of the Soviet Union".
    fn follows_body(&self, span: &Span) -> bool {
        let words = self.words;
        let mut at = span.start;
        let is_link = |text: &str| {
            ["of", "the", "and", "for", "on", "in", "to"]
                .iter()
                .any(|link| text.eq_ignore_ascii_case(link))
        };
        // "Army of Northern Virginia"
        if words.class_before(at).is(Class::DIRECTION) && words.continues_run(at) {
            at -= 1;
        }
        if !is_link(words.text_before(at)) {
            return false;
        }
        let linked_by_of = {
            let the = words.text_before(at).eq_ignore_ascii_case("the");
            let of = if the { at.saturating_sub(2) } else { at - 1 };
            matches!(words.text(of), "of" | "for" | "OF" | "FOR")
        };
        if !linked_by_of {
            return false;
        }
        let body = Class::ORGANISATION.or(Class::EVENT);
        for before in (0..at).rev().take(LONGEST) {
            if words.is_capitalised(before) && !is_link(words.text(before)) {
                let class = words.class(before);
                if class.is(body) && !class.is(Class::GOVERNMENT.or(Class::SITE).or(Class::NATURE))
                {
                    return true;
                }
                // "the Bank of …", though a bank is a piece of nature, too.
                if class.is(body) && words.class_before(before).is(Class::FUNCTION) {
                    return true;
                }
            } else if !is_link(words.text(before)) {
                return false;
            }
        }
        false
    }

    /// What stands before in the same run makes it a body: "Radio Moscow".
    fn continues_body(&self, span: &Span) -> bool {
        let words = self.words;
        let start = span.start;
        start > 0
            && words.continues_run(start)
            && words.is_joined(start)
            && words.class(start - 1).is(Class::ORGANISATION)
            && !words.begins_sentence(start - 1)
    }

    /// "the Twentieth Indiana", "21st Ohio Volunteers".
    fn is_regiment(&self, span: &Span) -> bool {
        let words = self.words;
        let start = span.start;
        let ordinal = words.class_before(start).is(Class::ORDINAL)
            && (words.is_capitalised(start.saturating_sub(1))
                || words.follows_hyphen(start - 1)
                || words.text_before(start - 1) == "and");
        let number = start > 1
            && matches!(words.text(start - 1), "st" | "nd" | "rd" | "th" | "d")
            && words.tokens[start - 2].kind == TokenKind::Number
            && words.tokens[start - 2].end() == words.tokens[start - 1].start;
        let unit = words.class(span.end).is(Class::MILITARY) && words.is_joined(span.end);
        (ordinal || number) && span.governed || unit && words.is_capitalised(span.end)
    }
}

/// Which names stand within others: also the first of two that share what
/// follows, "Memphis and Charleston Railroad".
pub(super) fn embedded(weigher: &Weigher<'_, '_>, spans: &[Span], uses: &[Use]) -> Vec<bool> {
    let words = weigher.words;
    let mut embedded: Vec<bool> = uses.iter().map(|used| *used == Use::Embedded).collect();
    for i in (1..spans.len()).rev() {
        let gap = words.tokens.get(spans[i - 1].end..spans[i].start).unwrap_or_default();
        let and = matches!(gap, [and] if and.is("and"));
        embedded[i - 1] |= embedded[i] && and && weigher.is_in_name(&spans[i]);
    }
    // A disease keeps its name when "virus" is left out.
    let diseases: HashSet<&str> = spans
        .iter()
        .filter(|span| words.class(span.end).is(Class::DISEASE) && words.is_small(span.end))
        .map(|span| words.text(span.end - 1))
        .collect();
    for (span, embedded) in spans.iter().zip(&mut embedded) {
        let placed = words.class_before(span.start).is(Class::PREPOSITION);
        *embedded |= diseases.contains(words.text(span.end - 1)) && !placed;
    }
    embedded
}
