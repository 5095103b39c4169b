//! Years of the Hijra, `1299 AH`, and dates of the Islamic calendar, `20 Muharram 1258`.

use super::fields::{day_number, islamic_era_tokens};
use super::number::digits;
use crate::geoparse::dates::calendar_time::CalendarTime;
use crate::geoparse::dates::cursor::Cursor;
use crate::geoparse::dates::english::Tag;
use crate::geoparse::dates::expression::TimeExpression;
use crate::geoparse::dates::other_calendars::islamic_year;
use crate::geoparse::text::TokenKind;

/// No year of the Hijra that texts tell is later; a greater number is of another era.
const MAX_YEAR: i32 = 1500;
/// The most tokens of a month's name: `Rabi' al-Awwal`.
const MAX_MONTH_TOKENS: usize = 6;

/// `1299 AH`, `AH 1299`, `1299 A.H.`: the years that it lies in. Of a date with its
/// month, the day depends on an observation: it is vague.
pub(crate) fn islamic_date(cursor: Cursor<'_>) -> Option<TimeExpression> {
    let day = day_number(cursor, 0).map_or(0, |day| day.tokens);
    if cursor.tag(day) == Tag::IslamicMonth {
        return year_after_month(cursor, day + 1).map(TimeExpression::vague);
    }
    let before = islamic_era_tokens(cursor, 0);
    let year = digits(cursor, before, 4).filter(|year| (1..=MAX_YEAR).contains(year))?;
    let after = if before == 0 { islamic_era_tokens(cursor, 1) } else { 0 };
    if before + after == 0 {
        return None;
    }
    let (first, last) = islamic_year(year)?;
    let time =
        if first == last { CalendarTime::Year(first) } else { CalendarTime::Years(first, last) };
    Some(TimeExpression::time(before + 1 + after, time))
}

/// The end of the year after a month, with the era.
fn year_after_month(cursor: Cursor<'_>, offset: usize) -> Option<usize> {
    let number = (offset..offset + MAX_MONTH_TOKENS)
        .take_while(|&at| {
            // The rest of the name: `al-Awwal`, `I`, `'l-Hijja`.
            at == offset
                || cursor.token(at - 1).is_some_and(|token| token.kind != TokenKind::Number)
        })
        .find(|&at| cursor.tag(at) == Tag::Digits)?;
    let is_name = |at: usize| {
        cursor.token(at).is_some_and(|t| t.kind == TokenKind::Word)
            || matches!(cursor.tag(at), Tag::Dash | Tag::Apostrophe | Tag::Comma)
    };
    let era = islamic_era_tokens(cursor, number + 1);
    let year = digits(cursor, number, 4)?;
    let is_meant = (offset..number).all(is_name) && (era > 0 || (100..=MAX_YEAR).contains(&year));
    is_meant.then_some(number + 1 + era)
}
