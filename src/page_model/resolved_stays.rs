//! The places of all stays as indices and positions, looked up once instead of by id in
//! every frame.

use crate::domain::argsort::argsort;
use crate::domain::great_circle::LonLat;
use crate::domain::life::{Journey, Life, PlaceKind};

/// Place indices and points of every stay, resolved once.
#[derive(Clone, Debug, PartialEq)]
pub struct ResolvedStays {
    /// One per stay.
    pub stays: Vec<StayPlace>,
    /// The journeys, in order of time.
    pub journeys: Vec<Journey>,
}

/// The place of a stay. Places are indices of the life's places.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct StayPlace {
    /// The place itself, if the life knows it.
    pub place: Option<usize>,
    /// The town, if the place is a site in a town that the life knows.
    pub town: Option<usize>,
    /// The position of the place, where it has one.
    pub point: Option<LonLat>,
}

impl ResolvedStays {
    /// Looks up the places of all stays.
    #[must_use]
    pub fn of(life: &Life, journeys: &[Journey]) -> Self {
        // Binary search: comparing each of thousands of stays with each of thousands
        // of places would be quadratic.
        let places = &life.places;
        let by_id = argsort(places.len(), &|a, b| places[a].id.cmp(&places[b].id));
        let find = |id: &str| -> Option<usize> {
            by_id.binary_search_by(|&i| places[i].id.as_str().cmp(id)).ok().map(|at| by_id[at])
        };
        let stay_place = |id: &str| -> StayPlace {
            let Some(place) = find(id) else { return StayPlace::default() };
            let town = (places[place].kind == PlaceKind::Site)
                .then(|| find(places[place].part_of.first()?))
                .flatten()
                .filter(|&town| places[town].kind == PlaceKind::Settlement);
            StayPlace { place: Some(place), town, point: places[place].point }
        };
        Self {
            stays: life.itinerary.stays.iter().map(|stay| stay_place(&stay.place)).collect(),
            journeys: journeys.to_vec(),
        }
    }

    /// Both ends of a journey; `None` if one of them has no position.
    #[must_use]
    pub fn ends(&self, journey: &Journey) -> Option<(LonLat, LonLat)> {
        self.point(journey.from).zip(self.point(journey.to))
    }

    /// The position of a stay.
    #[must_use]
    pub fn point(&self, stay: usize) -> Option<LonLat> {
        self.stays.get(stay)?.point
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::life::samples;

    #[test]
    fn resolved_stays_agree_with_the_life() {
        let life = samples::tiny_life();
        let resolved_stays = ResolvedStays::of(&life, &life.itinerary.journeys());
        for (i, stay) in life.itinerary.stays.iter().enumerate() {
            assert_eq!(resolved_stays.point(i), life.point(i));
            let StayPlace { place, town, .. } = resolved_stays.stays[i];
            for (p, candidate) in life.places.iter().enumerate() {
                let there = place == Some(p) || town == Some(p);
                assert_eq!(there, life.is_at(candidate, &stay.place), "{} {p}", stay.place);
            }
        }
    }
}
