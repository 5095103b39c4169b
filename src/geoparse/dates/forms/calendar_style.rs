//! Dates in two calendars: `18 December [O.S. 6 December] 1878`, `25 October (7
//! November) 1917`, `12 March 1881 (O.S.)`.

use super::fields::{day_number, month_name, year_after};
use super::year_of_date::anchored_year;
use crate::domain::life::Calendar;
use crate::domain::time::Day;
use crate::geoparse::dates::calendar_time::CalendarTime;
use crate::geoparse::dates::cursor::{Cursor, Matched};
use crate::geoparse::dates::english::{Tag, phrases};
use crate::geoparse::dates::expression::TimeExpression;
use crate::geoparse::dates::reference_time::ReferenceTime;

/// The date of one day in two styles, the second one in brackets before the year.
pub(crate) fn dual_style(cursor: Cursor<'_>, anchor: &ReferenceTime) -> Option<TimeExpression> {
    let first = day_and_month(cursor, 0)?;
    let close_bracket = match cursor.text(first.tokens) {
        "[" => "]",
        "(" => ")",
        _ => return None,
    };
    let style = style_tokens(cursor, first.tokens + 1);
    let second_offset = first.tokens + 1 + style;
    let second = day_and_month(cursor, second_offset)?;
    let mut end = second_offset + second.tokens;
    // "(22 January, new style)"
    let comma = usize::from(cursor.tag(end) == Tag::Comma);
    end += match style_tokens(cursor, end + comma) {
        0 => 0,
        style => comma + style,
    };
    let year_in_brackets = year_after(cursor, end);
    end += year_in_brackets.map_or(0, |year| year.tokens);
    if cursor.text(end) != close_bracket {
        return None;
    }
    end += 1;
    let (first_month, second_month) = (first.value.month, second.value.month);
    // `18 (6) December 1878`: one month for both, after them.
    let neither = first_month.is_none() && second_month.is_none();
    let last_month = month_name(cursor, end).filter(|_| neither);
    end += last_month.map_or(0, |month| month.tokens);
    let last_month = last_month.map(|month| month.value);
    let month = first_month.or(second_month).or(last_month)?;
    let year = year_after(cursor, end)
        .or_else(|| year_in_brackets.map(|year| Matched::new(year.value, 0)))
        .or_else(|| Some(Matched::new(anchored_year(cursor, month, anchor)?, 0)))?;
    let second_month = second_month.or(first_month).or(last_month)?;
    let day = Day::from_ymd(year.value, month, first.value.day)?;
    let day = day.max(same_day_in_other_style(day, year.value, second_month, second.value.day)?);
    let found = TimeExpression::time(end + year.tokens, CalendarTime::Day(day));
    Some(TimeExpression { calendar: Calendar::Gregorian, ..found })
}

/// The day with this number and month that is as far from `day` as the two calendars
/// are apart. At a new year, the later date is of the next year.
fn same_day_in_other_style(day: Day, year: i32, month: u32, number: u32) -> Option<Day> {
    [year, year - 1, year + 1]
        .into_iter()
        .filter_map(|year| Day::from_ymd(year, month, number))
        .min_by_key(|other| (*other - day).abs())
        .filter(|other| (10..=13).contains(&(*other - day).abs()))
}

/// A day, and its month if it has one.
struct DayAndMonth {
    day: u32,
    month: Option<u32>,
}

/// `18 December`, `December 18`, or `18` alone.
fn day_and_month(cursor: Cursor<'_>, offset: usize) -> Option<Matched<DayAndMonth>> {
    if let Some(month) = month_name(cursor, offset) {
        let day = day_number(cursor, offset + month.tokens)?;
        let value = DayAndMonth { day: day.value, month: Some(month.value) };
        return Some(Matched::new(value, month.tokens + day.tokens));
    }
    let day = day_number(cursor, offset)?;
    let month = month_name(cursor, offset + day.tokens);
    let value = DayAndMonth { day: day.value, month: month.map(|month| month.value) };
    Some(Matched::new(value, day.tokens + month.map_or(0, |month| month.tokens)))
}

/// The date with the style that is given after it: `18 December 1878 [O.S. 6
/// December]`, `6 December 1878 (O.S.)`.
pub(super) fn with_calendar_style(cursor: Cursor<'_>, found: TimeExpression) -> TimeExpression {
    let open = found.tokens;
    if !matches!(cursor.text(open), "[" | "(") {
        return found;
    }
    let closes = |offset| matches!(cursor.text(offset), "]" | ")");
    let Some(style) = calendar_style(cursor, open + 1) else { return found };
    let end = open + 1 + style.tokens;
    if closes(end) {
        return TimeExpression { tokens: end + 1, calendar: style.value, ..found };
    }
    // The date in brackets has that style, so the one before it has the other.
    let other = match style.value {
        Calendar::Julian => Calendar::Gregorian,
        _ => Calendar::Julian,
    };
    let has_date = day_number(cursor, end).is_some() || month_name(cursor, end).is_some();
    match (end..end + 8).find(|&offset| closes(offset)) {
        Some(close) if has_date => TimeExpression { tokens: close + 1, calendar: other, ..found },
        _ => found,
    }
}

fn style_tokens(cursor: Cursor<'_>, offset: usize) -> usize {
    calendar_style(cursor, offset).map_or(0, |style| style.tokens)
}

/// `O.S.`, `OS`, `Old Style`, `N.S.`, with a comma after it.
fn calendar_style(cursor: Cursor<'_>, offset: usize) -> Option<Matched<Calendar>> {
    let abbreviation = phrases::CALENDAR_ABBREVIATIONS
        .iter()
        .find(|(phrase, _)| cursor.is_phrase(offset, phrase))
        .map(|(phrase, calendar)| {
            let full_stop = phrase.len() > 1 && cursor.text(offset + phrase.len()) == ".";
            Matched::new(*calendar, phrase.len() + usize::from(full_stop))
        });
    let style = abbreviation.or_else(|| {
        phrases::CALENDAR_NAMES
            .iter()
            .find(|(phrase, _)| {
                (0..phrase.len()).all(|i| cursor.is_any(offset + i, &phrase[i..=i]))
            })
            .map(|(phrase, calendar)| Matched::new(*calendar, phrase.len()))
    })?;
    let comma = usize::from(cursor.tag(offset + style.tokens) == Tag::Comma);
    Some(Matched::new(style.value, style.tokens + comma))
}
