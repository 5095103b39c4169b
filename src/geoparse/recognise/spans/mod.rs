//! Stretches of a text that could be the name of a place: names the gazetteer
//! knows, and names that say themselves what they are ("Licking River").

mod known;
mod lists;
mod unknown;

use super::vocabulary::Class;
use super::words::Words;
use crate::domain::life::PlaceKind;
use crate::geoparse::gazetteer::{Gazetteer, Meaning};

/// A possible name.
#[derive(Clone, Debug, Default)]
pub(super) struct Span {
    /// First token.
    pub start: usize,
    /// Token after the last.
    pub end: usize,
    /// What it can mean; empty if the gazetteer does not know it.
    pub means: Vec<Meaning>,
    /// The word for a kind of place that belongs to it.
    pub generic: Class,
    /// The best known of its meanings, by renown.
    pub renown: f64,
    /// It is a name of the hand-made layer: somebody found it worth writing down.
    pub historical: bool,
    /// It is the usual name of a place, or made for one by hand.
    pub main: bool,
    /// It is the usual name of a country.
    pub country: bool,
    /// It is the usual name of a country, or of a province known beyond its
    /// neighbourhood: small ones are called after towns and persons.
    pub governed: bool,
    /// A place was given this name on some day, as those are that are called
    /// after a person.
    pub given: bool,
    /// It begins with a word that is a title as well: "Queen Victoria".
    pub titled: bool,
}

/// Words for kinds of place that end a name.
pub(super) const GENERIC: Class = Class::NATURE.or(Class::GOVERNMENT).or(Class::SITE);

impl Span {
    /// A stretch of which nothing is known.
    pub fn new(start: usize, end: usize) -> Self {
        Self { start, end, ..Self::default() }
    }

    /// Is there nothing known of it at all?
    pub fn is_nameless(&self) -> bool {
        self.means.is_empty() && self.generic == Class::NONE
    }

    /// Is it known by its own weight, whatever else the word is?
    pub fn is_established(&self) -> bool {
        self.historical || self.country
    }

    /// Is it surely a place, whatever person's name it contains?
    pub fn is_firm(&self) -> bool {
        let several = self.end - self.start > 1;
        let sure = self.historical || self.governed || self.generic != Class::NONE;
        several && (sure || (!self.titled && self.renown >= 3.0))
    }
}

/// Finds the possible names, from left to right, the longest at each place.
pub(super) fn spans(words: &Words<'_, '_>, gazetteer: &Gazetteer) -> Vec<Span> {
    let mut spans: Vec<Span> = Vec::new();
    let mut at = 0;
    while at < words.tokens.len() {
        if !can_begin(words, at) {
            at += 1;
            continue;
        }
        let known = known::longest(words, gazetteer, at);
        // "East" is a town somewhere, but not in "East Texas".
        let (known, east) = match known {
            Some(span) if span.end == at + 1 && words.class(at).is(Class::DIRECTION) => {
                (None, Some(span))
            }
            known => (known, None),
        };
        let span = known
            .map(|span| known::with_generic(span, words, gazetteer))
            .or_else(|| known::part(words, gazetteer, at))
            .or_else(|| unknown::unknown(words, gazetteer, at))
            .or(east);
        match span {
            Some(span) => {
                at = span.end;
                spans.push(span);
            }
            None => at += 1,
        }
    }
    lists::several(words, gazetteer, &mut spans);
    spans
}

fn can_begin(words: &Words<'_, '_>, at: usize) -> bool {
    // "The", "He", "In" begin sentences, and names only before another capital.
    let function = words.class(at).is(Class::FUNCTION) && words.next_of_run(at).is_none();
    words.is_capitalised(at) && !function
        || (words.class(at).is(Class::DIRECTION)
            && words.is_capitalised(at + 1)
            && words.is_joined(at + 1))
}

impl Span {
    fn weigh(&mut self, gazetteer: &Gazetteer) {
        for meaning in &self.means {
            let facts = gazetteer.facts(meaning.entry);
            let renown = if meaning.main { facts.renown } else { facts.renown - 1.0 };
            self.renown = self.renown.max(renown);
            self.main |= meaning.main;
            self.historical |= meaning.is_hand_made();
            self.given |= gazetteer.is_given(meaning);
            let country = meaning.main && facts.kind == PlaceKind::State;
            self.country |= country;
            let province =
                facts.kind == PlaceKind::Province && (facts.historical || facts.renown >= 6.0);
            self.governed |= country || (meaning.main && province);
        }
    }
}
