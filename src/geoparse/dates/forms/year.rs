//! Years: `1903`, `44 BC`, `1930s`, `1916/17`.

use super::fields::year_number;
use super::non_year::{counts_object, counts_things, is_numbered_thing, is_quantity};
use super::number::digits;
use crate::geoparse::dates::calendar_time::CalendarTime;
use crate::geoparse::dates::cursor::Cursor;
use crate::geoparse::dates::english::{Tag, word_sets};
use crate::geoparse::dates::expression::TimeExpression;
use crate::geoparse::dates::reference_time::ReferenceTime;
use crate::geoparse::text::TokenKind;

/// `1903`, `1930s`, `1916/17`, `490 BC`.
pub(crate) fn year(cursor: Cursor<'_>, anchor: &ReferenceTime) -> Option<TimeExpression> {
    let Some(year) = year_number(cursor, 0) else { return ancient_year(cursor, anchor) };
    if year.tokens == 1 {
        if let Some(decade) = decade_in_digits(cursor, year.value) {
            return Some(TimeExpression::time(2, decade));
        }
        if counts_things(cursor, 1)
            || is_numbered_thing(cursor)
            || is_quantity(cursor)
            || counts_object(cursor)
        {
            return None;
        }
        if cursor.text(1) == "/"
            && let Some(last) = end_of_range(cursor, 2, year.value)
        {
            return Some(TimeExpression::time(3, CalendarTime::Years(year.value, last)));
        }
    }
    let found = TimeExpression::time(year.tokens, CalendarTime::Year(year.value));
    Some(if is_attribute(cursor) { found.without_moving_anchor() } else { found })
}

/// `1930s`, `1930's`; `1900s` is the century.
fn decade_in_digits(cursor: Cursor<'_>, year: i32) -> Option<CalendarTime> {
    if year % 10 != 0 || !cursor.touches(1) || !cursor.is_exactly(1, word_sets::DECADE_SUFFIXES) {
        return None;
    }
    // "1930's" is a decade only where nothing belongs to it.
    let is_decade = cursor.is_exactly(1, word_sets::PLURAL_SUFFIX)
        || (!cursor.is_capitalised(2) && cursor.tag(2) != Tag::Other);
    let time =
        if year % 100 == 0 { CalendarTime::Century(year) } else { CalendarTime::Decade(year) };
    is_decade.then_some(time)
}

/// `in 218,` where the reference time is BC.
fn ancient_year(cursor: Cursor<'_>, anchor: &ReferenceTime) -> Option<TimeExpression> {
    let number = digits(cursor, 0, 3).filter(|number| *number > 31)?;
    let prepared = matches!(cursor.tag_before(1), Tag::In | Tag::By | Tag::Preposition);
    let counts_nothing =
        cursor.token(1).is_none_or(|t| t.kind == TokenKind::Mark || cursor.tag(1) != Tag::Other);
    (anchor.year()? < 0 && prepared && counts_nothing)
        .then(|| TimeExpression::time(1, CalendarTime::Year(1 - number)))
}

/// `'89`, in the century of the reference time.
pub(crate) fn short_year(cursor: Cursor<'_>, anchor: &ReferenceTime) -> Option<TimeExpression> {
    let short = digits(cursor, 1, 2).filter(|_| cursor.text(1).len() == 2 && cursor.touches(1))?;
    let reference = anchor.year()?;
    let closes_quotation = cursor.token_before(1).is_some() && cursor.touches(0);
    let begins_word =
        cursor.touches(2) && cursor.token(2).is_some_and(|t| t.kind == TokenKind::Word);
    if closes_quotation || begins_word {
        return None;
    }
    let year = reference.div_euclid(100) * 100 + short;
    let year = if year > reference + 20 { year - 100 } else { year };
    Some(TimeExpression::time(2, CalendarTime::Year(year)).without_moving_anchor())
}

/// The last year of `1930–33`, at its one or two digits.
pub(super) fn end_of_range(cursor: Cursor<'_>, offset: usize, first: i32) -> Option<i32> {
    let last = digits(cursor, offset, 2).filter(|_| cursor.touches(offset))?;
    // `1872–6`, `1915–17`, `1899–01`
    let span = if cursor.text(offset).len() == 1 { 10 } else { 100 };
    let year = first / span * span + last;
    let year = if year > first { year } else { year + span };
    (first > 999 && year - first < 60).then_some(year)
}

/// "Marx's 1867 book", "an 1884 infection": mentioned in passing.
fn is_attribute(cursor: Cursor<'_>) -> bool {
    let Some(before) = cursor.token_before(1) else { return false };
    before.kind == TokenKind::Possessive
        || matches!(cursor.tag_before(1), Tag::DefiniteArticle | Tag::IndefiniteArticle)
        || before.is_any(word_sets::POSSESSIVE_DETERMINERS)
}
