//! The reference time: the date that a month without a year, or "the next day",
//! is counted from.

use super::calendar_time::{CalendarTime, Season, TimeUnit};
use crate::domain::time::Day;

/// What the text has said about time so far.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct ReferenceTime {
    /// The year of the reference time.
    year: Option<i32>,
    /// Its month; only if it lies within one.
    month: Option<u32>,
    /// Its day; only if it is one.
    day: Option<Day>,
    /// The month it lies in or begins in.
    last_month: Option<u32>,
    /// Year and month of the last date that was written with both. Years alone are
    /// often mentioned in passing.
    last_full_date: Option<(i32, u32)>,
    /// The one before it.
    previous_full_date: Option<(i32, u32)>,
    /// Is the last one before that one, in the same paragraph?
    looks_back: bool,
    /// The year mentioned last, even in passing: that of "that year".
    last_year_mentioned: Option<i32>,
    /// When the subject was born.
    pub birth: Option<Day>,
    /// The date found last: the next one may share its month or its century
    /// (`March 5–9`, `1915–17`).
    pub last_match: Option<LastMatch>,
}

/// A date and where it ends.
#[derive(Clone, Copy, Debug)]
pub(crate) struct LastMatch {
    /// The position after its last token.
    pub end_position: usize,
    pub time: CalendarTime,
}

impl ReferenceTime {
    /// Before the text has told any date.
    pub fn new(birth: Option<Day>) -> Self {
        Self { birth, ..Self::default() }
    }

    /// Makes this time the reference time, unless it is a decade or wider.
    pub fn update(&mut self, time: CalendarTime) {
        let Some((first, last)) = time.bounds() else { return };
        let (year, first_month, _) = first.ymd();
        let (month, day, last_month) = match time {
            CalendarTime::Day(day) => (Some(first_month), Some(day), Some(first_month)),
            CalendarTime::Days(..) | CalendarTime::Week(_) => {
                let within_month = last.ymd().1 == first_month;
                (within_month.then_some(first_month), None, Some(first_month))
            }
            CalendarTime::Month(..) => (Some(first_month), None, Some(first_month)),
            CalendarTime::Season(..) => (None, None, Some(first_month)),
            CalendarTime::Year(_) => (None, None, None),
            // Too wide to count from.
            CalendarTime::Decade(_) | CalendarTime::Century(_) | CalendarTime::Years(..) => return,
        };
        *self = Self { year: Some(year), month, day, last_month, ..*self };
    }

    /// A time was mentioned, perhaps in passing.
    pub fn mention(&mut self, time: CalendarTime) {
        if let Some((first, last)) = time.bounds()
            && first.ymd().0 == last.ymd().0
        {
            self.last_year_mentioned = Some(first.ymd().0);
        }
    }

    /// A sentence begins with this year.
    pub fn set_year(&mut self, year: i32) {
        if self.year != Some(year) {
            self.update(CalendarTime::Year(year));
        }
        self.last_full_date = None;
    }

    /// A date was written with its month and its year.
    pub fn set_full_date(&mut self, time: CalendarTime) {
        self.update(time);
        self.previous_full_date = self.last_full_date;
        self.last_full_date = self.year.zip(self.last_month);
        self.looks_back = false;
    }

    /// The same, of a date in the paragraph of the last one. A date before that one looks
    /// back: `This followed the election of December 1905`.
    pub fn set_full_date_of_paragraph(&mut self, time: CalendarTime) {
        self.set_full_date(time);
        self.looks_back = self.last_full_date < self.previous_full_date;
    }

    pub fn year(&self) -> Option<i32> {
        self.year
    }

    /// The year and the month.
    pub fn month(&self) -> Option<(i32, u32)> {
        self.year.zip(self.month)
    }

    pub fn day(&self) -> Option<Day> {
        self.day
    }

    /// The year of "that year".
    pub fn that_year(&self) -> Option<i32> {
        self.last_year_mentioned.or(self.year)
    }

