//! The itinerary: the stays of a life in order of time, their schedule, and the journeys
//! derived from them.

use super::kind::Lasts;
use super::schedule::{DateOrderError, Schedule};
use super::stay::Stay;
use crate::domain::great_circle::{LonLat, distance_km};
use crate::domain::time::Day;

/// The stays of a life in order of time, and what follows from them.
#[derive(Clone, Debug, PartialEq)]
pub struct Itinerary {
    /// In order of time.
    pub stays: Vec<Stay>,
    /// When each stay begins and ends, as far as the source bounds it.
    pub schedule: Schedule,
}

/// The move between two stays.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Journey {
    /// Index of the stay it leaves.
    pub from: usize,
    /// Index of the stay it reaches.
    pub to: usize,
    /// The day it is drawn to begin.
    pub drawn_departure: Day,
    /// The day it is drawn to end.
    pub drawn_arrival: Day,
    /// Does the source leave open where the subject was meanwhile?
    pub unknown: bool,
}

impl Journey {
    /// The share of the way that the map shows as travelled by a day, from 0 to 1.
    #[must_use]
    pub fn progress(&self, day: Day) -> f64 {
        if day >= self.drawn_arrival {
            1.0
        } else if day <= self.drawn_departure {
            0.0
        } else {
            f64::from(day - self.drawn_departure)
                / f64::from(self.drawn_arrival - self.drawn_departure)
        }
    }
}

impl Itinerary {
    /// Works out when the stays, given in order of time, begin and end. `end` is
    /// the last day of the narrative; `point` gives a place's position by its id.
    ///
    /// # Errors
    /// A date contradicts the order of the stays.
    pub fn new(
        stays: Vec<Stay>,
        end: Day,
        point: impl Fn(&str) -> Option<LonLat>,
    ) -> Result<Self, DateOrderError> {
        let schedule = Schedule::of(&stays, end, |a, b| {
            point(a).zip(point(b)).map(|(a, b)| distance_km(a, b))
        })?;
        Ok(Self { stays, schedule })
    }

    /// The moves between stays at different places, in order.
    #[must_use]
    pub fn journeys(&self) -> Vec<Journey> {
        let line: Vec<usize> = self.main_line().collect();
        line.windows(2)
            .filter(|pair| self.stays[pair[0]].place != self.stays[pair[1]].place)
            .map(|pair| Journey {
                from: pair[0],
                to: pair[1],
                drawn_departure: self.schedule.timings[pair[0]].drawn_departure,
                drawn_arrival: self.schedule.timings[pair[1]].drawn_arrival,
                unknown: self.is_gap(pair[0]),
            })
            .collect()
    }

    /// The days a stay lies within: from the earliest arrival to the latest
    /// departure.
    #[must_use]
    pub fn stay_bounds(&self, stay: usize) -> (Day, Day) {
        let timing = &self.schedule.timings[stay];
        (timing.arrive_earliest, timing.depart_latest)
    }

    /// The days a journey lies within: from the earliest departure to the latest
    /// arrival.
    #[must_use]
    pub fn journey_bounds(&self, journey: &Journey) -> (Day, Day) {
        let timings = &self.schedule.timings;
        (timings[journey.from].depart_earliest, timings[journey.to].arrive_latest)
    }

    /// The indices of the stays that follow one another: all but concurrent ones.
    pub fn main_line(&self) -> impl DoubleEndedIterator<Item = usize> + '_ {
        (0..self.stays.len()).filter(|&i| !self.stays[i].concurrent)
    }

    /// The next stay of the main line.
    pub(super) fn next_of_line(&self, index: usize) -> Option<usize> {
        // Not by `main_line`, which starts at the first stay: quadratic in a life
        // of thousands of stays.
        (index + 1..self.stays.len()).find(|&i| !self.stays[i].concurrent)
    }

    /// Is there a gap in the source between this stay and the next one? There is
    /// one after a stay of a kind that soon ends (a congress, a visit) if the next
    /// stay is elsewhere, has a dated arrival and is drawn more than 45 days later.
    #[must_use]
    pub fn is_gap(&self, index: usize) -> bool {
        let stay = &self.stays[index];
        let timing = &self.schedule.timings[index];
        let Some(next) = self.next_of_line(index) else { return false };
        let wait = self.schedule.timings[next].drawn_arrival - timing.drawn_departure;
        stay.kind.lasts == Lasts::No
            && self.stays[next].place != stay.place
            && self.stays[next].arrive.is_some()
            && wait > GAP_DAYS
    }
}

/// A gap of more days than this is drawn as unknown, not as a journey.
const GAP_DAYS: i32 = 45;
