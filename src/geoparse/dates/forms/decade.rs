//! Decades and centuries in words: `twenties`, `19th century`.

use super::fields::{Era, era};
use super::number::ordinal;
use crate::geoparse::dates::calendar_time::{CalendarTime, TimeUnit};
use crate::geoparse::dates::cursor::Cursor;
use crate::geoparse::dates::english::{Singular, Tag};
use crate::geoparse::dates::expression::TimeExpression;
use crate::geoparse::dates::reference_time::ReferenceTime;

/// `19th century`, `nineteenth-century`, `fifth century BC`.
pub(crate) fn century(cursor: Cursor<'_>) -> Option<TimeExpression> {
    let number = ordinal(cursor, 0).filter(|number| (1..=21).contains(&number.value))?;
    let dash = usize::from(cursor.tag(number.tokens) == Tag::Dash);
    let noun = number.tokens + dash;
    if cursor.tag(noun) != Tag::Unit(TimeUnit::Century, Singular) {
        return None;
    }
    let number = number.value as i32;
    let era = era(cursor, noun + 1);
    let first_year = match era.map(|era| era.value) {
        Some(Era::Before) => 1 - number * 100,
        Some(Era::Common) | None => (number - 1) * 100,
    };
    let tokens = noun + 1 + era.map_or(0, |era| era.tokens);
    Some(TimeExpression::time(tokens, CalendarTime::Century(first_year)))
}

/// `twenties`, in the century of the reference time.
pub(crate) fn decade_name(cursor: Cursor<'_>, anchor: &ReferenceTime) -> Option<TimeExpression> {
    let Tag::DecadeName(years) = cursor.tag(0) else { return None };
    let first_year = anchor.year()?.div_euclid(100) * 100 + i32::from(years);
    let time = CalendarTime::Decade(first_year);
    Some(TimeExpression::time(1, time).without_moving_anchor())
}
