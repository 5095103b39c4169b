//! An expression of time as it is read, before its value is written as EDTF.

use super::calendar_time::{CalendarTime, DatePart, Modifier, TimeUnit};
use super::iso_duration::{Quantity, iso_duration};
use super::time_reference::TimeReference;
use crate::domain::life::Calendar;
use crate::domain::time::Day;

/// An expression of time that begins at some token.
#[derive(Clone, Debug)]
pub(crate) struct TimeExpression {
    /// How many tokens it takes.
    pub tokens: usize,
    pub value: TimeValue,
    pub calendar: Calendar,
    /// Does it become the reference time? Not the year of "the 1867 book".
    pub moves_anchor: bool,
}

/// The value of an expression (TIMEX3: `value` and `mod`).
#[derive(Clone, Debug)]
pub(crate) enum TimeValue {
    /// A time on the calendar.
    Time(CalendarTime, Modifier),
    /// Some time from the first to the last.
    Between(CalendarTime, CalendarTime),
    /// A duration in ISO 8601.
    Duration(String),
    /// A time relative to that of the telling.
    Reference(TimeReference),
    /// A time that the text does not give exactly enough.
    Vague,
}

impl TimeExpression {
    pub fn new(tokens: usize, value: TimeValue) -> Self {
        Self { tokens, value, calendar: Calendar::Unspecified, moves_anchor: true }
    }

    pub fn time(tokens: usize, time: CalendarTime) -> Self {
        Self::new(tokens, TimeValue::Time(time, Modifier::default()))
    }

    pub fn duration(tokens: usize, quantity: Quantity, unit: TimeUnit) -> Self {
        Self::new(tokens, TimeValue::Duration(iso_duration(quantity, unit)))
    }

    pub fn vague(tokens: usize) -> Self {
        Self::new(tokens, TimeValue::Vague)
    }

    pub fn reference(tokens: usize, reference: TimeReference) -> Self {
        Self::new(tokens, TimeValue::Reference(reference))
    }

    /// A vague expression, with its reference if it has one.
    pub fn vague_with(tokens: usize, reference: Option<TimeReference>) -> Self {
        reference.map_or_else(|| Self::vague(tokens), |value| Self::reference(tokens, value))
    }

    /// The time, or a vague expression where the reference time does not determine it.
    pub fn time_or_vague(tokens: usize, time: Option<CalendarTime>) -> Self {
        time.map_or_else(|| Self::vague(tokens), |time| Self::time(tokens, time))
    }

    /// The expression, marked as mentioned in passing: it does not move the reference
    /// time.
    pub fn without_moving_anchor(self) -> Self {
        Self { moves_anchor: false, ..self }
    }

    /// The expression, extended by some tokens before it.
    pub fn preceded_by(self, tokens: usize) -> Self {
        Self { tokens: self.tokens + tokens, ..self }
    }

    /// Restricts a time to a part of it. Other values do not change.
    pub fn with_part(mut self, part: DatePart) -> Self {
        if let TimeValue::Time(_, modifier) = &mut self.value {
            modifier.part = Some(part);
        }
        self
    }

    /// Marks a time as approximate or not. Other values do not change.
    pub fn approximate(mut self, approximate: bool) -> Self {
        if let TimeValue::Time(_, modifier) = &mut self.value {
            modifier.approximate = approximate;
        }
        self
    }

    /// Is it a time on the calendar?
    pub fn is_time(&self) -> bool {
        matches!(self.value, TimeValue::Time(..))
    }

    /// The day it is, if it is one.
    pub fn day(&self) -> Option<Day> {
        match self.value {
            TimeValue::Time(CalendarTime::Day(day), _) => Some(day),
            _ => None,
        }
    }

    /// Is it a decade or a century?
    pub fn is_decade(&self) -> bool {
        matches!(self.value, TimeValue::Time(CalendarTime::Decade(_) | CalendarTime::Century(_), _))
    }
}
