//! Some time between two others: `between January and March 1919`. The ends of other
//! ranges (`from … to …`, `1922–1952`) are dates of their own.

use super::calendar_date::{day_first, month_first};
use super::day_of_month::the_day;
use super::month::certain_month;
use super::numeric_date::numeric_date;
use super::year::year;
use crate::geoparse::dates::calendar_time::Modifier;
use crate::geoparse::dates::cursor::Cursor;
use crate::geoparse::dates::english::Tag;
use crate::geoparse::dates::expression::{TimeExpression, TimeValue};
use crate::geoparse::dates::reference_time::ReferenceTime;

/// `between 1936 and 1938`.
pub(crate) fn between(cursor: Cursor<'_>, anchor: &ReferenceTime) -> Option<TimeExpression> {
    let first = end_of_range(cursor.ahead(1), anchor)?;
    let and = 1 + first.tokens;
    if cursor.tag(and) != Tag::And {
        return None;
    }
    let TimeValue::Time(first_time, first_modifier) = first.value else { return None };
    let mut anchor = *anchor;
    anchor.update(first_time);
    let last = end_of_range(cursor.ahead(and + 1), &anchor)?;
    let TimeValue::Time(last_time, last_modifier) = last.value else { return None };
    let in_order = first_time.bounds()?.0 <= last_time.bounds()?.1;
    let exact = Modifier::default();
    if first_modifier != exact || last_modifier != exact || !in_order {
        return None;
    }
    let value = TimeValue::Between(first_time, last_time);
    Some(TimeExpression::new(and + 1 + last.tokens, value))
}

fn end_of_range(cursor: Cursor<'_>, anchor: &ReferenceTime) -> Option<TimeExpression> {
    let found = match cursor.tag(0) {
        Tag::Month(_) => month_first(cursor, anchor).or_else(|| certain_month(cursor, anchor)),
        Tag::Digits => numeric_date(cursor)
            .or_else(|| day_first(cursor, anchor))
            .or_else(|| year(cursor, anchor)),
        Tag::CommonEra => year(cursor, anchor),
        Tag::DefiniteArticle => the_day(cursor, anchor),
        _ => None,
    };
    found.filter(TimeExpression::is_time)
}