    /// The year of a month that has none: that of the reference time, or the next
    /// one where the month lies well before the last. `next_written` is the year of
    /// the next date that has one: time passes up to it without turning back.
    pub fn year_of_month(&self, month: u32, next_written: Option<i32>) -> Option<i32> {
        let (mut year, mut last_month) = (self.year?, self.last_month);
        if let (Some((full, _)), Some((previous, month)), Some(next)) =
            (self.last_full_date, self.previous_full_date, next_written)
            && year == full
            && (previous..full).contains(&next)
        {
            // The last full date was mentioned in passing: it is after the next one.
            (year, last_month) = (previous, Some(month));
        } else if let (Some((full, _)), Some((previous, month)), Some(next)) =
            (self.last_full_date, self.previous_full_date, next_written)
            && self.looks_back
            && year == full
            && full < previous
            && previous <= next
        {
            // The last full date was a look back: what follows goes on after it.
            (year, last_month) = (previous, Some(month));
        } else if let (Some((full, month)), Some(next)) = (self.last_full_date, next_written)
            && full <= next
            && !(full..=next).contains(&year)
        {
            // The last year was mentioned in passing.
            (year, last_month) = (full, Some(month));
        }
        let earlier = last_month.is_some_and(|last| month + 6 < last);
        let in_next_year = earlier && next_written.is_none_or(|next| next != year);
        Some(if in_next_year { year + 1 } else { year })
    }

    /// The year of a season that has none. A winter has the year it begins in.
    pub fn year_of_season(&self, season: Season) -> Option<i32> {
        let year = self.year?;
        let last_month = self.last_month.unwrap_or(6);
        Some(match season {
            Season::Winter if last_month <= 3 => year - 1,
            Season::Spring if last_month >= 11 => year + 1,
            _ => year,
        })
    }

    /// The day with this number (`on the 23rd`): of the month of the reference
    /// time, or of the next one where the number lies well before the last day.
    pub fn day_of_month(&self, number: u32) -> Option<Day> {
        let (year, month) = self.month()?;
        let in_next_month = self.day.is_some_and(|last| number + 15 < last.ymd().2);
        let first = Day::first_of(year, month)?.plus_months(i32::from(in_next_month));
        let (year, month, _) = first.ymd();
        Day::from_ymd(year, month, number)
    }

    /// The unit that contains the reference time: the month of "that month".
    pub fn current(&self, unit: TimeUnit) -> Option<CalendarTime> {
        let (year, month) = (self.year?, self.month);
        match unit {
            TimeUnit::Second | TimeUnit::Minute | TimeUnit::Hour | TimeUnit::Day => {
                self.day.map(CalendarTime::Day)
            }
            TimeUnit::Week => self.day.map(|day| CalendarTime::containing(TimeUnit::Week, day)),
            TimeUnit::Month => month.map(|month| CalendarTime::Month(year, month)),
            TimeUnit::Year => Some(CalendarTime::Year(self.that_year()?)),
            TimeUnit::Decade => Some(CalendarTime::decade_of(year)),
            TimeUnit::Century => Some(CalendarTime::century_of(year)),
        }
    }

    /// The time that is `count` units later (or earlier, if negative), as exactly as
    /// the reference time is known.
    pub fn offset_by(&self, count: i32, unit: TimeUnit) -> Option<CalendarTime> {
        match unit {
            TimeUnit::Second | TimeUnit::Minute => self.day.map(CalendarTime::Day),
            TimeUnit::Hour => self.day.map(|day| CalendarTime::Day(day + count / 24)),
            TimeUnit::Day => self.offset_by_days(count, unit),
            TimeUnit::Week => self.offset_by_days(count.checked_mul(7)?, unit),
            TimeUnit::Month => match self.first_known_day() {
                Some(day) => {
                    Some(CalendarTime::containing(TimeUnit::Month, day.plus_months(count)))
                }
                // "Three months earlier" than some day of a year.
                None if count % 12 != 0 => None,
                None => self.offset_by_years(count / 12).map(CalendarTime::Year),
            },
            TimeUnit::Year => self.offset_by_years(count).map(CalendarTime::Year),
            TimeUnit::Decade => {
                self.offset_by_years(count.checked_mul(10)?).map(CalendarTime::decade_of)
            }
            TimeUnit::Century => {
                self.offset_by_years(count.checked_mul(100)?).map(CalendarTime::century_of)
            }
        }
    }

    fn offset_by_years(&self, years: i32) -> Option<i32> {
        self.year?.checked_add(years).filter(|year| (-9999..=9999).contains(year))
    }

    /// Days, given as days or as weeks.
    fn offset_by_days(&self, days: i32, unit: TimeUnit) -> Option<CalendarTime> {
        let Some(first) = self.first_known_day() else {
            return self.offset_by_years(days / 366).map(CalendarTime::Year);
        };
        let number = first.0.checked_add(days)?;
        let then = (Day::MIN.0..=Day::MAX.0).contains(&number).then_some(Day(number))?;
        let unit = if self.day.is_some() { unit } else { TimeUnit::Month };
        Some(CalendarTime::containing(unit, then))
    }

