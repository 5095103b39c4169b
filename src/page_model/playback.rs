//! Playback: how much time of play each day of a life takes.

use crate::domain::life::Itinerary;
use crate::domain::time::Day;

/// The pace at speed 1, in days of the life per second of play.
const DAYS_PER_SECOND: f64 = 120.0;

/// Playback of a dataset is sped up so that the whole takes at most this long.
const MAX_DURATION_S: f64 = 120.0;

/// A span without events that would take more seconds of play than this is partly
/// skipped.
const MAX_IDLE_S: f64 = 2.0;
/// How many seconds are played at either end of a skipped span, so that the subject is
/// seen to stay.
const IDLE_EDGE_S: f64 = 0.5;
/// How many seconds the skipped part takes: enough to read "4 years pass".
const SKIP_S: f64 = 0.9;

/// How many seconds a stay takes where all stays take the same time.
const STOP_S: f64 = 1.0;
/// How many seconds a journey takes where all stays take the same time.
const JOURNEY_S: f64 = 0.8;

/// A map between seconds of play at speed 1 and days, linear between keyframes.
/// Neither ever runs backwards.
///
/// A player should keep the seconds and ask for the day: a day may take many
/// seconds, and a second many days.
#[derive(Clone, Debug, PartialEq)]
pub struct Playback {
    /// Where the pace changes. From one to the next the seconds grow; the day grows
    /// or, where playback holds, stays the same.
    keyframes: Vec<Keyframe>,
    /// The skipped spans: the first day that is skipped, and the day on which the
    /// ordinary pace resumes.
    skipped: Vec<(Day, Day)>,
}

#[derive(Clone, Copy, Debug, PartialEq)]
struct Keyframe {
    seconds: f64,
    day: Day,
}

impl Playback {
    /// Plays a life by the calendar: every day takes the same time, but the middle of
    /// a long span without arrivals and departures is skipped.
    #[must_use]
    pub fn calendar(itinerary: &Itinerary, first: Day, last: Day) -> Self {
        let timings = &itinerary.schedule.timings;
        let events = itinerary
            .main_line()
            .flat_map(|i| [timings[i].drawn_arrival, timings[i].drawn_departure]);
        Self::at_pace(events, DAYS_PER_SECOND, first, last)
    }

    /// Plays a dataset by the calendar, whose spans begin and end on the days
    /// `events`, in order. The pace is such that it takes at most two minutes.
    #[must_use]
    pub fn of_events(events: &[Day], first: Day, last: Day) -> Self {
        let pace = DAYS_PER_SECOND.max(f64::from(last - first) / MAX_DURATION_S);
        Self::at_pace(events.iter().copied(), pace, first, last)
    }

    /// Plays a dataset event by event: every day of `events` takes the same time,
    /// and all together at most two minutes.
    #[must_use]
    pub fn equal_events(events: &[Day], first: Day, last: Day) -> Self {
        let mut days = events.to_vec();
        days.dedup();
        let seconds = STOP_S.min(MAX_DURATION_S / days.len().max(1) as f64);
        let mut playback = Self::from_day(first);
        for day in days.into_iter().chain([last]) {
            playback.advance_to(day.min(last), seconds);
        }
        playback
    }

    /// Plays every day at a pace, in days per second, and skips long spans between
    /// the events, which are in order.
    fn at_pace(events: impl Iterator<Item = Day>, pace: f64, first: Day, last: Day) -> Self {
        let mut playback = Self::from_day(first);
        let (long, edge) = ((MAX_IDLE_S * pace) as i32, (IDLE_EDGE_S * pace) as i32);
        // The last day ends the last span.
        for event in events.chain([last]) {
            let (from, to) = (playback.end().day, event.min(last));
            if to - from > long {
                let (skip_from, skip_to) = (from + edge, to - edge);
                playback.advance_to(skip_from, f64::from(edge) / pace);
                playback.advance_to(skip_to, SKIP_S);
                playback.skipped.push((skip_from, skip_to));
            }
            let rest = to - playback.end().day;
            playback.advance_to(to, f64::from(rest) / pace);
        }
        playback
    }

