//! Recognition: which words of a text name places.
//!
//! [`spans`] finds every stretch that could be a name, [`people`] the persons,
//! [`used`] says what else they are part of, [`weigher`] and [`neighbours`] add up
//! what speaks for a place and against; a text is read as one
//! discourse, so what is sure in one sentence helps in another.

mod acts;
mod clue;
mod neighbours;
mod people;
mod spans;
mod used;
mod vocabulary;
mod weigher;
mod words;

use std::collections::{HashMap, HashSet};

pub use clue::{Clue, Clues};

use super::gazetteer::{Gazetteer, Meaning};
use super::token::Token;
use crate::domain::life::PlaceKind;
use people::People;
use spans::Span;
use used::Use;
use vocabulary::Class;
use weigher::Weigher;
use words::Words;

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
    pub said_to_be: Option<PlaceKind>,
    /// Is it followed by a place that contains it (the next mention)?
    pub in_next: bool,
    /// Is it followed by a place that is to contain it, but that has no place
    /// of the name?
    pub unknown_in_next: bool,
}

/// So sure of a name in one sentence, it is known in others.
const INTRODUCED: f64 = 2.5;

/// Finds the names of a text.
pub(super) fn recognise(
    tokens: &[Token<'_>],
    gazetteer: &Gazetteer,
    own_names: &[String],
) -> Vec<Recognised> {
    let words = Words::new(tokens, gazetteer);
    let mut spans = spans::spans(&words, gazetteer);
    let people = People::find(&words, &spans, own_names);
    let weigher = Weigher { words: &words, gazetteer, people: &people };
    let mut uses: Vec<Use> = spans.iter().map(|span| weigher.use_of(span)).collect();
    let mut kept = uses.iter().map(|used| *used != Use::Other);
    spans.retain(|_| kept.next().unwrap_or_default());
    uses.retain(|used| *used != Use::Other);
    let mut clues: Vec<Clues> =
        spans.iter().zip(&uses).map(|(span, used)| weigher.clues(span, *used)).collect();
    acts_elsewhere(&words, &spans, &mut clues);
    not_always(&words, &spans, &mut clues);
    let sure = spans
        .iter()
        .zip(&clues)
        .filter(|(span, clues)| span.end - span.start == 1 && clues.weight() >= INTRODUCED);
    let sure: HashSet<&str> = sure.map(|(span, _)| words.text(span.start)).collect();
    neighbours::among_others(&words, gazetteer, &spans, &mut clues, &sure);
    let embedded = used::embedded(&weigher, &spans, &uses);
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
            said_to_be: weigher.said_to_be(span),
            embedded,
            clues: *clues,
            in_next: clues.has(Clue::Container),
            unknown_in_next: clues.has(Clue::ContainerLacks),
        });
    }
    found
}

/// A name that is a person's in one sentence is so in the others, too, unless
/// something beside the name itself speaks for a place.
fn acts_elsewhere(words: &Words<'_, '_>, spans: &[Span], clues: &mut [Clues]) {
    let single = |span: &Span| span.end - span.start == 1;
    let persons: HashSet<&str> = spans
        .iter()
        .zip(&*clues)
        .filter(|(span, clues)| {
            let acts = [Clue::SpeaksOrActs, Clue::Addressed, Clue::Befalls];
            single(span) && clues.weight() <= 0.0 && acts.iter().any(|&clue| clues.has(clue))
        })
        .map(|(span, _)| words.text(span.start))
        .collect();
    for (span, clues) in spans.iter().zip(clues).filter(|(span, _)| single(span)) {
        let placed = [Clue::PlaceNoun, Clue::Described, Clue::Direction, Clue::Dateline];
        if persons.contains(words.text(span.start)) && !placed.iter().any(|&clue| clues.has(clue)) {
            clues.add(Clue::KnownPerson);
            clues.add_if(span.given, Clue::Given);
            clues.remove(Clue::OnlyPlace);
        }
    }
}

/// A name of which little is known is no place's if the text mostly has it
/// where places do not stand: a newspaper, a party.
fn not_always<'t>(words: &Words<'_, 't>, spans: &[Span], clues: &mut [Clues]) {
    let is_weak = |span: &Span| {
        span.end - span.start == 1
            && span.generic == Class::NONE
            && !span.historical
            && !span.governed
            && span.renown < 5.0
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
        clues.add_if(all >= 3 && placed * 3 < all, Clue::NotAlways);
    }
}
