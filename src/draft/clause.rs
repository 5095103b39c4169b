//! The verbs of a sentence, and who acts in each: a light parser of English clauses.
//!
//! A clause begins at a relative pronoun, a conjunction, a semicolon or a bracket. Its
//! governor is looked for between that and its verb. A clause without a noun there takes
//! the governor of the clause before it.

use super::predicate::{Flag, Form, Reading, readings};
use super::sentence::Word;
use super::subject::{Named, Subject};
use super::words::Class;
use crate::geoparse::TokenKind;

/// Who acts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Governor {
    /// The subject of the life: by name, pronoun, or as one of several.
    Subject(Reference),
    /// Somebody or something else; `person` if it is a name.
    Other { person: bool },
    /// Not said.
    Unknown,
}

/// How the subject is referred to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reference {
    Name,
    Pronoun,
    /// "the family", "the couple"
    Together,
}

/// How a verb or noun is used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Use {
    Finite,
    Infinitive,
    Ing,
    Noun,
}

/// A verb or a noun that governs what follows it.
#[derive(Clone, Debug)]
pub(super) struct Verb {
    /// Index of its word.
    pub at: usize,
    /// Index of its first auxiliary.
    pub start: usize,
    pub used: Use,
    pub readings: &'static [Reading],
    pub passive: bool,
    pub negated: bool,
    pub modal: bool,
    /// "planned to", "refused to"
    pub unreal: bool,
    pub governor: Governor,
    /// Does it stand in a relative clause?
    pub relative: bool,
    /// Does the subject stand as its object: "took him to"?
    pub object: bool,
}

/// What earlier sentences say of who "he" can be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub(super) struct Focus {
    /// The sentence before was about another person and did not name the subject.
    pub stranger: bool,
}

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
            unreal: false,
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

/// Is the word a verb or a governing noun, and how is it used?
fn usage(words: &[Word<'_>], at: usize, subject: &Subject) -> Option<Use> {
    let word = &words[at];
    if word.kind != TokenKind::Word || word.dated || word.is(Class::NotVerb) {
        return None;
    }
    let before = at.checked_sub(1).map(|k| &words[k]);
    if word.capital() && at > 0 && before.is_some_and(|b| b.kind != TokenKind::Mark) {
        return None;
    }
    let found = readings(&word.lower);
    let has = |form: Form| found.iter().any(|r| r.forms.contains(form));
    let after = |class: Class| before.is_some_and(|b| b.is(class));
    let to = before.is_some_and(|b| b.lower == "to");
    let helped = helped(words, at);
    if to
        && (has(Form::Base) || word.classes.is_empty() && word.mention.is_none())
        && !word.capital()
    {
        return Some(Use::Infinitive);
    }
    let nominal = after(Class::Determiner) || before.is_some_and(|b| b.lower == "of");
    if has(Form::Noun) && !helped && !(has(Form::Past) && !nominal) && !to {
        return Some(Use::Noun);
    }
    if word.mention.is_some() {
        return None;
    }
    if word.lower.ends_with("ing")
        && word.lower.len() > 4
        && (has(Form::Ing) || !word.is(Class::Preposition))
    {
        return (!nominal && word.classes.is_empty()).then_some(if helped {
            Use::Finite
        } else {
            Use::Ing
        });
    }
    if has(Form::Past)
        || has(Form::Participle)
        || word.is(Class::Verb)
        || word.is(Class::Unreal)
        || word.is(Class::Refusing)
    {
        return (!after(Class::Determiner) || helped).then_some(Use::Finite);
    }
    if has(Form::Base) && helped {
        return Some(Use::Finite);
    }
    if has(Form::Third)
        && at > 0
        && (subject.named(words, at - 1).is_some()
            || after(Class::Relative)
            || after(Class::Adverb))
    {
        return Some(Use::Finite);
    }
    if word.lower.ends_with("ed") && word.lower.len() > 4 && !word.capital() {
        let adjective = after(Class::Determiner) || after(Class::Preposition);
        return (helped || !adjective).then_some(Use::Finite);
    }
    (word.is(Class::Auxiliary) && is_main(words, at)).then_some(Use::Finite)
}

/// Does an auxiliary stand before the word, adverbs between?
fn helped(words: &[Word<'_>], at: usize) -> bool {
    let before = words[..at].iter().rev().take(4);
    let mut before = before.skip_while(|w| {
        !w.is(Class::Auxiliary)
            && (w.is(Class::Adverb) || w.is(Class::Negation) || w.lower.ends_with("ly"))
    });
    before.next().is_some_and(|w| w.is(Class::Auxiliary))
}

/// Is an auxiliary the only verb of its group: "was in London"?
fn is_main(words: &[Word<'_>], at: usize) -> bool {
    let after = words[at + 1..].iter().take(3);
    let mut after = after.skip_while(|w| {
        w.is(Class::Adverb) && !w.is(Class::Preposition)
            || w.is(Class::Negation)
            || w.lower.ends_with("ly")
    });
    !after.next().is_some_and(|w| {
        w.is(Class::Auxiliary)
            || !w.is(Class::NotVerb) && (w.lower.ends_with("ed") || w.lower.ends_with("ing"))
            || w.is(Class::Verb)
            || w.is(Class::Unreal)
            || readings(&w.lower)
                .iter()
                .any(|r| r.forms.contains(Form::Participle) || r.forms.contains(Form::Base))
    })
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

/// Finds the governor of a verb in the words before it.
fn govern(
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
    if let Some(person) = noun_phrase(own, words, subject) {
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
fn noun_phrase(region: &[Word<'_>], _words: &[Word<'_>], _subject: &Subject) -> Option<bool> {
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
    verb.governor = owner.unwrap_or_else(|| match finite {
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

impl Verb {
    /// The reading that fits the use.
    pub fn reading(&self) -> impl Iterator<Item = &'static Reading> {
        let noun = self.used == Use::Noun;
        self.readings.iter().filter(move |r| r.predicate.flags.contains(Flag::Noun) == noun)
    }
}
