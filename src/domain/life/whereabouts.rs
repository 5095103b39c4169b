//! Where the subject was on a day, and how sure that is.
//!
//! # When is a presence known?
//!
//! After the latest day of an arrival and before the earliest day of a departure,
//! both as the source gives them. Certainty follows from these bounds, never from
//! the days that a stay is drawn at.
//!
//! # When is a presence likely?
//!
//! Within the span that the source gives for an arrival or a departure; or in a
//! stay without an end that by its kind goes on until the next one (a residence,
//! an exile).
//!
//! # When is it inferred?
//!
//! When the arrival is not dated; when the only date is as vague as a whole year;
//! in a stay that may have gone on (political work, the goal of an escape); in a
//! stay that goes on although the next one is already drawn. A stay that the
//! source only implies is a step less certain: likely instead of known, else
//! inferred.
//!
//! # When is it unknown?
//!
//! In a gap: after a stay that soon ends (a congress, a visit) if the next one is
//! elsewhere and more than 45 days away.

use std::cmp::Reverse;

use serde::Serialize;

use super::itinerary::{Itinerary, Journey};
use super::kind::Lasts;
use super::stay::Certainty;
use crate::domain::argsort::argsort;
use crate::domain::time::Day;

/// Where the subject is on a day, as far as the source says.
#[derive(Clone, Debug, PartialEq)]
pub struct Whereabouts {
    /// The requested day.
    pub day: Day,
    /// The stays that the subject may be at, the most certain first. In a gap of
    /// the source, the stays before and after it, both unknown.
    pub candidates: Vec<PossibleStay>,
    /// The journey that the map shows under way on the day.
    pub moving: Option<Moving>,
    /// The candidate that map, caption and text show. Of several it is the one
    /// that is drawn on the day, so that the marker stands where the words say.
    pub shown: Option<PossibleStay>,
}

/// A stay that the subject may be at on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PossibleStay {
    /// Index of the stay.
    pub stay: usize,
    /// How certain that is.
    pub certainty: Presence,
    /// Has the event of this stay ended, with the subject still in the place or in its
    /// town? See [`Itinerary::place_of`].
    pub over: bool,
}

/// How certain a presence is; in ascending order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Presence {
    /// The source leaves it open.
    Unknown,
    /// It follows from the source, or nothing contradicts it.
    Inferred,
    /// The day is within the span that the source gives, or the stay is of a kind
    /// that goes on.
    Likely,
    /// The source puts the subject there on that day.
    Known,
}

/// A journey under way.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Moving {
    /// The journey.
    pub journey: Journey,
    /// The share of the way travelled, from 0 to 1.
    pub progress: f64,
}

/// An arrival within a window of more days than this ("in 1925") makes the
/// presence on a single day no more than inferred.
pub(super) const VAGUE_DAYS: i32 = 100;

impl Whereabouts {
    /// The most certain candidate. `None` if the source leaves it open.
    #[must_use]
    pub fn best(&self) -> Option<PossibleStay> {
        self.candidates.first().copied().filter(|c| c.certainty > Presence::Unknown)
    }

