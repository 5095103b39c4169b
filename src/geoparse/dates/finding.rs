//! What is found, as others see it.

use super::calendar_time::DatePart;
use super::time_reference::TimeReference;
use crate::domain::life::Calendar;
use crate::domain::time::DateSpan;

/// An expression of time in a text, anchored.
#[derive(Clone, Debug, PartialEq)]
pub struct DateFinding {
    /// Where it begins, in bytes.
    pub start: usize,
    /// Where it ends, in bytes, exclusive.
    pub end: usize,
    /// What it means.
    pub meaning: DateMeaning,
    /// The calendar that the text names with it.
    pub calendar: Calendar,
    /// The part of the time that is meant, as in "late November".
    pub part: Option<DatePart>,
    /// Of a vague expression, how it relates to the time of the telling.
    pub reference: Option<TimeReference>,
}

/// What an expression of time means.
#[derive(Clone, Debug, PartialEq)]
pub enum DateMeaning {
    /// A time on the calendar.
    Date(DateSpan),
    /// A duration in ISO 8601, such as `P2M`. `X` stands for a number that is not
    /// given, as in TIMEX3: `PXD` is "a few days".
    Duration(String),
    /// A time that cannot be put on the calendar: "now", "the former capital", or a
    /// month whose year the text does not give.
    Vague,
}

impl DateFinding {
    /// The date, if it is one.
    #[must_use]
    pub fn span(&self) -> Option<&DateSpan> {
        match &self.meaning {
            DateMeaning::Date(span) => Some(span),
            DateMeaning::Duration(_) | DateMeaning::Vague => None,
        }
    }
}
