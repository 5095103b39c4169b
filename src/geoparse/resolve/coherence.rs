//! Coherence: how well a place agrees with the other places of a text. Places
//! named together tend to lie near one another, or within the same province or
//! country.

use super::candidate::ScoredCandidate;
use crate::domain::great_circle::chord_km;
use crate::domain::life::PlaceKind;
use crate::geoparse::gazetteer::{EntryId, Gazetteer};

// The weights, in log odds, were tuned on texts of several kinds.
/// The factor of coherence in a candidate's score.
const COHERENCE_WEIGHT: f64 = 2.6;
/// One place lies in the other.
const CONTAINMENT_BONUS: f64 = 1.2;
/// The other place lies in this one.
const CONTAINS_BONUS: f64 = 1.0;
const SAME_PROVINCE_BONUS: f64 = 0.8;
const SAME_COUNTRY_BONUS: f64 = 0.3;
/// Two areas of one kind in one list, in the same country.
const LISTED_BONUS: f64 = 0.9;
/// Both places are at the same spot.
const PROXIMITY_BONUS: f64 = 1.0;
/// The distance at which the bonus for proximity has fallen to 1/e, in kilometres.
const PROXIMITY_SCALE_KM: f64 = 120.0;
/// Places that are closer count as this far apart, in kilometres.
const MIN_DISTANCE_KM: f64 = 5.0;
/// Places farther apart get no bonus for proximity, in kilometres.
const MAX_DISTANCE_KM: f64 = 1000.0;

/// What the candidates of a text lie in.
#[derive(Debug, Default)]
pub(super) struct ContextIndex {
    /// (container, bonus when two places share it)
    containers: Vec<(EntryId, f64)>,
}

/// Another name of the text whose place is thought to be known.
pub(super) struct Neighbour<'c> {
    pub anchor: &'c ScoredCandidate,
    /// Its weight: the nearer in the text, the larger.
    pub weight: f64,
    /// Is it in the same list?
    pub listed: bool,
}

impl ContextIndex {
    /// Looks up where a candidate is and what it lies in.
    pub fn locate(&mut self, candidate: &mut ScoredCandidate, gazetteer: &Gazetteer) {
        candidate.position = candidate.facts.point.map(|point| point.unit_vector());
        let start = self.containers.len();
        gazetteer.containers(candidate.entry(), &mut |outer| {
            let bonus = match gazetteer.facts(outer).kind {
                PlaceKind::Province | PlaceKind::District => SAME_PROVINCE_BONUS,
                PlaceKind::State => SAME_COUNTRY_BONUS,
                _ => 0.0,
            };
            self.containers.push((outer, bonus));
        });
        candidate.containers = start..self.containers.len();
    }

    /// How well a candidate agrees with the places around it.
    pub fn coherence(&self, candidate: &ScoredCandidate, around: &[Neighbour<'_>]) -> f64 {
        let pairs = around.iter().map(|other| self.pair_coherence(candidate, other) * other.weight);
        COHERENCE_WEIGHT * (1.0 + pairs.sum::<f64>()).ln()
    }

    fn pair_coherence(
        &self,
        candidate: &ScoredCandidate,
        Neighbour { anchor, listed, .. }: &Neighbour<'_>,
    ) -> f64 {
        let containers = &self.containers[candidate.containers.clone()];
        let within = containers.iter().any(|(outer, _)| *outer == anchor.entry());
        let mut shared = 0.0_f64;
        for (outer, bonus) in &self.containers[anchor.containers.clone()] {
            if *outer == candidate.entry() {
                shared = shared.max(CONTAINS_BONUS);
            } else if *bonus > shared && containers.iter().any(|(own, _)| own == outer) {
                shared = *bonus;
            }
        }
        // "Georgia, Tennessee and Virginia": a list is of provinces of one country.
        let same_kind = candidate.facts.kind == anchor.facts.kind && anchor.facts.kind.is_area();
        if *listed && shared > 0.0 && same_kind {
            shared = shared.max(LISTED_BONUS);
        }
        let containment = if within { CONTAINMENT_BONUS } else { 0.0 };
        containment + shared + proximity(candidate, anchor)
    }
}

/// The bonus for being near each other, from border to border.
fn proximity(candidate: &ScoredCandidate, anchor: &ScoredCandidate) -> f64 {
    let Some((a, b)) = candidate.position.zip(anchor.position) else { return 0.0 };
    let apart = chord_km(a, b) - anchor.facts.radius_km - candidate.facts.radius_km;
    if apart >= MAX_DISTANCE_KM {
        return 0.0;
    }
    PROXIMITY_BONUS * (-(apart.max(MIN_DISTANCE_KM) / PROXIMITY_SCALE_KM)).exp()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geoparse::gazetteer::Gazetteer;
    use crate::geoparse::resolve::candidate::located;
    use crate::geoparse::sample::sample_gazetteer;

    /// The coherence of a place with one other.
    fn pair(gazetteer: &Gazetteer, place: &str, anchor: &str, listed: bool) -> f64 {
        let mut index = ContextIndex::default();
        let mut located = |title| located(gazetteer, &mut index, title);
        let (place, anchor) = (located(place), located(anchor));
        index.coherence(&place, &[Neighbour { anchor: &anchor, weight: 1.0, listed }])
    }

    #[test]
    fn places_near_one_another_agree_more_than_places_far_apart() {
        let gazetteer = sample_gazetteer();
        let near = pair(&gazetteer, "Lyon", "New Lyon", false);
        let country = pair(&gazetteer, "Lyon", "Elm", false);
        let far = pair(&gazetteer, "Lyon", "Iskra", false);
        assert!(near > country && country > far, "{near} {country} {far}");
        assert_eq!(pair(&gazetteer, "Lyon", "Austin", false), 0.0, "nothing in common");
    }

    #[test]
    fn a_place_agrees_with_what_contains_it_and_with_what_it_contains() {
        let gazetteer = sample_gazetteer();
        assert!(pair(&gazetteer, "Austin", "Texas", false) > 0.0);
        assert!(pair(&gazetteer, "Texas", "Austin", false) > 0.0);
    }

    #[test]
    fn a_list_of_areas_needs_something_in_common() {
        let gazetteer = sample_gazetteer();
        let alone = pair(&gazetteer, "Lyon", "Elm", false);
        assert_eq!(pair(&gazetteer, "Lyon", "Elm", true), alone, "towns are no areas");
        let countries = pair(&gazetteer, "France", "America", false);
        assert_eq!(pair(&gazetteer, "France", "America", true), countries);
    }
}
