//! Decides what the names of a text mean, each against its other meanings and
//! among the names around.

use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};

use super::candidate::{Candidate, Choice, choices, sort};
use super::company::{Company, Neighbour, chord_km};
use crate::domain::time::Day;
use crate::geoparse::gazetteer::{EntryId, Gazetteer};
use crate::geoparse::recognise::{Clue, Recognised};

/// What was decided for a mention.
#[derive(Clone, Debug)]
pub(super) struct Decision {
    pub entry: Option<EntryId>,
    pub confidence: f64,
    pub candidates: Vec<Candidate>,
}

/// The mentions of a text, and the places already sure.
pub(super) struct Context<'a> {
    gazetteer: &'a Gazetteer,
    mentions: &'a [Recognised],
    options: Vec<Vec<Choice>>,
    company: Company,
    /// What each mention is thought to mean, if one of its options leads.
    anchors: Vec<Option<Choice>>,
}

/// Mentions so near (in order) are the context of a name.
const NEIGHBOURS: usize = 12;
/// The best company does not make good for more.
const BEYOND_COMPANY: f64 = 8.0;
/// Chosen only by so clear a lead (natural logarithm of the odds).
const LEAD: f64 = 0.02;
/// "Stuttgart, Germany": what it weighs that the next name contains this one.
const IN_NEXT: f64 = 8.0;

impl<'a> Context<'a> {
    pub fn new(gazetteer: &'a Gazetteer, mentions: &'a [Recognised], days: &[Option<Day>]) -> Self {
        let of_each = mentions.iter().zip(days);
        Self {
            gazetteer,
            mentions,
            options: of_each.map(|(mention, &day)| choices(gazetteer, mention, day)).collect(),
            company: Company::default(),
            anchors: vec![None; mentions.len()],
        }
    }

    /// Lets the sure names decide the doubtful ones, twice: what the first
    /// round decides is context for the second.
    pub fn settle(&mut self) {
        self.contain();
        self.prune();
        self.anchor(2.0);
        for _ in 0..2 {
            self.score_all();
            self.anchor(0.7);
        }
        self.one_sense();
    }

    pub fn decide(self) -> Vec<Decision> {
        let decisions = self.options.into_iter().map(decision);
        decisions
            .zip(self.mentions)
            .map(|(decision, mention)| match mention.unknown_in_next {
                // Another Columbus than that of Kentucky is surely wrong.
                true => Decision { entry: None, confidence: 0.0, ..decision },
                false => decision,
            })
            .collect()
    }

    /// The next mention contains this one.
    fn contain(&mut self) {
        for i in (0..self.mentions.len().saturating_sub(1)).rev() {
            if !self.mentions[i].in_next {
                continue;
            }
            let (inner, outer) = self.options.split_at_mut(i + 1);
            let (Some(inner), Some(outer)) = (inner.last_mut(), outer.first_mut()) else {
                continue;
            };
            let mut contains = vec![false; outer.len()];
            for choice in inner.iter_mut() {
                let container = outer.iter().position(|area| {
                    area.facts.kind.is_area()
                        && self.gazetteer.is_within(choice.entry(), area.entry())
                });
                if let Some(at) = container {
                    choice.weights.container += IN_NEXT;
                    contains[at] = true;
                }
            }
            for (area, contains) in outer.iter_mut().zip(contains) {
                area.weights.container += if contains { IN_NEXT / 2.0 } else { 0.0 };
            }
        }
    }

    /// Leaves out what no company could bring to the front, and looks up where
    /// the rest lie.
    fn prune(&mut self) {
        for choices in &mut self.options {
            for choice in choices.iter_mut() {
                choice.sum_up();
            }
            sort(choices);
            let best = choices.first().map_or(0.0, |best| best.score);
            choices.retain(|choice| choice.score > best - BEYOND_COMPANY);
            for choice in choices {
                self.company.locate(choice, self.gazetteer);
            }
        }
    }

