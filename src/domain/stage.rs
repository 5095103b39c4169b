use super::{Journey, Life, LonLat, PlaceKind, order};

/// What scenes and figures look up again and again, found once per life.
#[derive(Clone, Debug, PartialEq)]
pub struct Stage {
    /// One per stay.
    pub stays: Vec<Footing>,
    /// In order of time.
    pub journeys: Vec<Journey>,
}

/// Where a stay takes place. Places are indices into the life's places.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Footing {
    /// The place itself.
    pub place: Option<usize>,
    /// The town, if the place is a site in one that the life knows.
    pub town: Option<usize>,
    /// The position of the place, where it has one.
    pub point: Option<LonLat>,
}

impl Stage {
    /// Looks up the places of all stays.
    #[must_use]
    pub fn of(life: &Life, journeys: &[Journey]) -> Self {
        // A sorted list, so that thousands of stays are found among thousands
        // of places without comparing each with each.
        let places = &life.places;
        let by_id = order(places.len(), &|a, b| places[a].id.cmp(&places[b].id));
        let find = |id: &str| -> Option<usize> {
            by_id.binary_search_by(|&i| places[i].id.as_str().cmp(id)).ok().map(|at| by_id[at])
        };
        let footing = |id: &str| -> Footing {
            let Some(place) = find(id) else { return Footing::default() };
            let town = (places[place].kind == PlaceKind::Site)
                .then(|| find(places[place].part_of.first()?))
                .flatten()
                .filter(|&town| places[town].kind == PlaceKind::Settlement);
            Footing { place: Some(place), town, point: places[place].point }
        };
        Self {
            stays: life.itinerary.stays.iter().map(|stay| footing(&stay.place)).collect(),
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
    use super::super::samples;
    use super::*;

    #[test]
    fn a_stage_says_what_the_life_says() {
        let life = samples::tiny_life();
        let stage = Stage::of(&life, &life.itinerary.journeys());
        for (i, stay) in life.itinerary.stays.iter().enumerate() {
            assert_eq!(stage.point(i), life.point(i));
            let Footing { place, town, .. } = stage.stays[i];
            for (p, candidate) in life.places.iter().enumerate() {
                let there = place == Some(p) || town == Some(p);
                assert_eq!(there, life.is_at(candidate, &stay.place), "{} {p}", stay.place);
            }
        }
    }
}
