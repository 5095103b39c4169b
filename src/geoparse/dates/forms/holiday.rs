//! Holidays: `Christmas 1914`, `New Year's Day 1900`, `Easter 1916`.

use super::fields::year_after;
use crate::geoparse::dates::calendar_time::CalendarTime;
use crate::geoparse::dates::cursor::{Cursor, Matched};
use crate::geoparse::dates::english::{phrases, word_sets};
use crate::geoparse::dates::expression::TimeExpression;
use crate::geoparse::dates::holiday_date::HolidayDate;
use crate::geoparse::dates::reference_time::ReferenceTime;
use crate::geoparse::text::{Token, TokenKind};

/// A holiday with its year, or with that of the reference time.
pub(crate) fn holiday(cursor: Cursor<'_>, anchor: &ReferenceTime) -> Option<TimeExpression> {
    let name = holiday_name(cursor)?;
    if is_in_name(cursor, name.tokens) {
        return None;
    }
    let written = year_after(cursor, name.tokens);
    let year = match written {
        Some(year) => Some(year.value),
        None => anchor.year().map(|year| match (name.value, anchor.month()) {
            // New Year's Day after a date in autumn is the next one.
            (HolidayDate::Fixed { month: 1, day: 1 }, Some((_, 10..))) => year + 1,
            _ => year,
        }),
    };
    let day = year.and_then(|year| name.value.in_year(year));
    let tokens = name.tokens + written.map_or(0, |year| year.tokens);
    let is_season = matches!(name.value, HolidayDate::Easter { days_after: 0 });
    let found = TimeExpression::time_or_vague(tokens, day.map(CalendarTime::Day));
    Some(found.approximate(is_season))
}

fn holiday_name(cursor: Cursor<'_>) -> Option<Matched<HolidayDate>> {
    phrases::HOLIDAYS.iter().find_map(|(phrase, date)| {
        let mut end = 0;
        for word in *phrase {
            // `New Year's Day`
            if end == 2 && cursor.token(end).is_some_and(|t| t.kind == TokenKind::Possessive) {
                end += 1;
            }
            if cursor.text(end) != *word {
                return None;
            }
            end += 1;
        }
        Some(Matched::new(*date, end))
    })
}

/// `White Christmas`, `Easter Rising`: part of another name.
fn is_in_name(cursor: Cursor<'_>, end: usize) -> bool {
    let follows_name = cursor.token_before(1).is_some_and(|before| {
        before.is_capitalised() && !before.is_any(word_sets::HOLIDAY_PREPOSITIONS)
    });
    let one_space_before = || {
        let last = end.checked_sub(1).and_then(|offset| cursor.token(offset));
        last.zip(cursor.token(end)).is_some_and(|(last, next)| next.start == last.end() + 1)
    };
    let names_event = cursor.token(end).is_some_and(Token::is_capitalised) && one_space_before();
    follows_name || names_event
}
