//! The time axis of the timeline: days along a line, zoom, ticks.

use crate::domain::time::{Day, MONTHS, year_text};

/// A span of time laid out along a line: the part of a life that the timeline
/// shows. A *share* is a position on the line, 0 at the left end and 1 at the
/// right end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Axis {
    /// The day at the left end.
    pub first: Day,
    /// The day at the right end.
    pub last: Day,
}

/// A labelled mark on the axis.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tick {
    /// The day it stands at.
    pub day: Day,
    /// "1905", "Mar 1905", "12 Mar".
    pub label: String,
}

/// The shortest span that can be zoomed to, in days.
const MIN_SPAN_DAYS: i32 = 30;

impl Axis {
    /// The number of days from end to end, at least one.
    #[must_use]
    pub fn days(self) -> i32 {
        (self.last - self.first).max(1)
    }

    /// The share at which a day lies; below 0 or above 1 if it is outside.
    #[must_use]
    pub fn share(self, day: Day) -> f64 {
        f64::from(day - self.first) / f64::from(self.days())
    }

    /// The day at a share, which is clamped to the line.
    #[must_use]
    pub fn day_at(self, share: f64) -> Day {
        self.first + (share.clamp(0.0, 1.0) * f64::from(self.days())).round() as i32
    }

    /// Zooms by `factor` around `anchor`, which keeps its share, clamped to `whole`.
    #[must_use]
    pub fn zoomed(self, factor: f64, anchor: Day, whole: Self) -> Self {
        let days = (f64::from(self.days()) / factor).round() as i32;
        let days = days.clamp(MIN_SPAN_DAYS.min(whole.days()), whole.days());
        let before = (self.share(anchor).clamp(0.0, 1.0) * f64::from(days)).round() as i32;
        Self { first: anchor - before, last: anchor - before + days }.within(whole)
    }

    /// Moves by a number of days, clamped to `whole`.
    #[must_use]
    pub fn panned(self, days: i32, whole: Self) -> Self {
        Self { first: self.first + days, last: self.last + days }.within(whole)
    }

    /// Moves as little as is needed to show a day, with a margin of a twentieth of
    /// the span beyond it.
    #[must_use]
    pub fn showing(self, day: Day, whole: Self) -> Self {
        let margin = self.days() / 20;
        let days = if day < self.first {
            day - self.first - margin
        } else if day > self.last {
            day - self.last + margin
        } else {
            return self;
        };
        self.panned(days, whole)
    }

    /// Ticks at round dates, at most about `max_count`.
    #[must_use]
    pub fn ticks(self, max_count: i32) -> Vec<Tick> {
        let (year, month, _) = self.first.ymd();
        let months = self.days() / 30;
        if let Some(step) = [1, 3, 6].into_iter().find(|step| months / step < max_count) {
            if months < 3 {
                return self.day_ticks(max_count);
            }
            let from = year * 12 + month as i32 - 1;
            return (from..=from + months + 2)
                .filter(|month| month % step == 0)
                .filter_map(|month| {
                    let (year, month) = (month.div_euclid(12), month.rem_euclid(12));
                    let name = &MONTHS[month as usize][..3];
                    let label = if month == 0 {
                        year_text(i64::from(year))
                    } else {
                        format!("{name} {}", year_text(i64::from(year)))
                    };
                    self.tick(Day::first_of(year, month as u32 + 1)?, label)
                })
                .collect();
        }
        let years = self.days() / 365;
        let step = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000]
            .into_iter()
            .find(|step| years / step < max_count)
            .unwrap_or(2000);
        (year..=self.last.ymd().0)
            // Years are round as they are written: -99 is 100 BCE.
            .filter(|&year| match year {
                1 => self.first.ymd().0 < 1,
                2.. => year % step == 0,
                ..=0 => (1 - year) % step == 0,
            })
            .filter_map(|year| self.tick(Day::first_of(year, 1)?, year_text(i64::from(year))))
            .collect()
    }

    fn day_ticks(self, max_count: i32) -> Vec<Tick> {
        let step =
            [1, 2, 5, 10].into_iter().find(|step| self.days() / step < max_count).unwrap_or(20);
        (0..=self.days())
            .filter_map(|i| {
                let day = self.first + i;
                let (_, month, number) = day.ymd();
                // The 1st and each multiple of the step, but not the 30th or 31st, which
                // are too near to the next 1st.
                let is_round = number == 1 || (number as i32 % step == 0 && number < 30);
                let name = &MONTHS[month as usize - 1][..3];
                is_round.then(|| self.tick(day, format!("{number} {name}"))).flatten()
            })
            .collect()
    }

    /// `None` near the ends, where the label would be cut off.
    fn tick(self, day: Day, label: String) -> Option<Tick> {
        (0.03..0.97).contains(&self.share(day)).then_some(Tick { day, label })
    }

    /// Clamps the span to `whole`.
    fn within(self, whole: Self) -> Self {
        let days = self.days().min(whole.days());
        let first = self.first.min(whole.last - days).max(whole.first);
        Self { first, last: first + days }
    }
}

