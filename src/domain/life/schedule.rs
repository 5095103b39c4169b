//! The bounds of each stay's dates. The days at which stays are drawn are worked
//! out by `nominal_days`.
//!
//! # What bounds a date?
//!
//! The arrivals and departures of a life form one sequence of events. The source
//! dates some of them, more or less exactly. Each date also bounds the events before
//! and after it, because nobody arrives at a place before leaving the last one.

use super::nominal_days::{Event, KM_PER_DAY, assign_nominal_days};
use super::stay::Stay;
use crate::domain::time::Day;

/// When each stay of a life begins and ends: its bounds and its drawn days.
#[derive(Clone, Debug, PartialEq)]
pub struct Schedule {
    /// One per stay.
    pub timings: Vec<Timing>,
}

/// When one stay begins and ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Timing {
    /// The first day on which the subject can have arrived.
    pub arrive_earliest: Day,
    /// The last day on which the subject can have arrived.
    pub arrive_latest: Day,
    /// The first day on which the subject can have left.
    pub depart_earliest: Day,
    /// The last day on which the subject can have left.
    pub depart_latest: Day,
    /// The nominal day of the arrival, within its bounds.
    pub drawn_arrival: Day,
    /// The nominal day of the departure, within its bounds.
    pub drawn_departure: Day,
}

/// The dates of a stay contradict the order of the stays.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "`{}` is {latest} at the latest, but a stay before it reaches {earliest} or later",
    .event.key()
)]
pub struct DateOrderError {
    /// Index of the stay.
    pub stay: usize,
    /// Which of its dates.
    pub event: StayEvent,
    /// The last day that the date allows.
    pub latest: Day,
    /// The first day that the stays before it allow.
    pub earliest: Day,
}

/// One of the two events of a stay.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StayEvent {
    /// The subject arrives.
    Arrival,
    /// The subject leaves.
    Departure,
}

impl StayEvent {
    /// The key of the event's date in data files.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Arrival => "arrive",
            Self::Departure => "depart",
        }
    }
}

impl Schedule {
    /// Works out bounds and nominal days of stays in order of time. `end` is the
    /// last day of the narrative; `distance_km` is between two places by their ids.
    ///
    /// # Errors
    /// A date contradicts the order of the stays.
    pub(super) fn of(
        stays: &[Stay],
        end: Day,
        distance_km: impl Fn(&str, &str) -> Option<f64>,
    ) -> Result<Self, DateOrderError> {
        let travel_days = |from: usize, to: usize| {
            let km = distance_km(&stays[from].place, &stays[to].place).unwrap_or(0.0);
            (km / KM_PER_DAY).ceil() as i32
        };
        let line: Vec<usize> = (0..stays.len()).filter(|&i| !stays[i].concurrent).collect();
        let mut events = bounded_events(stays, &line, end)?;
        assign_nominal_days(&mut events, stays, &travel_days);

        let mut timings: Vec<Option<Timing>> = vec![None; stays.len()];
        for pair in events.chunks_exact(2) {
            let (arrive, depart) = (pair[0], pair[1]);
            timings[arrive.stay] = Some(Timing {
                arrive_earliest: arrive.earliest,
                arrive_latest: arrive.latest,
                depart_earliest: depart.earliest,
                depart_latest: depart.latest,
                drawn_arrival: arrive.nominal,
                drawn_departure: depart.nominal,
            });
        }
        let mut base = Timing::within(Day::MIN, end);
        let mut all = Vec::with_capacity(stays.len());
        for (i, timing) in timings.into_iter().enumerate() {
            all.push(match timing {
                Some(timing) => {
                    base = timing;
                    timing
                }
                None => concurrent_timing(&stays[i], i, base, end)?,
            });
        }
        Ok(Self { timings: all })
    }
}

impl Timing {
    /// A timing with the same bounds for arrival and departure.
    fn within(earliest: Day, latest: Day) -> Self {
        Self {
            arrive_earliest: earliest,
            arrive_latest: latest,
            depart_earliest: earliest,
            depart_latest: latest,
            drawn_arrival: earliest,
            drawn_departure: latest,
        }
    }
}

/// The events of the stays in `line` (arrival, departure, arrival, …) with bounds
/// carried forwards and backwards.
fn bounded_events(stays: &[Stay], line: &[usize], end: Day) -> Result<Vec<Event>, DateOrderError> {
    let mut events = Vec::with_capacity(2 * line.len());
    for &stay in line {
        for span in [&stays[stay].arrive, &stays[stay].depart] {
            events.push(Event {
                stay,
                earliest: span.as_ref().and_then(|s| s.earliest).unwrap_or(Day::MIN),
                latest: span.as_ref().and_then(|s| s.latest).unwrap_or(end),
                dated: span.is_some(),
                nominal: end,
            });
        }
    }
    let mut earliest = Day::MIN;
    for (i, event) in events.iter_mut().enumerate() {
        event.earliest = event.earliest.max(earliest);
        earliest = event.earliest;
        if event.latest < earliest {
            return Err(DateOrderError {
                stay: event.stay,
                event: if i % 2 == 0 { StayEvent::Arrival } else { StayEvent::Departure },
                latest: event.latest,
                earliest,
            });
        }
    }
    let mut latest = end;
    for event in events.iter_mut().rev() {
        event.latest = event.latest.min(latest);
        latest = event.latest;
    }
    Ok(events)
}

/// A concurrent stay is bounded by its own dates or, where they are missing, by
/// `base`, the stay that it accompanies.
fn concurrent_timing(
    stay: &Stay,
    index: usize,
    base: Timing,
    end: Day,
) -> Result<Timing, DateOrderError> {
    let arrive_earliest =
        stay.arrive.as_ref().and_then(|s| s.earliest).unwrap_or(base.arrive_earliest);
    let arrive_latest = stay.arrive.as_ref().and_then(|s| s.latest).unwrap_or(arrive_earliest);
    let depart_latest = stay
        .depart
        .as_ref()
        .and_then(|s| s.latest)
        .unwrap_or_else(|| base.depart_latest.max(arrive_latest))
        .min(end);
    let depart_earliest = stay.depart.as_ref().and_then(|s| s.earliest).unwrap_or(arrive_latest);
    if depart_latest < arrive_earliest {
        return Err(DateOrderError {
            stay: index,
            event: StayEvent::Departure,
            latest: depart_latest,
            earliest: arrive_earliest,
        });
    }
    Ok(Timing {
        arrive_earliest,
        arrive_latest,
        depart_earliest,
        depart_latest,
        drawn_arrival: arrive_earliest,
        drawn_departure: depart_latest,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::life::samples::{day, stay};

    #[test]
    fn dates_against_the_order_are_an_error() {
        let stays = [
            stay("a", "residence", "1900-01-01", "1900-06"),
            stay("b", "residence", "1900-03", "1901"),
        ];
        let error = Schedule::of(&stays, day("1901-12-31"), |_, _| None).unwrap_err();
        assert_eq!((error.stay, error.event), (1, StayEvent::Arrival));
        assert_eq!(
            error.to_string(),
            "`arrive` is 1900-03-31 at the latest, but a stay before it reaches 1900-06-01 \
             or later"
        );
    }
}