    /// Anchors are mentions whose best candidate leads by so much.
    fn anchor(&mut self, lead: f64) {
        for (anchor, choices) in self.anchors.iter_mut().zip(&self.options) {
            let rest = choices.get(1).map_or(f64::NEG_INFINITY, |second| second.score);
            *anchor = choices.first().filter(|best| best.score - rest >= lead).cloned();
        }
    }

    fn score_all(&mut self) {
        let mut options = std::mem::take(&mut self.options);
        for (i, choices) in options.iter_mut().enumerate().filter(|(_, choices)| choices.len() > 1)
        {
            let from = i.saturating_sub(NEIGHBOURS);
            let to = (i + NEIGHBOURS + 1).min(self.anchors.len());
            let in_list = |k: usize| self.mentions[k].clues.has(Clue::Listed);
            let around: Vec<Neighbour<'_>> = (from..to)
                .filter(|&k| k != i)
                .filter_map(|k| {
                    let weight = 1.0 / (1.0 + 0.1 * i.abs_diff(k) as f64);
                    let listed = i.abs_diff(k) <= 2 && in_list(i) && in_list(k);
                    let anchor = self.anchors[k].as_ref()?;
                    Some(Neighbour { anchor, weight, listed })
                })
                // A name does not vouch for itself.
                .filter(|other| choices.iter().all(|c| c.entry() != other.anchor.entry()))
                .collect();
            for choice in choices.iter_mut() {
                choice.weights.company = self.company.of(choice, &around);
                choice.sum_up();
            }
            sort(choices);
        }
        self.options = options;
    }

    /// One name means one place throughout, unless a container says otherwise.
    fn one_sense(&mut self) {
        let mut totals: HashMap<u64, Vec<(EntryId, f64)>> = HashMap::new();
        let key = |choices: &[Choice]| {
            let mut entries: Vec<EntryId> = choices.iter().map(Choice::entry).collect();
            entries.sort_unstable();
            let mut hasher = DefaultHasher::new();
            entries.hash(&mut hasher);
            hasher.finish()
        };
        let keys: Vec<Option<u64>> =
            self.options.iter().map(|c| (c.len() > 1).then(|| key(c))).collect();
        for (choices, key) in self.options.iter().zip(&keys) {
            let Some(key) = key else { continue };
            let best = choices[0].score;
            let sums = totals.entry(*key).or_default();
            for choice in choices {
                let behind = (choice.score - best).max(-6.0);
                match sums.iter_mut().find(|(entry, _)| *entry == choice.entry()) {
                    Some((_, sum)) => *sum += behind,
                    None => sums.push((choice.entry(), behind)),
                }
            }
        }
        for ((choices, key), mention) in self.options.iter_mut().zip(&keys).zip(self.mentions) {
            let Some(sums) = key.and_then(|key| totals.get(&key)) else { continue };
            if mention.clues.has(Clue::Container) {
                continue;
            }
            for choice in choices.iter_mut() {
                let sum = sums.iter().find(|(entry, _)| *entry == choice.entry());
                choice.weights.discourse = 0.5 * sum.map_or(0.0, |(_, sum)| sum.max(-8.0));
                choice.sum_up();
            }
            sort(choices);
        }
    }
}

/// Candidates that are kept, for those who ask why.
const KEPT: usize = 8;

fn decision(choices: Vec<Choice>) -> Decision {
    let Some(best) = choices.first() else {
        return Decision { entry: None, confidence: 0.0, candidates: Vec::new() };
    };
    let share: f64 = choices.iter().take(KEPT).map(|c| (c.score - best.score).exp()).sum();
    let second = choices.get(1);
    let lead = second.map_or(f64::INFINITY, |second| best.score - second.score);
    let same_spot = second.is_some_and(|second| {
        best.spot.zip(second.spot).is_some_and(|(a, b)| chord_km(a, b) < 50.0)
    });
    Decision {
        entry: (lead >= LEAD || same_spot).then_some(best.entry()),
        confidence: (100.0 / share).round() / 100.0,
        candidates: choices.iter().take(KEPT).map(|c| c.weights).collect(),
    }
}
