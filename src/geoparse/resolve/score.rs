//! Scores the places a name can mean, against each other and against the
//! places of the text around.

use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::ops::Range;

use crate::domain::{Day, LonLat, PlaceKind, kilometres};
use crate::geoparse::gazetteer::{EntryId, Facts, Gazetteer};
use crate::geoparse::recognise::{Clue, Recognised};

/// What was decided for a mention.
#[derive(Clone, Debug)]
pub(super) struct Decision {
    pub entry: Option<EntryId>,
    pub confidence: f64,
    pub candidates: Vec<Candidate>,
}

/// A place that a name could mean, and what speaks for it: natural logarithms
/// of odds.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Candidate {
    /// The place.
    pub entry: EntryId,
    /// How widely it is known.
    pub renown: f64,
    /// Below zero if the name is not its usual one.
    pub name: f64,
    /// Below zero if the name was not in use at that time of the story.
    pub time: f64,
    /// How well it stands after the article, or without.
    pub article: f64,
    /// What the words beside the name call it.
    pub kind: f64,
    /// The text names what it lies in.
    pub container: f64,
    /// Near the other places of the text, or in the same province or country.
    pub company: f64,
    /// Below zero if the text means another place by the name elsewhere.
    pub discourse: f64,
}

impl Candidate {
    /// The sum.
    #[must_use]
    pub fn score(&self) -> f64 {
        self.prior() + self.company + self.discourse
    }

    /// Before the text around is known.
    fn prior(&self) -> f64 {
        self.renown + self.name + self.time + self.article + self.kind + self.container
    }
}

/// The mentions of a text, and the places already sure.
pub(super) struct Context<'a> {
    gazetteer: &'a Gazetteer,
    mentions: &'a [Recognised],
    options: Vec<Vec<Choice>>,
    /// What the choices lie in, and what it says that two lie in the same.
    containers: Vec<(EntryId, f64)>,
    /// Where each mention is thought to be: an index into its options.
    anchors: Vec<Option<Choice>>,
}

#[derive(Clone, Debug)]
struct Choice {
    entry: EntryId,
    facts: Facts,
    /// On the unit sphere.
    spot: Option<[f64; 3]>,
    /// Of the containers of the context.
    within: Range<usize>,
    weights: Candidate,
    /// Of these weights, so far as known.
    score: f64,
}

/// Mentions so near (in order) are the context of a name.
const NEIGHBOURS: usize = 12;
/// More candidates are not weighed: the rest are hamlets.
const MOST: usize = 32;
/// The best company does not make good for more.
const BEYOND_COMPANY: f64 = 8.0;
/// The middle of a district is not farther from its chief town.
const CHIEF_TOWN_KM: f64 = 60.0;
/// Chosen only by so clear a lead (natural logarithm of the odds).
const LEAD: f64 = 0.02;
/// "Stuttgart, Germany": what it weighs that the next name contains this one.
const IN_NEXT: f64 = 8.0;

