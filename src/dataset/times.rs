//! Reads the times of a record.
//!
//! Files write times in five ways. They are tried in this order, and the first that
//! gives a time is used:
//!
//! 1. **Linked Places**: the `when` objects. A timespan without an end is the
//!    interval that its start describes
//!    (<https://github.com/LinkedPasts/linked-places-format>).
//! 2. **Tracks**: as many times as the line has points, in the fourth coordinate
//!    (kepler.gl), or in `coordTimes`, `linestringTimestamps` or `times`
//!    (TimeDimension).
//! 3. **Moments**: `times`, a list or text with commas.
//! 4. **A beginning and an end**: `start` and `end` (Leaflet.timeline), and the
//!    other names people give them. One that is missing is open.
//! 5. **One date**: `time`, `date`, `year` and the like.

use serde_json::Value;

use super::error::TimeError;
use super::field::{Field, FieldValue};
use super::formats::SourceRecord;
use super::time_value::{DayRange, field_days, in_order, number_days, value_days};
use crate::domain::time::Day;

/// Field names of a beginning in the form of [`normalised`], the most certain first.
const BEGIN_FIELDS: [&str; 16] = [
    "start",
    "startdate",
    "startyear",
    "starttime",
    "begin",
    "begindate",
    "beginyear",
    "datestart",
    "datefrom",
    "mindate",
    "validfrom",
    "earliest",
    "yearstart",
    "arrive",
    "from",
    "since",
];
/// Field names of an end.
const END_FIELDS: [&str; 16] = [
    "end", "enddate", "endyear", "endtime", "stop", "stopdate", "stopyear", "dateend", "dateto",
    "maxdate", "validto", "latest", "yearend", "depart", "to", "until",
];
/// Field names of a date.
const DATE_FIELDS: [&str; 10] =
    ["time", "date", "year", "datetime", "timestamp", "edtf", "day", "eventdate", "when", "period"];
/// Field names of a list of times, one for each point of a line.
const TRACK_FIELDS: [&str; 3] = ["coordtimes", "linestringtimestamps", "times"];

/// The times of a record.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Times {
    /// First and last day of each span, [`Day::MIN`] and [`Day::MAX`] where open.
    pub spans: Vec<DayRange>,
    /// For a track, the day at which each point is passed.
    pub track_days: Vec<Day>,
}

/// Reads the times of a record. `line_points` is the number of its points if its
/// geometry is one line, else 0; `fourth` are their fourth coordinates. Without
/// a time there are no spans.
///
/// # Errors
/// A field that should be a time cannot be read, and no other field is a time.
pub(super) fn read_times(
    record: &SourceRecord<'_>,
    line_points: usize,
    fourth: &[f64],
) -> Result<Times, TimeError> {
    // A field that is not a time may mean something else (`from` of a letter):
    // that is an error only if the record has no other time.
    let mut first_error = None;
    let attempts: [&dyn Fn() -> Result<Times, TimeError>; 5] = [
        &|| linked_places(&record.whens),
        &|| track(&record.fields, line_points, fourth),
        &|| moments(&record.fields),
        &|| interval(&record.fields),
        &|| date(&record.fields),
    ];
    for attempt in attempts {
        match attempt() {
            Ok(times) if times.spans.is_empty() => {}
            Ok(times) => return Ok(times),
            Err(error) => first_error = first_error.or(Some(error)),
        }
    }
    first_error.map_or(Ok(Times::default()), Err)
}

fn spans(spans: Vec<DayRange>) -> Times {
    Times { spans, ..Times::default() }
}

fn linked_places(whens: &[Value]) -> Result<Times, TimeError> {
    let mut found = Vec::new();
    for when in whens {
        let timespans = when["timespans"].as_array().ok_or(TimeError::NoTimespans)?;
        for timespan in timespans {
            let start = bound("start", &timespan["start"])?;
            let end = bound("end", &timespan["end"])?;
            match (start, end) {
                (Some(start), end) => found.push(in_order(start.0, end.unwrap_or(start).1)?),
                (None, Some(end)) => found.push((Day::MIN, end.1)),
                (None, None) => {}
            }
        }
    }
    Ok(spans(found))
}

