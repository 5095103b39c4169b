//! `chronotope dates`: the dates of a text, one JSON object per line.

use chronotope::domain::life::Calendar;
use chronotope::domain::time::Day;
use chronotope::geoparse::{CodePoints, DateMeaning, DatePart, TimeReference, find_dates};
use serde::Serialize;

use super::input::{Arguments, stream};
use super::outcome::Outcome;

#[derive(Serialize)]
struct Date {
    start: usize,
    end: usize,
    surface: String,
    edtf: Option<String>,
    earliest: Option<Day>,
    latest: Option<Day>,
    calendar: Calendar,
    /// Only if the text means a part of the date: "late" November.
    #[serde(skip_serializing_if = "Option::is_none")]
    part: Option<&'static str>,
    /// Only of a duration, in ISO 8601.
    #[serde(skip_serializing_if = "Option::is_none")]
    duration: Option<String>,
    /// Only of a vague reference, in TIMEX3: `PRESENT_REF`, `PAST_REF`, `FUTURE_REF`.
    #[serde(skip_serializing_if = "Option::is_none")]
    reference: Option<&'static str>,
}

pub fn run(arguments: &Arguments) -> Outcome {
    stream(arguments, "dates", |text| {
        let mut points = CodePoints::new(text);
        find_dates(text)
            .into_iter()
            .map(|date| {
                let span = date.span();
                Date {
                    start: points.at(date.start),
                    end: points.at(date.end),
                    surface: text[date.start..date.end].to_owned(),
                    edtf: span.map(|span| span.as_str().to_owned()),
                    earliest: span.and_then(|span| span.earliest),
                    latest: span.and_then(|span| span.latest),
                    calendar: date.calendar,
                    part: date.part.map(DatePart::as_str),
                    reference: date.reference.map(TimeReference::as_str),
                    duration: match date.meaning {
                        DateMeaning::Duration(length) => Some(length),
                        DateMeaning::Date(_) | DateMeaning::Vague => None,
                    },
                }
            })
            .collect()
    })
}
