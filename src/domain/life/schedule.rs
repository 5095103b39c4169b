//! The bounds of each stay's dates, and the days at which it is drawn.
//!
//! # What bounds a date?
//!
//! The arrivals and departures of a life form one sequence of events. The source
//! dates some of them, more or less exactly. Their order carries the bounds over
//! to the others: nobody arrives before having left the place before.
//!
//! # On which day is an event drawn that has no day?
//!
//! A marker has to stand somewhere, so that each event gets a nominal day within
//! its bounds. Dated events that share a window ("1900") divide it evenly.
//! Undated visits, arrests and stops take 14 days, undated residences share the
//! time that is left, and a journey with one dated end runs at 400 km a day.
//!
//! Certainty never follows from nominal days; see [`whereabouts`](super::Whereabouts).

use super::stay::{Stay, StayKind};
use crate::domain::time::Day;

/// The speed of a journey of which the source dates only one end, in kilometres a
/// day: a railway of about 1900, with changes.
const KM_PER_DAY: f64 = 400.0;

/// The longest that a visit, an arrest or a stop on the way is drawn where the
/// source does not say how long it took, in days.
const SHORT_STAY_DAYS: i32 = 14;

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
    "`{}` is {latest} at the latest, but the stays before it reach to {earliest} at the earliest",
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

