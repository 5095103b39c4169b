//! The days at which stays are drawn.
//!
//! # On which day is an arrival or departure without an exact date drawn?
//!
//! The marker needs a position on every day. So each arrival and departure gets a
//! nominal day within its bounds. Dated events that share a window ("1900") divide it evenly.
//! Undated visits, arrests and stops take 14 days, undated residences share the
//! time that is left, and a journey with one dated end runs at 400 km a day.
//!
//! Certainty never follows from nominal days; see [`whereabouts`](super::Whereabouts).

use super::kind::Lasts;
use super::stay::Stay;
use crate::domain::time::Day;

/// The speed of a journey of which the source dates only one end, in kilometres a
/// day: a railway of about 1900, with changes.
pub(super) const KM_PER_DAY: f64 = 400.0;

/// The longest that a visit, an arrest or a stop on the way is drawn where the
/// source does not say how long it took, in days.
pub(super) const SHORT_STAY_DAYS: i32 = 14;

/// An arrival or a departure with its bounds.
#[derive(Clone, Copy, Debug)]
pub(super) struct Event {
    pub stay: usize,
    pub earliest: Day,
    pub latest: Day,
    /// Does the source date it?
    pub dated: bool,
    /// The day it is drawn at.
    pub nominal: Day,
}

/// Gives each event its nominal day. The events are arrival and departure by turns,
/// with their bounds; `travel_days` is how long the journey between two stays takes.
pub(super) fn assign_nominal_days(
    events: &mut [Event],
    stays: &[Stay],
    travel_days: &impl Fn(usize, usize) -> i32,
) {
    place_dated(events);
    place_undated(events, stays, travel_days);
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
        let stays_on = stay.kind.lasts != Lasts::No || stay.place == stays[next.stay].place;
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
        let kind = &stays[events[k].stay].kind;
        (kind.lasts == Lasts::No || kind.instant).then_some(SHORT_STAY_DAYS)
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

#[cfg(test)]
mod tests {
    use crate::domain::life::PlaceKind;
    use crate::domain::life::samples::{life, place, stay};

    /// The drawn days of stays at a, b, c … in this order, on the equator with
    /// 1,490 km from each place to the next: four days at 400 km a day.
    fn drawn(stays: &[(&str, &str, &str)]) -> Vec<(String, String)> {
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

    #[test]
    fn events_that_share_a_year_divide_it_evenly() {
        let found = drawn(&[("residence", "1900", "1900")]);
        assert_eq!(found, days(&[("1900-05-02", "1900-08-31")]));
    }

    #[test]
    fn an_undated_visit_takes_a_fortnight_and_the_journey_four_days() {
        let found = drawn(&[
            ("residence", "1900-01-01", "1900-02-01"),
            ("visit", "", ""),
            ("residence", "", ""),
            ("residence", "1900-06-01", "1900-12-31"),
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
        let found = drawn(&[("visit", "1900-05", ""), ("residence", "1900-09-01", "1901-01-01")]);
        assert_eq!(found[0], ("1900-05-16".to_owned(), "1900-05-30".to_owned()));
    }

    #[test]
    fn an_undated_arrest_is_short_and_undated_stays_that_last_share_the_rest() {
        let found = drawn(&[
            ("residence", "1900-01-01", ""),
            ("arrest", "", ""),
            ("prison", "", ""),
            ("residence", "1901-01-01", ""),
        ]);
        // Of 365 days 14 are the arrest's; a and the prison have 175 each.
        let arrivals: Vec<&str> = found.iter().map(|(arrival, _)| arrival.as_str()).collect();
        assert_eq!(arrivals, ["1900-01-01", "1900-06-25", "1900-07-09", "1901-01-01"]);
    }

    #[test]
    fn too_little_time_is_shared_evenly() {
        let found = drawn(&[
            ("residence", "1900-01-01", "1900-01-01"),
            ("visit", "", ""),
            ("visit", "", ""),
            ("residence", "1900-01-10", ""),
        ]);
        let arrivals: Vec<&str> = found.iter().map(|(arrival, _)| arrival.as_str()).collect();
        assert_eq!(arrivals, ["1900-01-01", "1900-01-04", "1900-01-07", "1900-01-10"]);
    }
}
