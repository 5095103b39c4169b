//! Dates in numbers: `27.8.1832`, `27/8/1832`, `3 XI 1832`, `1832-08-27`.

use super::calendar_style::with_calendar_style;
use super::number::digits;
use crate::domain::time::Day;
use crate::geoparse::dates::calendar_time::CalendarTime;
use crate::geoparse::dates::cursor::Cursor;
use crate::geoparse::dates::english::{Tag, word_sets};
use crate::geoparse::dates::expression::TimeExpression;

/// `27.8.1832`, `27/8/1832`, `3 XI 1832`, `3.XI.1832`, `1832-08-27`.
///
/// The day is first, as nearly everywhere. With slashes or hyphens the month is first
/// where the second number cannot be a month, or where another date of the text shows
/// that the text writes so.
pub(crate) fn numeric_date(cursor: Cursor<'_>) -> Option<TimeExpression> {
    let found = year_last(cursor).or_else(|| year_first(cursor))?;
    Some(with_calendar_style(cursor, found))
}

/// `1832-08-27`, `1832/8/27`.
fn year_first(cursor: Cursor<'_>) -> Option<TimeExpression> {
    let (first, second) = (separator(cursor, 1)?, separator(cursor, 3)?);
    if cursor.text(0).len() != 4 || first != second || continues_number(cursor, 4) {
        return None;
    }
    let day = day_of(digits(cursor, 0, 4)?, digits(cursor, 2, 2)?, digits(cursor, 4, 2)?)?;
    Some(TimeExpression::time(5, CalendarTime::Day(day)))
}

fn year_last(cursor: Cursor<'_>) -> Option<TimeExpression> {
    let first = digits(cursor, 0, 2)?;
    let marks = usize::from(separator(cursor, 1).is_some());
    let year_offset = 2 + 2 * marks;
    let year = digits(cursor, year_offset, 4).filter(|_| cursor.text(year_offset).len() == 4)?;
    if marks == 1 && separator(cursor, 1) != separator(cursor, 3) {
        return None;
    }
    if continues_number(cursor, year_offset) || follows_number(cursor) {
        return None;
    }
    let day = match digits(cursor, 1 + marks, 2).filter(|_| marks == 1) {
        Some(second) if is_month_first(cursor, first, second) => day_of(year, first, second),
        Some(second) => day_of(year, second, first),
        // "3 xi 1832" has other words than a month.
        None if marks == 0 && !cursor.is_capitalised(1) => None,
        None => day_of(year, roman_month(cursor.text(1 + marks))?, first),
    }?;
    Some(TimeExpression::time(year_offset + 1, CalendarTime::Day(day)))
}

/// The mark between two parts of a date, directly after the first. After a full stop
/// there may be a space.
fn separator<'t>(cursor: Cursor<'t>, offset: usize) -> Option<&'t str> {
    let mark = cursor.text(offset);
    let is_one = matches!(mark, "." | "/" | "-") && cursor.touches(offset);
    (is_one && (mark == "." || cursor.touches(offset + 1))).then_some(mark)
}

/// Is the month the first of two numbers with slashes or hyphens?
fn is_month_first(cursor: Cursor<'_>, first: i32, second: i32) -> bool {
    cursor.text(1) != "." && first <= 12 && (second > 12 || cursor.writes_month_first())
}

/// Does the text have a date at the cursor that can only have its month first:
/// `8/27/1832`?
pub(crate) fn has_month_first(cursor: Cursor<'_>) -> bool {
    let slash = |offset| cursor.text(offset) == "/" && cursor.touches(offset);
    slash(1)
        && slash(3)
        && cursor.text(4).len() == 4
        && digits(cursor, 0, 2).is_some_and(|month| (1..=12).contains(&month))
        && digits(cursor, 2, 2).is_some_and(|day| (13..=31).contains(&day))
}

/// `1.27.8.1832`: a number of more parts than a date has.
fn follows_number(cursor: Cursor<'_>) -> bool {
    cursor.touches(0)
        && cursor.token_before(1).is_some_and(|t| matches!(t.text, "." | "/" | "-" | "$" | "£"))
        && cursor.tag_before(2) == Tag::Digits
}

fn continues_number(cursor: Cursor<'_>, last: usize) -> bool {
    separator(cursor, last + 1).is_some()
        && cursor.touches(last + 2)
        && cursor.tag(last + 2) == Tag::Digits
}

fn day_of(year: i32, month: i32, day: i32) -> Option<Day> {
    let is_year = (1..2100).contains(&year);
    let month = u32::try_from(month).ok()?;
    Day::from_ymd(year, month, u32::try_from(day).ok()?).filter(|_| is_year)
}

/// `XI`
fn roman_month(text: &str) -> Option<i32> {
    let at = word_sets::ROMAN_MONTHS.iter().position(|month| month.eq_ignore_ascii_case(text))?;
    i32::try_from(at + 1).ok()
}
