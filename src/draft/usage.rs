//! Whether a word is a verb or a governing noun, and how it is used.

use super::predicate::{Form, readings};
use super::sentence::Word;
use super::subject::Subject;
use super::verb::Use;
use super::words::Class;
use crate::geoparse::TokenKind;

/// Is the word a verb or a governing noun, and how is it used?
pub(super) fn usage(words: &[Word<'_>], at: usize, subject: &Subject) -> Option<Use> {
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
    if has(Form::Noun) && !helped && (nominal || !has(Form::Past)) && !to {
        return Some(Use::Noun);
    }
    if word.mention.is_some() {
        return None;
    }
    if word.lower.ends_with("ing")
        && word.lower.len() > 4
        && (has(Form::Ing) || !word.is(Class::Preposition))
    {
        let used = if helped { Use::Finite } else { Use::Ing };
        return (!nominal && word.classes.is_empty()).then_some(used);
    }
    let verb = word.is(Class::Verb) || word.is(Class::Unreal) || word.is(Class::Refusing);
    if has(Form::Past) || has(Form::Participle) || verb {
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
