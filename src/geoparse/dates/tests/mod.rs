//! What is found in English prose, what it means, and what is no date.

mod calendar;
mod first_life;
mod hung_on_the_story;
mod not_dates;
mod parts;
mod wide;

use super::{DateFinding, DateMeaning, find_dates, find_dates_in};
use crate::domain::life::Calendar;

/// Everything that is found, in order: EDTF, or ISO 8601 for how long, or `-`.
#[track_caller]
fn check(text: &str, expected: &[(&str, &str)]) {
    compare(text, &find_dates(text), expected);
}

/// Only the dates: what a life is made of.
#[track_caller]
fn check_dates(text: &str, expected: &[(&str, &str)]) {
    let found: Vec<_> = find_dates(text).into_iter().filter(|d| d.span().is_some()).collect();
    compare(text, &found, expected);
}

#[track_caller]
fn compare(text: &str, found: &[DateFinding], expected: &[(&str, &str)]) {
    let got: Vec<(&str, &str)> = found
        .iter()
        .map(|date| {
            let meaning = match &date.meaning {
                DateMeaning::Date(span) => span.as_str(),
                DateMeaning::Duration(length) => length,
                DateMeaning::Vague => "-",
            };
            (&text[date.start..date.end], meaning)
        })
        .collect();
    assert_eq!(got, expected, "{text}");
}