    /// Plays a life stay by stay: each stay of the main line takes a second, even one
    /// that is drawn at a single day, and each journey 0.8 seconds. A journey that
    /// is drawn to take no days takes no time, because nothing would be seen to move.
    #[must_use]
    pub fn equal_stops(itinerary: &Itinerary, first: Day, last: Day) -> Self {
        let mut playback = Self::from_day(first);
        for stay in itinerary.main_line() {
            let timing = &itinerary.schedule.timings[stay];
            if timing.drawn_departure < first || timing.drawn_arrival > last {
                continue;
            }
            playback.advance_to(timing.drawn_arrival, JOURNEY_S);
            let leave = timing.drawn_departure.min(last);
            playback.hold_or_advance_to(leave, STOP_S);
        }
        playback.advance_to(last, JOURNEY_S);
        playback
    }

    /// The seconds of play at which a day begins: 0 before the first day, the whole
    /// duration after the last.
    #[must_use]
    pub fn seconds_at(&self, day: Day) -> f64 {
        let after = self.keyframes.partition_point(|keyframe| keyframe.day < day);
        match (after.checked_sub(1).map(|i| self.keyframes[i]), self.keyframes.get(after)) {
            (None, _) => 0.0,
            (_, None) => self.duration_s(),
            (Some(a), Some(b)) => {
                let share = f64::from(day - a.day) / f64::from(b.day - a.day);
                a.seconds + share * (b.seconds - a.seconds)
            }
        }
    }

    /// The day shown after `seconds` of play.
    #[must_use]
    pub fn day_at(&self, seconds: f64) -> Day {
        let after = self.keyframes.partition_point(|keyframe| keyframe.seconds <= seconds);
        let Some(a) = after.checked_sub(1).map(|i| self.keyframes[i]) else {
            return self.keyframes[0].day;
        };
        let Some(b) = self.keyframes.get(after) else { return a.day };
        let share = (seconds - a.seconds) / (b.seconds - a.seconds);
        // A day is shown from its beginning on. The small term makes up for rounding,
        // so that `day_at(seconds_at(day))` is the day.
        let days = share * f64::from(b.day - a.day) + 1e-3;
        (a.day + days as i32).min(b.day)
    }

    /// The length of the whole playback, in seconds at speed 1.
    #[must_use]
    pub fn duration_s(&self) -> f64 {
        self.end().seconds
    }

    /// The skipped span that a day lies in: the first day that is skipped, and the
    /// one on which the ordinary pace resumes.
    #[must_use]
    pub fn skipped_span(&self, day: Day) -> Option<(Day, Day)> {
        self.skipped.iter().copied().find(|&(from, to)| from <= day && day < to)
    }

    fn from_day(first: Day) -> Self {
        Self { keyframes: vec![Keyframe { seconds: 0.0, day: first }], skipped: Vec::new() }
    }

    fn end(&self) -> Keyframe {
        // `from_day` puts the first keyframe there.
        self.keyframes[self.keyframes.len() - 1]
    }

    /// Plays on to a day in `seconds`; does nothing if the day is not later.
    fn advance_to(&mut self, day: Day, seconds: f64) {
        if day > self.end().day {
            self.hold_or_advance_to(day, seconds);
        }
    }

