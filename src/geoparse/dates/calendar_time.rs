//! Times on the calendar, as a text names them, and their EDTF.

use crate::domain::time::{Day, Third};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Season {
    Spring,
    Summer,
    Autumn,
    Winter,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum TimeUnit {
    Second,
    Minute,
    Hour,
    Day,
    Week,
    Month,
    Year,
    Decade,
    Century,
}

/// A stretch of the calendar that has a name. Years are astronomical: 0 is 1 BC.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum CalendarTime {
    Day(Day),
    /// The week from this Monday on.
    Week(Day),
    Month(i32, u32),
    /// A winter has the year it begins in.
    Season(i32, Season),
    Year(i32),
    /// From its first year.
    Decade(i32),
    /// From its first year: 1800, or -499 for the fifth BC.
    Century(i32),
    /// From the first of two days to the second.
    Days(Day, Day),
    /// From the first of two years to the second.
    Years(i32, i32),
}

/// How the text narrows a time or weakens it (TIMEX3: `mod`).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Modifier {
    /// `early`, `the end of`.
    pub part: Option<DatePart>,
    /// `about`, `circa`.
    pub approximate: bool,
}

/// The part of a time that is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DatePart {
    /// Its first third: "early", "the beginning of".
    Early,
    /// Its middle.
    Mid,
    /// Its last third: "late", "the end of".
    Late,
    /// Its first half.
    FirstHalf,
    /// Its second half.
    SecondHalf,
}

impl DatePart {
    /// The name of the part in English: "early", "first half".
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Early => "early",
            Self::Mid => "middle",
            Self::Late => "late",
            Self::FirstHalf => "first half",
            Self::SecondHalf => "second half",
        }
    }
}

impl DatePart {
    fn third(self) -> Option<Third> {
        match self {
            Self::Early => Some(Third::Early),
            Self::Mid => Some(Third::Mid),
            Self::Late => Some(Third::Late),
            Self::FirstHalf | Self::SecondHalf => None,
        }
    }
}

impl CalendarTime {
    /// The first and the last day; `None` beyond the days that can be written.
    pub fn bounds(self) -> Option<(Day, Day)> {
        let years = |a, b| Some((Day::first_of(a, 1)?, Day::last_of(b, 12)?));
        match self {
            Self::Day(day) => Some((day, day)),
            Self::Week(monday) => Some((monday, monday + 6)),
            Self::Days(first, last) => Some((first, last)),
            Self::Month(year, month) => {
                Some((Day::first_of(year, month)?, Day::last_of(year, month)?))
            }
            Self::Season(year, season) => {
                let first = Day::first_of(year, season.first_month())?;
                Some((first, first.plus_months(3) - 1))
            }
            Self::Year(year) => years(year, year),
            Self::Decade(year) => years(year, year + 9),
            Self::Century(year) => years(year, year + 99),
            Self::Years(first, last) => years(first, last),
        }
    }

    /// The unit that contains a day: its month, its year.
    pub fn containing(unit: TimeUnit, day: Day) -> Self {
        let (year, month, _) = day.ymd();
        match unit {
            TimeUnit::Second | TimeUnit::Minute | TimeUnit::Hour | TimeUnit::Day => Self::Day(day),
            // Day 0, 1 January 1970, was a Thursday.
            TimeUnit::Week => Self::Week(day - (day.0 + 3).rem_euclid(7)),
            TimeUnit::Month => Self::Month(year, month),
            TimeUnit::Year => Self::Year(year),
            TimeUnit::Decade => Self::decade_of(year),
            TimeUnit::Century => Self::century_of(year),
        }
    }

    pub fn decade_of(year: i32) -> Self {
        Self::Decade(year.div_euclid(10) * 10)
    }

    /// The years that share their first digits with this one: 1900 to 1999.
    pub fn century_of(year: i32) -> Self {
        Self::Century(year.div_euclid(100) * 100)
    }

