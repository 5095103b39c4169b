//! The year of a month or a day, written or not.

use super::fields::{day_number, month_name, year_after, year_after_month, year_number};
use super::non_year::counts_things;
use crate::geoparse::dates::calendar_time::TimeUnit;
use crate::geoparse::dates::cursor::{Cursor, Matched};
use crate::geoparse::dates::english::{Singular, Tag, word_sets};
use crate::geoparse::dates::reference_time::ReferenceTime;

/// The year of a date in this month: the one written after it, that of the list it
/// is in, or that of the reference time. The tokens are those of a year after it.
pub(super) fn year_of_date(
    cursor: Cursor<'_>,
    offset: usize,
    month: u32,
    anchor: &ReferenceTime,
) -> Matched<Option<i32>> {
    match year_after_month(cursor, offset, month).or_else(|| of_that_year(cursor, offset, anchor)) {
        Some(year) => Matched::new(Some(year.value), year.tokens),
        None => {
            let year = year_of_list(cursor, offset, month)
                .or_else(|| anchored_year(cursor, month, anchor));
            Matched::new(year, 0)
        }
    }
}

/// The year that the reference time gives to a month, with regard to the next year
/// that is written.
pub(super) fn anchored_year(cursor: Cursor<'_>, month: u32, anchor: &ReferenceTime) -> Option<i32> {
    anchor.year_of_month(month, cursor.next_written_year())
}

/// `of that year`, `of the following year`.
pub(super) fn of_that_year(
    cursor: Cursor<'_>,
    offset: usize,
    anchor: &ReferenceTime,
) -> Option<Matched<i32>> {
    if cursor.tag(offset) != Tag::Of {
        return None;
    }
    let (first, second) = (cursor.tag(offset + 1), cursor.tag(offset + 2));
    let the = usize::from(first == Tag::DefiniteArticle);
    let same = usize::from(first == Tag::That && second == Tag::Same);
    let years = match cursor.tag(offset + 1 + the) {
        Tag::That | Tag::This | Tag::Same => 0,
        Tag::Direction(direction) => direction.into(),
        Tag::Last => -1,
        _ => return None,
    };
    let tokens = 2 + the + same;
    let is_year = cursor.tag(offset + tokens) == Tag::Unit(TimeUnit::Year, Singular);
    is_year.then_some(Matched::new(anchor.that_year()? + years, tokens + 1))
}

/// The year at the end of the list that a month is in: `March, April, and May
/// 1913`, `14 August – 3 September 1950`.
pub(super) fn year_of_list(cursor: Cursor<'_>, offset: usize, month: u32) -> Option<i32> {
    // A month that comes after the last one of the list is of the year before.
    let year_for = |last: u32, year: i32| if month > last { year - 1 } else { year };
    let (mut end, mut last, mut joined) = (offset, month, false);
    while end < offset + 16 {
        if let Some(next) = month_name(cursor, end) {
            if !joined {
                return None;
            }
            last = next.value;
            end += next.tokens;
            let comma = usize::from(cursor.tag(end) == Tag::Comma);
            if let Some(year) = year_number(cursor, end + comma)
                && !counts_things(cursor.ahead(end), year.tokens)
            {
                return Some(year_for(last, year.value));
            }
        } else if let Some(day) = day_number(cursor, end) {
            end += day.tokens;
            if joined && let Some(year) = year_after(cursor, end) {
                return Some(year_for(last, year.value));
            }
        } else {
            match list_part(cursor, end)? {
                ListPart::Joint => joined = true,
                // "3 May (5 May) 1917"
                ListPart::Close if !joined => return None,
                ListPart::Close => {
                    if let Some(year) = year_number(cursor, end + 1) {
                        return Some(year_for(last, year.value));
                    }
                }
                ListPart::Filler => {}
            }
            end += 1;
        }
    }
    None
}

/// A token between the dates of a list.
enum ListPart {
    /// `and`, `until`, an opening bracket.
    Joint,
    /// A closing bracket.
    Close,
    /// `the`, `early`.
    Filler,
}

fn list_part(cursor: Cursor<'_>, offset: usize) -> Option<ListPart> {
    match cursor.tag(offset) {
        Tag::Dash | Tag::And | Tag::Or | Tag::To | Tag::Comma => Some(ListPart::Joint),
        Tag::Preposition if cursor.is_any(offset, word_sets::RANGE_PREPOSITIONS) => {
            Some(ListPart::Joint)
        }
        Tag::Punctuation => match cursor.text(offset) {
            "(" | "[" | "/" => Some(ListPart::Joint),
            ")" | "]" => Some(ListPart::Close),
            _ => None,
        },
        Tag::DefiniteArticle | Tag::Of | Tag::Early | Tag::Late | Tag::Mid => {
            Some(ListPart::Filler)
        }
        _ => None,
    }
}
