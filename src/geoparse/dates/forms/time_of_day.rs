//! Times of the day: `11 a.m.`, `19:00`, `the night of 18 April 1775`, `dawn`. Their
//! value is the day: no smaller unit is kept.

use super::calendar_date::{day_first, month_first};
use super::day_of_month::the_day;
use super::number::{cardinal, digits};
use super::numeric_date::numeric_date;
use crate::geoparse::dates::calendar_time::{CalendarTime, TimeUnit};
use crate::geoparse::dates::cursor::Cursor;
use crate::geoparse::dates::english::{Plural, Tag, word_sets};
use crate::geoparse::dates::expression::{TimeExpression, TimeValue};
use crate::geoparse::dates::reference_time::ReferenceTime;
use crate::geoparse::text::TokenKind;

/// A time by the clock, on the day after it or that of the reference time.
pub(crate) fn clock_time(cursor: Cursor<'_>, anchor: &ReferenceTime) -> Option<TimeExpression> {
    let tokens = clock_time_tokens(cursor)?;
    let zone = time_zone_tokens(cursor.ahead(tokens));
    let after = cursor.ahead(tokens).ahead(zone);
    let joint = usize::from(matches!(after.tag(0), Tag::Comma | Tag::On | Tag::Of));
    let date = after.ahead(joint);
    let date = match date.tag(0) {
        Tag::Digits => day_first(date, anchor),
        Tag::Month(_) | Tag::MonthAbbreviation(_) => month_first(date, anchor),
        _ => None,
    };
    // "9:34 p.m., March 19": one expression; "11 a.m. on 11 November": two.
    match date {
        Some(date) if zone == 0 && after.tag(0) == Tag::Comma => {
            Some(date.preceded_by(tokens + joint))
        }
        date => {
            let day = date.and_then(|date| date.day()).or_else(|| anchor.day());
            let found = TimeExpression::time_or_vague(tokens, day.map(CalendarTime::Day));
            Some(found.without_moving_anchor())
        }
    }
}

/// The tokens of a time by the clock: `11 a.m.`, `5:34 AM`, `19:00`, `nine o'clock`.
pub(super) fn clock_time_tokens(cursor: Cursor<'_>) -> Option<usize> {
    let has_minutes = matches!(cursor.text(1), ":" | ".")
        && cursor.touches(1)
        && cursor.touches(2)
        && cursor.text(2).len() == 2
        && digits(cursor, 2, 2).is_some_and(|minutes| minutes < 60)
        && digits(cursor, 0, 2).is_some_and(|hours| hours <= 24);
    let end =
        if has_minutes { 3 } else { cardinal(cursor, 0).filter(|hours| hours.value <= 24)?.tokens };
    let is_abbreviation = cursor.is_exactly(end, word_sets::MERIDIEM_FIRST_LETTERS)
        && cursor.text(end + 1) == "."
        && cursor.touches(end + 1)
        && cursor.is_exactly(end + 2, word_sets::MERIDIEM_SECOND_LETTERS);
    if is_abbreviation {
        return Some(end + 3 + usize::from(cursor.text(end + 3) == "."));
    }
    if cursor.tag(end) == Tag::Meridiem || cursor.is_any(end, word_sets::O_CLOCK) {
        return Some(end + 1);
    }
    (has_minutes && cursor.text(1) == ":").then_some(end)
}

/// The tokens of `Moscow time`, `local time`; 0 if there is no time zone.
fn time_zone_tokens(cursor: Cursor<'_>) -> usize {
    let is_word = |offset| cursor.token(offset).is_some_and(|t| t.kind == TokenKind::Word);
    match (0..3).find(|&offset| cursor.is_any(offset, word_sets::TIME_NOUN)) {
        Some(noun) if (0..noun).all(is_word) => noun + 1,
        _ => 0,
    }
}

/// `night of 18 April 1775`, `dawn on 6 June`, `that night`; vague without a day.
pub(crate) fn part_of_day(cursor: Cursor<'_>, anchor: &ReferenceTime) -> Option<TimeExpression> {
    // Names: Red Dawn, Morning Post.
    if cursor.is_capitalised(0) && (!cursor.begins_sentence() || cursor.is_capitalised(1)) {
        return None;
    }
    if let Some(found) = day_after_part_of_day(cursor, 1, anchor) {
        return Some(found);
    }
    // "In the morning" is of the day of the reference time.
    let is_of_that_day = (cursor.tag_before(1) == Tag::DefiniteArticle
        && !cursor.is_any(0, word_sets::GENERAL_PARTS_OF_DAY))
        || cursor.is_any(0, word_sets::MIDDAY);
    let day = anchor.day().filter(|_| is_of_that_day);
    let found = TimeExpression::time_or_vague(1, day.map(CalendarTime::Day));
    Some(found.without_moving_anchor())
}

/// The day after `night of`, `morning on`, `hours of`, which end at `end`.
pub(super) fn day_after_part_of_day(
    cursor: Cursor<'_>,
    end: usize,
    anchor: &ReferenceTime,
) -> Option<TimeExpression> {
    let hours = cursor.tag(end) == Tag::Unit(TimeUnit::Hour, Plural);
    let end = end + usize::from(hours);
    let joint = matches!(cursor.tag(end), Tag::Of | Tag::On | Tag::Comma);
    let end = end + usize::from(joint);
    let date = cursor.ahead(end);
    let found = match date.tag(0) {
        Tag::Digits => day_first(date, anchor).or_else(|| numeric_date(date)),
        Tag::Month(_) | Tag::MonthAbbreviation(_) => month_first(date, anchor),
        Tag::DefiniteArticle => the_day(date, anchor),
        Tag::That | Tag::Same => date.relative(anchor),
        _ => None,
    }?;
    // "The night of 8/9 February" is of two days.
    let is_day =
        matches!(found.value, TimeValue::Time(CalendarTime::Day(_) | CalendarTime::Days(..), _));
    is_day.then(|| found.preceded_by(end))
}
