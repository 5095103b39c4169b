use super::{Day, Journey, Life, LonLat, Whereabouts, along_great_circle};

/// What the map shows for a reading state: derived from the life, the day and
/// the selection, and from nothing else.
#[derive(Clone, Debug, PartialEq)]
pub struct Scene {
    /// The slider's day.
    pub day: Day,
    /// Where the subject is drawn; `None` before the birth.
    pub position: Option<Position>,
    /// One per place of the life.
    pub places: Vec<PlaceState>,
    /// How much of each journey has been travelled, 0 to 1.
    pub travelled: Vec<f64>,
    /// Names on the day, one per place.
    pub names: Vec<String>,
}

/// Where the subject's marker stands.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Position {
    /// The spot.
    pub at: LonLat,
    /// On the way between two stays.
    pub moving: bool,
    /// The source does not say where the subject is.
    pub unknown: bool,
}

/// How a place is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PlaceState {
    /// There is such a place on the day.
    pub exists: bool,
    /// The subject is there, or at a site in it.
    pub here: bool,
    /// The subject has been there.
    pub visited: bool,
    /// The reader has chosen it.
    pub selected: bool,
}

/// What differs between two scenes: all that has to be redrawn.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SceneDifference {
    /// The marker moved or changed its look.
    pub position: bool,
    /// Indices of places that look different.
    pub places: Vec<usize>,
    /// Indices of places that changed their name.
    pub names: Vec<usize>,
    /// Indices of journeys that grew or shrank.
    pub journeys: Vec<usize>,
}

impl Scene {
    /// Draws a life on a day.
    #[must_use]
    pub fn of(
        life: &Life,
        journeys: &[Journey],
        whereabouts: &Whereabouts,
        selected: Option<&str>,
    ) -> Self {
        let day = whereabouts.day;
        let Life { places, itinerary, .. } = life;
        let here = whereabouts.best().map(|c| itinerary.stays[c.stay].place.as_str());
        Self {
            day,
            position: position(life, whereabouts),
            places: places
                .iter()
                .map(|place| PlaceState {
                    exists: place.exists_on(day),
                    here: here.is_some_and(|here| life.is_at(place, here)),
                    visited: itinerary.stays.iter().zip(&itinerary.schedule.timings).any(
                        |(stay, timing)| timing.reach <= day && life.is_at(place, &stay.place),
                    ),
                    selected: selected == Some(place.id.as_str()),
                })
                .collect(),
            travelled: journeys.iter().map(|journey| progress(journey, day)).collect(),
            names: places.iter().map(|place| place.name_on(day).to_owned()).collect(),
        }
    }

    /// What has to be redrawn to get from `before` to this scene.
    #[must_use]
    pub fn difference(&self, before: &Self) -> SceneDifference {
        fn changed<T: PartialEq>(now: &[T], before: &[T]) -> Vec<usize> {
            (0..now.len()).filter(|&i| before.get(i) != now.get(i)).collect()
        }
        SceneDifference {
            position: self.position != before.position,
            places: changed(&self.places, &before.places),
            names: changed(&self.names, &before.names),
            journeys: changed(&self.travelled, &before.travelled),
        }
    }
}

impl SceneDifference {
    /// The difference from nothing: everything is to be drawn.
    #[must_use]
    pub fn everything(scene: &Scene) -> Self {
        Self {
            position: true,
            places: (0..scene.places.len()).collect(),
            names: (0..scene.names.len()).collect(),
            journeys: (0..scene.travelled.len()).collect(),
        }
    }
}

fn progress(journey: &Journey, day: Day) -> f64 {
    if day >= journey.reach {
        1.0
    } else if day <= journey.leave {
        0.0
    } else {
        f64::from(day - journey.leave) / f64::from(journey.reach - journey.leave)
    }
}

fn position(life: &Life, whereabouts: &Whereabouts) -> Option<Position> {
    if let Some(moving) = whereabouts.moving {
        let (from, to) = (life.point(moving.journey.from)?, life.point(moving.journey.to)?);
        return Some(Position {
            at: along_great_circle(from, to, moving.progress),
            moving: true,
            unknown: moving.journey.unknown,
        });
    }
    let day = whereabouts.day;
    let itinerary = &life.itinerary;
    let drawn = itinerary.main_line().rfind(|&i| itinerary.schedule.timings[i].reach <= day)?;
    let unknown = whereabouts.best().is_none();
    Some(Position { at: life.point(drawn)?, moving: false, unknown })
}
