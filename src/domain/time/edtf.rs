//! Dates in the Extended Date/Time Format (EDTF), with the earliest and the latest day
//! that each can mean.

use std::fmt;
use std::str::FromStr;

use edtf_core::{Bound, BoundDate, Edtf};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::day::Day;

/// An EDTF date (ISO 8601-2, levels 0 to 2): a day, a month, a year, an interval or a
/// set of these, perhaps approximate. It keeps the string as it was written and the
/// earliest and the latest day that the date can mean.
///
/// ```
/// use chronotope::domain::time::DateSpan;
/// let span: DateSpan = "1903-11".parse()?;
/// assert_eq!(span.earliest.unwrap().to_string(), "1903-11-01");
/// assert_eq!(span.latest.unwrap().to_string(), "1903-11-30");
/// let by: DateSpan = "/1883".parse()?;
/// assert_eq!(by.earliest, None);
/// # Ok::<(), chronotope::domain::time::DateSpanError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DateSpan {
    text: String,
    /// The first day it can mean; `None` where open or unknown.
    pub earliest: Option<Day>,
    /// The last day it can mean; `None` where open or unknown.
    pub latest: Option<Day>,
    /// Marked `~`: the source says "about".
    pub approximate: bool,
    /// Is the string in the Julian calendar (Old Style)? The bounds are Gregorian.
    pub old_style: bool,
}

/// A text that is not an EDTF date.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{text}` is not an EDTF date: {reason}")]
pub struct DateSpanError {
    /// The text.
    pub text: String,
    /// Why it is not one.
    pub reason: String,
}

impl DateSpan {
    /// The EDTF string.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The span of one day.
    #[must_use]
    pub fn day(day: Day) -> Self {
        let text = day.to_string();
        let (earliest, latest) = (Some(day), Some(day));
        Self { text, earliest, latest, approximate: false, old_style: false }
    }

    /// The span from `first` to `last`, written as coarsely as the days allow: a
    /// whole year as a year. [`Day::MIN`] and [`Day::MAX`] are open ends.
    ///
    /// ```
    /// use chronotope::domain::time::{DateSpan, Day};
    /// let day = |text: &str| text.parse::<Day>().unwrap();
    /// let between = |a, b| DateSpan::between(day(a), day(b)).as_str().to_owned();
    /// assert_eq!(between("1903-01-01", "1903-12-31"), "1903");
    /// assert_eq!(between("1903-11-01", "1904-01-31"), "1903-11/1904-01");
    /// assert_eq!(between("1903-11-02", "1904-01-31"), "1903-11-02/1904-01-31");
    /// assert_eq!(DateSpan::between(day("-0043-01-01"), Day::MAX).as_str(), "-0043/..");
    /// ```
    #[must_use]
    pub fn between(first: Day, last: Day) -> Self {
        let (earliest, latest) =
            (Some(first).filter(|&day| day > Day::MIN), Some(last).filter(|&day| day < Day::MAX));
        let begins = |unit: fn((i32, u32, u32)) -> bool| earliest.is_none_or(|day| unit(day.ymd()));
        let ends =
            |unit: fn((i32, u32, u32)) -> bool| latest.is_none_or(|day| unit((day + 1).ymd()));
        let new_year = |(_, month, day)| (month, day) == (1, 1);
        let new_month = |(_, _, day)| day == 1;
        // Cut from a date written in full, so that the year or the month is left.
        let cut = if begins(new_year) && ends(new_year) {
            "-MM-DD".len()
        } else if begins(new_month) && ends(new_month) {
            "-DD".len()
        } else {
            0
        };
        let written = |day: Option<Day>| {
            day.map_or_else(
                || "..".to_owned(),
                |day| {
                    let mut text = day.to_string();
                    text.truncate(text.len() - cut);
                    text
                },
            )
        };
        let (from, to) = (written(earliest), written(latest));
        let text = if from == to { from } else { from + "/" + &to };
        Self { text, earliest, latest, approximate: false, old_style: false }
    }

