//! Who acts in a clause: the words before its verb decide, else the clause before.

use super::sentence::Word;
use super::subject::{Named, Subject};
use super::verb::{Focus, Governor, Reference, Use, Verb};
use super::words::Class;
use crate::geoparse::TokenKind;

/// Finds the governor of a verb in the words before it.
pub(super) fn govern(
    verb: &mut Verb,
    region: &[Word<'_>],
    offset: usize,
    words: &[Word<'_>],
    subject: &Subject,
    focus: Focus,
    verbs: &[Verb],
) {
    let last = verbs.last();
    let finite = verbs.iter().rev().find(|v| v.used == Use::Finite);
    let main = verbs.iter().rev().find(|v| v.used == Use::Finite && !v.relative);
    match verb.used {
        Use::Infinitive => return infinitive(verb, region, words, last),
        Use::Noun => return noun(verb, region, words, subject, finite),
        Use::Finite | Use::Ing => {}
    }
    let starter = clause_start(region, verbs.iter().any(|v| v.used != Use::Noun));
    if verb.used == Use::Ing {
        let direct = region.last().is_none_or(|w| {
            w.kind == TokenKind::Mark
                || w.is(Class::Preposition)
                || w.is(Class::Subordinator)
                || w.is(Class::Conjunction)
        });
        let comma = region.iter().any(|w| w.mark(",")) || starter.is_some();
        verb.governor = match main.or(finite) {
            Some(v) if direct && (comma || region.len() < 3 || v.governor != Governor::Unknown) => {
                v.governor
            }
            None if direct => Governor::Unknown,
            _ => named_in(region, offset, words, subject, focus)
                .unwrap_or(Governor::Other { person: false }),
        };
        return;
    }
    let from = starter.map_or(0, |s| s + 1);
    verb.relative =
        starter.is_some_and(|s| region[s].is(Class::Relative) && region[s].lower != "where");
    let own = &region[from..];
    if let Some(governor) = named_in(own, offset + from, words, subject, focus) {
        verb.governor = governor;
        return;
    }
    let comma =
        own.iter().position(|w| w.mark(",")).filter(|_| starter.is_none() && last.is_some());
    let own = comma.map_or(own, |comma| &own[comma + 1..]);
    if let Some(person) = noun_phrase(own) {
        verb.governor = Governor::Other { person };
    } else if verb.relative {
        verb.governor = antecedent(offset + from - 1, words, subject, finite);
    } else {
        let inherited = main.or(finite).map(|v| v.governor).filter(|&g| g != Governor::Unknown);
        let before = || named_in(&words[..verb.start], 0, words, subject, focus);
        verb.governor = inherited.or_else(before).unwrap_or(Governor::Unknown);
    }
}

/// Where the last clause of the words begins. "And" begins one only after a verb: before
/// the first it joins those who act ("he and his brother moved").
fn clause_start(region: &[Word<'_>], after_verb: bool) -> Option<usize> {
    let strong = region.iter().rposition(|w| is_starter(w) && !w.is(Class::Conjunction));
    let joined = || region.iter().position(|w| w.is(Class::Conjunction)).filter(|_| after_verb);
    strong.or_else(joined)
}

/// Does the word begin a clause?
fn is_starter(word: &Word<'_>) -> bool {
    word.is(Class::Relative)
        || word.is(Class::Subordinator)
        || word.is(Class::Conjunction)
        || word.mark(";:()—–")
}

/// Is the subject named among the words as one who acts?
fn named_in(
    region: &[Word<'_>],
    offset: usize,
    words: &[Word<'_>],
    subject: &Subject,
    focus: Focus,
) -> Option<Governor> {
    for i in (0..region.len()).rev() {
        let word = &region[i];
        let next = words.get(offset + i + 1);
        if next.is_some_and(|n| n.kind == TokenKind::Possessive) {
            continue;
        }
        let before = (offset + i).checked_sub(1).map(|k| &words[k]);
        let governed = before.is_some_and(|b| {
            b.is(Class::Preposition) && !b.is(Class::Adverb) && !b.is(Class::Subordinator)
                || b.lower == "of"
        });
        match subject.named(words, offset + i) {
            Some(Named::Name) if !governed => return Some(Governor::Subject(Reference::Name)),
            Some(Named::Pronoun) if focus.stranger => {
                return Some(Governor::Other { person: true });
            }
            Some(Named::Pronoun) => return Some(Governor::Subject(Reference::Pronoun)),
            _ => {}
        }
        let group = word.is(Class::Together)
            && before.is_some_and(|b| matches!(b.lower.as_str(), "the" | "his" | "her" | "their"));
        if (group || matches!(word.lower.as_str(), "they" | "we")) && !governed {
            return Some(Governor::Subject(Reference::Together));
        }
    }
    None
}

/// Is there a noun that can act, outside phrases with a preposition? `Some(true)` if it
/// is a name.
fn noun_phrase(region: &[Word<'_>]) -> Option<bool> {
    let mut inside = false;
    let mut filled = false;
    let mut found = None;
    for word in region {
        if word.mark(",") || is_starter(word) {
            inside = false;
            continue;
        }
        if word.kind != TokenKind::Word || word.dated || word.is(Class::Auxiliary) {
            continue;
        }
        if word.is(Class::Preposition) {
            (inside, filled) = (true, false);
            continue;
        }
        let opens = word.is(Class::Determiner) || word.capital() && word.mention.is_none();
        if inside && !(filled && opens) {
            filled |= !word.is(Class::Determiner);
            continue;
        }
        inside = false;
        if word.is(Class::Adverb) || word.lower.ends_with("ly") || word.is(Class::Determiner) {
            continue;
        }
        let person = word.capital() && word.mention.is_none();
        found = Some(found.unwrap_or(false) || person);
    }
    found
}

/// Who "who" means.
fn antecedent(
    starter: usize,
    words: &[Word<'_>],
    subject: &Subject,
    finite: Option<&Verb>,
) -> Governor {
    let before = words[..starter].iter().rposition(|w| w.kind == TokenKind::Word);
    let Some(before) = before else { return Governor::Unknown };
    if words[starter].lower != "who" {
        return Governor::Other { person: false };
    }
    if subject.named(words, before).is_some() {
        return Governor::Subject(Reference::Name);
    }
    // "He was a botanist who worked in Uppsala"
    let copula =
        finite.filter(|v| words[v.at].is(Class::Be) && matches!(v.governor, Governor::Subject(_)));
    match copula {
        Some(v)
            if words[v.at + 1..starter].iter().all(|w| {
                !w.mark(",") && (w.mention.is_some() || !w.capital() || w.lower.ends_with('n'))
            }) =>
        {
            v.governor
        }
        _ => Governor::Other { person: true },
    }
}

/// "to" and a verb: done by who does the verb before it, unless it is not real.
fn infinitive(verb: &mut Verb, region: &[Word<'_>], words: &[Word<'_>], last: Option<&Verb>) {
    let Some(last) = last else { return };
    let accepts = words[last.at].lower.starts_with("accept");
    let blocks = |w: &Word<'_>| w.is(Class::Unreal) || w.is(Class::Refusing);
    verb.governor = if last.object { Governor::Subject(Reference::Pronoun) } else { last.governor };
    verb.negated |= last.negated;
    verb.unreal = last.unreal;
    verb.relative = last.relative;
    verb.unreal |= !accepts && (blocks(&words[last.at]) || region.iter().any(blocks));
}

/// A noun: "his arrest in", "was a student at".
fn noun(
    verb: &mut Verb,
    region: &[Word<'_>],
    words: &[Word<'_>],
    subject: &Subject,
    finite: Option<&Verb>,
) {
    let near = words[..verb.at]
        .iter()
        .rev()
        .take(5)
        .take_while(|w| !w.mark(",;:()") && !w.is(Class::Preposition));
    let mut owner = None;
    for (k, word) in near.enumerate() {
        let index = verb.at - 1 - k;
        if subject.is_possessive(&word.lower) {
            owner = Some(Governor::Subject(Reference::Pronoun));
        } else if word.kind == TokenKind::Possessive {
            let named = index.checked_sub(1).and_then(|i| subject.named(words, i));
            owner = Some(match named {
                Some(_) => Governor::Subject(Reference::Name),
                None => Governor::Other { person: true },
            });
        } else if word.is(Class::Relation)
            || matches!(word.lower.as_str(), "his" | "her" | "whose" | "their")
        {
            owner = Some(Governor::Other { person: true });
        } else {
            continue;
        }
        break;
    }
    let broken = region.iter().any(|w| w.is(Class::Relative));
    verb.relative = finite.is_some_and(|f| f.relative);
    verb.governor = owner.unwrap_or(match finite {
        Some(finite) if !broken => finite.governor,
        Some(_) => Governor::Other { person: false },
        None => Governor::Unknown,
    });
    if let Some(finite) = finite.filter(|_| owner.is_none()) {
        verb.unreal = finite.unreal || words[finite.at].is(Class::Unreal) && !finite.passive;
        verb.negated |= finite.negated;
    }
    verb.unreal |= words[..verb.at].iter().rev().take(2).any(|w| w.is(Class::Unreal));
}
