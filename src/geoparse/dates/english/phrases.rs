//! What is written with several tokens: each phrase is its tokens, as the
//! tokenizer cuts them.

use crate::domain::life::Calendar;
use crate::geoparse::dates::holiday_date::HolidayDate::{self, Easter, Fixed};

/// The tokens of a phrase.
pub(crate) type Phrase = &'static [&'static str];

/// `B.C.`
pub(crate) const BEFORE_COMMON_ERA: Phrase = &["B", ".", "C", "."];
/// `A.D.`
pub(crate) const COMMON_ERA: Phrase = &["A", ".", "D", "."];

/// `and a` in `three years and a half`.
pub(crate) const AND_A: Phrase = &["and", "a"];

/// Abbreviations that name the calendar of a date; the last may have a full stop
/// after it.
pub(crate) const CALENDAR_ABBREVIATIONS: &[(Phrase, Calendar)] = &[
    (&["O", ".", "S"], Calendar::Julian),
    (&["N", ".", "S"], Calendar::Gregorian),
    (&["OS"], Calendar::Julian),
    (&["NS"], Calendar::Gregorian),
];

/// Names of the two calendars, in any case.
pub(crate) const CALENDAR_NAMES: &[(Phrase, Calendar)] =
    &[(&["old", "style"], Calendar::Julian), (&["new", "style"], Calendar::Gregorian)];

/// Holidays, of those that begin alike the longest first. A possessive `'s` may
/// follow the second word.
pub(crate) const HOLIDAYS: &[(Phrase, HolidayDate)] = &[
    (&["New", "Year", "Day"], Fixed { month: 1, day: 1 }),
    (&["New", "Year", "Eve"], Fixed { month: 12, day: 31 }),
    (&["Christmas", "Eve"], Fixed { month: 12, day: 24 }),
    (&["Christmas", "Day"], Fixed { month: 12, day: 25 }),
    (&["Christmas", "night"], Fixed { month: 12, day: 25 }),
    (&["Christmas", "Night"], Fixed { month: 12, day: 25 }),
    (&["Christmas"], Fixed { month: 12, day: 25 }),
    (&["Easter", "Sunday"], Easter { days_after: 0 }),
    (&["Easter", "Monday"], Easter { days_after: 1 }),
    (&["Easter"], Easter { days_after: 0 }),
];
