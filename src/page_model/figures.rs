//! A life in figures up to a day: kilometres travelled, places stayed at, days by group,
//! counts by kind.

use std::sync::Arc;

use super::resolved_stays::ResolvedStays;
use crate::domain::argsort::argsort;
use crate::domain::great_circle::distance_km;
use crate::domain::life::{Certainty, EventOutcome, Journey, Life, Stay, StayGroup, StayKind};
use crate::domain::time::Day;

/// A life in figures up to a day. Stays and events are given by their indices,
/// in order, so that each figure can lead to what it counts.
///
/// The table of kinds says which days and which kinds are counted. A life shows only
/// those that occur in it: without an arrest there is no figure for arrests.
///
/// Where the source gives no exact dates, days are counted by the days on which stays
/// are drawn.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Figures {
    /// Kilometres travelled, along great circles. Of the journey under way the part
    /// already travelled is counted. Actual roads are longer.
    pub travelled_km: f64,
    /// The share of it, in kilometres, on journeys that are inferred: from or to a stay
    /// that the source only implies, or across a gap of the source.
    pub inferred_km: f64,
    /// The stays that these journeys lead to.
    pub journeys: Vec<usize>,
    /// The first stay at each distinct place. A site counts as the town it is
    /// in: the station and the prison of a town are one place.
    pub places: Vec<usize>,
    /// Days in each group whose days are counted, in the order of the table.
    pub days: Vec<DaysFigure>,
    /// How often each counted kind occurred, in the order of the table.
    pub counts: Vec<CountFigure>,
}

/// Days spent in stays of one group.
#[derive(Clone, Debug, PartialEq)]
pub struct DaysFigure {
    /// The group.
    pub group: Arc<StayGroup>,
    /// Days up to the day; a day within two stays counts once.
    pub days: i32,
    /// Those of them that are inferred: in no stay that the source gives with an
    /// arrival.
    pub inferred: i32,
    /// The stays begun by the day.
    pub stays: Vec<usize>,
}

/// How often something happened: the stays and the events of one kind.
///
/// Stays of the kind that follow one another are one occurrence: a flight with a stop
/// on its way. A stay that an event tells of in the same words is left to the event,
/// which says whether it succeeded.
#[derive(Clone, Debug, PartialEq)]
pub struct CountFigure {
    /// The kind.
    pub kind: Arc<StayKind>,
    /// The stays begun by the day with which it happened.
    pub stays: Vec<usize>,
    /// Its events up to the day, without those that failed.
    pub events: Vec<usize>,
    /// Its events up to the day that failed: attempts.
    pub failed: Vec<usize>,
}

impl CountFigure {
    /// How often an event of this kind happened, without failed attempts.
    #[must_use]
    pub fn count(&self) -> usize {
        self.stays.len() + self.events.len()
    }
}

impl Figures {
    /// Counts what has begun by a day.
    #[must_use]
    pub fn until(life: &Life, resolved_stays: &ResolvedStays, day: Day) -> Self {
        let (days, counts) = (days_figures(life, day), count_figures(life, day));
        let mut figures = Self { days, counts, ..Self::default() };
        for journey in &resolved_stays.journeys {
            // How far the subject has come is not known within a gap.
            let progress = match journey.unknown && day < journey.drawn_arrival {
                true => 0.0,
                false => journey.progress(day),
            };
            if progress > 0.0
                && let Some((from, to)) = resolved_stays.ends(journey)
            {
                let km = progress * distance_km(from, to);
                figures.travelled_km += km;
                figures.inferred_km += if is_inferred(life, journey) { km } else { 0.0 };
                figures.journeys.push(journey.to);
            }
        }
        let mut seen = vec![false; life.places.len()];
        for stay in stays_begun(life, day) {
            let stay_place = resolved_stays.stays[stay];
            if let Some(place) = stay_place.town.or(stay_place.place)
                && !std::mem::replace(&mut seen[place], true)
            {
                figures.places.push(stay);
            }
        }
        figures
    }
}

