use crate::domain::argsort::argsort;
use crate::domain::great_circle::LonLat;
use crate::domain::life::{Journey, Life, PlaceKind};

/// What scenes and figures look up again and again, found once per life.
#[derive(Clone, Debug, PartialEq)]
pub struct ResolvedStays {
    /// One per stay.
    pub stays: Vec<StayPlace>,
    /// In order of time.
    pub journeys: Vec<Journey>,
}

/// Where a stay takes place. Places are indices into the life's places.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct StayPlace {
    /// The place itself.
    pub place: Option<usize>,
    /// The town, if the place is a site in one that the life knows.
    pub town: Option<usize>,
    /// The position of the place, where it has one.
    pub point: Option<LonLat>,
}

impl ResolvedStays {
    /// Looks up the places of all stays.
    #[must_use]
    pub fn of(life: &Life, journeys: &[Journey]) -> Self {
        // A sorted list, so that thousands of stays are found among thousands
        // of places without comparing each with each.
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
    fn a_stage_says_what_the_life_says() {
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
