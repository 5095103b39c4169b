//! Months without a day or a year: `In June`, `the July crisis`. Many names of
//! months have other meanings, and many events are named after months.

use super::fields::{month_name, year_after};
use super::year_of_date::{anchored_year, of_that_year, year_of_list};
use crate::domain::time::Day;
use crate::geoparse::dates::calendar_time::CalendarTime;
use crate::geoparse::dates::cursor::{Cursor, Matched};
use crate::geoparse::dates::english::{Tag, word_sets};
use crate::geoparse::dates::expression::TimeExpression;
use crate::geoparse::dates::reference_time::ReferenceTime;
use crate::geoparse::text::{Token, TokenKind};

/// A month that may also be something else.
pub(crate) fn month_alone(cursor: Cursor<'_>, anchor: &ReferenceTime) -> Option<TimeExpression> {
    let month = month_name(cursor, 0)?;
    if matches!(cursor.tag(0), Tag::MonthAbbreviation(_)) {
        return None;
    }
    if month.value == 5 && cursor.is_exactly(1, word_sets::DAY_NAME) {
        return may_day(cursor, anchor);
    }
    month_of_told_year(cursor, month, anchor).or_else(|| {
        is_month_in_context(cursor, anchor).then(|| month_of_anchored_year(cursor, month, anchor))
    })
}

/// A month where the words before it have shown that it is one.
pub(super) fn certain_month(cursor: Cursor<'_>, anchor: &ReferenceTime) -> Option<TimeExpression> {
    let month = month_name(cursor, 0)?;
    month_of_told_year(cursor, month, anchor)
        .or_else(|| Some(month_of_anchored_year(cursor, month, anchor)))
}

/// `August of that year`, or the year of the list that the month is in.
fn month_of_told_year(
    cursor: Cursor<'_>,
    month: Matched<u32>,
    anchor: &ReferenceTime,
) -> Option<TimeExpression> {
    let year = of_that_year(cursor, month.tokens, anchor).or_else(|| {
        let year = year_of_list(cursor, month.tokens, month.value)?;
        Some(Matched::new(year, 0))
    })?;
    let time = CalendarTime::Month(year.value, month.value);
    Some(TimeExpression::time(month.tokens + year.tokens, time))
}

fn month_of_anchored_year(
    cursor: Cursor<'_>,
    month: Matched<u32>,
    anchor: &ReferenceTime,
) -> TimeExpression {
    let year = anchored_year(cursor, month.value, anchor);
    let time = year.map(|year| CalendarTime::Month(year, month.value));
    TimeExpression::time_or_vague(month.tokens, time)
}

/// `May Day 1901`.
fn may_day(cursor: Cursor<'_>, anchor: &ReferenceTime) -> Option<TimeExpression> {
    let year = match year_after(cursor, 2) {
        Some(year) => year,
        None if matches!(cursor.tag_before(1), Tag::On | Tag::By) => {
            Matched::new(anchored_year(cursor, 5, anchor)?, 0)
        }
        None => return None,
    };
    let day = Day::from_ymd(year.value, 5, 1)?;
    Some(TimeExpression::time(2 + year.tokens, CalendarTime::Day(day)))
}

/// Do the words around say that it is a month?
fn is_month_in_context(cursor: Cursor<'_>, anchor: &ReferenceTime) -> bool {
    let next = cursor.token(1);
    if next.is_some_and(|t| t.kind == TokenKind::Possessive) && is_ambiguous(cursor) {
        return false;
    }
    let before_name = next.is_some_and(Token::is_capitalised)
        && cursor.token(0).zip(next).is_some_and(|(t, next)| next.start == t.end() + 1);
    if before_name && cursor.is_exactly(1, word_sets::EVENT_NOUNS) {
        return false;
    }
    if cursor.text(1) == "/" && month_name(cursor, 2).is_some() {
        return true;
    }
    match cursor.tag_before(1) {
        // No article is between: "in July Danish troops left".
        Tag::In | Tag::By | Tag::Preposition | Tag::Between => true,
        Tag::After | Tag::Before | Tag::Early | Tag::Late | Tag::Mid => true,
        Tag::Direction(_) | Tag::Last | Tag::That | Tag::This => !before_name,
        Tag::Of => (!before_name && !is_ambiguous(cursor)) || follows_fraction(cursor),
        // `mid-August`
        Tag::Dash if matches!(cursor.tag_before(2), Tag::Mid | Tag::Late | Tag::Early) => true,
        Tag::And | Tag::Or | Tag::To | Tag::Comma | Tag::Dash => {
            !before_name && continues_list(cursor, anchor)
        }
        // "(February in the old calendar)"
        Tag::Punctuation if cursor.token_before(1).is_some_and(|t| t.text == "(") => !before_name,
        // "the July crisis", but not "the march on Rome".
        Tag::DefiniteArticle | Tag::IndefiniteArticle => {
            !before_name
                && next.is_some_and(|t| t.kind == TokenKind::Word)
                && cursor.tag(1) == Tag::Other
                && !cursor.is_any(1, word_sets::NOT_MONTH_EVENTS)
        }
        _ => is_subject(cursor),
    }
}

/// `the whole of May`, `the end of June`.
fn follows_fraction(cursor: Cursor<'_>) -> bool {
    let is_part = matches!(
        cursor.tag_before(2),
        Tag::End | Tag::Beginning | Tag::Middle | Tag::Half | Tag::PartOfDay | Tag::Unit(..)
    );
    is_part || cursor.is_any_before(2, word_sets::FRACTIONS)
}

/// `in April and June`: a date is before the joining word.
fn continues_list(cursor: Cursor<'_>, anchor: &ReferenceTime) -> bool {
    anchor.last_match.is_some_and(|last| match cursor.position() - last.end_position {
        1 => true,
        2 => matches!(cursor.tag_before(2), Tag::Comma | Tag::And),
        _ => false,
    })
}

/// `September saw the fall of the city.`
fn is_subject(cursor: Cursor<'_>) -> bool {
    cursor.begins_sentence()
        && (cursor.is_any(1, word_sets::MONTH_VERBS)
            || cursor.text(1) == ":"
            || (matches!(cursor.tag(1), Tag::To | Tag::Dash | Tag::Comma)
                && month_name(cursor, 2).is_some()))
}

/// Has the name of the month another meaning?
fn is_ambiguous(cursor: Cursor<'_>) -> bool {
    matches!(cursor.tag(0), Tag::Month(month) if word_sets::AMBIGUOUS_MONTHS.contains(&month))
}
