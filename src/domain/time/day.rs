//! A calendar day as an integer, with conversions from and to Gregorian and Julian dates
//! and to text.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// English month names, January first.
pub const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// A calendar day, counted in days since 1970-01-01 in the proleptic Gregorian
/// calendar. Years are astronomical: 0 is 1 BCE.
///
/// All arithmetic on time is arithmetic on this number. There is no clock, no time
/// zone and no `Date` of the browser.
///
/// ```
/// use chronotope::domain::time::Day;
/// let day: Day = "1903-12-01".parse()?;
/// assert_eq!(day.to_string(), "1903-12-01");
/// assert_eq!(Day::from_ymd(1904, 3, 1).unwrap() - Day::from_ymd(1904, 2, 28).unwrap(), 2);
/// # Ok::<(), chronotope::domain::time::DayError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Day(pub i32);

/// A text that is not a day.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a day written YYYY-MM-DD")]
pub struct DayError(pub String);

impl Day {
    /// The earliest day that can be written, -9999-01-01.
    pub const MIN: Self = Self(-4_371_587);
    /// The latest day that can be written, 9999-12-31.
    pub const MAX: Self = Self(2_932_896);

    /// The day of a Gregorian year (-9999 to 9999), month and day of the month.
    /// `None` if there is no such day.
    #[must_use]
    pub fn from_ymd(year: i32, month: u32, day: u32) -> Option<Self> {
        if !(-9999..=9999).contains(&year)
            || !(1..=12).contains(&month)
            || day < 1
            || day > days_in_month(year, month)
        {
            return None;
        }
        // Days are counted in eras of 400 years that begin on 1 March, so that
        // the leap day is the last day of its year.
        let shifted = if month <= 2 { year - 1 } else { year };
        let era = shifted.div_euclid(400);
        let year_of_era = shifted.rem_euclid(400);
        let month_from_march = (month as i32 + 9) % 12;
        let day_of_year = (153 * month_from_march + 2) / 5 + day as i32 - 1;
        let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
        Some(Self(era * 146_097 + day_of_era - 719_468))
    }

    /// The Gregorian year, month (1–12) and day of the month (1–31).
    #[must_use]
    pub fn ymd(self) -> (i32, u32, u32) {
        let shifted = self.0 + 719_468;
        let era = shifted.div_euclid(146_097);
        let day_of_era = shifted.rem_euclid(146_097);
        let year_of_era =
            (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let month_from_march = (5 * day_of_year + 2) / 153;
        let day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
        let month = if month_from_march < 10 { month_from_march + 3 } else { month_from_march - 9 };
        let year = year_of_era + era * 400 + i32::from(month <= 2);
        (year, month as u32, day as u32)
    }

    /// The year, month and day of the month in the proleptic Julian calendar (Old
    /// Style).
    #[must_use]
    pub fn julian_ymd(self) -> (i32, u32, u32) {
        // From 1 March of the Julian year 0, so that the leap day is the last of its year.
        let shifted = self.0 + 719_470;
        let year_from_march = (4 * shifted + 3).div_euclid(1461);
        let day_of_year = shifted - (1461 * year_from_march).div_euclid(4);
        let month_from_march = (5 * day_of_year + 2) / 153;
        let day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
        let month = if month_from_march < 10 { month_from_march + 3 } else { month_from_march - 9 };
        (year_from_march + i32::from(month <= 2), month as u32, day as u32)
    }

    /// The day `months` calendar months later, or earlier if negative. Where that
    /// month is too short, its last day.
    ///
    /// ```
    /// use chronotope::domain::time::Day;
    /// let day = Day::from_ymd(1904, 1, 31).unwrap();
    /// assert_eq!(day.plus_months(1).to_string(), "1904-02-29");
    /// ```
    #[must_use]
    pub fn plus_months(self, months: i32) -> Self {
        let (year, month, day) = self.ymd();
        let total = year * 12 + month as i32 - 1 + months;
        let (year, month) = (total.div_euclid(12), total.rem_euclid(12) as u32 + 1);
        let day = day.min(days_in_month(year, month));
        Self::from_ymd(year, month, day).unwrap_or(if months < 0 { Self::MIN } else { Self::MAX })
    }

    /// The first day of a month of a year.
    #[must_use]
    pub fn first_of(year: i32, month: u32) -> Option<Self> {
        Self::from_ymd(year, month, 1)
    }

    /// The last day of a month of a year.
    #[must_use]
    pub fn last_of(year: i32, month: u32) -> Option<Self> {
        Self::from_ymd(year, month, days_in_month(year, month))
    }
}

fn days_in_month(year: i32, month: u32) -> u32 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year.rem_euclid(4) == 0
            && (year.rem_euclid(100) != 0 || year.rem_euclid(400) == 0) =>
        {
            29
        }
        2 => 28,
        _ => 31,
    }
}

impl std::ops::Add<i32> for Day {
    type Output = Self;
    fn add(self, days: i32) -> Self {
        Self(self.0 + days)
    }
}

impl std::ops::Sub<i32> for Day {
    type Output = Self;
    fn sub(self, days: i32) -> Self {
        Self(self.0 - days)
    }
}

impl std::ops::Sub for Day {
    type Output = i32;
    fn sub(self, other: Self) -> i32 {
        self.0 - other.0
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = self.ymd();
        if year < 0 {
            f.write_str("-")?;
        }
        write!(f, "{:04}-{month:02}-{day:02}", year.unsigned_abs())
    }
}

impl FromStr for Day {
    type Err = DayError;
    fn from_str(text: &str) -> Result<Self, DayError> {
        let wrong = || DayError(text.to_owned());
        let (sign, rest) = match text.strip_prefix('-') {
            Some(rest) => (-1, rest),
            None => (1, text),
        };
        let mut parts = rest.split('-');
        let mut number = |width: usize| -> Option<i32> {
            let part = parts.next()?;
            (part.len() == width && part.bytes().all(|b| b.is_ascii_digit()))
                .then(|| part.parse().ok())
                .flatten()
        };
        let (Some(year), Some(month), Some(day)) = (number(4), number(2), number(2)) else {
            return Err(wrong());
        };
        if parts.next().is_some() {
            return Err(wrong());
        }
        Self::from_ymd(sign * year, month as u32, day as u32).ok_or_else(wrong)
    }
}

impl Serialize for Day {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        // Compiled (binary) files keep the number.
        if serializer.is_human_readable() {
            serializer.collect_str(self)
        } else {
            serializer.serialize_i32(self.0)
        }
    }
}

impl<'de> Deserialize<'de> for Day {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        if !deserializer.is_human_readable() {
            return i32::deserialize(deserializer).map(Self);
        }
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}
