//! Where the telling is: what a month without a year, or "the next day", hangs on.

use super::time::{Season, Time, Unit};
use crate::domain::time::Day;

/// The date last told.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Story {
    year: Option<i32>,
    /// Only if the date told lies within one month.
    month: Option<u32>,
    /// Only if it is one day.
    day: Option<Day>,
    /// Its month, or the first of its season.
    near: Option<u32>,
    /// Year and month of the last date told with both: years alone are often
    /// told in passing.
    firm: Option<(i32, u32)>,
    /// The one before it.
    firm_before: Option<(i32, u32)>,
    /// The year told last, even in passing: that of "that year".
    said: Option<i32>,
    /// When the subject was born.
    pub born: Option<Day>,
    /// The token after the date last found, and that date: what follows may
    /// share its month or its century (`March 5–9`, `1915–17`).
    pub link: Option<(usize, Time)>,
}

impl Story {
    /// Before anything is told.
    pub fn of(born: Option<Day>) -> Self {
        Self { born, ..Self::default() }
    }

    pub fn move_to(&mut self, time: Time) {
        let Some((first, last)) = time.bounds() else { return };
        let (year, month, _) = first.ymd();
        let (near, day, month) = match time {
            Time::Day(day) => (Some(month), Some(day), Some(month)),
            Time::Days(..) | Time::Week(_) => {
                (Some(month), None, (last.ymd().1 == month).then_some(month))
            }
            Time::Month(..) => (Some(month), None, Some(month)),
            Time::Season(..) => (Some(month), None, None),
            Time::Year(_) => (None, None, None),
            // Too wide to count from.
            Time::Decade(_) | Time::Century(_) | Time::Years(..) => return,
        };
        *self = Self { year: Some(year), month, day, near, ..*self };
    }

    /// A time was told, if only in passing.
    pub fn mention(&mut self, time: Time) {
        if let Some((first, last)) = time.bounds()
            && first.ymd().0 == last.ymd().0
        {
            self.said = Some(first.ymd().0);
        }
    }

    /// The year of "that year".
    pub fn that_year(&self) -> Option<i32> {
        self.said.or(self.year)
    }

    /// A sentence begins with a year.
    pub fn turn_to(&mut self, year: i32) {
        if self.year != Some(year) {
            self.move_to(Time::Year(year));
        }
        self.firm = None;
    }

    /// A date was told with its month and its year.
    pub fn stand_on(&mut self, time: Time) {
        self.move_to(time);
        self.firm_before = self.firm;
        self.firm = self.year.zip(self.near);
    }

    pub fn year(&self) -> Option<i32> {
        self.year
    }

    pub fn day(&self) -> Option<Day> {
        self.day
    }

    pub fn month(&self) -> Option<(i32, u32)> {
        self.year.zip(self.month)
    }

    /// The year of a month told without one: the story's, or the next where the
    /// month lies well before the one told last. `coming` is the year of the
    /// next date that is told with one: the story gets there without turning
    /// back.
    pub fn year_of(&self, month: u32, coming: Option<i32>) -> Option<i32> {
        let (mut year, mut near) = (self.year?, self.near);
        if let (Some((firm, _)), Some((before, month)), Some(coming)) =
            (self.firm, self.firm_before, coming)
            && year == firm
            && (before..firm).contains(&coming)
        {
            // So was the date told last: it lies after what comes next.
            (year, near) = (before, Some(month));
        } else if let (Some((firm, month)), Some(coming)) = (self.firm, coming)
            && firm <= coming
            && !(firm..=coming).contains(&year)
        {
            // The year told last was an aside.
            (year, near) = (firm, Some(month));
        }
        let earlier = near.is_some_and(|told| month + 6 < told);
        let turns = earlier && coming.is_none_or(|coming| coming != year);
        Some(if turns { year + 1 } else { year })
    }

