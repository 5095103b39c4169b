//! Weekdays: `Sunday, 6 June 1915`, `Thursday the 6th`, `on Thursday`.

use super::calendar_date::{day_first, month_first};
use super::day_of_month::the_day;
use super::holiday::{feast, holiday, saints_day};
use super::time_of_day::day_after_part_of_day;
use crate::domain::time::Day;
use crate::geoparse::dates::calendar_time::CalendarTime;
use crate::geoparse::dates::cursor::Cursor;
use crate::geoparse::dates::english::{Tag, word_sets};
use crate::geoparse::dates::expression::TimeExpression;
use crate::geoparse::dates::reference_time::ReferenceTime;

/// A weekday with its date, or the first one from the reference time on.
pub(crate) fn weekday(cursor: Cursor<'_>, anchor: &ReferenceTime) -> Option<TimeExpression> {
    let Tag::Weekday(weekday) = cursor.tag(0) else { return None };
    let end = 1 + usize::from(cursor.tag(1) == Tag::Comma);
    if let Some(date) = date_of_weekday(cursor.ahead(end), anchor) {
        return Some(date.preceded_by(end));
    }
    if let Some(found) = beside_feast(cursor, weekday, anchor) {
        return Some(found);
    }
    let before = cursor.tag_before(1);
    if is_in_name(cursor) && !matches!(before, Tag::On | Tag::That | Tag::DefiniteArticle | Tag::By)
    {
        return None;
    }
    let has_part_of_day = cursor.tag(1) == Tag::PartOfDay && !cursor.is_capitalised(1);
    let is_certain = matches!(before, Tag::On | Tag::That | Tag::By)
        || cursor.is_exactly(1, word_sets::POSSESSIVE_ENDINGS)
        || (has_part_of_day && before == Tag::Of);
    let day = anchor.day().filter(|_| is_certain);
    let time = day.map(|day| CalendarTime::Day(first_weekday_from(day, weekday)));
    Some(TimeExpression::time_or_vague(1 + usize::from(has_part_of_day), time))
}

/// `Monday after Michaelmas 1381`, `Tuesday next before the feast of St Giles 1399`.
fn beside_feast(cursor: Cursor<'_>, weekday: u8, anchor: &ReferenceTime) -> Option<TimeExpression> {
    let next = usize::from(cursor.tag(1) == Tag::Direction(1));
    let direction = cursor.tag(1 + next);
    if !matches!(direction, Tag::After | Tag::Before) {
        return None;
    }
    let the = usize::from(cursor.tag(2 + next) == Tag::DefiniteArticle);
    let end = 2 + next + the;
    let inner = cursor.ahead(end);
    let found = match inner.tag(0) {
        Tag::Holiday => holiday(inner, anchor),
        Tag::Saint => saints_day(inner, anchor),
        Tag::Feast => feast(inner, anchor),
        _ => None,
    }?;
    let day = found.day()?;
    // Until 1582 it is a day of the Julian calendar, whose weekdays are others.
    let shift = if day.ymd().0 < 1583 { days_behind(day) } else { 0 };
    let first = if direction == Tag::After { day + 1 } else { day - 7 };
    let day = first_weekday_from(first + shift, weekday) - shift;
    Some(TimeExpression::time(end + found.tokens, CalendarTime::Day(day)))
}

/// How many days the Julian calendar is behind the Gregorian one on a day of the former
/// that is written like `day`.
fn days_behind(day: Day) -> i32 {
    let (year, month, _) = day.ymd();
    let century = (if month < 3 { year - 1 } else { year }).div_euclid(100);
    century - century.div_euclid(4) - 2
}

/// What may follow a weekday: `6 June 1915`, `the 6th`, `morning of 6 June`.
fn date_of_weekday(cursor: Cursor<'_>, anchor: &ReferenceTime) -> Option<TimeExpression> {
    let found = match cursor.tag(0) {
        Tag::DefiniteArticle => the_day(cursor, anchor),
        Tag::PartOfDay => day_after_part_of_day(cursor, 1, anchor),
        _ => day_first(cursor, anchor).or_else(|| month_first(cursor, anchor)),
    };
    found.filter(TimeExpression::is_time)
}

/// `Bloody Sunday`, `Good Friday`.
fn is_in_name(cursor: Cursor<'_>) -> bool {
    let start = cursor.token(0).map_or(0, |token| token.start);
    cursor.token_before(1).is_some_and(|t| t.is_capitalised() && t.end() + 1 == start)
}

/// The first such weekday (0 is Monday) from a day on.
pub(super) fn first_weekday_from(day: Day, weekday: u8) -> Day {
    // Day 0, 1 January 1970, was a Thursday.
    day + (i32::from(weekday) - (day.0 + 3).rem_euclid(7)).rem_euclid(7)
}
