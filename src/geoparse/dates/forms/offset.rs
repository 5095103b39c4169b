//! Times at a given distance from another: `two months later`, `a year earlier`,
//! `three days after 12 May 1915`, `after two months`.

use super::deictic::direction_of;
use super::quantity::{approximator_tokens, quantity};
use crate::geoparse::dates::calendar_time::{CalendarTime, TimeUnit};
use crate::geoparse::dates::cursor::Cursor;
use crate::geoparse::dates::english::{Tag, word_sets};
use crate::geoparse::dates::expression::TimeExpression;
use crate::geoparse::dates::iso_duration::Quantity;
use crate::geoparse::dates::reference_time::ReferenceTime;
use crate::geoparse::text::TokenKind;

/// The time that the word after a duration makes of it: `later`, `ago`, `before`.
/// The quantity and its unit end at `end`.
pub(super) fn offset_from_anchor(
    cursor: Cursor<'_>,
    end: usize,
    quantity: Quantity,
    unit: TimeUnit,
    anchor: &ReferenceTime,
) -> Option<TimeExpression> {
    let word = cursor.tag(end);
    let direction = match word {
        Tag::Later | Tag::After | Tag::Afterwards => 1,
        Tag::Earlier | Tag::Before | Tag::Previously | Tag::Ago => -1,
        _ if cursor.is_any(end, word_sets::PRIOR) => -1,
        _ => return None,
    };
    let end = end + 1;
    let (count, unit) = match (quantity, unit) {
        (Quantity::Whole(count), unit) => (count, unit),
        (Quantity::AndAHalf(years), TimeUnit::Year) => (years * 12 + 6, TimeUnit::Month),
        _ => return Some(TimeExpression::vague_with(end, direction_of(word))),
    };
    // "two days after the landing", but not "two days after, they landed" or "two
    // days after that".
    let from_event = (matches!(word, Tag::After | Tag::Before)
        && names_event(cursor, end)
        && !cursor.is_any(end, word_sets::PRONOUNS))
        || cursor.tag(end) == Tag::Than;
    let count = direction * count;
    if from_event {
        let found = (unit == TimeUnit::Day).then(|| days_from_date(cursor, end, count, anchor));
        return Some(found.flatten().unwrap_or_else(|| TimeExpression::vague(end)));
    }
    let found = anchor.offset_by(count, unit);
    Some(TimeExpression::time_or_vague(end, found).approximate(is_rounded(unit)))
}

/// `After two months, they fled`: a time. But "after two months of siege" has a
/// duration.
pub(crate) fn after_duration(cursor: Cursor<'_>, anchor: &ReferenceTime) -> Option<TimeExpression> {
    let inner = cursor.ahead(1);
    let number = approximator_tokens(inner);
    let quantity = quantity(inner, number)?;
    let noun = number + quantity.tokens;
    let (Tag::Unit(unit, _), Quantity::Whole(count)) = (inner.tag(noun), quantity.value) else {
        return None;
    };
    if matches!(inner.tag(noun + 1), Tag::Of | Tag::Dash) || inner.is_capitalised(noun) {
        return None;
    }
    let found = anchor.offset_by(count, unit)?;
    Some(TimeExpression::time(noun + 2, found).approximate(is_rounded(unit)))
}

/// Is a number of these units usually inexact, as in "two months later"?
fn is_rounded(unit: TimeUnit) -> bool {
    !matches!(unit, TimeUnit::Day | TimeUnit::Hour | TimeUnit::Minute)
}

/// The day that is `days` days from the date that begins at `end`, if there is one.
pub(super) fn days_from_date(
    cursor: Cursor<'_>,
    end: usize,
    days: i32,
    anchor: &ReferenceTime,
) -> Option<TimeExpression> {
    let date = cursor.ahead(end).calendar_time(anchor)?;
    let day = date.day()? + days;
    Some(TimeExpression::time(end + date.tokens, CalendarTime::Day(day)))
}

/// Does the word after "after" or "before" name the event that is counted from?
pub(super) fn names_event(cursor: Cursor<'_>, offset: usize) -> bool {
    cursor.token(offset).is_some_and(|token| token.kind != TokenKind::Mark)
        && !matches!(cursor.tag(offset), Tag::And | Tag::In | Tag::On)
}
