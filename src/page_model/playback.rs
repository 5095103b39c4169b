use crate::domain::life::Itinerary;
use crate::domain::time::Day;

/// Days of the life that pass in a second of play at speed 1.
const DAYS_PER_SECOND: f64 = 120.0;

/// What would take longer, at any pace, is passed through faster.
const LONGEST_SECONDS: f64 = 120.0;

/// A stretch of more seconds than this in which nothing begins or ends is not
/// waited for…
const LONG_SECONDS: f64 = 2.0;
/// …but for so many at either end, so that the subject is seen to stay…
const EDGE_SECONDS: f64 = 0.5;
/// …and what lies between passes in so many seconds.
const SKIP_SECONDS: f64 = 0.4;

/// How long a stay and a journey take where all take the same.
const STOP_SECONDS: f64 = 1.0;
const JOURNEY_SECONDS: f64 = 0.8;

/// How play passes through a life: a map between seconds of play at speed 1 and
/// days, piecewise linear, in which neither ever runs backwards.
///
/// A player should keep the seconds and ask for the day, not the other way
/// round: a day may take any number of seconds, and a second many days.
#[derive(Clone, Debug, PartialEq)]
pub struct Playback {
    /// Where the pace changes. Seconds grow wherever days do, and on a day that
    /// is dwelt on, days stand while seconds grow.
    keyframes: Vec<Keyframe>,
    /// What is passed over, first and last day.
    skipped: Vec<(Day, Day)>,
}

#[derive(Clone, Copy, Debug, PartialEq)]
struct Keyframe {
    seconds: f64,
    day: Day,
}

impl Playback {
    /// Every day takes the same time, but the middle of a long stretch in which
    /// nothing begins or ends (a long stay, a blank of the source) is skipped.
    #[must_use]
    pub fn calendar(itinerary: &Itinerary, first: Day, last: Day) -> Self {
        let timings = &itinerary.schedule.timings;
        // The events of the main line are in order, each stay's arrival and
        // departure and the next one's.
        let events = itinerary
            .main_line()
            .flat_map(|i| [timings[i].drawn_arrival, timings[i].drawn_departure]);
        Self::over(events, DAYS_PER_SECOND, first, last)
    }

    /// The same for anything that begins and ends on days, which are in order: the
    /// whole takes no longer than a life does.
    #[must_use]
    pub fn of_events(events: &[Day], first: Day, last: Day) -> Self {
        let pace = DAYS_PER_SECOND.max(f64::from(last - first) / LONGEST_SECONDS);
        Self::over(events.iter().copied(), pace, first, last)
    }

    /// Every day on which something begins or ends takes the same time.
    #[must_use]
    pub fn equal_events(events: &[Day], first: Day, last: Day) -> Self {
        let mut days = events.to_vec();
        days.dedup();
        let seconds = STOP_SECONDS.min(LONGEST_SECONDS / days.len().max(1) as f64);
        let mut clock = Self::at(first);
        for day in days.into_iter().chain([last]) {
            clock.pass(day.min(last), seconds);
        }
        clock
    }

    fn over(events: impl Iterator<Item = Day>, pace: f64, first: Day, last: Day) -> Self {
        let mut clock = Self::at(first);
        let (long, edge) = ((LONG_SECONDS * pace) as i32, (EDGE_SECONDS * pace) as i32);
        // The last day ends the last stretch.
        for event in events.chain([last]) {
            let (from, to) = (clock.end().day, event.min(last));
            if to - from > long {
                let (leaps, lands) = (from + edge, to - edge);
                clock.pass(leaps, f64::from(edge) / pace);
                clock.pass(lands, SKIP_SECONDS);
                clock.skipped.push((leaps, lands));
            }
            let rest = to - clock.end().day;
            clock.pass(to, f64::from(rest) / pace);
        }
        clock
    }

    /// Each stay of the main line takes a second however long it lasted, one of
    /// no days too, and the way between two stays 0.8. What is drawn at no days
    /// between stays takes no time: nothing would be seen to move.
    #[must_use]
    pub fn equal_stops(itinerary: &Itinerary, first: Day, last: Day) -> Self {
        let mut clock = Self::at(first);
        for stay in itinerary.main_line() {
            let timing = &itinerary.schedule.timings[stay];
            if timing.drawn_departure < first || timing.drawn_arrival > last {
                continue;
            }
            clock.pass(timing.drawn_arrival, JOURNEY_SECONDS);
            let leave = timing.drawn_departure.min(last);
            clock.dwell(leave, STOP_SECONDS);
        }
        clock.pass(last, JOURNEY_SECONDS);
        clock
    }

    /// The seconds at which a day begins; 0 before the first day, the whole
    /// after the last.
    #[must_use]
    pub fn seconds_at(&self, day: Day) -> f64 {
        let after = self.keyframes.partition_point(|keyframe| keyframe.day < day);
        match (after.checked_sub(1).map(|i| self.keyframes[i]), self.keyframes.get(after)) {
            (None, _) => 0.0,
            (_, None) => self.whole(),
            (Some(a), Some(b)) => {
                let share = f64::from(day - a.day) / f64::from(b.day - a.day);
                a.seconds + share * (b.seconds - a.seconds)
            }
        }
    }

    /// The day shown after so many seconds.
    #[must_use]
    pub fn day_at(&self, seconds: f64) -> Day {
        let after = self.keyframes.partition_point(|keyframe| keyframe.seconds <= seconds);
        let Some(a) = after.checked_sub(1).map(|i| self.keyframes[i]) else {
            return self.keyframes[0].day;
        };
        let Some(b) = self.keyframes.get(after) else { return a.day };
        let share = (seconds - a.seconds) / (b.seconds - a.seconds);
        // A day has come when it has started; what rounding took from its
        // beginning is given back.
        let days = share * f64::from(b.day - a.day) + 1e-3;
        (a.day + days as i32).min(b.day)
    }

