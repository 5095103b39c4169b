//! Disambiguation: decides which place each name of a text means, by comparing
//! its meanings with one another and with the names around.

use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};

use super::candidate::{PlaceCandidate, ScoredCandidate, candidates, sort};
use super::coherence::{ContextIndex, Neighbour};
use crate::domain::great_circle::chord_km;
use crate::domain::time::Day;
use crate::geoparse::gazetteer::{EntryId, Gazetteer};
use crate::geoparse::recognise::{Clue, Recognised};

/// What was decided for one mention.
#[derive(Clone, Debug)]
pub(super) struct Decision {
    pub entry: Option<EntryId>,
    pub confidence: f64,
    pub candidates: Vec<PlaceCandidate>,
}

/// The mentions of a text, their candidates, and the places already sure.
pub(super) struct Disambiguation<'a> {
    gazetteer: &'a Gazetteer,
    mentions: &'a [Recognised],
    options: Vec<Vec<ScoredCandidate>>,
    index: ContextIndex,
    /// What each mention is thought to mean, if one of its options leads.
    anchors: Vec<Option<ScoredCandidate>>,
}

/// How many mentions before and after a name are its context.
const MAX_NEIGHBOUR_DISTANCE: usize = 12;
/// The largest score gap that context can close, in log odds. Candidates further
/// behind are pruned.
const MAX_CONTEXT_GAIN: f64 = 8.0;
/// The smallest lead of the best candidate over the second with which a name is
/// resolved, in log odds.
const MIN_LEAD_LOG_ODDS: f64 = 0.02;
/// The weight of the next name containing this one ("Stuttgart, Germany"), in log odds.
const CONTAINED_BY_NEXT: f64 = 8.0;
/// The lead that makes a candidate an anchor before any context is known, in log odds.
const MIN_FIRST_ANCHOR_LEAD: f64 = 2.0;
/// The lead that makes a candidate an anchor once context is known, in log odds.
const MIN_ANCHOR_LEAD: f64 = 0.7;
/// Candidates that are closer to each other count as one place, in kilometres.
const SAME_SPOT_KM: f64 = 50.0;
/// The most that one mention can count against a candidate in the whole text, in log
/// odds.
const MAX_MENTION_PENALTY: f64 = 6.0;
/// The most that all mentions together can count against it, in log odds.
const MAX_DISCOURSE_PENALTY: f64 = 8.0;
/// The weight of the place that the whole text means by the name.
const DISCOURSE_WEIGHT: f64 = 0.5;

impl<'a> Disambiguation<'a> {
    pub fn new(gazetteer: &'a Gazetteer, mentions: &'a [Recognised], days: &[Option<Day>]) -> Self {
        let of_each = mentions.iter().zip(days);
        Self {
            gazetteer,
            mentions,
            options: of_each.map(|(mention, &day)| candidates(gazetteer, mention, day)).collect(),
            index: ContextIndex::default(),
            anchors: vec![None; mentions.len()],
        }
    }

    /// Lets the sure names decide the doubtful ones, in two rounds: what the
    /// first round decides is context for the second.
    pub fn settle(&mut self) {
        self.contain();
        self.prune();
        self.anchor(MIN_FIRST_ANCHOR_LEAD);
        for _ in 0..2 {
            self.score_all();
            self.anchor(MIN_ANCHOR_LEAD);
        }
        self.one_sense();
    }

    pub fn decide(self) -> Vec<Decision> {
        let decisions = self.options.into_iter().map(decision);
        decisions
            .zip(self.mentions)
            .map(|(decision, mention)| match mention.missing_from_next {
                // Any Columbus outside Kentucky is surely wrong.
                true => Decision { entry: None, confidence: 0.0, ..decision },
                false => decision,
            })
            .collect()
    }

    /// The next mention contains this one.
    fn contain(&mut self) {
        for i in (0..self.mentions.len().saturating_sub(1)).rev() {
            if !self.mentions[i].contained_by_next {
                continue;
            }
            let (inner, outer) = self.options.split_at_mut(i + 1);
            let (Some(inner), Some(outer)) = (inner.last_mut(), outer.first_mut()) else {
                continue;
            };
            let mut contains = vec![false; outer.len()];
            for candidate in inner.iter_mut() {
                let container = outer.iter().position(|area| {
                    area.facts.kind.is_area()
                        && self.gazetteer.is_within(candidate.entry(), area.entry())
                });
                if let Some(at) = container {
                    candidate.weights.container += CONTAINED_BY_NEXT;
                    contains[at] = true;
                }
            }
            for (area, contains) in outer.iter_mut().zip(contains) {
                area.weights.container += if contains { CONTAINED_BY_NEXT / 2.0 } else { 0.0 };
            }
        }
    }

