use chronotope::domain::{Calendar, Day};
use chronotope::geoparse::{CodePoints, find_dates};
use serde::Serialize;

use super::Outcome;
use super::input::{Arguments, stream};

#[derive(Serialize)]
struct Date {
    start: usize,
    end: usize,
    surface: String,
    edtf: String,
    earliest: Option<Day>,
    latest: Option<Day>,
    calendar: Calendar,
}

pub fn run(arguments: &Arguments) -> Outcome {
    stream(arguments, "dates", |text| {
        let mut points = CodePoints::new(text);
        find_dates(text)
            .into_iter()
            .map(|date| Date {
                start: points.at(date.start),
                end: points.at(date.end),
                surface: text[date.start..date.end].to_owned(),
                edtf: date.edtf.as_str().to_owned(),
                earliest: date.edtf.earliest,
                latest: date.edtf.latest,
                calendar: date.calendar,
            })
            .collect()
    })
}