    /// The day, if the date can mean only one.
    #[must_use]
    pub fn single_day(&self) -> Option<Day> {
        self.earliest.filter(|_| self.earliest == self.latest)
    }

    /// Is `day` one of the days that the date can mean?
    #[must_use]
    pub fn includes(&self, day: Day) -> bool {
        self.earliest.is_none_or(|earliest| earliest <= day)
            && self.latest.is_none_or(|latest| day <= latest)
    }

    /// Is there a day that both dates can mean?
    #[must_use]
    pub fn overlaps(&self, other: &Self) -> bool {
        let before = |end: Option<Day>, start: Option<Day>| matches!((end, start), (Some(end), Some(start)) if end < start);
        !before(self.latest, other.earliest) && !before(other.latest, self.earliest)
    }

    /// Reads a date written in the Julian calendar. The bounds are converted to
    /// the Gregorian calendar; the string stays as the source has it.
    ///
    /// ```
    /// use chronotope::domain::time::DateSpan;
    /// let span = DateSpan::parse_julian("1917-10-25")?;
    /// assert_eq!(span.as_str(), "1917-10-25");
    /// assert_eq!(span.earliest.unwrap().to_string(), "1917-11-07");
    /// # Ok::<(), chronotope::domain::time::DateSpanError>(())
    /// ```
    ///
    /// # Errors
    /// The text is not EDTF, or a bound is outside the years -9999 to 9999.
    pub fn parse_julian(text: &str) -> Result<Self, DateSpanError> {
        let mut span: Self = text.parse()?;
        let convert = |day: Option<Day>| -> Result<Option<Day>, DateSpanError> {
            let Some(day) = day else { return Ok(None) };
            let (year, month, day) = day.ymd();
            let converted = edtf_calendars::julian_to_gregorian(edtf_calendars::JulianDate {
                year: i64::from(year),
                month: month as u8,
                day: day as u8,
            })
            .map_err(|e| DateSpanError { text: text.to_owned(), reason: e.to_string() })?;
            Ok(day_of(converted))
        };
        span.earliest = convert(span.earliest)?;
        span.latest = convert(span.latest)?;
        span.old_style = true;
        Ok(span)
    }
}

impl FromStr for DateSpan {
    type Err = DateSpanError;
    fn from_str(text: &str) -> Result<Self, DateSpanError> {
        let wrong = |reason: String| DateSpanError { text: text.to_owned(), reason };
        let edtf = Edtf::parse(text).map_err(|e| wrong(e.to_string()))?;
        let bounds = edtf.bounds();
        let day = |bound: Bound| match bound {
            Bound::Date(date) => day_of(date)
                .map(Some)
                .ok_or_else(|| wrong("the year is outside -9999 to 9999".to_owned())),
            _ => Ok(None),
        };
        let span = Self {
            text: text.to_owned(),
            earliest: day(bounds.earliest)?,
            latest: day(bounds.latest)?,
            approximate: edtf.is_approximate(),
            old_style: false,
        };
        if let (Some(earliest), Some(latest)) = (span.earliest, span.latest)
            && earliest > latest
        {
            return Err(wrong(format!("it ends ({latest}) before it begins ({earliest})")));
        }
        Ok(span)
    }
}

fn day_of(date: BoundDate) -> Option<Day> {
    Day::from_ymd(i32::try_from(date.year).ok()?, date.month.into(), date.day.into())
}

impl fmt::Display for DateSpan {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

impl Serialize for DateSpan {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if serializer.is_human_readable() {
            serializer.serialize_str(&self.text)
        } else {
            // Compiled files keep the bounds, so that no date has to be parsed again.
            // They hold the names of places, which are not dated in Old Style.
            (&self.text, self.earliest, self.latest, self.approximate).serialize(serializer)
        }
    }
}

impl<'de> Deserialize<'de> for DateSpan {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        if !deserializer.is_human_readable() {
            let (text, earliest, latest, approximate) = Deserialize::deserialize(deserializer)?;
            return Ok(Self { text, earliest, latest, approximate, old_style: false });
        }
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}