    /// The certainty of a candidate, or of being on the way: a journey is inferred
    /// from its two ends.
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
    /// The word in data files.
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
    ///
    /// ```
    /// use chronotope::domain::life::{Itinerary, Presence};
    /// # use chronotope::domain::formats::itinerary_geojson::parse_itinerary;
    /// # let kinds = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/data/kinds.json"));
    /// # let kinds = serde_json::from_str(kinds)?;
    /// # let stay = |place: &str, arrive: &str| format!(
    /// #     r#"{{"properties": {{"type": "stay", "place": "{place}", "name": "{place}",
    /// #     "kind": "residence", "arrive": "{arrive}", "depart": null,
    /// #     "calendar": "gregorian", "certainty": "explicit", "quote": "", "start": 0, "end": 0,
    /// #     "note": null, "concurrent": false}}}}"#);
    /// # let features = [stay("Gori", "1878-12-18"), stay("Tiflis", "1894-09")].join(",");
    /// # let file = format!(r#"{{"features": [{features}]}}"#);
    /// # let (stays, _events) = parse_itinerary(&file, &kinds)?;
    /// // Gori from 18 December 1878; Tiflis from September 1894.
    /// let itinerary = Itinerary::new(stays, "1899-12-31".parse()?, |_place| None, |_place| None)?;
    /// let shown = |day: &str| itinerary.whereabouts(day.parse().unwrap()).shown.unwrap();
    /// assert_eq!(shown("1878-12-18").certainty, Presence::Known);
    /// assert_eq!((shown("1888-01-01").stay, shown("1888-01-01").certainty), (0, Presence::Likely));
    /// assert_eq!(shown("1895-01-01").stay, 1);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn whereabouts(&self, day: Day) -> Whereabouts {
        let moving = self.moving_on(day);
        let candidates: Vec<PossibleStay> = (0..self.stays.len())
            .filter_map(|stay| {
                let certainty = self.presence(stay, day)?;
                Some(PossibleStay { stay, certainty, over: self.is_over(stay, day) })
            })
            .collect();
        // Stays of the main line before concurrent ones, then by certainty; of
        // equals, the one drawn nearest to the day. A place is named once.
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
            let place = self.place_of(*c);
            let new = !seen.contains(&place);
            seen.push(place);
            new
        });
        // A day with a candidate is not in a gap, because the source says something
        // about it.
        let moving = moving.filter(|m| !m.journey.unknown || candidates.is_empty());
        if let Some(gap) = moving.filter(|m| m.journey.unknown) {
            candidates = [gap.journey.from, gap.journey.to]
                .map(|stay| PossibleStay { stay, certainty: Presence::Unknown, over: false })
                .into();
        }
        let in_town = moving.and_then(|moving| self.in_town(moving));
        if let Some(in_town) = in_town {
            candidates.retain(|c| self.place_of(*c) != self.place_of(in_town));
            candidates.insert(0, in_town);
            return Whereabouts { day, candidates, moving: None, shown: Some(in_town) };
        }
        let best = candidates.first().copied().filter(|c| c.certainty > Presence::Unknown);
        let timings = &self.schedule.timings;
        let drawn = self.main_line().rfind(|&stay| timings[stay].drawn_arrival <= day);
        let drawn = drawn.and_then(|drawn| {
            let place = &self.stays[drawn].place;
            let same = candidates.iter().find(|c| self.stays[c.stay].place == *place);
            same.map(|c| PossibleStay { stay: drawn, over: self.is_over(drawn, day), ..*c })
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

    /// The certainty that the subject is at a stay on a day. `None` if the source rules
    /// it out or does not support it.
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
        } else {
            self.open_ended(index, day)?
        };
        Some(match stay.certainty {
            Certainty::Explicit => presence,
            Certainty::Implied => presence.lowered(),
        })
    }

    /// The certainty of a stay after its arrival, if the source gives no end.
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
                (self.same_town(index, next) || !self.is_gap(index)).then_some(Presence::Inferred)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::stay::Stay;
    use super::*;
    use crate::domain::life::samples::{day, life, stay};

    fn implied(stay: Stay) -> Stay {
        Stay { certainty: Certainty::Implied, ..stay }
    }

    fn concurrent(stay: Stay) -> Stay {
        Stay { concurrent: true, ..stay }
    }

    /// The presence at the stay of this index, by the rules of the module.
    fn presence(stays: &[Stay], index: usize, on: &str) -> Option<Presence> {
        let life = life("1900-01-01", "1910-12-31", vec![], stays.to_vec());
        life.itinerary.presence(index, day(on))
    }

    #[test]
    fn each_rule_has_its_certainty() {
        use Presence::{Inferred, Known, Likely};
        let later = |arrive: &str| stay("b", "residence", arrive, "");
        let home = |arrive: &str, depart: &str| stay("a", "residence", arrive, depart);
        let dated = home("1900-05-10", "1900-07");
        let open = [home("1900-05-10", ""), later("1901-01-01")];
        let before_undated = [home("1900-05-10", ""), later("")];
        let rows: [(&str, &[Stay], &str, Option<Presence>); 14] = [
            ("before the arrival", std::slice::from_ref(&dated), "1900-05-09", None),
            ("after the departure", std::slice::from_ref(&dated), "1900-08-01", None),
            (
                "between arrival and departure",
                std::slice::from_ref(&dated),
                "1900-06-01",
                Some(Known),
            ),
            ("on the day of arrival", std::slice::from_ref(&dated), "1900-05-10", Some(Known)),
            ("in the month of departure", std::slice::from_ref(&dated), "1900-07-10", Some(Likely)),
            ("in the month of arrival", &[home("1900-05", "")], "1900-05-10", Some(Likely)),
            ("in the year of arrival", &[home("1900", "")], "1900-05-10", Some(Inferred)),
            ("arrival not dated", &[home("", "1900-07-01")], "1900-06-01", Some(Inferred)),
            ("a residence without an end", &open, "1900-08-01", Some(Likely)),
            ("until the next is drawn", &before_undated, "1902-01-01", Some(Likely)),
            ("after the next is drawn", &before_undated, "1909-01-01", Some(Inferred)),
            ("implied: known is likely", &[implied(dated.clone())], "1900-06-01", Some(Likely)),
            (
                "implied: likely is inferred",
                &[implied(dated.clone())],
                "1900-07-10",
                Some(Inferred),
            ),
            (
                "political work may have gone on",
                &[stay("a", "political", "1900-05-10", ""), later("1901-01-01")],
                "1900-08-01",
                Some(Inferred),
            ),
        ];
        for (rule, stays, on, expected) in rows {
            assert_eq!(presence(stays, 0, on), expected, "{rule}");
        }
    }

    #[test]
    fn a_visit_ends_before_a_gap() {
        let visit = stay("a", "visit", "1900-05-10", "");
        for (rule, next, on, expected) in [
            ("the next is soon", Some(("b", "1900-06-01")), "1900-05-20", true),
            ("the next is 46 days later", Some(("b", "1900-06-25")), "1900-05-20", false),
            ("the next is 45 days later", Some(("b", "1900-06-24")), "1900-05-20", true),
            ("the next is at the same place", Some(("a", "1900-09-01")), "1900-08-20", true),
            ("the next is undated and not yet drawn", Some(("b", "")), "1900-05-20", true),
            ("the next is undated and drawn", Some(("b", "")), "1900-06-20", false),
            ("there is no next", None, "1900-05-20", false),
        ] {
            let next = next.map(|(place, arrive)| stay(place, "residence", arrive, ""));
            let stays: Vec<Stay> = std::iter::once(visit.clone()).chain(next).collect();
            let expected = expected.then_some(Presence::Inferred);
            assert_eq!(presence(&stays, 0, on), expected, "{rule}");
        }
    }

    #[test]
    fn in_a_gap_both_neighbours_are_unknown() {
        let stays =
            vec![stay("a", "visit", "1900-05-10", ""), stay("b", "residence", "1900-09-01", "")];
        let itinerary = life("1900-01-01", "1910-12-31", vec![], stays).itinerary;
        let found = itinerary.whereabouts(day("1900-07-01"));
        let unknown = |stay| PossibleStay { stay, certainty: Presence::Unknown, over: false };
        assert_eq!((found.candidates, found.shown), (vec![unknown(0), unknown(1)], None));
    }

    #[test]
    fn a_concurrent_stay_is_inferred_and_comes_after_the_main_line() {
        let stays = [
            stay("home", "residence", "1900-01-01", "1901-12-31"),
            concurrent(stay("dacha", "residence", "1900-05-10", "")),
            concurrent(stay("office", "residence", "", "1901-06-01")),
        ];
        assert_eq!(presence(&stays, 1, "1900-08-01"), Some(Presence::Inferred));
        assert_eq!(presence(&stays, 2, "1900-08-01"), Some(Presence::Likely));
        let itinerary = life("1900-01-01", "1910-12-31", vec![], stays.to_vec()).itinerary;
        let found = itinerary.whereabouts(day("1900-08-01"));
        let order: Vec<usize> = found.candidates.iter().map(|c| c.stay).collect();
        assert_eq!((order, found.shown.map(|c| c.stay)), (vec![0, 2, 1], Some(0)));
    }
}