/// Reads `"1600"`, `{"in": "1600"}`, or `{"earliest": …, "latest": …}`.
fn bound(name: &str, value: &Value) -> Result<Option<DayRange>, TimeError> {
    if !value.is_object() {
        return value_days(name, value);
    }
    let within = value_days(name, &value["in"])?;
    if within.is_some() {
        return Ok(within);
    }
    let earliest = value_days(name, &value["earliest"])?;
    let latest = value_days(name, &value["latest"])?;
    Ok(match (earliest, latest) {
        (None, None) => None,
        (earliest, latest) => Some((
            earliest.or(latest).map_or(Day::MIN, |days| days.0),
            latest.or(earliest).map_or(Day::MAX, |days| days.1),
        )),
    })
}

fn track(fields: &[Field<'_>], points: usize, fourth: &[f64]) -> Result<Times, TimeError> {
    if points < 2 {
        return Ok(Times::default());
    }
    let track_days = if fourth.len() == points {
        fourth.iter().map(|&number| Ok(number_days(number)?.0)).collect::<Result<Vec<_>, _>>()?
    } else {
        let Some((name, times)) = track_times(fields, points) else { return Ok(Times::default()) };
        let day = |value: &Value| -> Result<Day, TimeError> {
            let days = value_days(&name, value)?;
            Ok(days.ok_or_else(|| TimeError::MissingTrackTime(name.clone()))?.0)
        };
        times.iter().map(day).collect::<Result<Vec<_>, _>>()?
    };
    if let Some(two) = track_days.windows(2).find(|two| two[0] > two[1]) {
        return Err(TimeError::RunsBackwards { from: two[0], to: two[1] });
    }
    Ok(Times { spans: vec![(track_days[0], track_days[points - 1])], track_days })
}

/// The list of times of a track and the name of its field: among the fields, or
/// in `coordinateProperties`.
fn track_times(fields: &[Field<'_>], points: usize) -> Option<(String, Vec<Value>)> {
    let nested = fields.iter().rfind(|field| field.name == "coordinateProperties");
    let nested = nested.map_or_else(Vec::new, |field| field.value.members());
    let field = find(fields, &TRACK_FIELDS).or_else(|| find(&nested, &TRACK_FIELDS))?;
    match field.value.value()? {
        Value::Array(times) if times.len() == points => Some((field.name.clone(), times)),
        _ => None,
    }
}

fn moments(fields: &[Field<'_>]) -> Result<Times, TimeError> {
    let Some(field) = find(fields, &["times"]) else { return Ok(Times::default()) };
    let name = field.name.as_str();
    let found = match field.value.value() {
        Some(Value::Array(list)) => list.iter().map(|value| value_days(name, value)).collect(),
        Some(Value::String(list)) => {
            list.split(',').map(|text| field_days(name, FieldValue::Text(text))).collect()
        }
        _ => field_days(name, field.value).map(|days| vec![days]),
    };
    let found: Vec<Option<DayRange>> = found?;
    Ok(spans(found.into_iter().flatten().collect()))
}

fn interval(fields: &[Field<'_>]) -> Result<Times, TimeError> {
    let days = |names: &[&str]| match find(fields, names) {
        Some(field) => field_days(&field.name, field.value),
        None => Ok(None),
    };
    let (begin, end) = (days(&BEGIN_FIELDS)?, days(&END_FIELDS)?);
    if begin.is_none() && end.is_none() {
        return Ok(Times::default());
    }
    let first = begin.map_or(Day::MIN, |days| days.0);
    let last = end.map_or(Day::MAX, |days| days.1);
    Ok(spans(vec![in_order(first, last)?]))
}

fn date(fields: &[Field<'_>]) -> Result<Times, TimeError> {
    let Some(field) = find(fields, &DATE_FIELDS) else { return Ok(Times::default()) };
    Ok(spans(field_days(&field.name, field.value)?.into_iter().collect()))
}

/// The field with the first of the names, among those that are not empty.
fn find<'f, 'a>(fields: &'f [Field<'a>], names: &[&str]) -> Option<&'f Field<'a>> {
    let rank = |field: &Field<'_>| {
        let name = normalised(&field.name);
        names.iter().position(|other| *other == name)
    };
    let filled = fields.iter().filter(|field| !field.value.is_empty());
    filled
        .filter_map(|field| Some((rank(field)?, field)))
        .min_by_key(|(rank, _)| *rank)
        .map(|f| f.1)
}

/// A field name in lower case, letters and digits alone: `Start_Date` is
/// `startdate`.
fn normalised(name: &str) -> String {
    name.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_lowercase()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        match text {
            "min" => Day::MIN,
            "max" => Day::MAX,
            text => text.parse().unwrap(),
        }
    }

    /// The times of a GeoJSON feature.
    fn times(feature: &str, line_points: usize, fourth: &[f64]) -> Result<Times, TimeError> {
        let file = format!(r#"{{"features":[{feature}]}}"#);
        let source = super::super::formats::open(file.into()).unwrap();
        read_times(&source.record(0).unwrap(), line_points, fourth)
    }

    fn check(feature: &str, expected: &[(&str, &str)]) {
        let expected: Vec<_> = expected.iter().map(|(a, b)| (day(a), day(b))).collect();
        assert_eq!(times(feature, 0, &[]).unwrap().spans, expected, "{feature}");
    }

    fn fields(properties: &str, expected: &[(&str, &str)]) {
        check(&format!(r#"{{"properties":{{{properties}}}}}"#), expected);
    }

    #[test]
    fn linked_places_says_when() {
        for (when, expected) in [
            (r#"[{"start":{"in":"1600"},"end":{"in":"1699"}}]"#, ("1600-01-01", "1699-12-31")),
            (r#"[{"start":{"in":"1832"}}]"#, ("1832-01-01", "1832-12-31")),
            (r#"[{"start":"-0044-03","end":"0014"}]"#, ("-0044-03-01", "0014-12-31")),
            (
                r#"[{"start":{"earliest":"1600","latest":"1610"},"end":{"latest":"1700-05"}}]"#,
                ("1600-01-01", "1700-05-31"),
            ),
            (r#"[{"start":{"in":"1600"},"end":{"in":".."}}]"#, ("1600-01-01", "max")),
            (r#"[{"end":{"in":"1600"}}]"#, ("min", "1600-12-31")),
        ] {
            let when = format!(r#"{{"timespans":{when}}}"#);
            check(&format!(r#"{{"when":{when}}}"#), &[expected]);
            check(&format!(r#"{{"properties":{{"when":{when}}}}}"#), &[expected]);
            check(&format!(r#"{{"geometry":{{"geometries":[{{"when":{when}}}]}}}}"#), &[expected]);
        }
    }

    #[test]
    fn leaflet_timeline_has_a_start_and_an_end() {
        fields(r#""start":"1917-11-07","end":"1918-01""#, &[("1917-11-07", "1918-01-31")]);
        fields(r#""start":-1640995200000,"end":"1924""#, &[("1918-01-01", "1924-12-31")]);
        fields(r#""start":1262304000,"end":null"#, &[("2010-01-01", "max")]);
        fields(r#""end":"1917-11-07T23:30:00-05:00""#, &[("min", "1917-11-07")]);
    }

    #[test]
    fn time_dimension_has_moments() {
        fields(r#""time":"1917-11-07T02:00:00Z""#, &[("1917-11-07", "1917-11-07")]);
        let both = [("1917-11-07", "1917-11-07"), ("1918-01-01", "1918-01-01")];
        fields(r#""times":["1917-11-07","1918-01-01"]"#, &both);
        fields(r#""times":"1917-11-07,1918-01-01""#, &both);
        fields(
            r#""times":[-1645228800000,-1640995200000]"#,
            &[("1917-11-13", "1917-11-13"), both[1]],
        );
    }

    #[test]
    fn plain_fields_are_found_by_their_names() {
        let year = [("1917-01-01", "1917-12-31")];
        for field in ["year", "Year", "date", "DATE", "time", "edtf", "dateTime"] {
            fields(&format!(r#""{field}":"1917""#), &year);
            fields(&format!(r#""{field}":1917"#), &year);
        }
        for [begin, end] in [
            ["start_date", "end_date"],
            ["startYear", "endYear"],
            ["from", "to"],
            ["minDate", "maxDate"],
        ] {
            fields(&format!(r#""{begin}":"1917","{end}":1917"#), &year);
        }
        fields(r#""year":-43"#, &[("-0043-01-01", "-0043-12-31")]);
        fields(r#""year":"-9999""#, &[("-9999-01-01", "-9999-12-31")]);
        fields(r#""date":"7 November 1917""#, &[("1917-11-07", "1917-11-07")]);
        fields(r#""date":"19171107""#, &[("1917-11-07", "1917-11-07")]);
        fields(r#""date":"1917-11/1918-02~""#, &[("1917-11-01", "1918-02-28")]);
        fields(r#""title":"1917","population":1917"#, &[]);
    }

    #[test]
    fn a_field_that_means_something_else_does_no_harm() {
        fields(r#""from":"Paris","date":"1917""#, &[("1917-01-01", "1917-12-31")]);
        fields(r#""start":"","date":"1917""#, &[("1917-01-01", "1917-12-31")]);
    }

    #[test]
    fn the_reason_is_told() {
        for (properties, reason) in [
            (r#""date":"soon""#, "`date` is “soon”, which is not a date"),
            (r#""start":"1918","end":1917"#, "it ends (1917-12-31) before it begins (1918-01-01)"),
            (r#""when":{"periods":[]}"#, "its `when` has no timespans"),
            (
                r#""when":{"timespans":[{"start":{"in":"soon"}}]}"#,
                "`start` is “soon”, which is not a date",
            ),
        ] {
            let error =
                times(&format!(r#"{{"properties":{{{properties}}}}}"#), 0, &[]).unwrap_err();
            assert_eq!(error.to_string(), reason);
        }
    }

    #[test]
    fn a_track_has_a_day_for_each_point() {
        let days = ["1917-11-07", "1917-11-08", "1917-11-08"].map(day);
        let found = times("{}", 3, &[-1_645_747_200.0, -1_645_660_800.0, -1_645_600_000.0]);
        let expected = Times { spans: vec![(days[0], days[2])], track_days: days.to_vec() };
        assert_eq!(found.unwrap(), expected);
        for name in ["coordTimes", "times", "linestringTimestamps"] {
            let list = format!(r#""{name}":["1917-11-07T01:00:00Z","1917-11-08","1917-11-08"]"#);
            for properties in [list.clone(), format!(r#""coordinateProperties":{{{list}}}"#)] {
                let feature = format!(r#"{{"properties":{{{properties}}}}}"#);
                assert_eq!(times(&feature, 3, &[]).unwrap().track_days, days, "{name}");
            }
        }
        let backwards = times("{}", 2, &[1e9, 0.9e9]).unwrap_err();
        assert_eq!(backwards.to_string(), "its times run backwards, from 2001-09-09 to 1998-07-09");
        let missing = r#"{"properties":{"coordTimes":["1917",null]}}"#;
        let missing = times(missing, 2, &[]).unwrap_err();
        assert_eq!(missing.to_string(), "a value of its `coordTimes` is missing");
    }
}
