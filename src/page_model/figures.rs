use super::resolved_stays::ResolvedStays;
use crate::domain::argsort::argsort;
use crate::domain::great_circle::distance_km;
use crate::domain::life::{Life, StayGroup, StayKind};
use crate::domain::time::Day;

/// A life in figures up to a day. Stays are given by their indices, in order,
/// so that each figure can lead to what it counts.
///
/// All lengths of time are of the days that stays are drawn at, where the
/// source gives no nearer ones.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Figures {
    /// Kilometres travelled, along great circles; of the journey under way the
    /// share that is behind. It is at least so much: no road is straight, and
    /// where the source leaves a course open, the direct way is counted.
    pub travelled_km: f64,
    /// The first stay at each distinct place. A site counts as the town it is
    /// in: who goes from the station to the prison of a town has seen one place.
    pub places: Vec<usize>,
    /// Days in custody, up to the day; at once in two ways is once.
    pub custody_days: i32,
    /// Stays in custody: arrest, prison, exile.
    pub custody: Vec<usize>,
    /// Arrests.
    pub arrests: Vec<usize>,
    /// Escapes.
    pub escapes: Vec<usize>,
}

impl Figures {
    /// Counts what has started by a day.
    #[must_use]
    pub fn until(life: &Life, resolved_stays: &ResolvedStays, day: Day) -> Self {
        let mut figures = Self::default();
        for journey in &resolved_stays.journeys {
            let progress = journey.progress(day);
            if let (true, Some((from, to))) = (progress > 0.0, resolved_stays.ends(journey)) {
                figures.travelled_km += progress * distance_km(from, to);
            }
        }
        let mut seen = vec![false; life.places.len()];
        let mut in_custody = Vec::new();
        let stays = life.itinerary.stays.iter().zip(&life.itinerary.schedule.timings);
        for (i, (stay, timing)) in stays.enumerate().filter(|(_, (_, t))| t.drawn_arrival <= day) {
            let stay_place = resolved_stays.stays[i];
            if let Some(place) = stay_place.town.or(stay_place.place)
                && !std::mem::replace(&mut seen[place], true)
            {
                figures.places.push(i);
            }
            if stay.kind.group() == StayGroup::Custody {
                figures.custody.push(i);
                in_custody.push((timing.drawn_arrival, timing.drawn_departure.min(day)));
            }
            match stay.kind {
                StayKind::Arrest => figures.arrests.push(i),
                StayKind::Escape => figures.escapes.push(i),
                _ => {}
            }
        }
        figures.custody_days = days_in(&in_custody);
        figures
    }
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
    use crate::domain::life::StayKind::{Arrest, Escape, Exile, Prison, Residence, Visit};
    use crate::domain::life::samples::{day, life, place, stay};

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
        let mut meanwhile = stay("b", Prison, "1901-06-01", "1901-07-01");
        meanwhile.concurrent = true;
        let stays = vec![
            stay("a", Residence, "1900-01-01", "1900-11-30"),
            stay("a", Arrest, "1900-12-01", "1900-12-02"),
            stay("gaol", Prison, "1900-12-02", "1900-12-12"),
            stay("b", Exile, "1901-01-01", "1902-01-01"),
            meanwhile,
            stay("a", Escape, "1902-01-11", "1902-02-01"),
            stay("nowhere", Visit, "1902-03-01", "1902-03-02"),
        ];
        life("1900-01-01", "1903-01-01", places, stays)
    }

    fn until(life: &Life, on: &str) -> Figures {
        Figures::until(life, &ResolvedStays::of(life, &life.itinerary.journeys()), day(on))
    }

    #[test]
    fn figures_grow_with_the_days() {
        let life = convict();
        assert_eq!(until(&life, "1899-12-31"), Figures::default());
        assert_eq!(until(&life, "1900-01-01").places, [0]);

        let banished = until(&life, "1901-01-31");
        assert!((banished.travelled_km - 10.0 * DEGREE_KM).abs() < 0.1, "{banished:?}");
        assert_eq!(banished.places, [0, 3], "the gaol is in a place seen before");
        assert_eq!((banished.custody_days, &banished.custody[..]), (1 + 10 + 30, &[1, 2, 3][..]));
        assert_eq!((&banished.arrests[..], &banished.escapes[..]), (&[1][..], &[][..]));

        let last = until(&life, "1903-01-01");
        assert!((last.travelled_km - 20.0 * DEGREE_KM).abs() < 0.1, "{last:?}");
        assert_eq!(last.places, [0, 3, 6]);
        assert_eq!(last.custody_days, 1 + 10 + 365, "the month told twice counts once");
        assert_eq!(last.custody, [1, 2, 3, 4]);
        assert_eq!(last.escapes, [5]);
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
