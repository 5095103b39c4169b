//! Days and months with their names: `20 November 1903`, `Nov. 20`, `the 5th of
//! May`.

use super::calendar_style::with_calendar_style;
use super::fields::{day_number, month_name, ordinal_day, year_after, year_after_month};
use super::non_year::counts_things;
use super::year_of_date::year_of_date;
use crate::domain::time::Day;
use crate::geoparse::dates::calendar_time::CalendarTime;
use crate::geoparse::dates::cursor::{Cursor, Matched};
use crate::geoparse::dates::english::Tag;
use crate::geoparse::dates::expression::TimeExpression;
use crate::geoparse::dates::reference_time::ReferenceTime;
use crate::geoparse::text::TokenKind;

/// `20 November 1903`, `20th of November`, `6–7 January`, `28 and 29 August`.
pub(crate) fn day_first(cursor: Cursor<'_>, anchor: &ReferenceTime) -> Option<TimeExpression> {
    let day = day_number(cursor, 0)?;
    let end = day.tokens + usize::from(cursor.tag(day.tokens) == Tag::Of);
    if let Some(month) = month_name(cursor, end) {
        return day_of_month(cursor, anchor, day.value, month.value, end + month.tokens);
    }
    // The month is after the last day of a list.
    let month = month_after_days(cursor, day)?;
    let year = year_of_date(cursor, month.tokens, month.value, anchor);
    if cursor.text(day.tokens) == "/" {
        let last = day_number(cursor, day.tokens + 1)?;
        return Some(two_days(day.value, last.value, month, year));
    }
    match year.value {
        Some(year) => {
            let date = Day::from_ymd(year, month.value, day.value)?;
            Some(TimeExpression::time(day.tokens, CalendarTime::Day(date)))
        }
        None => Some(TimeExpression::vague(day.tokens)),
    }
}

/// The month of `6–7 January`. The tokens are all up to it, the days included.
fn month_after_days(cursor: Cursor<'_>, first: Matched<u32>) -> Option<Matched<u32>> {
    let Matched { value: mut last_day, tokens: mut end } = first;
    for _ in 0..6 {
        let joint = match cursor.tag(end) {
            Tag::Dash | Tag::And | Tag::Or | Tag::To => 1,
            Tag::Comma if matches!(cursor.tag(end + 1), Tag::And | Tag::Or) => 2,
            Tag::Comma => 1,
            _ if matches!(cursor.text(end), "/" | "&") => 1,
            _ => return None,
        };
        let the = usize::from(cursor.tag(end + joint) == Tag::DefiniteArticle);
        let day = day_number(cursor, end + joint + the).filter(|next| next.value > last_day)?;
        last_day = day.value;
        end += joint + the + day.tokens;
        let of = usize::from(cursor.tag(end) == Tag::Of);
        if let Some(month) = month_name(cursor, end + of) {
            return Some(Matched::new(month.value, end + of + month.tokens));
        }
    }
    None
}

/// `November 20, 1903`, `Nov. 20`, `November 1903`, `May the 5th`.
pub(crate) fn month_first(cursor: Cursor<'_>, anchor: &ReferenceTime) -> Option<TimeExpression> {
    let found = month_and_day_or_year(cursor, anchor)?;
    // "The leader of the August 1792 uprising": mentioned in passing.
    let is_attribute = cursor.tag_before(1) == Tag::DefiniteArticle
        && cursor.tag(found.tokens) == Tag::Other
        && cursor.token(found.tokens).is_some_and(|next| next.kind == TokenKind::Word);
    Some(if is_attribute { found.without_moving_anchor() } else { found })
}

fn month_and_day_or_year(cursor: Cursor<'_>, anchor: &ReferenceTime) -> Option<TimeExpression> {
    let month = month_name(cursor, 0)?;
    let the = cursor.tag(month.tokens) == Tag::DefiniteArticle
        && ordinal_day(cursor, month.tokens + 1).is_some();
    let day_offset = month.tokens + usize::from(the);
    if let Some(day) = day_number(cursor, day_offset)
        && !counts_things(cursor.ahead(day_offset), day.tokens)
        && cursor.text(day_offset + day.tokens) != ":"
    {
        let end = day_offset + day.tokens;
        if cursor.text(end) == "/"
            && let Some(last) = day_number(cursor, end + 1)
            && last.value > day.value
        {
            let end = end + 1 + last.tokens;
            let year = year_of_date(cursor, end, month.value, anchor);
            return Some(two_days(day.value, last.value, Matched::new(month.value, end), year));
        }
        return day_of_month(cursor, anchor, day.value, month.value, end);
    }
    let year = year_after_month(cursor, month.tokens, month.value)?;
    let time = CalendarTime::Month(year.value, month.value);
    Some(with_calendar_style(cursor, TimeExpression::time(month.tokens + year.tokens, time)))
}

/// `the fifth of May`, at its number.
pub(crate) fn ordinal_of_month(
    cursor: Cursor<'_>,
    anchor: &ReferenceTime,
) -> Option<TimeExpression> {
    let day = ordinal_day(cursor, 0)?;
    let end = day.tokens + usize::from(cursor.tag(day.tokens) == Tag::Of);
    let month = month_name(cursor, end)?;
    day_of_month(cursor, anchor, day.value, month.value, end + month.tokens)
}

/// The year written with the month at the cursor, with or without a day between.
pub(crate) fn written_year_of_month(cursor: Cursor<'_>) -> Option<i32> {
    let month = month_name(cursor, 0)?;
    let day = day_number(cursor, month.tokens).map_or(0, |day| day.tokens);
    year_after(cursor, month.tokens + day).map(|year| year.value)
}

/// A day whose number and month have been read up to `end`.
fn day_of_month(
    cursor: Cursor<'_>,
    anchor: &ReferenceTime,
    day: u32,
    month: u32,
    end: usize,
) -> Option<TimeExpression> {
    let year = year_of_date(cursor, end, month, anchor);
    let tokens = end + year.tokens;
    let Some(first_year) = year.value else {
        // 30 February is not a date in any year.
        Day::from_ymd(2000, month, day)?;
        return Some(TimeExpression::vague(tokens));
    };
    // A leap day without a year is of the next year that has one.
    let years = if (month, day) == (2, 29) && year.tokens == 0 { 8 } else { 1 };
    let date = (first_year..first_year + years).find_map(|year| Day::from_ymd(year, month, day))?;
    Some(with_calendar_style(cursor, TimeExpression::time(tokens, CalendarTime::Day(date))))
}

/// `6/7 January`, `January 6/7`: from the first to the last. The tokens of the
/// month are all that were read.
fn two_days(
    first: u32,
    last: u32,
    month: Matched<u32>,
    year: Matched<Option<i32>>,
) -> TimeExpression {
    let days = year.value.and_then(|year| {
        let day = |day| Day::from_ymd(year, month.value, day);
        Some(CalendarTime::Days(day(first)?, day(last)?))
    });
    TimeExpression::time_or_vague(month.tokens + year.tokens, days)
}
