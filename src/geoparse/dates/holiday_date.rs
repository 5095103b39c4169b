//! The days of holidays.

use crate::domain::time::Day;

/// How the day of a holiday is found in a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum HolidayDate {
    /// The same day every year.
    Fixed { month: u32, day: u32 },
    /// Counted from Easter Sunday of the western churches.
    Easter { days_after: i32 },
}

impl HolidayDate {
    /// The day of the holiday in a year. `None` for Easter before the Gregorian
    /// calendar.
    pub fn in_year(self, year: i32) -> Option<Day> {
        match self {
            Self::Fixed { month, day } => Day::from_ymd(year, month, day),
            Self::Easter { days_after } => Some(easter_sunday(year)? + days_after),
        }
    }
}

/// Easter Sunday by the anonymous Gregorian algorithm of 1876, as in Meeus,
/// *Astronomical Algorithms*, chapter 8 ("Date of Easter"). Valid from 1583 on. The
/// variables are named as there, but for `n`, of which Meeus takes quotient and
/// remainder by 31; his d, e, f, g, i and k are written out.
fn easter_sunday(year: i32) -> Option<Day> {
    if year < 1583 {
        return None;
    }
    let (a, b, c) = (year % 19, year / 100, year % 100);
    let h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
    let l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
    let m = (a + 11 * h + 22 * l) / 451;
    let n = h + l - 7 * m + 114;
    Day::from_ymd(year, (n / 31) as u32, (n % 31 + 1) as u32)
}