    /// Plays on to a day in `seconds`, or holds the current day if it is not later.
    fn hold_or_advance_to(&mut self, day: Day, seconds: f64) {
        let Keyframe { seconds: now, day: today } = self.end();
        self.keyframes.push(Keyframe { seconds: now + seconds, day: day.max(today) });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::life::Life;
    use crate::domain::life::samples::{day, life, stay, tiny_life};

    /// In A from 1900, a day in B, in C until 1910.
    fn wanderer() -> Life {
        let stays = vec![
            stay("a", "residence", "1900-01-01", "1900-04-30"),
            stay("b", "visit", "1900-05-10", "1900-05-10"),
            stay("c", "residence", "1900-05-20", "1910-01-01"),
        ];
        life("1900-01-01", "1910-01-01", vec![], stays)
    }

    #[test]
    fn a_dataset_takes_at_most_two_minutes() {
        let events: Vec<Day> = (0..5000).map(|i| Day(i * 150)).collect();
        let (first, last) = (events[0], events[4999]);
        assert!(Playback::of_events(&events, first, last).duration_s() <= 120.5);
        let equal = Playback::equal_events(&events, first, last);
        assert!(equal.duration_s() <= 120.5 && equal.day_at(60.0) > Day(300_000));
        // A few events do not fill the two minutes.
        let few = Playback::equal_events(&[Day(5), Day(5), Day(9)], Day(5), Day(9));
        assert!((few.duration_s() - 1.0).abs() < 1e-9, "{few:?}");
    }

    #[test]
    fn long_spans_without_events_are_skipped() {
        let life = wanderer();
        let (first, last) = (life.entry.first_day, life.entry.last_day);
        let clock = Playback::calendar(&life.itinerary, first, last);
        let near = |day: Day, seconds: f64| {
            assert!((clock.seconds_at(day) - seconds).abs() < 1e-9, "{day}");
            assert_eq!(clock.day_at(seconds), day);
        };
        near(first, 0.0);
        near(first + 120, 1.0);
        // 139 days to C, 60 there, the skipped span, 60 to the end.
        let in_c = day("1900-05-20");
        near(in_c, 139.0 / 120.0);
        near(in_c + 60, 199.0 / 120.0);
        near(last - 60, 199.0 / 120.0 + 0.9);
        assert!((clock.duration_s() - (259.0 / 120.0 + 0.9)).abs() < 1e-9);
        assert_eq!(clock.skipped_span(day("1905-01-01")), Some((in_c + 60, last - 60)));
        assert_eq!(clock.skipped_span(in_c + 59), None);
        assert_eq!(clock.skipped_span(last - 60), None);
    }

    #[test]
    fn a_stop_takes_a_second_even_if_it_has_no_days() {
        let life = wanderer();
        let (first, last) = (life.entry.first_day, life.entry.last_day);
        let clock = Playback::equal_stops(&life.itinerary, first, last);
        assert!((clock.duration_s() - (3.0 + 2.0 * 0.8)).abs() < 1e-9);
        let visit = day("1900-05-10");
        assert!((clock.seconds_at(visit) - 1.8).abs() < 1e-9);
        assert_eq!(clock.day_at(1.85), visit);
        assert_eq!(clock.day_at(2.75), visit);
        assert!(clock.day_at(3.0) > visit, "play goes on after a stay of no days");
        assert_eq!(clock.skipped_span(day("1905-01-01")), None);
    }

    #[test]
    fn before_and_after_the_life_its_ends_are_shown() {
        let life = tiny_life();
        let (first, last) = (life.entry.first_day, life.entry.last_day);
        for clock in [
            Playback::calendar(&life.itinerary, first, last),
            Playback::equal_stops(&life.itinerary, first, last),
        ] {
            assert_eq!((clock.day_at(-1.0), clock.day_at(1e9)), (first, last));
            assert!(clock.seconds_at(first - 9).abs() < 1e-9);
            assert!((clock.seconds_at(last + 9) - clock.duration_s()).abs() < 1e-9);
            assert_eq!(clock.day_at(f64::NAN), first);
        }
    }

    #[test]
    fn a_life_of_one_day_or_without_stays_can_be_played() {
        let empty = life("1900-01-01", "1900-01-31", vec![], vec![]);
        let clock = Playback::calendar(&empty.itinerary, day("1900-01-01"), day("1900-01-31"));
        assert!((clock.duration_s() - 0.25).abs() < 1e-9);
        let clock = Playback::equal_stops(&empty.itinerary, day("1900-01-01"), day("1900-01-01"));
        assert!(clock.duration_s().abs() < 1e-9);
        assert_eq!(clock.day_at(1.0), day("1900-01-01"));
    }
}