/// Is a journey inferred, and not told by the source?
fn is_inferred(life: &Life, journey: &Journey) -> bool {
    let implied = |stay: usize| life.itinerary.stays[stay].certainty == Certainty::Implied;
    journey.unknown || implied(journey.from) || implied(journey.to)
}

/// Does the source itself say that the stay took place, and when it began?
fn is_told(stay: &Stay) -> bool {
    stay.certainty == Certainty::Explicit && stay.arrive.is_some()
}

fn stays_begun(life: &Life, day: Day) -> impl Iterator<Item = usize> {
    let timings = &life.itinerary.schedule.timings;
    (0..timings.len()).filter(move |&stay| timings[stay].drawn_arrival <= day)
}

fn days_figures(life: &Life, day: Day) -> Vec<DaysFigure> {
    let (stays, timings) = (&life.itinerary.stays, &life.itinerary.schedule.timings);
    let counted = life.kinds.groups().iter().filter(|group| {
        group.days_figure.is_some() && stays.iter().any(|stay| stay.kind.group.id == group.id)
    });
    let figure = |group: &Arc<StayGroup>| {
        let of_group = stays_begun(life, day).filter(|&i| stays[i].kind.group.id == group.id);
        let of_group: Vec<usize> = of_group.collect();
        let days_of = |counted: &dyn Fn(&Stay) -> bool| {
            let counted = of_group.iter().filter(|&&i| counted(&stays[i]));
            let span = |&i: &usize| (timings[i].drawn_arrival, timings[i].drawn_departure.min(day));
            days_in(&counted.map(span).collect::<Vec<_>>())
        };
        let days = days_of(&|_| true);
        let inferred = days - days_of(&is_told);
        DaysFigure { group: group.clone(), days, inferred, stays: of_group }
    };
    counted.map(figure).collect()
}

fn count_figures(life: &Life, day: Day) -> Vec<CountFigure> {
    let (stays, events) = (&life.itinerary.stays, &life.events);
    let counted = life.kinds.kinds().iter().filter(|kind| {
        kind.figure.is_some()
            && (stays.iter().any(|stay| stay.kind.word == kind.word)
                || events.iter().any(|event| event.kind.word == kind.word))
    });
    let figure = |kind: &Arc<StayKind>| {
        let happened = |outcome: EventOutcome| {
            let of_kind = (0..events.len()).filter(|&i| {
                events[i].kind.word == kind.word
                    && events[i].outcome == outcome
                    && events[i].day().is_some_and(|happened| happened <= day)
            });
            of_kind.collect()
        };
        let of_kind = occurrences(life, kind).into_iter();
        let begun = of_kind.filter(|&i| life.itinerary.schedule.timings[i].drawn_arrival <= day);
        CountFigure {
            kind: kind.clone(),
            stays: begun.collect(),
            events: happened(EventOutcome::Succeeded),
            failed: happened(EventOutcome::Failed),
        }
    };
    counted.map(figure).collect()
}

/// The stays with which something of a kind happened, in order; see [`CountFigure`].
fn occurrences(life: &Life, kind: &StayKind) -> Vec<usize> {
    let stays = &life.itinerary.stays;
    let of_kind = |i: usize| stays[i].kind.word == kind.word;
    let by_event = |i: usize| {
        life.events.iter().any(|event| {
            event.kind.word == kind.word && event.start < stays[i].end && stays[i].start < event.end
        })
    };
    let mut before = None;
    let mut found = Vec::new();
    for i in life.itinerary.main_line() {
        if of_kind(i) && !before.is_some_and(of_kind) && !by_event(i) {
            found.push(i);
        }
        before = Some(i);
    }
    found
}

/// Days spent at a place in all, up to a day or in the whole life; at the sites
/// of a town is in the town.
#[must_use]
pub fn days_at(life: &Life, place: &str, until: Option<Day>) -> i32 {
    let Some(place) = life.place(place) else { return 0 };
    let mut spans = Vec::new();
    for (stay, timing) in life.itinerary.stays.iter().zip(&life.itinerary.schedule.timings) {
        let leave = until.map_or(timing.drawn_departure, |until| timing.drawn_departure.min(until));
        if timing.drawn_arrival <= leave && life.is_at(place, &stay.place) {
            spans.push((timing.drawn_arrival, leave));
        }
    }
    days_in(&spans)
}

