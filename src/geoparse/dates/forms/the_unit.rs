//! What may follow the definite article: `the day after`, `the year 1905`, `the summer of
//! 1943`, `the first week`.

use super::calendar_date::month_first;
use super::deictic::{deictic, deictic_adjective};
use super::month::certain_month;
use super::nth_unit::nth_unit;
use super::offset::{days_from_date, names_event};
use super::period_noun::period_noun;
use super::season::season;
use super::time_of_day::part_of_day;
use super::year::year;
use crate::geoparse::dates::calendar_time::{CalendarTime, TimeUnit};
use crate::geoparse::dates::cursor::Cursor;
use crate::geoparse::dates::english::{
    GrammaticalNumber::{self, Plural, Singular},
    Tag,
};
use crate::geoparse::dates::expression::TimeExpression;
use crate::geoparse::dates::reference_time::ReferenceTime;

/// `the day`, `the year 1905`, `the night of`, `the summer of 1943`.
pub(super) fn the_unit(
    cursor: Cursor<'_>,
    noun: usize,
    anchor: &ReferenceTime,
) -> Option<TimeExpression> {
    let inner = cursor.ahead(noun);
    match cursor.tag(noun) {
        Tag::Unit(unit, inflection) => named_unit(cursor, noun, unit, anchor)
            .or_else(|| unit_before_or_after(cursor, noun, unit, inflection, anchor)),
        Tag::Season(_) => season(inner, anchor).map(|found| found.preceded_by(noun)),
        Tag::PartOfDay => part_of_day(inner, anchor).map(|found| found.preceded_by(noun)),
        Tag::Ordinal(_) | Tag::Final | Tag::Opening => nth_unit(cursor, noun, anchor),
        Tag::DeicticAdjective(reference) => deictic_adjective(cursor, noun, reference),
        Tag::PeriodNoun => period_noun(cursor, noun, false),
        _ => None,
    }
}

/// `the year 1917`, `the month of May`, `the years 1955`.
fn named_unit(
    cursor: Cursor<'_>,
    noun: usize,
    unit: TimeUnit,
    anchor: &ReferenceTime,
) -> Option<TimeExpression> {
    let of = usize::from(cursor.tag(noun + 1) == Tag::Of);
    let end = noun + 1 + of;
    let inner = cursor.ahead(end);
    let found = match unit {
        TimeUnit::Year if of == 0 => year(inner, anchor),
        TimeUnit::Month => month_first(inner, anchor).or_else(|| certain_month(inner, anchor)),
        _ => None,
    };
    found.map(|found| found.preceded_by(end))
}

/// `the day after`, `the year before`, `the day following`; or just "the day", which
/// may be any.
fn unit_before_or_after(
    cursor: Cursor<'_>,
    noun: usize,
    unit: TimeUnit,
    inflection: GrammaticalNumber,
    anchor: &ReferenceTime,
) -> Option<TimeExpression> {
    let end = noun + 1;
    let word = cursor.tag(end);
    let direction = match word {
        Tag::After | Tag::Direction(1) | Tag::Afterwards => 1,
        Tag::Before | Tag::Direction(-1) | Tag::Previously => -1,
        _ => 0,
    };
    // "the week of 5 May 1915"
    if (unit, inflection, word) == (TimeUnit::Week, Singular, Tag::Of)
        && let Some(date) = cursor.ahead(end + 1).calendar_time(anchor)
        && let Some(day) = date.day()
    {
        let week = CalendarTime::containing(TimeUnit::Week, day);
        return Some(TimeExpression::time(end + 1 + date.tokens, week));
    }
    if direction == 0 || inflection == Plural {
        return deictic(cursor.ahead(noun), anchor).map(|found| found.preceded_by(noun));
    }
    // "The day after the battle" is counted from the battle, which has no date here.
    let from_event = matches!(word, Tag::After | Tag::Before) && names_event(cursor, end + 1);
    if from_event {
        let found = (unit == TimeUnit::Day)
            .then(|| days_from_date(cursor, end + 1, direction, anchor))
            .flatten();
        return Some(found.unwrap_or_else(|| TimeExpression::vague(end)));
    }
    Some(TimeExpression::time_or_vague(end + 1, anchor.offset_by(direction, unit)))
}
