//! Recognition: which words of a text name places.
//!
//! 1. [`spans`] finds every stretch that could be a name, [`people`] the persons.
//! 2. [`role`] sorts out names that are part of something else.
//! 3. [`evidence`] adds up the clues for and against a place: one table of rules.
//! 4. [`discourse`] and [`neighbouring_names`] let names inform one another.
//!
//! A name whose clues weigh more than zero is a place's.

mod annotated;
mod apposition;
mod clue;
mod containment;
mod context;
mod discourse;
mod embedding;
mod evidence;
mod name_candidate;
mod neighbouring_names;
mod people;
mod person_verbs;
mod role;
mod spans;
#[cfg(test)]
mod tests;
mod vocabulary;

pub use clue::{Clue, Clues};

use super::gazetteer::{Gazetteer, Meaning};
use super::text::Token;
use crate::domain::life::PlaceKind;
use annotated::AnnotatedTokens;
use apposition::Apposed;
use context::SpanContext;
use name_candidate::NameCandidate;
use people::People;
use role::MentionRole;
use spans::NameSpan;

/// A name that was recognised as a place name.
#[derive(Clone, Debug)]
pub(super) struct Recognised {
    /// Byte offset.
    pub start: usize,
    /// Byte offset, exclusive.
    pub end: usize,
    /// Does it follow "the"?
    pub article: bool,
    /// What it can mean.
    pub means: Vec<Meaning>,
    /// Inside the name of an organisation, event or work.
    pub embedded: bool,
    /// The evidence that it is a place name.
    pub clues: Clues,
    /// The kind of place that the words around it state.
    pub stated_kind: Option<PlaceKind>,
    /// Is it what somebody of the Old World has a title or an office of?
    pub of_old_title: bool,
    /// Does the next mention contain it: "Paris, Texas"?
    pub contained_by_next: bool,
    /// Should the next mention contain it, although no place of the name is
    /// known there?
    pub missing_from_next: bool,
}

/// Finds the names of a text.
pub(super) fn recognise(
    tokens: &[Token<'_>],
    gazetteer: &Gazetteer,
    own_names: &[String],
) -> Vec<Recognised> {
    let words = AnnotatedTokens::new(tokens, gazetteer);
    let mut spans = spans::spans(&words, gazetteer);
    let apposed = Apposed::find(&words, gazetteer, &spans);
    // "Miss." after a name that does not lie in Mississippi is no state.
    spans.retain(|span| {
        let follows_name = span.abbreviated && words.continues_run(span.start);
        !follows_name || apposed.is_containing(span.start)
    });
    let people = People::find(&words, &spans, &apposed, own_names);
    let context = SpanContext { words: &words, gazetteer, people: &people, apposed: &apposed };
    name_candidates(&context, spans)
        .into_iter()
        .filter(|name| name.clues.weight() > 0.0)
        .map(|name| recognised(&context, name))
        .collect()
}

/// The possible names of a text with all evidence for and against them.
fn name_candidates(context: &SpanContext<'_, '_>, spans: Vec<NameSpan>) -> Vec<NameCandidate> {
    let words = context.words;
    let mut names: Vec<NameCandidate> =
        spans.into_iter().filter_map(|span| candidate(context, span)).collect();
    discourse::spread_person_evidence(words, &mut names);
    discourse::mark_rare_places(words, &mut names);
    let introduced = discourse::introduced(words, &names);
    neighbouring_names::among_others(context, &mut names, &introduced);
    embedding::mark_embedded(context, &mut names);
    names
}

/// A span with its role and clues; `None` if it cannot be a place.
fn candidate(context: &SpanContext<'_, '_>, span: NameSpan) -> Option<NameCandidate> {
    let role = role::role_of(context, &span);
    if role == MentionRole::NotAPlace {
        return None;
    }
    let lexeme = context.words.lexeme(span.start);
    let mut name = NameCandidate { span, role, lexeme, clues: Clues::default() };
    evidence::add_clues(context, &mut name);
    Some(name)
}

fn recognised(context: &SpanContext<'_, '_>, name: NameCandidate) -> Recognised {
    let NameCandidate { span, role, clues, .. } = name;
    let words = context.words;
    Recognised {
        start: words.tokens[span.start].start,
        end: words.tokens[span.end - 1].end(),
        article: words.has_article(span.start, span.end),
        stated_kind: context.stated_kind(&span),
        of_old_title: context.follows_old_title(span.start),
        means: span.means,
        embedded: role == MentionRole::Embedded,
        clues,
        contained_by_next: clues.has(Clue::Container),
        missing_from_next: clues.has(Clue::ContainerLacks),
    }
}
