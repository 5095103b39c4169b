use super::kind::Lasts;
use super::stay::Stay;
use crate::domain::time::Day;

/// How many kilometres a day a journey is drawn at where the source gives only
/// one of its ends: a railway of the time, with changes.
const KM_PER_DAY: f64 = 400.0;

/// How long a visit, an arrest or a stop on the way is drawn to last at most
/// where the source does not say.
const SHORT_STAY_DAYS: i32 = 14;

/// The bounds the source sets to each stay, and the days it is drawn at.
///
/// The arrivals and departures of a life form one sequence. What the source
/// says bounds some of its events; order carries the bounds over to the others:
/// nobody arrives before having left the place before. Within its bounds each
/// event also gets a nominal day, so that a marker can move: events that share
/// a window divide it evenly.
#[derive(Clone, Debug, PartialEq)]
pub struct Schedule {
    /// One per stay.
    pub timings: Vec<Timing>,
}

/// When one stay begins and ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Timing {
    /// Arrival is not before this day…
    pub arrive_earliest: Day,
    /// …and not after this one.
    pub arrive_latest: Day,
    /// Departure is not before this day…
    pub depart_earliest: Day,
    /// …and not after this one.
    pub depart_latest: Day,
    /// The day the arrival is drawn at.
    pub drawn_arrival: Day,
    /// The day the departure is drawn at.
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
    /// Works out the bounds and nominal days; see [`Schedule`].
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
        let mut base = Timing::whole(Day::MIN, end);
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
    fn whole(earliest: Day, latest: Day) -> Self {
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

/// The sequence arrive, depart, arrive, depart… with bounds carried both ways.
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

/// Dated events: those that share a window divide it evenly, in order.
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

/// Undated events lie between their dated neighbours: a stay that lasts is left
/// as late as the next arrival allows, one that does not as soon as it is over.
fn place_undated(events: &mut [Event], stays: &[Stay], travel_days: &impl Fn(usize, usize) -> i32) {
    // Arrivals first, run by run: a run is all undated arrivals between two
    // dated events.
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
    // Then departures, each between its own arrival and the next.
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
    // Clamping may not disturb the order.
    let mut before = Day::MIN;
    for event in events {
        event.nominal = event.nominal.max(before);
        before = event.nominal;
    }
}

/// Places the undated arrivals of `first..after` between the dated events on
/// either side: what does not last takes a fortnight, the rest share the time.
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
    // What comes before each arrival: of the first, the stay before it, unless
    // its departure is dated; then only the way.
    let arrivals: Vec<usize> = (first..after).step_by(2).collect();
    let departure_known = first > 0 && events[first - 1].dated;
    let takes = |k: usize| {
        let kind = &stays[events[k].stay].kind;
        (kind.lasts == Lasts::No || kind.instant).then_some(SHORT_STAY_DAYS)
    };
    let before_first = if departure_known {
        Some(travel)
    } else if first >= 2 {
        takes(first - 2)
    } else {
        Some(0)
    };
    let mut slots = vec![before_first];
    slots.extend(arrivals.iter().map(|&k| takes(k)));
    let whole = to - from;
    let open = slots.iter().filter(|s| s.is_none()).count() as i32;
    let fixed: i32 = slots.iter().flatten().sum();
    // Too little time for all, or nothing to fill it: share it evenly.
    let even = fixed >= whole || open == 0;
    let share = if even { whole / slots.len() as i32 } else { (whole - fixed) / open };
    let mut day = from;
    for (&k, slot) in arrivals.iter().zip(&slots) {
        day = day + if even { share } else { slot.unwrap_or(share) };
        events[k].nominal = day.max(events[k].earliest).min(events[k].latest);
    }
}

/// A concurrent stay is bounded by its own dates alone, or by the stay it
/// accompanies.
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
