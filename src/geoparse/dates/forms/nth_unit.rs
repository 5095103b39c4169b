//! Units at the beginning or the end of something: `the last week of October`, `the
//! first two weeks of March 1915`, `the second week`.

use super::calendar_date::month_first;
use super::month::certain_month;
use super::number::cardinal;
use crate::geoparse::dates::calendar_time::{CalendarTime, DatePart, TimeUnit};
use crate::geoparse::dates::cursor::Cursor;
use crate::geoparse::dates::english::{Singular, Tag};
use crate::geoparse::dates::expression::{TimeExpression, TimeValue};
use crate::geoparse::dates::iso_duration::Quantity;
use crate::geoparse::dates::reference_time::ReferenceTime;

/// From which end units are counted.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    First,
    Last,
}

/// `first day`, `second week of May`, `final few days`, at its ordinal.
pub(super) fn nth_unit(
    cursor: Cursor<'_>,
    offset: usize,
    anchor: &ReferenceTime,
) -> Option<TimeExpression> {
    let (ordinal, side) = match cursor.tag(offset) {
        Tag::Ordinal(ordinal) => (ordinal, Side::First),
        Tag::Final => (1, Side::Last),
        _ => (1, Side::First),
    };
    let count = cardinal(cursor, offset + 1);
    let noun = offset
        + 1
        + match count {
            Some(count) => count.tokens,
            None => usize::from(cursor.tag(offset + 1) == Tag::Quantifier),
        };
    if !matches!(cursor.tag(noun), Tag::Unit(..)) || cursor.is_capitalised(noun) {
        return None;
    }
    if ordinal > 1 && count.is_none() {
        // "The second week of May" is not computed, but it is not the first one.
        return Some(TimeExpression::vague(noun + 1));
    }
    units_at_end(cursor, noun, count.map(|count| count.value), side, anchor)
}

/// The first or last `count` units, from the noun on. Of a month or a year they are
/// days (`week of October`), otherwise a duration (`year of the war`).
pub(super) fn units_at_end(
    cursor: Cursor<'_>,
    noun: usize,
    count: Option<i32>,
    side: Side,
    anchor: &ReferenceTime,
) -> Option<TimeExpression> {
    let Tag::Unit(unit, inflection) = cursor.tag(noun) else { return None };
    let count = count.or((inflection == Singular).then_some(1));
    let days = match unit {
        TimeUnit::Day => Some(1),
        TimeUnit::Week => Some(7),
        _ => None,
    };
    if let Some(days) = days
        && cursor.tag(noun + 1) == Tag::Of
        && let Some(found) =
            days_at_end_of(cursor.ahead(noun + 2), count.map(|count| count * days), side, anchor)
    {
        return Some(found.preceded_by(noun + 2));
    }
    let quantity = count.map_or(Quantity::Unspecified, Quantity::Whole);
    Some(TimeExpression::duration(noun + 1, quantity, unit))
}

/// The first or last days of the month or year at the cursor; `days` is their number.
fn days_at_end_of(
    cursor: Cursor<'_>,
    days: Option<i32>,
    side: Side,
    anchor: &ReferenceTime,
) -> Option<TimeExpression> {
    let whole = month_first(cursor, anchor)
        .or_else(|| certain_month(cursor, anchor))
        .or_else(|| cursor.relative(anchor))?;
    let TimeValue::Time(time @ (CalendarTime::Month(..) | CalendarTime::Year(_)), _) = whole.value
    else {
        return None;
    };
    let (first, last) = time.bounds()?;
    let Some(days) = days.filter(|days| (1..30).contains(days)) else {
        // "the last days of May"
        let part = if side == Side::Last { DatePart::Late } else { DatePart::Early };
        return Some(TimeExpression::time(whole.tokens, time).with_part(part));
    };
    let (first, last) = match side {
        Side::First => (first, first + (days - 1)),
        Side::Last => (last - (days - 1), last),
    };
    let time =
        if first == last { CalendarTime::Day(first) } else { CalendarTime::Days(first, last) };
    Some(TimeExpression::time(whole.tokens, time))
}