    /// The year of a season told without one. Winter is that of the year it
    /// begins in.
    pub fn year_of_season(&self, season: Season) -> Option<i32> {
        let year = self.year?;
        let told = self.near.unwrap_or(6);
        Some(match season {
            Season::Winter if told <= 3 => year - 1,
            Season::Spring if told >= 11 => year + 1,
            _ => year,
        })
    }

    /// The day of a number told without its month (`on the 23rd`).
    pub fn day_of(&self, number: u32) -> Option<Day> {
        let (year, month) = self.month()?;
        // Well before the day last told, it is one of the next month.
        let passed = self.day.is_some_and(|told| number + 15 < told.ymd().2);
        let first = Day::first_of(year, month)?.plus_months(i32::from(passed));
        let (year, month, _) = first.ymd();
        Day::from_ymd(year, month, number)
    }

    /// The time told last, as a unit: the month of "that month".
    pub fn current(&self, unit: Unit) -> Option<Time> {
        let (year, month) = (self.year?, self.month);
        match unit {
            Unit::Second | Unit::Minute | Unit::Hour | Unit::Day => self.day.map(Time::Day),
            Unit::Week => self.day.map(|day| Time::of(Unit::Week, day)),
            Unit::Month => month.map(|month| Time::Month(year, month)),
            Unit::Year => Some(Time::Year(self.that_year()?)),
            Unit::Decade => Some(Time::Decade(year.div_euclid(10) * 10)),
            Unit::Century => Some(Time::Century(year.div_euclid(100) * 100)),
        }
    }

    /// So many units on from the time told last (or back), as exactly as that
    /// time is known.
    pub fn after(&self, count: i32, unit: Unit) -> Option<Time> {
        let year = self.year?;
        let month = self.month.or(self.near);
        let day = self.day.or_else(|| Day::first_of(year, month?));
        let to_year = |by: i32| -> Option<Time> {
            Some(Time::Year(year.checked_add(by).filter(|y| (-9999..=9999).contains(y))?))
        };
        match unit {
            Unit::Second | Unit::Minute => self.day.map(Time::Day),
            Unit::Hour => self.day.map(|day| Time::Day(day + count / 24)),
            Unit::Day | Unit::Week => {
                let days = if unit == Unit::Week { count.checked_mul(7)? } else { count };
                let Some(day) = day else { return to_year(days / 366) };
                let then = moved(day, days)?;
                Some(match (self.day, unit) {
                    (Some(_), _) => Time::of(unit, then),
                    (None, _) => Time::of(Unit::Month, then),
                })
            }
            Unit::Month => match day {
                Some(day) => Some(Time::of(Unit::Month, day.plus_months(count))),
                // "three months earlier" than some day of a year.
                None if count % 12 != 0 => None,
                None => to_year(count / 12),
            },
            Unit::Year => to_year(count),
            Unit::Decade => match to_year(count.checked_mul(10)?)? {
                Time::Year(year) => Some(Time::Decade(year.div_euclid(10) * 10)),
                time => Some(time),
            },
            Unit::Century => match to_year(count.checked_mul(100)?)? {
                Time::Year(year) => Some(Time::Century(year.div_euclid(100) * 100)),
                time => Some(time),
            },
        }
    }

    /// The first such month after the time told last (1) or the last one
    /// before it (-1).
    pub fn month_towards(&self, month: u32, direction: i8) -> Option<Time> {
        let year = self.year?;
        let passed = match (self.near, direction) {
            (Some(told), 1) => i32::from(month <= told),
            (Some(told), _) => -i32::from(month >= told),
            (None, 1) => 1,
            (None, _) => -1,
        };
        Some(Time::Month(year + passed, month))
    }

    /// The same of a season.
    pub fn season_towards(&self, season: Season, direction: i8) -> Option<Time> {
        match self.month_towards(season.first_month(), direction)? {
            Time::Month(year, _) => Some(Time::Season(year, season)),
            _ => None,
        }
    }
}

fn moved(day: Day, days: i32) -> Option<Day> {
    let number = day.0.checked_add(days)?;
    (Day::MIN.0..=Day::MAX.0).contains(&number).then_some(Day(number))
}