    /// The time in EDTF.
    pub fn to_edtf(self, modifier: Modifier) -> Option<String> {
        let Modifier { part, approximate } = modifier;
        // "Late November" is not exactly ten days: the value is the month, and the
        // part is given beside it.
        let part = part.filter(|_| !matches!(self, Self::Month(..)));
        let exact = match part {
            Some(part) => match self.half_year(part) {
                Some(half) => half,
                None => {
                    let (first, last) = self.bounds_of(part)?;
                    if first == last { first } else { format!("[{first}..{last}]") }
                }
            },
            None => self.plain_edtf()?,
        };
        let simple = !exact.contains(['/', '[']);
        Some(if approximate && simple { exact + "~" } else { exact })
    }

    fn plain_edtf(self) -> Option<String> {
        Some(match self {
            Self::Day(day) => day.to_string(),
            Self::Week(_) | Self::Days(..) => {
                let (first, last) = self.bounds()?;
                format!("{first}/{last}")
            }
            Self::Month(year, month) => edtf_month(year, month),
            Self::Season(year, season) => format!("{}-{}", edtf_year(year), season.code()),
            Self::Year(year) => edtf_year(year),
            Self::Decade(year) if year >= 0 => format!("{:03}X", year / 10),
            Self::Century(year) if year >= 0 => format!("{:02}XX", year / 100),
            Self::Decade(year) => format!("{}/{}", edtf_year(year), edtf_year(year + 9)),
            Self::Century(year) => format!("{}/{}", edtf_year(year), edtf_year(year + 99)),
            Self::Years(first, last) => format!("{}/{}", edtf_year(first), edtf_year(last)),
        })
    }

    /// The code that EDTF has for a half of a year.
    fn half_year(self, part: DatePart) -> Option<String> {
        match (self, part) {
            (Self::Year(year), DatePart::FirstHalf) => Some(format!("{}-40", edtf_year(year))),
            (Self::Year(year), DatePart::SecondHalf) => Some(format!("{}-41", edtf_year(year))),
            _ => None,
        }
    }

    /// First and last of a part, in the next smaller unit. "Early", "mid" and
    /// "late" are thirds.
    fn bounds_of(self, part: DatePart) -> Option<(String, String)> {
        // The part of a time that has `steps` of the smaller unit, the end excluded.
        let cut = |steps: i32| match part {
            DatePart::Early => (0, steps / 3),
            DatePart::Mid => (steps / 3, steps * 2 / 3),
            DatePart::Late => (steps * 2 / 3, steps),
            DatePart::FirstHalf => (0, steps / 2),
            DatePart::SecondHalf => (steps / 2, steps),
        };
        let years = |first: i32, steps: i32| {
            let (a, b) = cut(steps);
            (edtf_year(first + a), edtf_year(first + b - 1))
        };
        Some(match self {
            // A half of a year has a code of its own.
            Self::Year(year) => {
                let months = part.third()?.months();
                (edtf_month(year, *months.start()), edtf_month(year, *months.end()))
            }
            Self::Decade(first) => years(first, 10),
            Self::Century(first) => years(first, 100),
            Self::Years(first, last) => years(first, last - first + 1),
            Self::Season(..) => {
                let (first, _) = self.bounds()?;
                let (a, b) = cut(3);
                let month = |n: i32| {
                    let (year, month, _) = first.plus_months(n).ymd();
                    edtf_month(year, month)
                };
                (month(a), month(b.max(a + 1) - 1))
            }
            Self::Month(..) | Self::Day(_) | Self::Week(_) | Self::Days(..) => return None,
        })
    }
}

impl Season {
    pub fn first_month(self) -> u32 {
        match self {
            Self::Spring => 3,
            Self::Summer => 6,
            Self::Autumn => 9,
            Self::Winter => 12,
        }
    }

    fn code(self) -> u8 {
        match self {
            Self::Spring => 21,
            Self::Summer => 22,
            Self::Autumn => 23,
            Self::Winter => 24,
        }
    }
}

fn edtf_year(year: i32) -> String {
    let sign = if year < 0 { "-" } else { "" };
    format!("{sign}{:04}", year.unsigned_abs())
}

fn edtf_month(year: i32, month: u32) -> String {
    format!("{}-{month:02}", edtf_year(year))
}
