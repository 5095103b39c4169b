//! Parts of a time, and approximate times: `early 1928`, `the end of June`, `circa
//! April 1917`.

use super::calendar_date::month_first;
use super::decade::decade_name;
use super::duration::duration;
use super::fields::year_number;
use super::month::certain_month;
use super::relative::relative;
use super::time_of_day::{day_after_part_of_day, part_of_day};
use crate::geoparse::dates::calendar_time::{CalendarTime, DatePart, Modifier, TimeUnit};
use crate::geoparse::dates::cursor::{Cursor, Matched};
use crate::geoparse::dates::english::{Plural, Singular, Tag, word_sets};
use crate::geoparse::dates::expression::{TimeExpression, TimeValue};
use crate::geoparse::dates::reference_time::ReferenceTime;

/// `circa April 1917`, `about 1883`, `c. 1900`, `in or about December 1914`.
pub(crate) fn approximate_time(
    cursor: Cursor<'_>,
    anchor: &ReferenceTime,
) -> Option<TimeExpression> {
    let first = cursor.tag(0);
    let tokens = match first {
        Tag::In if cursor.tag(1) == Tag::Or && cursor.tag(2) == Tag::About => 3,
        Tag::In => return None,
        Tag::Circa if cursor.text(1) == "." && cursor.touches(1) => 2,
        Tag::Circa if cursor.is_any(0, word_sets::CIRCA_ABBREVIATIONS) => return None,
        _ => 1,
    };
    let inner = cursor.ahead(tokens);
    let found = inner.calendar_time(anchor).filter(|found| match found.value {
        // In "about 1500 were killed" nothing says that the number is a year.
        TimeValue::Time(CalendarTime::Year(_), _) => {
            first != Tag::About || found.tokens > 1 || counts_nothing(inner)
        }
        TimeValue::Time(..) => true,
        _ => false,
    });
    match found {
        Some(found) => Some(found.preceded_by(tokens).approximate(true)),
        None => duration(cursor, anchor),
    }
}

/// Is there nothing after the number at the cursor that it could count?
fn counts_nothing(cursor: Cursor<'_>) -> bool {
    cursor.token(1).is_none_or(|next| !next.text.starts_with(char::is_alphabetic))
        || matches!(cursor.tag(1), Tag::And | Tag::Or | Tag::To)
        || cursor.is_any(1, word_sets::CLAUSE_OPENERS)
}

/// `early 1928`, `late in June`, `mid-August 1920`, `the end of 1919`, `the second
/// half of 2008`, `the latter part of the year`.
pub(crate) fn part_of_time(cursor: Cursor<'_>, anchor: &ReferenceTime) -> Option<TimeExpression> {
    let article = usize::from(cursor.tag(0) == Tag::DefiniteArticle);
    let name = article + usize::from(cursor.is_any(article, word_sets::VERY));
    let part = part_name(cursor, name)?;
    let end = name + part.tokens;
    let whole = whole_time(cursor.ahead(end), anchor)?.preceded_by(end);
    match whole.value {
        // A day has no part that EDTF could write.
        TimeValue::Time(
            CalendarTime::Day(_) | CalendarTime::Days(..) | CalendarTime::Week(_),
            Modifier { part: None, .. },
        ) => Some(whole),
        TimeValue::Time(_, Modifier { part: None, .. }) => Some(whole.with_part(part.value)),
        // "Early this period" is as vague as the period.
        TimeValue::Vague if article == 0 => Some(whole),
        _ => None,
    }
}

/// The name of a part, with the word that joins it to the whole.
fn part_name(cursor: Cursor<'_>, offset: usize) -> Option<Matched<DatePart>> {
    let with_of = |part, tokens: usize| {
        (cursor.tag(offset + tokens) == Tag::Of).then_some(Matched::new(part, tokens + 1))
    };
    let next = cursor.tag(offset + 1);
    let part = match cursor.tag(offset) {
        Tag::Early => DatePart::Early,
        Tag::Mid => DatePart::Mid,
        Tag::Late => DatePart::Late,
        Tag::Beginning => return with_of(DatePart::Early, 1),
        Tag::Middle => return with_of(DatePart::Mid, 1),
        Tag::End => return with_of(DatePart::Late, 1),
        Tag::Ordinal(1) if next == Tag::Half => return with_of(DatePart::FirstHalf, 2),
        Tag::Ordinal(2) if next == Tag::Half => return with_of(DatePart::SecondHalf, 2),
        _ => return None,
    };
    if cursor.is_any(offset + 1, word_sets::PART_NOUN) {
        return with_of(part, 2);
    }
    if next == Tag::Half {
        let is_second = part == DatePart::Late;
        return with_of(if is_second { DatePart::SecondHalf } else { DatePart::FirstHalf }, 2);
    }
    if cursor.is_any(offset, word_sets::LATTER) {
        return None;
    }
    let joint = usize::from(matches!(next, Tag::Of | Tag::In | Tag::On | Tag::Dash));
    Some(Matched::new(part, 1 + joint))
}

/// The time that a part can be of.
fn whole_time(cursor: Cursor<'_>, anchor: &ReferenceTime) -> Option<TimeExpression> {
    if cursor.tag(0) == Tag::DefiniteArticle {
        return whole_time_after_article(cursor, anchor);
    }
    match cursor.tag(0) {
        Tag::Month(_) | Tag::MonthAbbreviation(_) => {
            month_first(cursor, anchor).or_else(|| certain_month(cursor, anchor))
        }
        // "the early hours of 25 October", "early morning hours of"
        Tag::Unit(TimeUnit::Hour, Plural) => day_after_part_of_day(cursor, 1, anchor),
        // "the early thirties", but not "his early thirties"
        Tag::DecadeName(_) if cursor.tag_before(2) == Tag::DefiniteArticle => {
            decade_name(cursor, anchor)
        }
        Tag::PartOfDay => part_of_day(cursor, anchor),
        tag if begins_calendar_time(tag) => cursor.calendar_time(anchor),
        tag if begins_relative(tag) => relative(cursor, anchor),
        _ => None,
    }
}

fn whole_time_after_article(cursor: Cursor<'_>, anchor: &ReferenceTime) -> Option<TimeExpression> {
    let inner = cursor.ahead(1);
    match cursor.tag(1) {
        Tag::Unit(TimeUnit::Year, Singular) if year_number(cursor, 2).is_some() => {
            relative(cursor, anchor)
        }
        // "The end of the month" is the end of the month of the reference time.
        Tag::Unit(
            unit @ (TimeUnit::Month | TimeUnit::Year | TimeUnit::Decade | TimeUnit::Century),
            Singular,
        ) => Some(TimeExpression::time_or_vague(2, anchor.current(unit))),
        Tag::DecadeName(_) => decade_name(inner, anchor).map(|found| found.preceded_by(1)),
        tag if begins_calendar_time(tag) => {
            inner.calendar_time(anchor).map(|found| found.preceded_by(1))
        }
        tag if begins_relative(tag) || tag == Tag::PartOfDay => relative(cursor, anchor),
        _ => None,
    }
}

fn begins_calendar_time(tag: Tag) -> bool {
    matches!(tag, Tag::Digits | Tag::Season(_) | Tag::Ordinal(_) | Tag::Cardinal(_))
}

fn begins_relative(tag: Tag) -> bool {
    matches!(tag, Tag::That | Tag::This | Tag::Same | Tag::Direction(_) | Tag::Last)
}