    /// The day of the reference time, or the first of its month.
    fn first_known_day(&self) -> Option<Day> {
        let month = self.month.or(self.last_month);
        self.day.or_else(|| Day::first_of(self.year?, month?))
    }

    /// The first such month after the reference time (1) or the last one before it
    /// (-1).
    pub fn nearest_month(&self, month: u32, direction: i8) -> Option<CalendarTime> {
        Some(CalendarTime::Month(self.nearest_year(month, direction)?, month))
    }

    /// The first such season after the reference time (1) or the last one before it
    /// (-1).
    pub fn nearest_season(&self, season: Season, direction: i8) -> Option<CalendarTime> {
        Some(CalendarTime::Season(self.nearest_year(season.first_month(), direction)?, season))
    }

    fn nearest_year(&self, month: u32, direction: i8) -> Option<i32> {
        let years = match (self.last_month, direction) {
            (Some(last), 1) => i32::from(month <= last),
            (Some(last), _) => -i32::from(month >= last),
            (None, 1) => 1,
            (None, _) => -1,
        };
        Some(self.year? + years)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn after(times: &[CalendarTime]) -> ReferenceTime {
        let mut anchor = ReferenceTime::new(None);
        for time in times {
            anchor.set_full_date(*time);
        }
        anchor
    }

    #[test]
    fn a_month_well_before_the_last_one_is_of_the_next_year() {
        let anchor = after(&[CalendarTime::Month(1901, 11)]);
        assert_eq!(anchor.year_of_month(5, None), Some(1901));
        assert_eq!(anchor.year_of_month(4, None), Some(1902));
        // Not if the next date that has a year is still of 1901.
        assert_eq!(anchor.year_of_month(4, Some(1901)), Some(1901));
    }

    #[test]
    fn a_year_that_the_next_full_date_contradicts_was_mentioned_in_passing() {
        let mut anchor = after(&[CalendarTime::Month(1913, 2)]);
        anchor.update(CalendarTime::Year(1867));
        assert_eq!(anchor.year_of_month(8, None), Some(1867));
        assert_eq!(anchor.year_of_month(8, Some(1914)), Some(1913));
    }

    #[test]
    fn a_full_date_that_looks_back_is_left_again() {
        let mut anchor = after(&[CalendarTime::Month(1906, 5)]);
        anchor.set_full_date_of_paragraph(CalendarTime::Month(1905, 12));
        assert_eq!(anchor.year_of_month(11, Some(1907)), Some(1906));
        // Not where the text goes on from there.
        assert_eq!(anchor.year_of_month(11, Some(1905)), Some(1905));
        // Nor in another paragraph, which may tell of another time.
        let anchor = after(&[CalendarTime::Month(1906, 5), CalendarTime::Month(1905, 12)]);
        assert_eq!(anchor.year_of_month(11, Some(1907)), Some(1905));
    }

    #[test]
    fn offsets_are_as_exact_as_the_reference_time() {
        let day = Day::from_ymd(1940, 6, 10).unwrap();
        let of_day = after(&[CalendarTime::Day(day)]);
        assert_eq!(of_day.offset_by(12, TimeUnit::Day), Some(CalendarTime::Day(day + 12)));
        assert_eq!(of_day.offset_by(-1, TimeUnit::Month), Some(CalendarTime::Month(1940, 5)));
        let of_month = after(&[CalendarTime::Month(1940, 6)]);
        assert_eq!(of_month.offset_by(40, TimeUnit::Day), Some(CalendarTime::Month(1940, 7)));
        let of_year = after(&[CalendarTime::Year(1940)]);
        assert_eq!(of_year.offset_by(3, TimeUnit::Month), None);
        assert_eq!(of_year.offset_by(24, TimeUnit::Month), Some(CalendarTime::Year(1942)));
        assert_eq!(of_year.offset_by(9000, TimeUnit::Year), None, "beyond what EDTF can write");
    }

    #[test]
    fn decades_and_wider_times_are_not_counted_from() {
        let anchor = after(&[CalendarTime::Year(1917), CalendarTime::Decade(1930)]);
        assert_eq!(anchor.year(), Some(1917));
    }
}