    /// How long the life takes, in seconds at speed 1.
    #[must_use]
    pub fn whole(&self) -> f64 {
        self.end().seconds
    }

    /// The skipped stretch that a day lies in: the first day passed over, and
    /// the one on which the ordinary pace is taken up again.
    #[must_use]
    pub fn skipping(&self, day: Day) -> Option<(Day, Day)> {
        self.skipped.iter().copied().find(|&(from, to)| from <= day && day < to)
    }

    fn at(first: Day) -> Self {
        Self { keyframes: vec![Keyframe { seconds: 0.0, day: first }], skipped: Vec::new() }
    }

    fn end(&self) -> Keyframe {
        // There is always the first keyframe.
        self.keyframes[self.keyframes.len() - 1]
    }

    /// Goes on to a day in so many seconds; not at all if it is not later.
    fn pass(&mut self, day: Day, seconds: f64) {
        if day > self.end().day {
            self.dwell(day, seconds);
        }
    }

    /// Goes on to a day, or stands on this one, for so many seconds.
    fn dwell(&mut self, day: Day, seconds: f64) {
        let Keyframe { seconds: now, day: today } = self.end();
        self.keyframes.push(Keyframe { seconds: now + seconds, day: day.max(today) });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::life::Life;
    use crate::domain::life::samples::{day, life, stay, tiny_life};

    /// In A from 1900, a day in B, in C until 1910; a blank within.
    fn wanderer() -> Life {
        let stays = vec![
            stay("a", "residence", "1900-01-01", "1900-04-30"),
            stay("b", "visit", "1900-05-10", "1900-05-10"),
            stay("c", "residence", "1900-05-20", "1910-01-01"),
        ];
        life("1900-01-01", "1910-01-01", vec![], stays)
    }

    #[test]
    fn whatever_it_is_it_takes_two_minutes_at_most() {
        let events: Vec<Day> = (0..5000).map(|i| Day(i * 150)).collect();
        let (first, last) = (events[0], events[4999]);
        assert!(Playback::of_events(&events, first, last).whole() <= 120.5);
        let equal = Playback::equal_events(&events, first, last);
        assert!(equal.whole() <= 120.5 && equal.day_at(60.0) > Day(300_000));
        // A few take no longer than they need.
        let few = Playback::equal_events(&[Day(5), Day(5), Day(9)], Day(5), Day(9));
        assert!((few.whole() - 1.0).abs() < 1e-9, "{few:?}");
    }

    #[test]
    fn the_calendar_waits_for_nothing_long() {
        let life = wanderer();
        let (first, last) = (life.entry.first_day, life.entry.last_day);
        let clock = Playback::calendar(&life.itinerary, first, last);
        let near = |day: Day, seconds: f64| {
            assert!((clock.seconds_at(day) - seconds).abs() < 1e-9, "{day}");
            assert_eq!(clock.day_at(seconds), day);
        };
        near(first, 0.0);
        near(first + 120, 1.0);
        // 139 days to C, 60 there, the leap, 60 to the end.
        let in_c = day("1900-05-20");
        near(in_c, 139.0 / 120.0);
        near(in_c + 60, 199.0 / 120.0);
        near(last - 60, 199.0 / 120.0 + 0.4);
        assert!((clock.whole() - (259.0 / 120.0 + 0.4)).abs() < 1e-9);
        assert_eq!(clock.skipping(day("1905-01-01")), Some((in_c + 60, last - 60)));
        assert_eq!(clock.skipping(in_c + 59), None);
        assert_eq!(clock.skipping(last - 60), None);
    }

    #[test]
    fn a_stop_takes_a_second_however_short() {
        let life = wanderer();
        let (first, last) = (life.entry.first_day, life.entry.last_day);
        let clock = Playback::equal_stops(&life.itinerary, first, last);
        assert!((clock.whole() - (3.0 + 2.0 * 0.8)).abs() < 1e-9);
        let visit = day("1900-05-10");
        assert!((clock.seconds_at(visit) - 1.8).abs() < 1e-9);
        assert_eq!(clock.day_at(1.85), visit);
        assert_eq!(clock.day_at(2.75), visit);
        assert!(clock.day_at(3.0) > visit, "play goes on after a stay of no days");
        assert_eq!(clock.skipping(day("1905-01-01")), None);
    }

    #[test]
    fn before_and_after_the_life_the_clock_stands() {
        let life = tiny_life();
        let (first, last) = (life.entry.first_day, life.entry.last_day);
        for clock in [
            Playback::calendar(&life.itinerary, first, last),
            Playback::equal_stops(&life.itinerary, first, last),
        ] {
            assert_eq!((clock.day_at(-1.0), clock.day_at(1e9)), (first, last));
            assert!(clock.seconds_at(first - 9).abs() < 1e-9);
            assert!((clock.seconds_at(last + 9) - clock.whole()).abs() < 1e-9);
            assert_eq!(clock.day_at(f64::NAN), first);
        }
    }

    #[test]
    fn a_life_of_one_day_or_of_no_stay_has_a_clock() {
        let empty = life("1900-01-01", "1900-01-31", vec![], vec![]);
        let clock = Playback::calendar(&empty.itinerary, day("1900-01-01"), day("1900-01-31"));
        assert!((clock.whole() - 0.25).abs() < 1e-9);
        let clock = Playback::equal_stops(&empty.itinerary, day("1900-01-01"), day("1900-01-01"));
        assert!(clock.whole().abs() < 1e-9);
        assert_eq!(clock.day_at(1.0), day("1900-01-01"));
    }
}
