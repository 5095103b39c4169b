//! Times as a text names them, and their EDTF.

use crate::domain::time::Day;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Season {
    Spring,
    Summer,
    Autumn,
    Winter,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unit {
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

/// A stretch of the calendar that has a name. Years are astronomical.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Time {
    Day(Day),
    /// The week from this Monday on.
    Week(Day),
    Month(i32, u32),
    /// Winter is that of the year it begins in.
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

/// How the text narrows a time or weakens it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Shade {
    pub part: Option<Part>,
    pub about: bool,
}

/// A part of a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
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

impl Part {
    /// In words.
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

impl Time {
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

    /// The month that holds a day, and so on.
    pub fn of(unit: Unit, day: Day) -> Self {
        let (year, month, _) = day.ymd();
        match unit {
            Unit::Second | Unit::Minute | Unit::Hour | Unit::Day => Self::Day(day),
            Unit::Week => Self::Week(day - (day.0 + 3).rem_euclid(7)),
            Unit::Month => Self::Month(year, month),
            Unit::Year => Self::Year(year),
            Unit::Decade => Self::Decade(year.div_euclid(10) * 10),
            Unit::Century => Self::Century(year.div_euclid(100) * 100),
        }
    }

    /// As EDTF.
    pub fn write(self, shade: Shade) -> Option<String> {
        let Shade { part, about } = shade;
        // "Late November" claims less than ten certain days: the month stands,
        // and the part is told beside it.
        let part = part.filter(|_| !matches!(self, Self::Month(..)));
        let exact = match part {
            Some(part) => match self.half(part) {
                Some(half) => half,
                None => {
                    let (first, last) = self.part(part)?;
                    if first == last { first } else { format!("[{first}..{last}]") }
                }
            },
            None => self.plain()?,
        };
        let simple = !exact.contains(['/', '[']);
        Some(if about && simple { exact + "~" } else { exact })
    }

    fn plain(self) -> Option<String> {
        Some(match self {
            Self::Day(day) => day.to_string(),
            Self::Week(_) | Self::Days(..) => {
                let (first, last) = self.bounds()?;
                format!("{first}/{last}")
            }
            Self::Month(year, month) => month_of(year, month),
            Self::Season(year, season) => format!("{}-{}", year_of(year), season.code()),
            Self::Year(year) => year_of(year),
            Self::Decade(year) if year >= 0 => format!("{:03}X", year / 10),
            Self::Century(year) if year >= 0 => format!("{:02}XX", year / 100),
            Self::Decade(year) => format!("{}/{}", year_of(year), year_of(year + 9)),
            Self::Century(year) => format!("{}/{}", year_of(year), year_of(year + 99)),
            Self::Years(first, last) => format!("{}/{}", year_of(first), year_of(last)),
        })
    }

    /// A half of a year has a code of its own.
    fn half(self, part: Part) -> Option<String> {
        match (self, part) {
            (Self::Year(year), Part::FirstHalf) => Some(format!("{}-40", year_of(year))),
            (Self::Year(year), Part::SecondHalf) => Some(format!("{}-41", year_of(year))),
            _ => None,
        }
    }

    /// The ends of a part: a third of it, in the next smaller unit.
    fn part(self, part: Part) -> Option<(String, String)> {
        // Of ten, twelve or a hundred steps.
        let cut = |steps: i32| match part {
            Part::Early => (0, steps / 3),
            Part::Mid => (steps / 3, steps * 2 / 3),
            Part::Late => (steps * 2 / 3, steps),
            Part::FirstHalf => (0, steps / 2),
            Part::SecondHalf => (steps / 2, steps),
        };
        let years = |first: i32, steps: i32| {
            let (a, b) = cut(steps);
            (year_of(first + a), year_of(first + b - 1))
        };
        Some(match self {
            Self::Year(year) => {
                let (a, b) = cut(12);
                (month_of(year, a as u32 + 1), month_of(year, b as u32))
            }
            Self::Decade(first) => years(first, 10),
            Self::Century(first) => years(first, 100),
            Self::Years(first, last) => years(first, last - first + 1),
            Self::Season(..) => {
                let (first, _) = self.bounds()?;
                let (a, b) = cut(3);
                let month = |n: i32| {
                    let (year, month, _) = first.plus_months(n).ymd();
                    month_of(year, month)
                };
                (month(a), month(b.max(a + 1) - 1))
            }
            Self::Month(year, month) => {
                // A month is cut at its tenth and twentieth.
                let last = Day::last_of(year, month)?.ymd().2;
                let (a, b) = match part {
                    Part::Early => (1, 10),
                    Part::Mid => (11, 20),
                    Part::Late => (21, last),
                    Part::FirstHalf => (1, 15),
                    Part::SecondHalf => (16, last),
                };
                let day = |n| Day::from_ymd(year, month, n).map(|d| d.to_string());
                (day(a)?, day(b)?)
            }
            Self::Day(_) | Self::Week(_) | Self::Days(..) => return None,
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

fn year_of(year: i32) -> String {
    let sign = if year < 0 { "-" } else { "" };
    format!("{sign}{:04}", year.unsigned_abs())
}

fn month_of(year: i32, month: u32) -> String {
    format!("{}-{month:02}", year_of(year))
}
