//! What is found in English prose, and what it means.

mod biography;
mod calendar_dates;
mod coarse_times;
mod historical_dates;
mod modifiers;
mod not_dates;
mod relative_to_reference_time;

use super::{DateFinding, DateMeaning, TimeReference, find_dates, find_dates_in};
use crate::domain::life::Calendar;

/// Compares all findings, in order: EDTF, a duration in ISO 8601, or `-` if vague.
#[track_caller]
fn check(text: &str, expected: &[(&str, &str)]) {
    compare(text, &find_dates(text), expected);
}

/// Compares the findings that are dates.
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