    /// Leaves out candidates that context cannot bring to the front, and looks up the
    /// positions of the others.
    fn prune(&mut self) {
        for candidates in &mut self.options {
            for candidate in candidates.iter_mut() {
                candidate.sum_up();
            }
            sort(candidates);
            let best = candidates.first().map_or(0.0, |best| best.score);
            candidates.retain(|candidate| candidate.score > best - MAX_CONTEXT_GAIN);
            for candidate in candidates {
                self.index.locate(candidate, self.gazetteer);
            }
        }
    }

    /// Anchors are mentions whose best candidate has this lead.
    fn anchor(&mut self, lead: f64) {
        for (anchor, candidates) in self.anchors.iter_mut().zip(&self.options) {
            let rest = candidates.get(1).map_or(f64::NEG_INFINITY, |second| second.score);
            *anchor = candidates.first().filter(|best| best.score - rest >= lead).cloned();
        }
    }

    fn score_all(&mut self) {
        let mut options = std::mem::take(&mut self.options);
        for (i, candidates) in
            options.iter_mut().enumerate().filter(|(_, candidates)| candidates.len() > 1)
        {
            let from = i.saturating_sub(MAX_NEIGHBOUR_DISTANCE);
            let to = (i + MAX_NEIGHBOUR_DISTANCE + 1).min(self.anchors.len());
            let in_list = |k: usize| self.mentions[k].clues.has(Clue::Listed);
            let around: Vec<Neighbour<'_>> = (from..to)
                .filter(|&k| k != i)
                .filter_map(|k| {
                    let weight = 1.0 / (1.0 + 0.1 * i.abs_diff(k) as f64);
                    let listed = i.abs_diff(k) <= 2 && in_list(i) && in_list(k);
                    let anchor = self.anchors[k].as_ref()?;
                    Some(Neighbour { anchor, weight, listed })
                })
                // A name is not evidence for itself.
                .filter(|other| candidates.iter().all(|c| c.entry() != other.anchor.entry()))
                .collect();
            for candidate in candidates.iter_mut() {
                candidate.weights.coherence = self.index.coherence(candidate, &around);
                candidate.sum_up();
            }
            sort(candidates);
        }
        self.options = options;
    }

    /// One name means one place throughout, unless a container says otherwise.
    fn one_sense(&mut self) {
        let mut totals: HashMap<u64, Vec<(EntryId, f64)>> = HashMap::new();
        let key = |candidates: &[ScoredCandidate]| {
            let mut entries: Vec<EntryId> = candidates.iter().map(ScoredCandidate::entry).collect();
            entries.sort_unstable();
            let mut hasher = DefaultHasher::new();
            entries.hash(&mut hasher);
            hasher.finish()
        };
        let keys: Vec<Option<u64>> =
            self.options.iter().map(|c| (c.len() > 1).then(|| key(c))).collect();
        for (candidates, key) in self.options.iter().zip(&keys) {
            let Some(key) = key else { continue };
            let best = candidates[0].score;
            let sums = totals.entry(*key).or_default();
            for candidate in candidates {
                let behind = (candidate.score - best).max(-MAX_MENTION_PENALTY);
                match sums.iter_mut().find(|(entry, _)| *entry == candidate.entry()) {
                    Some((_, sum)) => *sum += behind,
                    None => sums.push((candidate.entry(), behind)),
                }
            }
        }
        for ((candidates, key), mention) in self.options.iter_mut().zip(&keys).zip(self.mentions) {
            let Some(sums) = key.and_then(|key| totals.get(&key)) else { continue };
            if mention.clues.has(Clue::Container) {
                continue;
            }
            for candidate in candidates.iter_mut() {
                let sum = sums.iter().find(|(entry, _)| *entry == candidate.entry());
                candidate.weights.discourse =
                    DISCOURSE_WEIGHT * sum.map_or(0.0, |(_, sum)| sum.max(-MAX_DISCOURSE_PENALTY));
                candidate.sum_up();
            }
            sort(candidates);
        }
    }
}

/// The most candidates that a finding reports.
const MAX_REPORTED_CANDIDATES: usize = 8;

fn decision(candidates: Vec<ScoredCandidate>) -> Decision {
    let Some(best) = candidates.first() else {
        return Decision { entry: None, confidence: 0.0, candidates: Vec::new() };
    };
    let share: f64 =
        candidates.iter().take(MAX_REPORTED_CANDIDATES).map(|c| (c.score - best.score).exp()).sum();
    let second = candidates.get(1);
    let lead = second.map_or(f64::INFINITY, |second| best.score - second.score);
    let same_spot = second.is_some_and(|second| {
        best.position.zip(second.position).is_some_and(|(a, b)| chord_km(a, b) < SAME_SPOT_KM)
    });
    Decision {
        entry: (lead >= MIN_LEAD_LOG_ODDS || same_spot).then_some(best.entry()),
        confidence: (100.0 / share).round() / 100.0,
        candidates: candidates.iter().take(MAX_REPORTED_CANDIDATES).map(|c| c.weights).collect(),
    }
}
