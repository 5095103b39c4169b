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

/// From here on the western churches counted Easter by the Gregorian calendar.
const FIRST_GREGORIAN_EASTER: i32 = 1583;
/// Great Britain counted by the Julian one until this year.
const LAST_JULIAN_EASTER: i32 = 1752;

impl HolidayDate {
    /// The day of the holiday in a year. Before 1583 it is a day of the Julian calendar, as
    /// texts give it.
    pub fn in_year(self, year: i32) -> Option<Day> {
        match self {
            Self::Fixed { month, day } => Day::from_ymd(year, month, day),
            Self::Easter { days_after } => {
                let sunday = if year < FIRST_GREGORIAN_EASTER {
                    julian_easter_sunday(year)
                } else {
                    easter_sunday(year)
                };
                Some(sunday? + days_after)
            }
        }
    }

    /// Was it on different days in different countries of the west in that year?
    pub fn depends_on_calendar(self, year: i32) -> bool {
        matches!(self, Self::Easter { .. })
            && (FIRST_GREGORIAN_EASTER..=LAST_JULIAN_EASTER).contains(&year)
    }
}

/// Easter Sunday by the anonymous Gregorian algorithm of 1876, as in Meeus,
/// *Astronomical Algorithms*, chapter 8 ("Date of Easter"). Valid from 1583 on. The
/// variables are named as there, but for `n`, of which Meeus takes quotient and
/// remainder by 31; his d, e, f, g, i and k are written out.
fn easter_sunday(year: i32) -> Option<Day> {
    let (a, b, c) = (year % 19, year / 100, year % 100);
    let h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
    let l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
    let m = (a + 11 * h + 22 * l) / 451;
    day_of(year, h + l - 7 * m + 114)
}

/// Easter Sunday in the Julian calendar, by the same chapter of Meeus.
fn julian_easter_sunday(year: i32) -> Option<Day> {
    let (a, b, c) = (year.rem_euclid(4), year.rem_euclid(7), year.rem_euclid(19));
    let d = (19 * c + 15) % 30;
    let e = (2 * a + 4 * b - d + 34) % 7;
    day_of(year, d + e + 114)
}

/// The day whose month and number are quotient and remainder by 31.
fn day_of(year: i32, n: i32) -> Option<Day> {
    Day::from_ymd(year, (n / 31) as u32, (n % 31 + 1) as u32)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn easter_is_counted_by_the_calendar_of_its_year() {
        let easter =
            |year| HolidayDate::Easter { days_after: 0 }.in_year(year).unwrap().to_string();
        assert_eq!(easter(1916), "1916-04-23");
        assert_eq!(easter(1818), "1818-03-22");
        // Examples of Meeus.
        assert_eq!(easter(179), "0179-04-12");
        assert_eq!(easter(711), "0711-04-12");
        assert_eq!(easter(1243), "1243-04-12");
    }
}