impl<'a> Context<'a> {
    pub fn new(gazetteer: &'a Gazetteer, mentions: &'a [Recognised], days: &[Option<Day>]) -> Self {
        let mut context = Self {
            gazetteer,
            mentions,
            options: Vec::with_capacity(mentions.len()),
            containers: Vec::new(),
            anchors: vec![None; mentions.len()],
        };
        for (mention, &day) in mentions.iter().zip(days) {
            let choices = context.choices(mention, day);
            context.options.push(choices);
        }
        context
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

    fn choices(&mut self, mention: &Recognised, day: Option<Day>) -> Vec<Choice> {
        let mut choices: Vec<Choice> = mention
            .means
            .iter()
            .map(|meaning| {
                let facts = self.gazetteer.facts(meaning.entry);
                let holds = day.is_none_or(|day| self.gazetteer.holds_on(meaning, day));
                let weights = Candidate {
                    entry: meaning.entry,
                    renown: renown(&facts),
                    name: match (meaning.is_hand_made(), meaning.main) {
                        (true, _) => 0.3,
                        (false, true) => 0.0,
                        // Who made the entry did not find this name worth having.
                        (false, false) if facts.historical => -3.0,
                        (false, false) => -1.2,
                    },
                    time: if holds { 0.0 } else { -4.0 },
                    article: article(&facts, mention.article),
                    kind: mention.said_to_be.map_or(0.0, |kind| said_to_be(&facts, kind)),
                    container: 0.0,
                    company: 0.0,
                    discourse: 0.0,
                };
                let score = weights.score();
                Choice { entry: meaning.entry, facts, spot: None, within: 0..0, weights, score }
            })
            .collect();
        sort(&mut choices);
        choices.truncate(MOST);
        if mention.clues.has(Clue::Generic) {
            return choices;
        }
        // A district called after its chief town is not meant by the bare name.
        let towns: Vec<LonLat> = choices
            .iter()
            .filter(|choice| choice.facts.kind == PlaceKind::Settlement)
            .filter_map(|choice| choice.facts.point)
            .collect();
        choices.retain(|choice| {
            let unit = matches!(choice.facts.kind, PlaceKind::District | PlaceKind::Province);
            let point = choice.facts.point.filter(|_| unit && !choice.facts.historical);
            point.is_none_or(|point| {
                towns.iter().all(|town| kilometres(point, *town) > CHIEF_TOWN_KM)
            })
        });
        // Nor is a province, unless the words say so.
        if mention.said_to_be.is_none() {
            for choice in choices.iter_mut().filter(|c| c.facts.kind == PlaceKind::Province) {
                let Some(point) = choice.facts.point else { continue };
                let inside =
                    |town: &LonLat| kilometres(point, *town) < choice.facts.radius_km.max(100.0);
                if towns.iter().any(inside) {
                    choice.weights.renown -= 2.0;
                    choice.score -= 2.0;
                }
            }
            sort(&mut choices);
        }
        choices
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
                    area.facts.kind.is_area() && self.gazetteer.is_within(choice.entry, area.entry)
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
                choice.score = choice.weights.score();
            }
            sort(choices);
            let best = choices.first().map_or(0.0, |best| best.score);
            choices.retain(|choice| choice.score > best - BEYOND_COMPANY);
            for choice in choices {
                choice.spot = choice.facts.point.map(on_sphere);
                let start = self.containers.len();
                let (gazetteer, containers) = (self.gazetteer, &mut self.containers);
                gazetteer.containers(choice.entry, &mut |outer| {
                    let shared = match gazetteer.facts(outer).kind {
                        PlaceKind::Province | PlaceKind::District => SAME_PROVINCE,
                        PlaceKind::State => SAME_COUNTRY,
                        _ => 0.0,
                    };
                    containers.push((outer, shared));
                });
                choice.within = start..self.containers.len();
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
            let around: Vec<(&Choice, f64, bool)> = (from..to)
                .filter(|&k| k != i)
                .filter_map(|k| {
                    let weight = 1.0 / (1.0 + 0.1 * i.abs_diff(k) as f64);
                    let listed = i.abs_diff(k) <= 2 && in_list(i) && in_list(k);
                    self.anchors[k].as_ref().map(|anchor| (anchor, weight, listed))
                })
                // A name does not vouch for itself.
                .filter(|(anchor, ..)| choices.iter().all(|choice| choice.entry != anchor.entry))
                .collect();
            for choice in choices.iter_mut() {
                choice.weights.company = self.company(choice, &around);
                choice.score = choice.weights.score();
            }
            sort(choices);
        }
        self.options = options;
    }

    /// How well a place fits among others: in the same province or country,
    /// near them.
    fn company(&self, choice: &Choice, around: &[(&Choice, f64, bool)]) -> f64 {
        let within = &self.containers[choice.within.clone()];
        let mut sum = 0.0;
        for (anchor, weight, listed) in around {
            let mut alike = 0.0;
            if within.iter().any(|(outer, _)| *outer == anchor.entry) {
                alike += CONTAINED;
            }
            let mut shared = 0.0_f64;
            for (outer, weight) in &self.containers[anchor.within.clone()] {
                if *outer == choice.entry {
                    shared = shared.max(1.0);
                } else if *weight > shared && within.iter().any(|(own, _)| own == outer) {
                    shared = *weight;
                }
            }
            // "Georgia, Tennessee and Virginia": lists are of like places.
            if *listed && shared > 0.0 && choice.facts.kind == anchor.facts.kind {
                shared = shared.max(LISTED);
            }
            alike += shared;
            if let (Some(a), Some(b)) = (choice.spot, anchor.spot) {
                let apart = chord_km(a, b) - anchor.facts.radius_km - choice.facts.radius_km;
                if apart < 1000.0 {
                    alike += NEAR * (-(apart.max(5.0) / 120.0)).exp();
                }
            }
            sum += alike * weight;
        }
        COMPANY * (1.0 + sum).ln()
    }

