//! The fields of a date: its month, its day, its year.

use super::non_year::counts_things;
use super::number::{digits, is_ordinal_suffix, ordinal};
use crate::geoparse::dates::calendar_time::TimeUnit;
use crate::geoparse::dates::cursor::{Cursor, Matched};
use crate::geoparse::dates::english::{Singular, Tag, phrases, word_sets};

/// `November`, `Nov`, `Nov.`
pub(super) fn month_name(cursor: Cursor<'_>, offset: usize) -> Option<Matched<u32>> {
    match cursor.tag(offset) {
        Tag::Month(month) => Some(Matched::new(month.into(), 1)),
        Tag::MonthAbbreviation(month) => {
            let full_stop = cursor.text(offset + 1) == "." && cursor.touches(offset + 1);
            Some(Matched::new(month.into(), 1 + usize::from(full_stop)))
        }
        Tag::Digits => numbered_month(cursor, offset),
        _ => None,
    }
}

/// `7ber`, `9bris`, `10br.`: the months whose Latin names count from March.
fn numbered_month(cursor: Cursor<'_>, offset: usize) -> Option<Matched<u32>> {
    let suffix = offset + 1;
    if !cursor.touches(suffix) || !cursor.is_any(suffix, word_sets::NUMBERED_MONTH_SUFFIXES) {
        return None;
    }
    let number = digits(cursor, offset, 2).filter(|number| (7..=10).contains(number))?;
    let full_stop = cursor.text(suffix + 1) == "." && cursor.touches(suffix + 1);
    Some(Matched::new(number as u32 + 2, 2 + usize::from(full_stop)))
}

/// The number of a day, 1 to 31: `5`, `5th`, `23d`.
pub(super) fn day_number(cursor: Cursor<'_>, offset: usize) -> Option<Matched<u32>> {
    let day = digits(cursor, offset, 2).filter(|day| (1..=31).contains(day))?;
    let suffix = is_ordinal_suffix(cursor, offset + 1);
    let end = offset + 1 + usize::from(suffix);
    Some(Matched::new(day as u32, end - offset + usize::from(has_full_stop(cursor, end, suffix))))
}

/// Does a full stop after the number of a day belong to it: `2d. Feby`, `Novr 3d. 1805`,
/// `3. November`?
fn has_full_stop(cursor: Cursor<'_>, offset: usize, has_suffix: bool) -> bool {
    let next = offset + 1;
    cursor.text(offset) == "."
        && cursor.touches(offset)
        && !cursor.touches(next)
        && match cursor.tag(next) {
            // "He had 3. November came": only a year shows that it is a date.
            Tag::Month(_) | Tag::MonthAbbreviation(_) => {
                has_suffix
                    || month_name(cursor, next)
                        .and_then(|month| digits(cursor, next + month.tokens, 4))
                        .is_some_and(|year| year > 999)
            }
            Tag::Digits => has_suffix && digits(cursor, next, 4).is_some_and(|year| year > 999),
            _ => false,
        }
}

/// The number of a day as an ordinal: `5th`, `twenty-first`.
pub(super) fn ordinal_day(cursor: Cursor<'_>, offset: usize) -> Option<Matched<u32>> {
    ordinal(cursor, offset).filter(|day| (1..=31).contains(&day.value))
}

/// A year with what says that it is one: `1903`, `44 BC`, `AD 70`, `490 B.C.`
/// Without an era it has four digits.
pub(super) fn year_number(cursor: Cursor<'_>, offset: usize) -> Option<Matched<i32>> {
    match cursor.tag(offset) {
        Tag::CommonEra if cursor.is_exactly(offset, word_sets::ERA_BEFORE_YEAR) => {
            let year = digits(cursor, offset + 1, 4).filter(|year| *year > 0)?;
            Some(Matched::new(year, 2))
        }
        Tag::IndefiniteArticle if cursor.is_phrase(offset, phrases::COMMON_ERA) => {
            let end = offset + phrases::COMMON_ERA.len();
            let year = digits(cursor, end, 4).filter(|year| *year > 0)?;
            Some(Matched::new(year, end + 1 - offset))
        }
        Tag::Digits => {
            let number = digits(cursor, offset, 4).filter(|year| *year > 0)?;
            if let Some(era) = era(cursor, offset + 1) {
                return Some(Matched::new(era.value.year(number), 1 + era.tokens));
            }
            if ends_before_common_era(cursor, offset + 1, number) {
                return Some(Matched::new(Era::Before.year(number), 1));
            }
            // "1299 AH" is of another era.
            let bare = cursor.text(offset).len() == 4
                && (1000..2100).contains(&number)
                && islamic_era_tokens(cursor, offset + 1) == 0;
            bare.then_some(Matched::new(number, 1))
        }
        _ => None,
    }
}

/// The era of a year.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Era {
    /// BC.
    Before,
    /// AD.
    Common,
}

