use std::cmp::Reverse;

use serde::Serialize;

use super::itinerary::{Itinerary, Journey};
use super::kind::Lasts;
use super::stay::Certainty;
use crate::domain::argsort::argsort;
use crate::domain::time::Day;

/// Where the subject is on a day, as far as the source tells.
#[derive(Clone, Debug, PartialEq)]
pub struct Whereabouts {
    /// The day asked for.
    pub day: Day,
    /// Stays that can hold on the day, the most certain first; in a blank of
    /// the source, the stays before and after it.
    pub candidates: Vec<PossibleStay>,
    /// On the way, as far as can be drawn.
    pub moving: Option<Moving>,
    /// Of the candidates the one that map, caption and text show: where several
    /// stays can hold, the one that is drawn on the day, so that the marker
    /// stands where the words say.
    pub shown: Option<PossibleStay>,
}

/// A stay that can hold on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PossibleStay {
    /// Index of the stay.
    pub stay: usize,
    /// How sure it is.
    pub certainty: Presence,
}

/// How sure a presence is. Ordered: the surest is the greatest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Presence {
    /// The source leaves it open.
    Unknown,
    /// It follows from what the source says, or nothing speaks against it.
    Inferred,
    /// Within the span the source gives, or a stay that by its nature went on.
    Likely,
    /// The source puts the subject there on that day.
    Known,
}

/// A journey under way.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Moving {
    /// The journey.
    pub journey: Journey,
    /// 0 at its beginning, 1 at its end.
    pub progress: f64,
}

/// Within a window of more days than this ("in 1925") a day's presence is no
/// more than possible.
const VAGUE_DAYS: i32 = 100;

impl Whereabouts {
    /// The most certain stay, unless the source leaves it open.
    #[must_use]
    pub fn best(&self) -> Option<PossibleStay> {
        self.candidates.first().copied().filter(|c| c.certainty > Presence::Unknown)
    }

    /// How sure an answer is; being on the way follows from both ends.
    #[must_use]
    pub fn certainty(&self, answer: Option<PossibleStay>) -> Presence {
        match (answer, self.moving) {
            (Some(answer), _) => answer.certainty,
            (None, Some(moving)) if !moving.journey.unknown => Presence::Inferred,
            _ => Presence::Unknown,
        }
    }
}

impl Presence {
    /// The word used in data and shown to readers.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Unknown => "unknown",
            Self::Inferred => "inferred",
            Self::Likely => "likely",
            Self::Known => "known",
        }
    }

    fn lowered(self) -> Self {
        match self {
            Self::Known => Self::Likely,
            _ => Self::Inferred,
        }
    }
}

impl Itinerary {
    /// Where the subject is on a day.
    #[must_use]
    pub fn whereabouts(&self, day: Day) -> Whereabouts {
        let moving = self.moving_on(day);
        let candidates: Vec<PossibleStay> = (0..self.stays.len())
            .filter_map(|stay| {
                self.presence(stay, day).map(|certainty| PossibleStay { stay, certainty })
            })
            .collect();
        // Concurrent stays accompany the main line; of equals, the one drawn
        // nearest to the day wins. A place is named once.
        let rank = |i: usize| {
            let c: &PossibleStay = &candidates[i];
            let timing = &self.schedule.timings[c.stay];
            let off = (timing.drawn_arrival - day).max(day - timing.drawn_departure).max(0);
            Reverse((!self.stays[c.stay].concurrent, c.certainty, -off, c.stay))
        };
        let ranked = argsort(candidates.len(), &|a, b| rank(a).cmp(&rank(b)));
        let mut candidates: Vec<PossibleStay> = ranked.into_iter().map(|i| candidates[i]).collect();
        let mut seen: Vec<&str> = Vec::new();
        candidates.retain(|c| {
            let place = self.stays[c.stay].place.as_str();
            let new = !seen.contains(&place);
            seen.push(place);
            new
        });
        let in_gap = moving.filter(|m| m.journey.unknown);
        if candidates.is_empty()
            && let Some(gap) = in_gap
        {
            candidates = [gap.journey.from, gap.journey.to]
                .map(|stay| PossibleStay { stay, certainty: Presence::Unknown })
                .into();
        }
        let best = candidates.first().copied().filter(|c| c.certainty > Presence::Unknown);
        let timings = &self.schedule.timings;
        let drawn = self.main_line().rfind(|&stay| timings[stay].drawn_arrival <= day);
        let drawn = drawn.and_then(|drawn| {
            let place = &self.stays[drawn].place;
            let same = candidates.iter().find(|c| self.stays[c.stay].place == *place);
            same.map(|c| PossibleStay { stay: drawn, ..*c })
        });
        let shown = drawn.filter(|c| c.certainty > Presence::Unknown).or(best);
        Whereabouts { day, candidates, moving, shown }
    }

    fn moving_on(&self, day: Day) -> Option<Moving> {
        let under_way =
            |journey: &Journey| journey.drawn_departure < day && day < journey.drawn_arrival;
        let journey = self.journeys().into_iter().find(under_way)?;
        Some(Moving { journey, progress: journey.progress(day) })
    }

    /// How sure is a stay on a day? `None` if the source rules it out or says
    /// nothing that would hold it.
    fn presence(&self, index: usize, day: Day) -> Option<Presence> {
        let stay = &self.stays[index];
        let timing = &self.schedule.timings[index];
        if day < timing.arrive_earliest || day > timing.depart_latest {
            return None;
        }
        let arriving = stay.arrive.is_some() && day <= timing.arrive_latest;
        let vague = timing.arrive_latest - timing.arrive_earliest > VAGUE_DAYS;
        let leaving = stay.depart.is_some() && day >= timing.depart_earliest;
        let between = day >= timing.arrive_latest && day <= timing.depart_earliest;
        let presence = if between && stay.arrive.is_some() {
            Presence::Known
        } else if arriving && vague {
            Presence::Inferred
        } else if arriving || leaving || (between && stay.depart.is_some()) {
            Presence::Likely
        } else if stay.arrive.is_none() && day <= timing.arrive_latest {
            Presence::Inferred
        } else if stay.depart.is_some() {
            Presence::Likely
        } else {
            self.open_ended(index, day)?
        };
        Some(match stay.certainty {
            Certainty::Explicit => presence,
            Certainty::Implied => presence.lowered(),
        })
    }

    /// A stay whose end the source does not give, after its arrival.
    fn open_ended(&self, index: usize, day: Day) -> Option<Presence> {
        let stay = &self.stays[index];
        let next = self.next_of_line(index);
        let overtaken = next.is_some_and(|next| {
            self.stays[next].arrive.is_none() && day >= self.schedule.timings[next].drawn_arrival
        });
        match stay.kind.lasts {
            _ if stay.concurrent => Some(Presence::Inferred),
            Lasts::No if overtaken => None,
            _ if overtaken => Some(Presence::Inferred),
            Lasts::Likely => Some(Presence::Likely),
            Lasts::Perhaps => Some(Presence::Inferred),
            Lasts::No => {
                let next = next?;
                (self.stays[next].place == stay.place || !self.is_gap(index))
                    .then_some(Presence::Inferred)
            }
        }
    }
}
