//! Dates in a text, anchored to its story.
//!
//! One pass over the tokens: [`lexicon`] says what each can do in a date,
//! [`expression`] tries the forms that can stand there (one file each), and
//! [`story`] remembers where the telling is.

mod age;
mod calendar_date;
mod clock;
mod counted;
mod day;
mod deictic;
mod duration;
mod expression;
mod holiday;
mod lexicon;
mod month;
mod part;
mod range;
mod reader;
mod relative;
mod season;
mod story;
mod style;
#[cfg(test)]
mod tests;
mod time;
mod words;
mod year;

use super::token::tokens;
use crate::domain::life::Calendar;
use crate::domain::time::{DateSpan, Day};
use expression::{Expression, Sense};
use lexicon::Lex;
use reader::{Reader, classify};
use story::Story;
pub use time::Part as DatePart;
use time::Time;

/// An expression of time in the text, anchored to the story.
#[derive(Clone, Debug, PartialEq)]
pub struct DateFinding {
    /// Byte offset.
    pub start: usize,
    /// Byte offset, exclusive.
    pub end: usize,
    /// What it means.
    pub meaning: DateMeaning,
    /// The calendar the text says it counts in.
    pub calendar: Calendar,
    /// The part of it that is meant: "late" November.
    pub part: Option<DatePart>,
}

/// What an expression of time means.
#[derive(Clone, Debug, PartialEq)]
pub enum DateMeaning {
    /// A time on the calendar.
    Date(DateSpan),
    /// How long, in ISO 8601: `P2M`; `PXD` where the number is not told.
    Duration(String),
    /// A time no calendar can hold: "now", "the former capital", or a month of
    /// which the text does not tell the year.
    Vague,
}

impl DateFinding {
    /// The date, if it is one.
    #[must_use]
    pub fn span(&self) -> Option<&DateSpan> {
        match &self.meaning {
            DateMeaning::Date(span) => Some(span),
            DateMeaning::Duration(_) | DateMeaning::Vague => None,
        }
    }
}

/// Finds the expressions of time of a text, in order. A month or day without a
/// year takes the year of the story: the date told before it. The ends of a
/// range (`1922–1952`) are dates of their own, and a preposition is not part of
/// the date: whether "by 1883" bounds a stay is for who reads the sentence.
#[must_use]
pub fn find_dates(text: &str) -> Vec<DateFinding> {
    find_dates_in(text, None)
}

/// The same, where it is known when the subject was born: then "aged 24" is a
/// date, too. Without it, the first birth the text tells counts.
#[must_use]
pub fn find_dates_in(text: &str, born: Option<Day>) -> Vec<DateFinding> {
    let tokens = tokens(text);
    let words = classify(&tokens);
    let mut reader = Reader { tokens: &tokens, words: &words, years: &[], at: 0, reach: 0 };
    let years = years_of_months(&reader);
    reader.years = &years;
    let mut story = Story::of(born);
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        if words[at] == Lex::Other {
            at += 1;
            continue;
        }
        let reader = reader.begin(at);
        let Some(expression) = reader.expression(&story) else {
            at += 1;
            continue;
        };
        let end = at + expression.length;
        if let Some(meaning) = meaning(&expression) {
            found.push(DateFinding {
                start: tokens[at].start,
                end: tokens[end - 1].end(),
                meaning,
                calendar: expression.calendar,
                part: match expression.sense {
                    Sense::Time(_, shade) => shade.part,
                    _ => None,
                },
            });
            tell(&mut story, &reader, &expression, end);
        }
        at = end;
    }
    found
}

/// Where the text tells a month with its year.
fn years_of_months(reader: &Reader<'_, '_>) -> Vec<(usize, i32)> {
    let months = reader.words.iter().enumerate();
    months
        .filter(|(_, lex)| matches!(lex, Lex::Month(_) | Lex::MonthShort(_)))
        .filter_map(|(at, _)| Some((at, reader.begin(at).year_of_month_here()?)))
        .collect()
}

/// Writes what it means as EDTF and reads that back, so that every date is
/// valid and has its bounds.
fn meaning(expression: &Expression) -> Option<DateMeaning> {
    let edtf = match &expression.sense {
        Sense::Vague => return Some(DateMeaning::Vague),
        Sense::Duration(length) => return Some(DateMeaning::Duration(length.clone())),
        Sense::Between(a, b) => range::write(*a, *b)?,
        Sense::Time(time, shade) => time.write(*shade)?,
    };
    let span = match expression.calendar {
        Calendar::Julian => DateSpan::parse_julian(&edtf),
        Calendar::Gregorian | Calendar::Unspecified => edtf.parse(),
    };
    span.ok().map(DateMeaning::Date)
}

/// The story goes on from what was found.
fn tell(story: &mut Story, reader: &Reader<'_, '_>, expression: &Expression, end: usize) {
    let time = match expression.sense {
        Sense::Time(time, _) => time,
        Sense::Between(first, last) => {
            story.move_to(first);
            last
        }
        _ => return,
    };
    story.link = Some((end, time));
    story.mention(time);
    if let Time::Day(day) = time
        && story.born.is_none()
        && reader.tells_birth(expression.length)
    {
        story.born = Some(day);
    }
    match time {
        _ if !expression.moves_story => {}
        Time::Year(year) => move_to_year(year, story, reader),
        _ => {
            let next = reader.years.partition_point(|(at, _)| *at < reader.at);
            let written = reader.years.get(next).is_some_and(|(at, _)| *at < end);
            if written { story.stand_on(time) } else { story.move_to(time) }
        }
    }
}

/// Years alone are often told in passing ("planned for 1976", "since 1882"):
/// the story goes there where a sentence begins with one, or a little ahead.
fn move_to_year(year: i32, story: &mut Story, reader: &Reader<'_, '_>) {
    let Some(told) = story.year() else { return story.move_to(Time::Year(year)) };
    let opens = reader.begins_sentence()
        || reader.at.checked_sub(1).is_some_and(|at| reader.begin(at).begins_sentence());
    if opens {
        story.turn_to(year);
    } else if (told + 1..=told + 3).contains(&year) {
        story.move_to(Time::Year(year));
    }
}
