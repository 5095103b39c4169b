//! Dates of the French Republic: `18 Brumaire an VIII`, `9 Thermidor, Year II`, `the 13th of
//! Vendémiaire`.

use super::fields::day_number;
use super::number::{cardinal, digits};
use crate::domain::time::Day;
use crate::geoparse::dates::calendar_time::{CalendarTime, TimeUnit};
use crate::geoparse::dates::cursor::{Cursor, Matched};
use crate::geoparse::dates::english::{Singular, Tag, word_sets};
use crate::geoparse::dates::expression::TimeExpression;
use crate::geoparse::dates::other_calendars::republican_month;
use crate::geoparse::dates::reference_time::ReferenceTime;

/// A day with its month, or a month with its year.
pub(crate) fn republican_date(
    cursor: Cursor<'_>,
    anchor: &ReferenceTime,
) -> Option<TimeExpression> {
    let day = day_number(cursor, 0).filter(|day| day.value <= 30);
    let of = usize::from(day.is_some_and(|day| cursor.tag(day.tokens) == Tag::Of));
    let month_offset = day.map_or(0, |day| day.tokens + of);
    let Tag::RepublicanMonth(month) = cursor.tag(month_offset) else { return None };
    let end = month_offset + 1;
    let first_day = |year| republican_month(year, month.into());
    let (first, tokens) = match republican_year(cursor, end) {
        Some(year) => (first_day(year.value)?, end + year.tokens),
        // "On 9 Thermidor" of a year that the text has told.
        None => {
            let (year, day) = anchor.year().zip(day)?;
            let within = |first: &Day| (*first + (day.value as i32 - 1)).ymd().0 == year;
            ((1..=14).filter_map(first_day).find(within)?, end)
        }
    };
    let time = match day {
        Some(day) => CalendarTime::Day(first + (day.value as i32 - 1)),
        None => CalendarTime::Days(first, first + 29),
    };
    Some(TimeExpression::time(tokens, time))
}

/// `an VIII`, `, Year 8`, `of the Year II`, `Year Two`.
fn republican_year(cursor: Cursor<'_>, offset: usize) -> Option<Matched<i32>> {
    let mut word = offset;
    word += usize::from(matches!(cursor.tag(word), Tag::Comma | Tag::Of));
    word += usize::from(cursor.tag(word) == Tag::DefiniteArticle);
    let is_year = cursor.tag(word) == Tag::Unit(TimeUnit::Year, Singular)
        || cursor.is_any(word, word_sets::REPUBLICAN_YEAR);
    let number = word + usize::from(is_year);
    let (year, tokens) = match cursor.tag(number) {
        Tag::Digits => (digits(cursor, number, 2)?, 1),
        Tag::Cardinal(_) => {
            let cardinal = cardinal(cursor, number)?;
            (cardinal.value, cardinal.tokens)
        }
        _ => (roman_number(cursor.text(number))?, 1),
    };
    // "18 Brumaire VIII", but not "18 Brumaire 8".
    let is_named = is_year || cursor.tag(number) == Tag::Other;
    (is_named && (1..=14).contains(&year)).then_some(Matched::new(year, number + tokens - offset))
}

/// `VIII`, up to fourteen.
fn roman_number(text: &str) -> Option<i32> {
    let at = word_sets::ROMAN_YEARS.iter().position(|year| *year == text)?;
    i32::try_from(at + 1).ok()
}
