//! The persons of a text: names with a title, a given name or a surname, and the
//! single names by which the text calls them afterwards.

use std::collections::HashSet;

use enumset::enum_set;

use super::annotated::AnnotatedTokens;
use super::apposition::Apposed;
use super::spans::NameSpan;
use super::vocabulary::{WordClass, WordClasses};
use crate::geoparse::gazetteer::Frequency;

/// Words that end a person's name: what they end is a place or a body.
const ENDS_NAME: WordClasses = enum_set!(
    WordClass::Organisation
        | WordClass::Event
        | WordClass::Nature
        | WordClass::Government
        | WordClass::Site
        | WordClass::Calendar
        | WordClass::Military
);

/// The persons of a text.
#[derive(Debug, Default)]
pub(super) struct People<'t> {
    /// Tokens within the full name of a person.
    covered: Vec<bool>,
    /// Single names that are somebody's.
    names: HashSet<&'t str>,
    /// Their given names.
    given_names: HashSet<&'t str>,
    /// The subject's own.
    own: HashSet<&'t str>,
}

impl<'t> People<'t> {
    /// Finds the persons; names of places of several words are not theirs.
    pub fn find(
        words: &AnnotatedTokens<'_, 't>,
        spans: &[NameSpan],
        apposed: &Apposed,
        own_names: &'t [String],
    ) -> Self {
        let mut people = Self {
            covered: vec![false; words.tokens.len()],
            names: HashSet::new(),
            given_names: HashSet::new(),
            own: own_names.iter().flat_map(|name| name.split_whitespace()).collect(),
        };
        let mut spans = spans.iter().peekable();
        let mut at = 0;
        while at < words.tokens.len() {
            if !words.is_capitalised(at) || words.continues_run(at) {
                at += 1;
                continue;
            }
            let run: Vec<usize> =
                std::iter::successors(Some(at), |&at| words.next_of_run(at)).collect();
            let end = run.last().map_or(at + 1, |last| last + 1);
            while spans.peek().is_some_and(|span| span.end <= at) {
                spans.next();
            }
            let within: Vec<&NameSpan> =
                spans.clone().take_while(|span| span.start < end).collect();
            let places: Vec<&NameSpan> = within
                .iter()
                .copied()
                .filter(|span| {
                    let pair =
                        apposed.is_contained(span.start) || apposed.is_containing(span.start);
                    span.is_firm() || pair
                })
                .collect();
            people.read_run(words, &run, &places, &within);
            at = end;
        }
        people
    }

    /// Is the token part of a person's name?
    pub fn covers(&self, at: usize) -> bool {
        self.covered.get(at).copied().unwrap_or_default()
    }

    /// Is the single word what the text calls a person?
    pub fn is_known(&self, word: &str) -> bool {
        self.names.contains(word)
    }

    /// Is the single word the given name of a person of the text?
    pub fn is_given_name(&self, word: &str) -> bool {
        self.given_names.contains(word)
    }

    /// Is it one of the subject's own names?
    pub fn is_own(&self, word: &str) -> bool {
        self.own.contains(word)
    }

    fn read_run(
        &mut self,
        words: &AnnotatedTokens<'_, 't>,
        run: &[usize],
        places: &[&NameSpan],
        spans: &[&NameSpan],
    ) {
        // Both lists are in order, so that long runs are not quadratic.
        let well_known = |at: usize| {
            let first = spans.partition_point(|s| s.start < at);
            spans[first..]
                .iter()
                .take_while(|s| s.start == at)
                .any(|s| s.curated || s.major_admin || s.prominence >= 5.0)
        };
        let is_place = |at: usize| {
            let first = places.partition_point(|p| p.end <= at);
            places.get(first).is_some_and(|p| p.start <= at)
        };
        let mut i = 0;
        while i < run.len() {
            let first = run[i];
            if words.is(first, WordClass::Vessel) {
                return;
            }
            let titled = words.is(first, WordClass::Title) && !is_place(first);
            let from = if titled { i + 1 } else { i };
            // The name goes on as long as its words can be names.
            let can_be_name = |at: usize, first: bool| {
                !words.is(at, ENDS_NAME)
                    && (first || !words.is(at, WordClass::Title))
                    && !is_place(at)
                    && (words.text(at).len() <= 1 || !words.is(at, WordClass::Function))
            };
            let mut to = from;
            while to < run.len() && can_be_name(run[to], to == from) {
                to += 1;
            }
            // What ends the run as a word for a place or body takes the last
            // name with it: "Jackson County", "Lincoln University".
            let taken = to < run.len()
                && words.is(run[to], ENDS_NAME)
                && !words.is(run[to], WordClass::Calendar);
            let name = &run[from..to];
            let addressed = titled && !name.is_empty() && (!taken || name.len() > 1);
            let named = || !taken && name.len() >= 2 && Self::is_name(words, name, &well_known);
            if addressed || named() {
                self.add(words, name);
            } else if taken && name.len() >= 3 && Self::is_name(words, &name[..2], &well_known) {
                self.add(words, &name[..2]);
            }
            i = to.max(i + 1);
        }
    }

    /// Are these two or more words a person's?
    fn is_name(
        words: &AnnotatedTokens<'_, '_>,
        name: &[usize],
        well_known: &impl Fn(usize) -> bool,
    ) -> bool {
        let (first, last) = (name[0], name[name.len() - 1]);
        if name.len() > 4 || words.is(first, WordClass::Direction) {
            return false;
        }
        let given = words.lexeme(first);
        let surname = words.lexeme(last);
        let is_initial = |at: usize| words.text(at).len() == 1 && words.text(at + 1) == ".";
        if given.demonym.is_some() || surname.demonym.is_some() {
            return false;
        }
        if is_initial(first) || name[1..name.len() - 1].iter().any(|&at| is_initial(at)) {
            return !is_initial(last);
        }
        if given.given_name > Frequency::None {
            let sure = given.given_name >= Frequency::Middle && given.common < Frequency::Middle;
            return sure || surname.surname > Frequency::None || surname.common == Frequency::None;
        }
        // "Tennessee Williams"
        if well_known(first) {
            return surname.surname > Frequency::Low && surname.common < Frequency::Middle;
        }
        // A surname after a word with no other meaning: "Lavrentiy Beria".
        let nothing_else = given.common == Frequency::None && words.class(first).is_empty();
        nothing_else && surname.common < Frequency::Middle
    }

    fn add(&mut self, words: &AnnotatedTokens<'_, 't>, name: &[usize]) {
        for &at in name {
            self.covered[at] = true;
        }
        if let Some(&last) = name.last()
            && words.text(last).len() > 2
        {
            self.names.insert(words.text(last));
        }
        if let [first, _, ..] = *name
            && words.text(first).len() > 2
            && words.lexeme(first).given_name > Frequency::None
        {
            self.given_names.insert(words.text(first));
        }
    }
}
