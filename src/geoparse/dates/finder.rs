//! One pass over the text: finds the expressions of time and keeps the reference
//! time up to date.

use super::calendar_time::{CalendarTime, Modifier};
use super::cursor::{Cursor, TaggedTokens};
use super::english::{Tag, tag_tokens};
use super::expression::{TimeExpression, TimeValue};
use super::finding::{DateFinding, DateMeaning};
use super::forms::age::is_birth;
use super::forms::calendar_date::written_year_of_month;
use super::forms::numeric_date::has_month_first;
use super::grammar::{RECURSIVE_FORMS, time_expression};
use super::reference_time::{LastMatch, ReferenceTime};
use crate::domain::life::Calendar;
use crate::domain::time::{DateSpan, Day};
use crate::geoparse::text::tokens;

/// Finds the expressions of time in an English text, in order and without overlaps. The
/// overview of [`dates`](crate::geoparse::dates) says what they are.
///
/// ```
/// let text = "On 9 May 1945 the war was over. The next day he left.";
/// let found = chronotope::geoparse::find_dates(text);
/// assert_eq!(&text[found[1].start..found[1].end], "The next day");
/// assert_eq!(found[1].span().unwrap().as_str(), "1945-05-10");
/// ```
#[must_use]
pub fn find_dates(text: &str) -> Vec<DateFinding> {
    find_dates_in(text, None)
}

/// Finds the expressions of time in an English text about a person whose birth is
/// known, so that ages are dates too. Without it, the first birth in the text counts.
#[must_use]
pub fn find_dates_in(text: &str, birth: Option<Day>) -> Vec<DateFinding> {
    let tokens = tokens(text);
    let mut input = TaggedTokens {
        tokens: &tokens,
        tags: tag_tokens(&tokens),
        months_with_year: Vec::new(),
        writes_month_first: false,
        recursive: RECURSIVE_FORMS,
    };
    input.months_with_year = months_with_year(&input);
    input.writes_month_first = writes_month_first(&input);
    let mut anchor = ReferenceTime::new(birth);
    let mut found = Vec::new();
    let mut position = 0;
    while position < tokens.len() {
        let cursor = Cursor::new(&input, position);
        let expression = match input.tags[position] {
            Tag::Other => None,
            _ => time_expression(cursor, &anchor),
        };
        let Some(expression) = expression else {
            position += 1;
            continue;
        };
        if let Some(meaning) = meaning_of(&expression) {
            found.push(DateFinding {
                start: tokens[position].start,
                end: tokens[position + expression.tokens - 1].end(),
                meaning,
                calendar: expression.calendar,
                part: match expression.value {
                    TimeValue::Time(_, modifier) => modifier.part,
                    _ => None,
                },
                reference: match expression.value {
                    TimeValue::Reference(reference) => Some(reference),
                    _ => None,
                },
            });
            update_reference_time(&mut anchor, cursor, &expression);
        }
        position += expression.tokens;
    }
    found
}

/// The positions of the months that have their year with them, and these years.
fn months_with_year(input: &TaggedTokens<'_>) -> Vec<(usize, i32)> {
    let tags = input.tags.iter().enumerate();
    tags.filter(|(_, tag)| matches!(tag, Tag::Month(_) | Tag::MonthAbbreviation(_)))
        .filter_map(|(position, _)| {
            Some((position, written_year_of_month(Cursor::new(input, position))?))
        })
        .collect()
}

/// Does the text have a date in numbers that can only have its month first?
fn writes_month_first(input: &TaggedTokens<'_>) -> bool {
    let slashes = input.tokens.iter().enumerate().filter(|(_, token)| token.text == "/");
    slashes
        .filter_map(|(position, _)| position.checked_sub(1))
        .any(|position| has_month_first(Cursor::new(input, position)))
}

/// Dates are written as EDTF and parsed again, so that each is valid and has its
/// bounds.
fn meaning_of(expression: &TimeExpression) -> Option<DateMeaning> {
    let edtf = match &expression.value {
        TimeValue::Reference(_) | TimeValue::Vague => return Some(DateMeaning::Vague),
        TimeValue::Duration(duration) => return Some(DateMeaning::Duration(duration.clone())),
        TimeValue::Between(first, last) => one_of(*first, *last)?,
        TimeValue::Time(time, modifier) => time.to_edtf(*modifier)?,
    };
    let span = match expression.calendar {
        Calendar::Julian => DateSpan::parse_julian(&edtf),
        Calendar::Gregorian | Calendar::Unspecified => edtf.parse(),
    };
    span.ok().map(DateMeaning::Date)
}

/// Some time from the first to the last: `[1919-01..1919-03]`.
fn one_of(first: CalendarTime, last: CalendarTime) -> Option<String> {
    let (first, last) = (first.to_edtf(Modifier::default())?, last.to_edtf(Modifier::default())?);
    let is_simple = |edtf: &str| !edtf.contains(['/', 'X', '[']);
    (is_simple(&first) && is_simple(&last)).then(|| format!("[{first}..{last}]"))
}

fn update_reference_time(
    anchor: &mut ReferenceTime,
    cursor: Cursor<'_>,
    expression: &TimeExpression,
) {
    let time = match expression.value {
        TimeValue::Time(time, _) => time,
        TimeValue::Between(first, last) => {
            anchor.update(first);
            last
        }
        TimeValue::Duration(_) | TimeValue::Reference(_) | TimeValue::Vague => return,
    };
    let end_position = cursor.position() + expression.tokens;
    anchor.last_match = Some(LastMatch { end_position, time });
    anchor.mention(time);
    if let CalendarTime::Day(day) = time
        && anchor.birth.is_none()
        && is_birth(cursor, expression.tokens)
    {
        anchor.birth = Some(day);
    }
    if !expression.moves_anchor {
        return;
    }
    match time {
        CalendarTime::Year(year) => update_year(anchor, cursor, year),
        _ if cursor.has_month_with_year(expression.tokens) => {
            if cursor.follows_full_date_in_paragraph() {
                anchor.set_full_date_of_paragraph(time);
            } else {
                anchor.set_full_date(time);
            }
        }
        _ => anchor.update(time),
    }
}

/// A year alone is often mentioned in passing ("planned for 1976", "since 1882"). It
/// becomes the reference time where it begins a sentence, perhaps after one word, or
/// where it is at most three years ahead.
fn update_year(anchor: &mut ReferenceTime, cursor: Cursor<'_>, year: i32) {
    let Some(reference) = anchor.year() else { return anchor.update(CalendarTime::Year(year)) };
    if cursor.begins_sentence() || cursor.back(1).is_some_and(Cursor::begins_sentence) {
        anchor.set_year(year);
    } else if (reference + 1..=reference + 3).contains(&year) {
        anchor.update(CalendarTime::Year(year));
    }
}
