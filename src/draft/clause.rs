//! The verbs of a sentence, and who acts in each: a light parser of English clauses.
//!
//! A clause begins at a relative pronoun, a conjunction, a semicolon or a bracket. Its
//! governor is looked for between that and its verb. A clause without a noun there takes
//! the governor of the clause before it.

use super::governor::govern;
use super::predicate::readings;
use super::sentence::Word;
use super::subject::{Named, Subject};
use super::usage::usage;
use super::verb::{Focus, Governor, Use, Verb};
use super::words::Class;
use crate::geoparse::TokenKind;

/// The verbs of a sentence, in order.
pub(super) fn parse(words: &[Word<'_>], subject: &Subject, focus: &mut Focus) -> Vec<Verb> {
    let mut verbs: Vec<Verb> = Vec::new();
    let (mut end, mut acted) = (0, 0);
    let mut at = 0;
    while at < words.len() {
        let Some(used) = usage(words, at, subject) else {
            at += 1;
            continue;
        };
        let start = if used == Use::Noun { at } else { group_start(words, at, end) };
        let group = &words[start..at];
        let mut verb = Verb {
            at,
            start,
            used,
            readings: readings(&words[at].lower),
            passive: used == Use::Finite && group.iter().any(|w| w.is(Class::Be)),
            negated: group.iter().any(|w| w.is(Class::Negation)) || negated_before(words, start),
            modal: group.iter().any(|w| w.is(Class::Modal)),
            unreal: words[at].is(Class::Unreal) || words[at].is(Class::Refusing),
            governor: Governor::Unknown,
            relative: false,
            object: false,
        };
        // A noun does not end the phrase of those who act: "she and two activists went".
        let from = match used {
            Use::Noun | Use::Infinitive => end,
            Use::Finite | Use::Ing => acted,
        };
        let from = from.min(start);
        govern(&mut verb, &words[from..start], from, words, subject, *focus, &verbs);
        verb.object = object_follows(words, at, subject);
        verbs.push(verb);
        end = at + 1;
        if used != Use::Noun {
            acted = end;
        }
        at += 1;
    }
    settle_openings(&mut verbs);
    refocus(words, subject, focus, &verbs);
    verbs
}

fn group_start(words: &[Word<'_>], at: usize, end: usize) -> usize {
    let mut start = at;
    while start > end {
        let w = &words[start - 1];
        let belongs = w.is(Class::Auxiliary)
            || w.is(Class::Negation)
            || w.lower == "to" && start == at
            || w.is(Class::Adverb) && !w.is(Class::Preposition) && !w.is(Class::Conjunction)
            || w.lower.ends_with("ly") && !w.capital();
        if !belongs {
            break;
        }
        start -= 1;
    }
    start
}

fn negated_before(words: &[Word<'_>], start: usize) -> bool {
    let before = start.checked_sub(1).map(|k| &words[k]);
    before.is_some_and(|w| w.is(Class::Negation) || w.lower == "without")
}

/// "him" or the subject's name directly after the verb.
fn object_follows(words: &[Word<'_>], at: usize, subject: &Subject) -> bool {
    let Some(next) = words.get(at + 1) else { return false };
    let possessive = words.get(at + 2).is_some_and(|w| w.kind == TokenKind::Possessive);
    let noun = words.get(at + 2).is_some_and(|w| {
        next.lower == "her" && w.kind == TokenKind::Word && w.classes.is_empty() && !w.capital()
    });
    let named = (at + 1..(at + 4).min(words.len())).take_while(|&i| words[i].capital());
    let named = named.filter(|&i| subject.named(words, i) == Some(Named::Name)).last();
    let named =
        named.is_some_and(|i| !words.get(i + 1).is_some_and(|w| w.kind == TokenKind::Possessive));
    subject.is_object(&next.lower) && !noun || named && !possessive
}

/// What stands before the first clause with a governor belongs to it: "Born in Paris, she".
fn settle_openings(verbs: &mut [Verb]) {
    let first = verbs.iter().find(|v| v.used == Use::Finite && v.governor != Governor::Unknown);
    let Some(governor) = first.map(|v| v.governor) else { return };
    for verb in verbs.iter_mut().take_while(|v| v.governor == Governor::Unknown) {
        verb.governor = governor;
    }
}

fn refocus(words: &[Word<'_>], subject: &Subject, focus: &mut Focus, verbs: &[Verb]) {
    let named = (0..words.len()).any(|i| {
        subject.named(words, i) == Some(Named::Name) || subject.is_object(&words[i].lower)
    });
    let first = verbs.iter().find(|v| v.used == Use::Finite && !v.relative);
    focus.stranger = match first.map(|v| v.governor) {
        Some(Governor::Other { person: true }) => !named,
        Some(Governor::Subject(_)) => false,
        _ if named => false,
        _ => focus.stranger,
    };
}
