use serde::{Deserialize, Serialize};

use super::{DateSpan, DateSpanError, Day, Disorder, LonLat, Schedule, StayKind, kilometres};

/// The subject is at a place over a span of time.
#[derive(Clone, Debug, PartialEq)]
pub struct Stay {
    /// Id of the place.
    pub place: String,
    /// The place's name at the time.
    pub name: String,
    /// What brought him or her there.
    pub kind: StayKind,
    /// When the source has the subject arrive; `None` where it is silent.
    pub arrive: Option<DateSpan>,
    /// When the source has the subject leave; `None` where it is silent.
    pub depart: Option<DateSpan>,
    /// The calendar the source counts in.
    pub calendar: Calendar,
    /// Said, or following from what is said.
    pub certainty: Certainty,
    /// The words of the source that prove it.
    pub quote: String,
    /// Where the quote begins in the source, in code points.
    pub start: usize,
    /// Where it ends, exclusive.
    pub end: usize,
    /// A neutral remark for the reader.
    pub note: Option<String>,
    /// Repeated or partial: the stay before goes on meanwhile.
    pub concurrent: bool,
}

/// The calendar a source counts in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Calendar {
    /// Old Style.
    Julian,
    /// New Style.
    Gregorian,
    /// The source does not say; the numbers are taken as Gregorian.
    #[default]
    Unspecified,
}

/// How a fact stands in the source.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Certainty {
    /// The source puts the subject there.
    Explicit,
    /// It follows from the source.
    Implied,
}

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
    pub leave: Day,
    /// The day it is drawn to end.
    pub reach: Day,
    /// Does the source leave open where the subject was meanwhile?
    pub unknown: bool,
}

impl Journey {
    /// The share of the way travelled by a day, 0 to 1.
    #[must_use]
    pub fn progress(&self, day: Day) -> f64 {
        if day >= self.reach {
            1.0
        } else if day <= self.leave {
            0.0
        } else {
            f64::from(day - self.leave) / f64::from(self.reach - self.leave)
        }
    }
}

impl Itinerary {
    /// Orders the stays in time. `end` is the last day of the narrative;
    /// `point` gives a place's position by its id.
    pub fn new(
        stays: Vec<Stay>,
        end: Day,
        point: impl Fn(&str) -> Option<LonLat>,
    ) -> Result<Self, Disorder> {
        let schedule = Schedule::of(&stays, end, |a, b| {
            point(a).zip(point(b)).map(|(a, b)| kilometres(a, b))
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
                leave: self.schedule.timings[pair[0]].leave,
                reach: self.schedule.timings[pair[1]].reach,
                unknown: self.is_gap(pair[0]),
            })
            .collect()
    }

    /// The days a stay lies within: from the earliest its arrival to the latest
    /// its departure can have been.
    #[must_use]
    pub fn stay_bounds(&self, stay: usize) -> (Day, Day) {
        let timing = &self.schedule.timings[stay];
        (timing.arrive_earliest, timing.depart_latest)
    }

    /// The days a journey lies within: from the earliest it can have begun to
    /// the latest it can have ended.
    #[must_use]
    pub fn journey_bounds(&self, journey: &Journey) -> (Day, Day) {
        let timings = &self.schedule.timings;
        (timings[journey.from].depart_earliest, timings[journey.to].arrive_latest)
    }

    /// Indices of the stays that follow one another, without concurrent ones.
    pub fn main_line(&self) -> impl DoubleEndedIterator<Item = usize> + '_ {
        (0..self.stays.len()).filter(|&i| !self.stays[i].concurrent)
    }

    /// The next stay of the main line.
    pub(super) fn next_of_line(&self, index: usize) -> Option<usize> {
        // Not out of `main_line`: from the beginning it would be a long way to
        // each of thousands.
        (index + 1..self.stays.len()).find(|&i| !self.stays[i].concurrent)
    }

    /// Is the time between this stay and the next one a blank in the source?
    /// So it is after a stay that by its nature soon ends (a congress, a visit)
    /// when no departure is given and the next stay is elsewhere and later.
    #[must_use]
    pub fn is_gap(&self, index: usize) -> bool {
        let stay = &self.stays[index];
        let timing = &self.schedule.timings[index];
        let Some(next) = self.next_of_line(index) else { return false };
        let wait = self.schedule.timings[next].reach - timing.leave;
        stay.kind.lasts().is_none()
            && self.stays[next].place != stay.place
            && self.stays[next].arrive.is_some()
            && wait > GAP_DAYS
    }
}

impl Calendar {
    /// Reads an EDTF date as this calendar counts.
    pub fn read(self, text: &str) -> Result<DateSpan, DateSpanError> {
        match self {
            Self::Julian => DateSpan::parse_julian(text),
            Self::Gregorian | Self::Unspecified => text.parse(),
        }
    }
}

/// A silence of more days than this is drawn as unknown, not as a journey.
const GAP_DAYS: i32 = 45;