/// An arrival or a departure with its bounds.
#[derive(Clone, Copy, Debug)]
struct Event {
    stay: usize,
    earliest: Day,
    latest: Day,
    /// Does the source date it?
    dated: bool,
    /// The day it is drawn at.
    nominal: Day,
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
        place_dated(&mut events);
        place_undated(&mut events, stays, &travel_days);

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

/// Gives dated events their nominal days: those that share a window divide it
/// evenly.
fn place_dated(events: &mut [Event]) {
    let dated: Vec<usize> = (0..events.len()).filter(|&i| events[i].dated).collect();
    let mut before = Day::MIN;
    let mut at = 0;
    while at < dated.len() {
        let window = (events[dated[at]].earliest.max(before), events[dated[at]].latest);
        let shared = dated[at..]
            .iter()
            .take_while(|&&i| (events[i].earliest.max(before), events[i].latest) == window)
            .count();
        let days = i64::from(window.1 - window.0);
        for (nth, &i) in dated[at..at + shared].iter().enumerate() {
            let share = days * (nth as i64 + 1) / (shared as i64 + 1);
            before = (window.0 + share as i32).max(before).min(events[i].latest);
            events[i].nominal = before;
        }
        at += shared;
    }
}

/// Gives undated events their nominal days, between their dated neighbours. A stay
/// of a kind that lasts is left as late as the next arrival allows, any other when
/// its short time is over.
fn place_undated(events: &mut [Event], stays: &[Stay], travel_days: &impl Fn(usize, usize) -> i32) {
    // First the arrivals. A run is the undated arrivals between two dated events.
    let mut at = 0;
    while at < events.len() {
        if at % 2 == 1 || events[at].dated {
            at += 1;
            continue;
        }
        let after = (at..events.len()).find(|&k| events[k].dated).unwrap_or(events.len());
        place_run(events, at, after, stays, travel_days);
        at = after;
    }
    // Then the departures, each between its own arrival and the next one.
    for i in (1..events.len()).step_by(2) {
        if events[i].dated {
            continue;
        }
        let arrived = events[i - 1];
        let Some(next) = events.get(i + 1).copied() else {
            events[i].nominal = events[i].latest;
            continue;
        };
        let stay = &stays[arrived.stay];
        let in_time = next.nominal - travel_days(arrived.stay, next.stay);
        let stays_on = stay.kind.lasts().is_some() || stay.place == stays[next.stay].place;
        let soon = arrived.latest.min(arrived.nominal + SHORT_STAY_DAYS);
        let wanted = if stays_on { in_time } else { in_time.min(soon) };
        events[i].nominal = wanted.max(arrived.nominal).min(next.nominal);
    }
    // Clamping to bounds may have disturbed the order.
    let mut before = Day::MIN;
    for event in events {
        event.nominal = event.nominal.max(before);
        before = event.nominal;
    }
}

/// Gives the undated arrivals of `first..after` their nominal days, between the
/// dated events on either side: short stays take [`SHORT_STAY_DAYS`], the others
/// share the time that is left.
fn place_run(
    events: &mut [Event],
    first: usize,
    after: usize,
    stays: &[Stay],
    travel_days: &impl Fn(usize, usize) -> i32,
) {
    let from = first.checked_sub(1).map_or(events[first].earliest, |k| {
        events[..=k].iter().rfind(|e| e.dated).map_or(events[first].earliest, |e| e.nominal)
    });
    let to = events.get(after).map_or(events[first].latest, |e| e.nominal);
    let travel =
        if first > 0 { travel_days(events[first - 1].stay, events[first].stay) } else { 0 };
    // A slot is the time before an arrival, `None` for a share of what is left.
    // Before the first arrival lies the stay before it or, if its departure is
    // dated, only the journey.
    let arrivals: Vec<usize> = (first..after).step_by(2).collect();
    let departure_known = first > 0 && events[first - 1].dated;
    let stay_slot = |k: usize| {
        let lasts = stays[events[k].stay].kind.lasts().is_some()
            && stays[events[k].stay].kind != StayKind::Arrest;
        (!lasts).then_some(SHORT_STAY_DAYS)
    };
    let before_first = if departure_known {
        Some(travel)
    } else if first >= 2 {
        stay_slot(first - 2)
    } else {
        Some(0)
    };
    let mut slots = vec![before_first];
    slots.extend(arrivals.iter().map(|&k| stay_slot(k)));
    let days = to - from;
    let open = slots.iter().filter(|s| s.is_none()).count() as i32;
    let fixed: i32 = slots.iter().flatten().sum();
    // With too little time for the fixed slots, or none to take the rest, all
    // slots are alike.
    let even = fixed >= days || open == 0;
    let share = if even { days / slots.len() as i32 } else { (days - fixed) / open };
    let mut day = from;
    for (&k, slot) in arrivals.iter().zip(&slots) {
        day = day + if even { share } else { slot.unwrap_or(share) };
        events[k].nominal = day.max(events[k].earliest).min(events[k].latest);
    }
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
    use crate::domain::life::PlaceKind;
    use crate::domain::life::samples::{day, life, place, stay};

    /// The drawn days of stays at a, b, c … in this order, on the equator with
    /// 1,490 km from each place to the next: four days at 400 km a day.
    fn drawn(stays: &[(StayKind, &str, &str)]) -> Vec<(String, String)> {
        let ids = ["a", "b", "c", "d"];
        let place = |(i, id)| place(id, PlaceKind::Settlement, Some(13.4 * i as f64), &[]);
        let places = ids.into_iter().enumerate().map(place).collect();
        let stays = stays.iter().zip(ids);
        let stays = stays.map(|(&(kind, arrive, depart), id)| stay(id, kind, arrive, depart));
        let life = life("1900-01-01", "1901-12-31", places, stays.collect());
        let timings = life.itinerary.schedule.timings.iter();
        timings.map(|t| (t.drawn_arrival.to_string(), t.drawn_departure.to_string())).collect()
    }

    fn days(list: &[(&str, &str)]) -> Vec<(String, String)> {
        list.iter().map(|&(a, b)| (a.to_owned(), b.to_owned())).collect()
    }

    use StayKind::{Arrest, Prison, Residence, Visit};

    #[test]
    fn events_that_share_a_year_divide_it_evenly() {
        let found = drawn(&[(Residence, "1900", "1900")]);
        assert_eq!(found, days(&[("1900-05-02", "1900-08-31")]));
    }

    #[test]
    fn an_undated_visit_takes_a_fortnight_and_the_journey_four_days() {
        let found = drawn(&[
            (Residence, "1900-01-01", "1900-02-01"),
            (Visit, "", ""),
            (Residence, "", ""),
            (Residence, "1900-06-01", "1900-12-31"),
        ]);
        let expected = [
            ("1900-01-01", "1900-02-01"),
            // Four days to b, then 14 until the arrival in c, four of them on the way.
            ("1900-02-05", "1900-02-15"),
            // The residence takes the time that is left, but for the way to d.
            ("1900-02-19", "1900-05-28"),
            ("1900-06-01", "1900-12-31"),
        ];
        assert_eq!(found, days(&expected));
    }

    #[test]
    fn a_visit_without_an_end_is_over_after_a_fortnight() {
        let found = drawn(&[(Visit, "1900-05", ""), (Residence, "1900-09-01", "1901-01-01")]);
        assert_eq!(found[0], ("1900-05-16".to_owned(), "1900-05-30".to_owned()));
    }

    #[test]
    fn an_undated_arrest_is_short_and_undated_stays_that_last_share_the_rest() {
        let found = drawn(&[
            (Residence, "1900-01-01", ""),
            (Arrest, "", ""),
            (Prison, "", ""),
            (Residence, "1901-01-01", ""),
        ]);
        // Of 365 days 14 are the arrest's; a and the prison have 175 each.
        let arrivals: Vec<&str> = found.iter().map(|(arrival, _)| arrival.as_str()).collect();
        assert_eq!(arrivals, ["1900-01-01", "1900-06-25", "1900-07-09", "1901-01-01"]);
    }

    #[test]
    fn too_little_time_is_shared_evenly() {
        let found = drawn(&[
            (Residence, "1900-01-01", "1900-01-01"),
            (Visit, "", ""),
            (Visit, "", ""),
            (Residence, "1900-01-10", ""),
        ]);
        let arrivals: Vec<&str> = found.iter().map(|(arrival, _)| arrival.as_str()).collect();
        assert_eq!(arrivals, ["1900-01-01", "1900-01-04", "1900-01-07", "1900-01-10"]);
    }

    #[test]
    fn dates_against_the_order_are_an_error() {
        let stays = [
            stay("a", Residence, "1900-01-01", "1900-06"),
            stay("b", Residence, "1900-03", "1901"),
        ];
        let error = Schedule::of(&stays, day("1901-12-31"), |_, _| None).unwrap_err();
        assert_eq!((error.stay, error.event), (1, StayEvent::Arrival));
        assert_eq!(
            error.to_string(),
            "`arrive` is 1900-03-31 at the latest, but the stays before it reach to 1900-06-01 \
             at the earliest"
        );
    }
}