/// How many days spans cover together, from their first day to their last; what
/// two of them share counts once.
fn days_in(spans: &[(Day, Day)]) -> i32 {
    let (mut days, mut covered) = (0, Day::MIN);
    for i in argsort(spans.len(), &|a, b| spans[a].0.cmp(&spans[b].0)) {
        let (from, to) = spans[i];
        days += (to - from.max(covered)).max(0);
        covered = covered.max(to);
    }
    days
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::life::PlaceKind::{Settlement, Site};
    use crate::domain::life::samples::{day, kinds, life, place, stay};
    use crate::domain::life::{Calendar, LifeEvent};

    const DEGREE_KM: f64 = 111.195;

    /// Home in A; arrested there, held in A's prison, banished to B for a year,
    /// of which a month is (also) told as prison; fled to A.
    fn convict() -> Life {
        let places = vec![
            place("a", Settlement, Some(0.0), &[]),
            place("gaol", Site, Some(0.0), &["a"]),
            place("b", Settlement, Some(10.0), &[]),
            place("nowhere", Settlement, None, &[]),
        ];
        let mut meanwhile = stay("b", "prison", "1901-06-01", "1901-07-01");
        meanwhile.concurrent = true;
        let stays = vec![
            stay("a", "residence", "1900-01-01", "1900-11-30"),
            stay("a", "arrest", "1900-12-01", "1900-12-02"),
            stay("gaol", "prison", "1900-12-02", "1900-12-12"),
            stay("b", "exile", "1901-01-01", "1902-01-01"),
            meanwhile,
            stay("a", "escape", "1902-01-11", "1902-02-01"),
            stay("nowhere", "visit", "1902-03-01", "1902-03-02"),
        ];
        life("1900-01-01", "1903-01-01", places, stays)
    }

    fn until(life: &Life, on: &str) -> Figures {
        Figures::until(life, &ResolvedStays::of(life, &life.itinerary.journeys()), day(on))
    }

    fn words(figures: &Figures) -> Vec<&str> {
        let days = figures.days.iter().map(|figure| figure.group.word.as_str());
        days.chain(figures.counts.iter().map(|figure| figure.kind.word.as_str())).collect()
    }

    fn event(kind: &str, date: &str, outcome: EventOutcome) -> LifeEvent {
        LifeEvent {
            kind: kinds().get(kind).unwrap().clone(),
            date: date.parse().unwrap(),
            calendar: Calendar::Unspecified,
            place: None,
            outcome,
            quote: String::new(),
            start: 0,
            end: 0,
            because: None,
        }
    }

    #[test]
    fn figures_grow_with_the_days() {
        let life = convict();
        let first = until(&life, "1899-12-31");
        assert_eq!((first.travelled_km, first.places.len(), first.days[0].days), (0.0, 0, 0));
        assert_eq!(words(&first), ["custody", "arrest", "escape"]);
        assert_eq!(until(&life, "1900-01-01").places, [0]);

        let banished = until(&life, "1901-01-31");
        assert!((banished.travelled_km - 10.0 * DEGREE_KM).abs() < 0.1, "{banished:?}");
        assert_eq!(banished.places, [0, 3], "the gaol is in a place seen before");
        let custody = &banished.days[0];
        assert_eq!((custody.days, &custody.stays[..]), (1 + 10 + 30, &[1, 2, 3][..]));
        assert_eq!((&banished.counts[0].stays[..], banished.counts[1].count()), (&[1][..], 0));

        let last = until(&life, "1903-01-01");
        assert!((last.travelled_km - 20.0 * DEGREE_KM).abs() < 0.1, "{last:?}");
        assert_eq!(last.places, [0, 3, 6]);
        assert_eq!(last.days[0].days, 1 + 10 + 365, "the month told twice counts once");
        assert_eq!(last.days[0].stays, [1, 2, 3, 4]);
        assert_eq!(last.counts[1].stays, [5]);
    }

    #[test]
    fn what_is_inferred_is_counted_apart() {
        let mut life = convict();
        life.itinerary.stays[3].certainty = Certainty::Implied;
        let last = until(&life, "1903-01-01");
        assert!((last.inferred_km - 20.0 * DEGREE_KM).abs() < 0.1, "to b and back: {last:?}");
        // A month of the year in b is told for itself.
        assert_eq!((last.days[0].days, last.days[0].inferred), (1 + 10 + 365, 365 - 30));
        assert_eq!(last.journeys, [2, 3, 5], "the way to a place without a position is not");
    }

    #[test]
    fn a_flight_with_a_stop_is_one_and_an_attempt_is_none() {
        let places = || ["a", "b", "c"].map(|id| place(id, Settlement, Some(0.0), &[])).into();
        let told = |place, kind, arrive, quote: (usize, usize)| crate::domain::life::Stay {
            start: quote.0,
            end: quote.1,
            ..stay(place, kind, arrive, "")
        };
        let stays = vec![
            told("a", "exile", "1900-01", (0, 10)),
            told("b", "escape", "1900-03", (20, 40)),
            told("a", "exile", "1900-04", (50, 60)),
            told("b", "escape", "1901-06", (70, 80)),
            told("c", "escape", "1901-06", (80, 90)),
        ];
        let mut life = life("1900-01-01", "1903-01-01", places(), stays);
        assert_eq!(until(&life, "1903-01-01").counts[0].stays, [1, 3]);
        let attempt =
            LifeEvent { start: 15, end: 45, ..event("escape", "1900-03", EventOutcome::Failed) };
        life.events = vec![attempt];
        let escapes = &until(&life, "1903-01-01").counts[0];
        assert_eq!(
            (&escapes.stays[..], &escapes.failed[..], escapes.count()),
            (&[3][..], &[0][..], 1)
        );
    }

    #[test]
    fn a_life_shows_only_the_figures_it_has() {
        let places = || vec![place("a", Settlement, Some(0.0), &[])];
        let stays = || vec![stay("a", "residence", "1900-01-01", "1901-01-01")];
        let quiet = life("1900-01-01", "1903-01-01", places(), stays());
        assert!(words(&until(&quiet, "1903-01-01")).is_empty());
        let mut tried = quiet;
        tried.events = vec![
            event("arrest", "1901-05", EventOutcome::Succeeded),
            event("escape", "1902", EventOutcome::Failed),
        ];
        let early = until(&tried, "1901-04-30");
        assert_eq!((words(&early), early.counts[0].count()), (vec!["arrest", "escape"], 0));
        let late = until(&tried, "1903-01-01");
        assert_eq!(late.counts[0].events, [0], "counted from the first day it can have been");
        assert_eq!((late.counts[1].count(), &late.counts[1].failed[..]), (0, &[1][..]));
    }

    #[test]
    fn the_journey_under_way_counts_in_proportion() {
        let life = convict();
        let flight = life.itinerary.journeys()[2];
        assert_eq!(
            (flight.drawn_departure, flight.drawn_arrival),
            (day("1902-01-01"), day("1902-01-11"))
        );
        let half = until(&life, "1902-01-06").travelled_km;
        assert!((half - 15.0 * DEGREE_KM).abs() < 0.1, "{half}");
    }

    #[test]
    fn days_at_a_town_include_its_sites() {
        let life = convict();
        assert_eq!(days_at(&life, "gaol", None), 10);
        assert_eq!(days_at(&life, "a", None), 333 + 1 + 10 + 21);
        assert_eq!(days_at(&life, "a", Some(day("1900-12-07"))), 333 + 1 + 5);
        assert_eq!(days_at(&life, "b", None), 365);
        assert_eq!(days_at(&life, "b", Some(day("1900-12-07"))), 0);
        assert_eq!(days_at(&life, "atlantis", None), 0);
    }
}
