//! What shares the month or the century of the date before it: the `9` of `March
//! 5–9`, the `17` of `1915–17`.

use super::fields::{day_number, month_name, year_after};
use super::non_year::{counts_things, precedes_plural_noun};
use super::time_of_day::clock_time_tokens;
use super::year::end_of_range;
use crate::domain::time::Day;
use crate::geoparse::dates::calendar_time::CalendarTime;
use crate::geoparse::dates::cursor::Cursor;
use crate::geoparse::dates::english::Tag;
use crate::geoparse::dates::expression::TimeExpression;
use crate::geoparse::dates::reference_time::ReferenceTime;

/// A day or a year that continues the last date, one token after it.
pub(crate) fn continuation(cursor: Cursor<'_>, anchor: &ReferenceTime) -> Option<TimeExpression> {
    let last = anchor.last_match?;
    if cursor.position() != last.end_position + 1 {
        return None;
    }
    match last.time {
        CalendarTime::Year(first) if cursor.tag_before(1) == Tag::Dash => {
            let year = end_of_range(cursor, 0, first)?;
            (!counts_things(cursor, 1)).then(|| TimeExpression::time(1, CalendarTime::Year(year)))
        }
        CalendarTime::Day(first) => continued_day(cursor, first),
        _ => None,
    }
}

fn continued_day(cursor: Cursor<'_>, first: Day) -> Option<TimeExpression> {
    let (year, month, first_day) = first.ymd();
    // The date before must end with its day: `March 5`, `March 5th`.
    let ends_with_year = cursor.token_before(2).is_some_and(|t| t.text.len() == 4);
    let ends_with_month = matches!(
        cursor.tag_before(2),
        Tag::Month(_) | Tag::MonthAbbreviation(_) | Tag::Punctuation
    );
    if ends_with_month || ends_with_year {
        return None;
    }
    let day = day_number(cursor, 0).filter(|day| day.value > first_day)?;
    let end = day.tokens;
    let joined = match cursor.tag_before(1) {
        Tag::Dash => true,
        Tag::And | Tag::Or | Tag::To => !precedes_plural_noun(cursor, end),
        Tag::Comma => {
            matches!(cursor.tag(end), Tag::And | Tag::Or | Tag::Comma)
                && day_number(cursor, end + 1).is_some()
        }
        _ => cursor.token_before(1).is_some_and(|t| t.text == "&"),
    };
    if !joined || month_name(cursor, end).is_some() || clock_time_tokens(cursor).is_some() {
        return None;
    }
    let (year, end) = match year_after(cursor, end) {
        Some(written) => (written.value, end + written.tokens),
        None => (year, end),
    };
    let day = Day::from_ymd(year, month, day.value)?;
    Some(TimeExpression::time(end, CalendarTime::Day(day)))
}
