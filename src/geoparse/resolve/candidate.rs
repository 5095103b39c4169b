//! The places that one name can mean, each judged by itself: by its prominence,
//! by the form of the name and by its time.

use std::ops::Range;

use crate::domain::great_circle::{LonLat, UnitVector, distance_km};
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
    /// Below zero if the name was not in use at that time.
    pub time: f64,
    /// How well it fits the use of the article.
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
    /// The sum of all weights, which ranks the candidates.
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
    /// Where it is; looked up for those that remain after pruning.
    pub position: Option<UnitVector>,
    /// Its containers in the context index.
    pub containers: Range<usize>,
    pub weights: PlaceCandidate,
    /// The sum of these weights, as far as they are known.
    pub score: f64,
}

impl ScoredCandidate {
    pub fn entry(&self) -> EntryId {
        self.weights.entry
    }

    /// Recomputes the sum of its weights.
    pub fn sum_up(&mut self) {
        self.score = self.weights.score();
    }
}

/// The most places that are weighed for one name; the rest are hamlets.
const MAX_CANDIDATES: usize = 32;
/// The centre of a district named after its chief town is at most this far from the
/// town, in kilometres.
const MAX_CHIEF_TOWN_KM: f64 = 60.0;

/// The places that a mention could mean on a day, the best first.
pub(super) fn candidates(
    gazetteer: &Gazetteer,
    mention: &Recognised,
    day: Option<Day>,
) -> Vec<ScoredCandidate> {
    let mut candidates: Vec<ScoredCandidate> = mention
        .means
        .iter()
        .map(|meaning| {
            let facts = gazetteer.facts(meaning.entry);
            let in_use = day.is_none_or(|day| gazetteer.in_use_on(meaning, day));
            let weights = PlaceCandidate {
                entry: meaning.entry,
                prominence: prominence_weight(&facts),
                name: match (meaning.is_curated(), meaning.preferred) {
                    (true, _) => 0.3,
                    (false, true) => 0.0,
                    // The curator did not list this name.
                    (false, false) if facts.curated => -3.0,
                    (false, false) => -1.2,
                },
                time: if in_use { 0.0 } else { -4.0 },
                article: article_weight(&facts, mention.article),
                kind: mention.stated_kind.map_or(0.0, |kind| kind_weight(&facts, kind))
                    + title_weight(&facts, mention.of_old_title),
                container: 0.0,
                coherence: 0.0,
                discourse: 0.0,
            };
            let score = weights.score();
            ScoredCandidate { facts, position: None, containers: 0..0, weights, score }
        })
        .collect();
    sort(&mut candidates);
    candidates.truncate(MAX_CANDIDATES);
    if !mention.clues.has(Clue::Generic) {
        prefer_towns(&mut candidates, mention.stated_kind.is_some());
    }
    candidates
}

/// Prefers towns to the units that are named after them. `stated_kind` says that
/// the words around state the kind.
fn prefer_towns(candidates: &mut Vec<ScoredCandidate>, stated_kind: bool) {
    // A district called after its chief town is not meant by the bare name.
    let towns: Vec<LonLat> = candidates
        .iter()
        .filter(|candidate| candidate.facts.kind == PlaceKind::Settlement)
        .filter_map(|candidate| candidate.facts.point)
        .collect();
    candidates.retain(|candidate| {
        let unit = matches!(candidate.facts.kind, PlaceKind::District | PlaceKind::Province);
        let point = candidate.facts.point.filter(|_| unit && !candidate.facts.curated);
        point.is_none_or(|point| {
            towns.iter().all(|town| distance_km(point, *town) > MAX_CHIEF_TOWN_KM)
        })
    });
    // Nor is a province, unless the words around state that kind.
    if !stated_kind {
        // "Oklahoma" is not usually the name of Oklahoma City.
        let towns: Vec<LonLat> = candidates
            .iter()
            .filter(|c| c.facts.kind == PlaceKind::Settlement && c.weights.name >= 0.0)
            .filter_map(|c| c.facts.point)
            .collect();
        for candidate in candidates.iter_mut().filter(|c| c.facts.kind == PlaceKind::Province) {
            let Some(point) = candidate.facts.point else { continue };
            let inside =
                |town: &LonLat| distance_km(point, *town) < candidate.facts.radius_km.max(100.0);
            if towns.iter().any(inside) {
                candidate.weights.prominence -= 2.0;
                candidate.score -= 2.0;
            }
        }
        sort(candidates);
    }
}

/// The best first.
pub(super) fn sort(candidates: &mut [ScoredCandidate]) {
    candidates.sort_by(|a, b| b.score.total_cmp(&a.score).then(a.entry().cmp(&b.entry())));
}

fn prominence_weight(facts: &Facts) -> f64 {
    let bonus = match facts.kind {
        // Of a city and its province, the city is meant.
        PlaceKind::Province => -1.0,
        PlaceKind::State | PlaceKind::Continent => 0.0,
        // A curator found it worth listing.
        _ if facts.curated => 1.5,
        _ => 0.0,
    };
    1.6 * facts.prominence + bonus
}

/// "the Tennessee" is the river.
fn article_weight(facts: &Facts, article: bool) -> f64 {
    match facts.kind {
        PlaceKind::Water | PlaceKind::Region if article => 4.0,
        PlaceKind::Settlement if article && !facts.curated => -1.0,
        _ => 0.0,
    }
}

/// Titles of nobility, kings and deans are of places in the Old World, not of those that
/// settlers elsewhere named after them.
fn title_weight(facts: &Facts, in_title: bool) -> f64 {
    let is_old_world = |point: LonLat| point.lon > -30.0 && point.lat > -10.0;
    match facts.point {
        Some(point) if in_title && !is_old_world(point) => -2.5,
        _ => 0.0,
    }
}

fn kind_weight(facts: &Facts, kind: PlaceKind) -> f64 {
    use PlaceKind::{District, Province, Region, State};
    let group = |kind: PlaceKind| match kind {
        Province | District | Region | State => 1,
        PlaceKind::Settlement | PlaceKind::Site => 2,
        PlaceKind::Water => 3,
        _ => 0,
    };
    match (facts.kind == kind, group(facts.kind) == group(kind)) {
        (true, _) => 3.0,
        (false, true) => 1.0,
        (false, false) => -2.0,
    }
}

/// The best known place of a name, looked up in the index.
#[cfg(test)]
pub(super) fn located(
    gazetteer: &Gazetteer,
    index: &mut super::coherence::ContextIndex,
    name: &str,
) -> ScoredCandidate {
    let text = format!("the town of {name}, a town");
    let tokens = crate::geoparse::text::tokens(&text);
    let mention = crate::geoparse::recognise::recognise(&tokens, gazetteer, &[]).remove(0);
    let mut best = candidates(gazetteer, &mention, None).remove(0);
    index.locate(&mut best, gazetteer);
    best
}
