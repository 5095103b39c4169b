//! Recognition: which words of a text name places.
//!
//! [`spans`] finds every stretch that could be a name, [`people`] the persons,
//! [`used`] says what else they are part of, [`context`] and [`neighbours`] add up
//! what speaks for a place and against; a text is read as one
//! discourse, so what is sure in one sentence helps in another.

mod annotated;
mod clue;
mod evidence;
mod neighbouring_names;
mod people;
mod person_verbs;
mod role;
mod spans;
mod vocabulary;

use std::collections::{HashMap, HashSet};

pub use clue::{Clue, Clues};

use super::gazetteer::{Gazetteer, Meaning};
use super::token::Token;
use crate::domain::life::PlaceKind;
use annotated::AnnotatedTokens;
use evidence::SpanContext;
use people::People;
use role::MentionRole;
use spans::NameSpan;
use vocabulary::Class;

/// A name that is a place's.
#[derive(Clone, Debug)]
pub(super) struct Recognised {
    /// Byte offset.
    pub start: usize,
    /// Byte offset, exclusive.
    pub end: usize,
    /// Does "the" stand before it?
    pub article: bool,
    /// What it can mean.
    pub means: Vec<Meaning>,
    /// Inside the name of an organisation, event or work.
    pub embedded: bool,
    /// Why it is a place's.
    pub clues: Clues,
    /// What the words around it call it.
    pub stated_kind: Option<PlaceKind>,
    /// Is it followed by a place that contains it (the next mention)?
    pub contained_by_next: bool,
    /// Is it followed by a place that is to contain it, but that has no place
    /// of the name?
    pub missing_from_next: bool,
}

/// So sure of a name in one sentence, it is known in others.
const MIN_DISCOURSE_WEIGHT: f64 = 2.5;

/// Finds the names of a text.
pub(super) fn recognise(
    tokens: &[Token<'_>],
    gazetteer: &Gazetteer,
    own_names: &[String],
) -> Vec<Recognised> {
    let words = AnnotatedTokens::new(tokens, gazetteer);
    let mut spans = spans::spans(&words, gazetteer);
    let people = People::find(&words, &spans, own_names);
    let context = SpanContext { words: &words, gazetteer, people: &people };
    let mut uses: Vec<MentionRole> = spans.iter().map(|span| context.role_of(span)).collect();
    let mut kept = uses.iter().map(|used| *used != MentionRole::NotAPlace);
    spans.retain(|_| kept.next().unwrap_or_default());
    uses.retain(|used| *used != MentionRole::NotAPlace);
    let mut clues: Vec<Clues> =
        spans.iter().zip(&uses).map(|(span, used)| context.clues(span, *used)).collect();
    spread_person_evidence(&words, &spans, &mut clues);
    mark_rare_places(&words, &spans, &mut clues);
    let sure = spans.iter().zip(&clues).filter(|(span, clues)| {
        span.end - span.start == 1 && clues.weight() >= MIN_DISCOURSE_WEIGHT
    });
    let sure: HashSet<&str> = sure.map(|(span, _)| words.text(span.start)).collect();
    neighbouring_names::among_others(&words, gazetteer, &spans, &mut clues, &sure);
    let embedded = role::embedded(&context, &spans, &uses);
    let mut found: Vec<Recognised> = Vec::new();
    for ((span, clues), embedded) in spans.iter().zip(&clues).zip(embedded) {
        if clues.weight() <= 0.0 {
            continue;
        }
        found.push(Recognised {
            start: tokens[span.start].start,
            end: tokens[span.end - 1].end(),
            article: words.has_article(span.start, span.end),
            means: span.means.clone(),
            stated_kind: context.stated_kind(span),
            embedded,
            clues: *clues,
            contained_by_next: clues.has(Clue::Container),
            missing_from_next: clues.has(Clue::ContainerLacks),
        });
    }
    found
}

/// A name that is a person's in one sentence is so in the others, too, unless
/// something beside the name itself speaks for a place.
fn spread_person_evidence(
    words: &AnnotatedTokens<'_, '_>,
    spans: &[NameSpan],
    clues: &mut [Clues],
) {
    let single = |span: &NameSpan| span.end - span.start == 1;
    let persons: HashSet<&str> = spans
        .iter()
        .zip(&*clues)
        .filter(|(span, clues)| {
            let acts = [Clue::PersonVerb, Clue::Addressed, Clue::PassivePersonVerb];
            single(span) && clues.weight() <= 0.0 && acts.iter().any(|&clue| clues.has(clue))
        })
        .map(|(span, _)| words.text(span.start))
        .collect();
    for (span, clues) in spans.iter().zip(clues).filter(|(span, _)| single(span)) {
        let placed = [Clue::PlaceNoun, Clue::Described, Clue::Direction, Clue::Dateline];
        if persons.contains(words.text(span.start)) && !placed.iter().any(|&clue| clues.has(clue)) {
            clues.add(Clue::KnownPerson);
            clues.add_if(span.eponymous, Clue::Eponym);
            clues.remove(Clue::OnlyPlace);
        }
    }
}

/// A name of which little is known is no place's if the text mostly has it
/// where places do not stand: a newspaper, a party.
fn mark_rare_places<'t>(words: &AnnotatedTokens<'_, 't>, spans: &[NameSpan], clues: &mut [Clues]) {
    let is_weak = |span: &NameSpan| {
        span.end - span.start == 1
            && span.generic == Class::NONE
            && !span.curated
            && !span.major_admin
            && span.prominence < 5.0
    };
    let mut counts: HashMap<&'t str, (usize, usize)> = HashMap::new();
    for (span, clues) in spans.iter().zip(&*clues).filter(|(span, _)| is_weak(span)) {
        let placed = usize::from(clues.weight() > 0.0);
        counts.entry(words.text(span.start)).or_default().0 += placed;
    }
    if counts.is_empty() {
        return;
    }
    for (at, token) in words.tokens.iter().enumerate() {
        if words.is_capitalised(at)
            && let Some(count) = counts.get_mut(token.text)
        {
            count.1 += 1;
        }
    }
    for (span, clues) in spans.iter().zip(clues).filter(|(span, _)| is_weak(span)) {
        let (placed, all) = counts.get(words.text(span.start)).copied().unwrap_or_default();
        clues.add_if(all >= 3 && placed * 3 < all, Clue::RarelyAPlace);
    }
}
