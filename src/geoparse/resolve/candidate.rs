//! The places that one name can mean, each by itself: how widely known, under
//! which name, in which form.

use std::ops::Range;

use crate::domain::great_circle::{LonLat, distance_km};
use crate::domain::life::PlaceKind;
use crate::domain::time::Day;
use crate::geoparse::gazetteer::{EntryId, Facts, Gazetteer};
use crate::geoparse::recognise::{Clue, Recognised};

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

/// A candidate with what is needed to weigh it against others.
#[derive(Clone, Debug)]
pub(super) struct Choice {
    pub facts: Facts,
    /// On the unit sphere.
    pub spot: Option<[f64; 3]>,
    /// Of the containers of the company.
    pub within: Range<usize>,
    pub weights: Candidate,
    /// Of these weights, so far as known.
    pub score: f64,
}

impl Choice {
    pub fn entry(&self) -> EntryId {
        self.weights.entry
    }

    /// Adds up its weights.
    pub fn sum_up(&mut self) {
        self.score = self.weights.score();
    }
}

/// More candidates are not weighed: the rest are hamlets.
const MOST: usize = 32;
/// The middle of a district is not farther from its chief town.
const CHIEF_TOWN_KM: f64 = 60.0;

/// The places that a mention could mean on a day, the best first.
pub(super) fn choices(
    gazetteer: &Gazetteer,
    mention: &Recognised,
    day: Option<Day>,
) -> Vec<Choice> {
    let mut choices: Vec<Choice> = mention
        .means
        .iter()
        .map(|meaning| {
            let facts = gazetteer.facts(meaning.entry);
            let holds = day.is_none_or(|day| gazetteer.holds_on(meaning, day));
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
            Choice { facts, spot: None, within: 0..0, weights, score }
        })
        .collect();
    sort(&mut choices);
    choices.truncate(MOST);
    if !mention.clues.has(Clue::Generic) {
        prefer_towns(&mut choices, mention.said_to_be.is_some());
    }
    choices
}

/// By a bare name towns are meant before what is called after them;
/// `said_to_be`: the words around say what it is.
fn prefer_towns(choices: &mut Vec<Choice>, said_to_be: bool) {
    // A district called after its chief town is not meant by the bare name.
    let towns: Vec<LonLat> = choices
        .iter()
        .filter(|choice| choice.facts.kind == PlaceKind::Settlement)
        .filter_map(|choice| choice.facts.point)
        .collect();
    choices.retain(|choice| {
        let unit = matches!(choice.facts.kind, PlaceKind::District | PlaceKind::Province);
        let point = choice.facts.point.filter(|_| unit && !choice.facts.historical);
        point.is_none_or(|point| towns.iter().all(|town| distance_km(point, *town) > CHIEF_TOWN_KM))
    });
    // Nor is a province, unless the words say so.
    if !said_to_be {
        for choice in choices.iter_mut().filter(|c| c.facts.kind == PlaceKind::Province) {
            let Some(point) = choice.facts.point else { continue };
            let inside =
                |town: &LonLat| distance_km(point, *town) < choice.facts.radius_km.max(100.0);
            if towns.iter().any(inside) {
                choice.weights.renown -= 2.0;
                choice.score -= 2.0;
            }
        }
        sort(choices);
    }
}

/// The best first.
pub(super) fn sort(choices: &mut [Choice]) {
    choices.sort_by(|a, b| b.score.total_cmp(&a.score).then(a.entry().cmp(&b.entry())));
}

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