/// The nearest of some days to a day, if it is at most `most` days away.
#[must_use]
pub fn nearest_within(day: Day, most: i32, days: Vec<Day>) -> Option<Day> {
    let nearest = days.into_iter().min_by_key(|&other| (other - day).abs())?;
    ((nearest - day).abs() <= most).then_some(nearest)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn axis(first: &str, last: &str) -> Axis {
        Axis { first: first.parse().unwrap(), last: last.parse().unwrap() }
    }

    fn labels(axis: Axis, most: i32) -> Vec<String> {
        axis.ticks(most).into_iter().map(|tick| tick.label).collect()
    }

    #[test]
    fn ticks_are_round_and_suit_the_zoom() {
        let life = axis("1878-12-18", "1931-12-31");
        assert_eq!(labels(life, 11)[..3], ["1885", "1890", "1895"]);
        assert_eq!(labels(axis("1916-11-01", "1918-03-01"), 4), ["1917", "Jul 1917", "1918"]);
        assert_eq!(
            labels(axis("1917-02-20", "1917-05-25"), 11),
            ["Mar 1917", "Apr 1917", "May 1917"]
        );
        assert_eq!(labels(axis("1917-02-20", "1917-03-22"), 8)[..3], ["25 Feb", "1 Mar", "5 Mar"]);
        let all =
            ["8000 BCE", "6000 BCE", "4000 BCE", "2000 BCE", "1", "2000", "4000", "6000", "8000"];
        assert_eq!(labels(axis("-9999-01-01", "9999-12-31"), 11), all);
    }

    #[test]
    fn zooming_keeps_the_day_under_the_pointer() {
        let whole = axis("1878-12-18", "1931-12-31");
        let around: Day = "1903-12-01".parse().unwrap();
        let near = whole.zoomed(4.0, around, whole);
        assert!((near.share(around) - whole.share(around)).abs() < 0.01);
        assert_eq!(near.days(), (f64::from(whole.days()) / 4.0).round() as i32);
        assert_eq!(near.zoomed(1e-9, around, whole), whole);
        assert_eq!(near.zoomed(1e9, around, whole).days(), MIN_SPAN_DAYS);
    }

    #[test]
    fn the_axis_stays_within_the_whole() {
        let whole = axis("1878-12-18", "1931-12-31");
        let near = whole.zoomed(10.0, whole.first, whole);
        assert_eq!(near.first, whole.first);
        assert_eq!(near.panned(-500, whole), near);
        let end = near.panned(1_000_000, whole);
        assert_eq!((end.last, end.days()), (whole.last, near.days()));
        let shown = near.showing(whole.last - 400, whole);
        assert!(shown.first < whole.last - 400 && whole.last - 400 < shown.last);
        assert_eq!(shown.showing(shown.first, whole), shown);
    }

    #[test]
    fn the_nearest_day_is_found_within_a_distance() {
        let days = || vec![Day(10), Day(30)];
        assert_eq!(nearest_within(Day(18), 9, days()), Some(Day(10)));
        assert_eq!(nearest_within(Day(24), 9, days()), Some(Day(30)));
        assert_eq!(nearest_within(Day(18), 7, days()), None);
        assert_eq!(nearest_within(Day(18), 7, Vec::new()), None);
    }
}
