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
pub struct PlaceCandidate {
    /// The place.
    pub entry: EntryId,
    /// How widely it is known.
    pub prominence: f64,
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
    pub coherence: f64,
    /// Below zero if the text means another place by the name elsewhere.
    pub discourse: f64,
}

impl PlaceCandidate {
    /// The sum.
    #[must_use]
    pub fn score(&self) -> f64 {
        self.prior() + self.coherence + self.discourse
    }

    /// Before the text around is known.
    fn prior(&self) -> f64 {
        self.prominence + self.name + self.time + self.article + self.kind + self.container
    }
}

/// A candidate with what is needed to weigh it against others.
#[derive(Clone, Debug)]
pub(super) struct ScoredCandidate {
    pub facts: Facts,
    /// On the unit sphere.
    pub spot: Option<[f64; 3]>,
    /// Of the containers of the coherence.
    pub within: Range<usize>,
    pub weights: PlaceCandidate,
    /// Of these weights, so far as known.
    pub score: f64,
}

impl ScoredCandidate {
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
) -> Vec<ScoredCandidate> {
    let mut choices: Vec<ScoredCandidate> = mention
        .means
        .iter()
        .map(|meaning| {
            let facts = gazetteer.facts(meaning.entry);
            let holds = day.is_none_or(|day| gazetteer.holds_on(meaning, day));
            let weights = PlaceCandidate {
                entry: meaning.entry,
                prominence: prominence(&facts),
                name: match (meaning.is_curated(), meaning.preferred) {
                    (true, _) => 0.3,
                    (false, true) => 0.0,
                    // Who made the entry did not find this name worth having.
                    (false, false) if facts.curated => -3.0,
                    (false, false) => -1.2,
                },
                time: if holds { 0.0 } else { -4.0 },
                article: article(&facts, mention.article),
                kind: mention.stated_kind.map_or(0.0, |kind| stated_kind(&facts, kind)),
                container: 0.0,
                coherence: 0.0,
                discourse: 0.0,
            };
            let score = weights.score();
            ScoredCandidate { facts, spot: None, within: 0..0, weights, score }
        })
        .collect();
    sort(&mut choices);
    choices.truncate(MOST);
    if !mention.clues.has(Clue::Generic) {
        prefer_towns(&mut choices, mention.stated_kind.is_some());
    }
    choices
}

/// By a bare name towns are meant before what is called after them;
/// `stated_kind`: the words around say what it is.
fn prefer_towns(choices: &mut Vec<ScoredCandidate>, stated_kind: bool) {
    // A district called after its chief town is not meant by the bare name.
    let towns: Vec<LonLat> = choices
        .iter()
        .filter(|choice| choice.facts.kind == PlaceKind::Settlement)
        .filter_map(|choice| choice.facts.point)
        .collect();
    choices.retain(|choice| {
        let unit = matches!(choice.facts.kind, PlaceKind::District | PlaceKind::Province);
        let point = choice.facts.point.filter(|_| unit && !choice.facts.curated);
        point.is_none_or(|point| towns.iter().all(|town| distance_km(point, *town) > CHIEF_TOWN_KM))
    });
    // Nor is a province, unless the words say so.
    if !stated_kind {
        for choice in choices.iter_mut().filter(|c| c.facts.kind == PlaceKind::Province) {
            let Some(point) = choice.facts.point else { continue };
            let inside =
                |town: &LonLat| distance_km(point, *town) < choice.facts.radius_km.max(100.0);
            if towns.iter().any(inside) {
                choice.weights.prominence -= 2.0;
                choice.score -= 2.0;
            }
        }
        sort(choices);
    }
}

/// The best first.
pub(super) fn sort(choices: &mut [ScoredCandidate]) {
    choices.sort_by(|a, b| b.score.total_cmp(&a.score).then(a.entry().cmp(&b.entry())));
}

fn prominence(facts: &Facts) -> f64 {
    let bonus = match facts.kind {
        // Of a city and its province, the city is meant.
        PlaceKind::Province => -1.0,
        PlaceKind::State | PlaceKind::Continent => 0.0,
        // Somebody found it worth writing down.
        _ if facts.curated => 1.5,
        _ => 0.0,
    };
    1.6 * facts.prominence + bonus
}

/// "the Tennessee" is the river.
fn article(facts: &Facts, article: bool) -> f64 {
    match facts.kind {
        PlaceKind::Water | PlaceKind::Region if article => 4.0,
        PlaceKind::Settlement if article && !facts.curated => -1.0,
        _ => 0.0,
    }
}

fn stated_kind(facts: &Facts, kind: PlaceKind) -> f64 {
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