impl Era {
    /// The astronomical year: 1 BC is 0.
    fn year(self, number: i32) -> i32 {
        match self {
            Self::Before => 1 - number,
            Self::Common => number,
        }
    }
}

/// `BC`, `B.C.`, `BCE`, `AD`, `CE`.
pub(super) fn era(cursor: Cursor<'_>, offset: usize) -> Option<Matched<Era>> {
    let in_capitals = || cursor.text(offset).bytes().all(|byte| byte.is_ascii_uppercase());
    match cursor.tag(offset) {
        Tag::BeforeCommonEra if in_capitals() => Some(Matched::new(Era::Before, 1)),
        Tag::CommonEra if in_capitals() => Some(Matched::new(Era::Common, 1)),
        _ => [(phrases::BEFORE_COMMON_ERA, Era::Before), (phrases::COMMON_ERA, Era::Common)]
            .into_iter()
            .find(|(phrase, _)| cursor.is_phrase(offset, phrase))
            .map(|(phrase, era)| Matched::new(era, phrase.len())),
    }
}

/// The `–479 BC` of `480–479 BC`: the era of both is at the end.
fn ends_before_common_era(cursor: Cursor<'_>, offset: usize, first: i32) -> bool {
    (matches!(cursor.tag(offset), Tag::Dash | Tag::And | Tag::To) || cursor.text(offset) == "/")
        && digits(cursor, offset + 1, 4).is_some_and(|last| last < first)
        && era(cursor, offset + 2).is_some_and(|era| era.value == Era::Before)
}

/// The year after a day in a month, or after the month: as [`year_after`], but of a
/// double-dated year before the old new year in March, the later one.
pub(super) fn year_after_month(
    cursor: Cursor<'_>,
    offset: usize,
    month: u32,
) -> Option<Matched<i32>> {
    let year = year_after(cursor, offset)?;
    let later = (month <= 3).then(|| later_year_tokens(cursor, offset + year.tokens, year.value));
    Some(match later.flatten() {
        Some(tokens) => Matched::new(year.value + 1, year.tokens + tokens),
        None => year,
    })
}

/// The tokens of the second year of a double-dated one, from the mark between them:
/// `1731/2`, `1643/44`, `1699/1700`, `1731-2`, `1731 (1732)`.
fn later_year_tokens(cursor: Cursor<'_>, mark: usize, first: i32) -> Option<usize> {
    let number = mark + 1;
    let later = digits(cursor, number, 4)?;
    let span = match cursor.text(number).len() {
        1 => 10,
        2 => 100,
        4 => 10_000,
        _ => return None,
    };
    if later != (first + 1) % span || cursor.tag(mark + 2) == Tag::Dash {
        return None;
    }
    let closes = || matches!(cursor.text(mark + 2), "]" | ")");
    match cursor.text(mark) {
        "/" | "⁄" => Some(2),
        "[" | "(" if span == 10_000 && closes() => Some(3),
        // A hyphen may also join the ends of a range; the calendar of Great Britain
        // changed in 1752.
        _ if cursor.tag(mark) == Tag::Dash && first < 1752 && span < 10_000 => Some(2),
        _ => None,
    }
}

/// The year after a day or a month: `1903`, `, 1903`, `of 1903`, `of the year
/// 1903`.
pub(super) fn year_after(cursor: Cursor<'_>, offset: usize) -> Option<Matched<i32>> {
    let between = match cursor.tag(offset) {
        Tag::Of
            if cursor.tag(offset + 1) == Tag::DefiniteArticle
                && cursor.tag(offset + 2) == Tag::Unit(TimeUnit::Year, Singular) =>
        {
            3
        }
        Tag::Of | Tag::Comma => 1,
        _ => 0,
    };
    let year = year_number(cursor, offset + between)?;
    // "On May 5, 1000 men": not a year.
    if counts_things(cursor.ahead(offset + between), year.tokens) {
        return None;
    }
    Some(Matched::new(year.value, between + year.tokens))
}

/// The tokens of `AH`, `A.H.`, `A. H.`, `of the Hijra`.
pub(super) fn islamic_era_tokens(cursor: Cursor<'_>, offset: usize) -> usize {
    // "Ah 12 men" is no date.
    let name = cursor.text(offset);
    if cursor.tag(offset) == Tag::IslamicEra
        && (name.len() > 2 || name.bytes().all(|b| b.is_ascii_uppercase()))
    {
        return 1;
    }
    if cursor.is_phrase(offset, phrases::ISLAMIC_ERA) {
        return phrases::ISLAMIC_ERA.len();
    }
    let the = usize::from(cursor.tag(offset + 1) == Tag::DefiniteArticle);
    let of_era = cursor.tag(offset) == Tag::Of && cursor.tag(offset + 1 + the) == Tag::IslamicEra;
    if of_era { 2 + the } else { 0 }
}