    /// One name means one place throughout, unless a container says otherwise.
    fn one_sense(&mut self) {
        let mut totals: HashMap<u64, Vec<(EntryId, f64)>> = HashMap::new();
        let key = |choices: &[Choice]| {
            let mut entries: Vec<EntryId> = choices.iter().map(|c| c.entry).collect();
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
                match sums.iter_mut().find(|(entry, _)| *entry == choice.entry) {
                    Some((_, sum)) => *sum += behind,
                    None => sums.push((choice.entry, behind)),
                }
            }
        }
        for ((choices, key), mention) in self.options.iter_mut().zip(&keys).zip(self.mentions) {
            let Some(sums) = key.and_then(|key| totals.get(&key)) else { continue };
            if mention.clues.has(Clue::Container) {
                continue;
            }
            for choice in choices.iter_mut() {
                let sum = sums.iter().find(|(entry, _)| *entry == choice.entry);
                choice.weights.discourse = 0.5 * sum.map_or(0.0, |(_, sum)| sum.max(-8.0));
                choice.score = choice.weights.score();
            }
            sort(choices);
        }
    }
}

/// Weights of company, found by trying on texts of several kinds.
const COMPANY: f64 = 2.6;
const CONTAINED: f64 = 1.2;
const SAME_PROVINCE: f64 = 0.8;
const SAME_COUNTRY: f64 = 0.3;
const LISTED: f64 = 0.9;
const NEAR: f64 = 1.0;

fn renown(facts: &Facts) -> f64 {
    let bonus = match facts.kind {
        // Of a city and its province, the city is meant.
        PlaceKind::Province => -1.0,
        PlaceKind::State | PlaceKind::Continent => 0.0,
        // Somebody found it worth writing down.
        _ if facts.historical => 1.5,
        _ => 0.0,
    };
    1.6 * facts.renown + bonus
}

/// "the Tennessee" is the river.
fn article(facts: &Facts, article: bool) -> f64 {
    match facts.kind {
        PlaceKind::Water | PlaceKind::Region if article => 4.0,
        PlaceKind::Settlement if article && !facts.historical => -1.0,
        _ => 0.0,
    }
}

fn said_to_be(facts: &Facts, kind: PlaceKind) -> f64 {
    use PlaceKind::{District, Province, Region, State};
    let alike = |kind: PlaceKind| match kind {
        Province | District | Region | State => 1,
        PlaceKind::Settlement | PlaceKind::Site => 2,
        PlaceKind::Water => 3,
        _ => 0,
    };
    match (facts.kind == kind, alike(facts.kind) == alike(kind)) {
        (true, _) => 3.0,
        (false, true) => 1.0,
        (false, false) => -2.0,
    }
}

fn on_sphere(LonLat { lon, lat }: LonLat) -> [f64; 3] {
    let ((sin_lon, cos_lon), (sin_lat, cos_lat)) =
        (lon.to_radians().sin_cos(), lat.to_radians().sin_cos());
    [cos_lat * cos_lon, cos_lat * sin_lon, sin_lat]
}

/// Straight through the Earth: as good as along it for what is near.
fn chord_km(a: [f64; 3], b: [f64; 3]) -> f64 {
    const EARTH_KM: f64 = 6371.0;
    let square = |i: usize| (a[i] - b[i]) * (a[i] - b[i]);
    EARTH_KM * (square(0) + square(1) + square(2)).sqrt()
}

fn sort(choices: &mut [Choice]) {
    choices.sort_by(|a, b| b.score.total_cmp(&a.score).then(a.entry.cmp(&b.entry)));
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
        entry: (lead >= LEAD || same_spot).then_some(best.entry),
        confidence: (100.0 / share).round() / 100.0,
        candidates: choices.iter().take(KEPT).map(|c| c.weights).collect(),
    }
}
