//! Days with an article, with their month or without: `the 5th of May`, `on the
//! 23rd`, `the 4th instant`.

use super::calendar_date::{day_first, ordinal_of_month};
use super::fields::ordinal_day;
use super::republican_date::republican_date;
use crate::domain::time::Day;
use crate::geoparse::dates::calendar_time::CalendarTime;
use crate::geoparse::dates::cursor::{Cursor, Matched};
use crate::geoparse::dates::english::{Tag, word_sets};
use crate::geoparse::dates::expression::TimeExpression;
use crate::geoparse::dates::reference_time::ReferenceTime;

/// `the 20 September`, `the 5th of May`, `on the 23rd`, `the 4th instant`.
pub(crate) fn the_day(cursor: Cursor<'_>, anchor: &ReferenceTime) -> Option<TimeExpression> {
    let after_article = cursor.ahead(1);
    if let Some(found) = day_first(after_article, anchor)
        .or_else(|| ordinal_of_month(after_article, anchor))
        .or_else(|| republican_date(after_article, anchor))
    {
        return Some(found.preceded_by(1));
    }
    let day = ordinal_day(after_article, 0)?;
    if let Some(found) = day_of_correspondence(after_article, day, anchor) {
        return Some(found.preceded_by(1));
    }
    let is_meant = after_article.tag(0) == Tag::Digits
        && is_prepared(cursor, anchor)
        && stands_alone(cursor, 1 + day.tokens)
        && anchor.month().is_some();
    is_meant.then(|| {
        let time = anchor.day_of_month(day.value).map(CalendarTime::Day);
        TimeExpression::time_or_vague(1 + day.tokens, time)
    })
}

/// `on the 23rd`: do the words before the article say that it is a day?
fn is_prepared(cursor: Cursor<'_>, anchor: &ReferenceTime) -> bool {
    let Some(before) = cursor.token_before(1) else { return false };
    before.is_any(word_sets::DAY_PREPOSITIONS)
        || match cursor.tag_before(1) {
            Tag::Comma => matches!(cursor.tag_before(2), Tag::Weekday(_)),
            Tag::Of => matches!(cursor.tag_before(2), Tag::PartOfDay),
            Tag::And => {
                anchor.last_match.is_some_and(|last| last.end_position + 1 == cursor.position())
            }
            _ => false,
        }
}

/// Does no noun follow? Not so in "on the 38th parallel".
fn stands_alone(cursor: Cursor<'_>, offset: usize) -> bool {
    cursor.token(offset).is_none_or(|next| {
        !next.is_capitalised()
            && (!next.text.starts_with(char::is_alphabetic)
                || next.is_any(word_sets::FUNCTION_WORDS))
    })
}

/// `4th instant`, `23d ult.`, as in letters: of this month, or the last.
fn day_of_correspondence(
    cursor: Cursor<'_>,
    day: Matched<u32>,
    anchor: &ReferenceTime,
) -> Option<TimeExpression> {
    let end = day.tokens;
    let months = match cursor.tag(end) {
        Tag::Instant => 0,
        Tag::Ultimo => -1,
        Tag::Proximo => 1,
        _ => return None,
    };
    let is_abbreviation = cursor.text(end).len() < 6;
    let full_stop = is_abbreviation && cursor.text(end + 1) == "." && cursor.touches(end + 1);
    let found = anchor.month().and_then(|(year, month)| {
        let (year, month, _) = Day::first_of(year, month)?.plus_months(months).ymd();
        Day::from_ymd(year, month, day.value)
    });
    let tokens = end + 1 + usize::from(full_stop);
    Some(TimeExpression::time_or_vague(tokens, found.map(CalendarTime::Day)))
}
