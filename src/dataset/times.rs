//! When a feature holds, in the dialects that GeoJSON with times is written in.
//!
//! Tried in this order; the first that gives a time counts:
//!
//! 1. **Linked Places**: `when` of the feature, of its properties or of its
//!    geometries. Without an end a timespan is the interval its start describes
//!    (<https://github.com/LinkedPasts/linked-places-format>).
//! 2. **Things that move**: as many times as the line has points, in the fourth
//!    coordinate (kepler.gl), or in `coordTimes`, `linestringTimestamps` or
//!    `times` (TimeDimension).
//! 3. **Moments**: `times`, a list or words between commas.
//! 4. **A beginning and an end**: `start` and `end` (Leaflet.timeline), and the
//!    other names people give them. One that is missing is open.
//! 5. **One date**: `time`, `date`, `year` and the like.
//!
//! # How is a date written?
//!
//! EDTF, ISO 8601, or in words ([`parse_typed_date`](super::super::parse_typed_date)). Of
//! numbers, those up to 9999 are years, those up to 10¹⁰ seconds and those beyond
//! milliseconds since 1970.

use serde_json::Value;

use crate::dataset::shape::excerpt;
use crate::domain::formats::format_decimal;
use crate::domain::time::{Day, parse_typed_date};

/// Names of a beginning, without capitals and marks, the most certain first.
const BEGINS: [&str; 16] = [
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
/// Names of an end.
const ENDS: [&str; 16] = [
    "end", "enddate", "endyear", "endtime", "stop", "stopdate", "stopyear", "dateend", "dateto",
    "maxdate", "validto", "latest", "yearend", "depart", "to", "until",
];
/// Names of a date.
const DATES: [&str; 10] =
    ["time", "date", "year", "datetime", "timestamp", "edtf", "day", "eventdate", "when", "period"];
/// Names of a list of times, one per point of the line.
const PASSES: [&str; 3] = ["coordtimes", "linestringtimestamps", "times"];

const SECONDS_OF_A_DAY: f64 = 86_400.0;

/// When a feature holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Times {
    /// First and last day of each span, [`Day::MIN`] and [`Day::MAX`] where open.
    pub spans: Vec<(Day, Day)>,
    /// For a thing that moves, the day it passes each of its points.
    pub passes: Vec<Day>,
}

/// Reads the times of a feature. `points` is how many points it has, if it is
/// one line; `fourth` are their fourth coordinates. Without any time there are
/// no spans; the error says what of a time could not be read.
pub fn times(feature: &Value, points: Option<usize>, fourth: &[f64]) -> Result<Times, String> {
    // What cannot be read may be meant otherwise (`from` of a letter): it is told
    // only if nothing else is a time.
    let mut reason = None;
    let ways: [&dyn Fn() -> Result<Times, String>; 5] = [
        &|| linked_places(feature),
        &|| passes(feature, points.unwrap_or(0), fourth),
        &|| moments(feature),
        &|| interval(feature),
        &|| date(feature),
    ];
    for way in ways {
        match way() {
            Ok(times) if times.spans.is_empty() => {}
            Ok(times) => return Ok(times),
            Err(why) => reason = reason.or(Some(why)),
        }
    }
    reason.map_or(Ok(Times::default()), Err)
}

fn linked_places(feature: &Value) -> Result<Times, String> {
    let geometry = &feature["geometry"];
    let members = geometry["geometries"].as_array().into_iter().flatten();
    let own = [&feature["when"], &feature["properties"]["when"]];
    let own: Vec<&Value> = own.into_iter().filter(|when| when.is_object()).collect();
    let of_geometry = members.chain([geometry]).map(|g| &g["when"]).filter(|when| when.is_object());
    let whens = if own.is_empty() { of_geometry.collect() } else { own };
    let mut times = Times::default();
    for when in whens {
        let timespans = when["timespans"].as_array();
        for timespan in timespans.ok_or("its `when` has no timespans")? {
            let start = bound("start", &timespan["start"])?;
            let end = bound("end", &timespan["end"])?;
            let Some(start) = start else {
                times.spans.extend(end.map(|end| (Day::MIN, end.1)));
                continue;
            };
            times.spans.push(in_order(start.0, end.unwrap_or(start).1)?);
        }
    }
    Ok(times)
}

/// `"1600"`, `{"in": "1600"}`, or `{"earliest": …, "latest": …}`.
fn bound(name: &str, value: &Value) -> Result<Option<(Day, Day)>, String> {
    if !value.is_object() {
        return span(name, value);
    }
    let within = span(name, &value["in"])?;
    if within.is_some() {
        return Ok(within);
    }
    let (earliest, latest) = (span(name, &value["earliest"])?, span(name, &value["latest"])?);
    Ok(match (earliest, latest) {
        (None, None) => None,
        (earliest, latest) => Some((
            earliest.or(latest).map_or(Day::MIN, |span| span.0),
            latest.or(earliest).map_or(Day::MAX, |span| span.1),
        )),
    })
}

fn passes(feature: &Value, points: usize, fourth: &[f64]) -> Result<Times, String> {
    if points < 2 {
        return Ok(Times::default());
    }
    let passes = if fourth.len() == points {
        fourth.iter().map(|&number| of_number(number)).collect::<Result<Vec<_>, _>>()?
    } else {
        let properties = &feature["properties"];
        let list = [properties, &properties["coordinateProperties"]]
            .into_iter()
            .find_map(|of| property(of, &PASSES))
            .and_then(|(name, value)| Some((name, value.as_array()?)))
            .filter(|(_, list)| list.len() == points);
        let Some((name, list)) = list else { return Ok(Times::default()) };
        let read =
            |value| span(name, value)?.ok_or_else(|| format!("one of its `{name}` is missing"));
        list.iter().map(read).collect::<Result<Vec<_>, String>>()?
    };
    let passes: Vec<Day> = passes.into_iter().map(|span| span.0).collect();
    if let Some(at) = passes.windows(2).position(|two| two[0] > two[1]) {
        return Err(format!("its times run back, from {} to {}", passes[at], passes[at + 1]));
    }
    Ok(Times { spans: vec![(passes[0], passes[points - 1])], passes })
}

fn moments(feature: &Value) -> Result<Times, String> {
    let Some((name, value)) = property(&feature["properties"], &["times"]) else {
        return Ok(Times::default());
    };
    let spans = match value {
        Value::Array(list) => list.iter().map(|value| span(name, value)).collect(),
        Value::String(list) => list.split(',').map(|text| span(name, &Value::from(text))).collect(),
        other => span(name, other).map(|span| vec![span]),
    };
    let spans: Vec<Option<(Day, Day)>> = spans?;
    Ok(Times { spans: spans.into_iter().flatten().collect(), ..Times::default() })
}

fn interval(feature: &Value) -> Result<Times, String> {
    let properties = &feature["properties"];
    let read = |names: &[&str]| match property(properties, names) {
        Some((name, value)) => span(name, value),
        None => Ok(None),
    };
    Ok(match (read(&BEGINS)?, read(&ENDS)?) {
        (None, None) => Times::default(),
        (begin, end) => {
            let (first, last) = (begin.map_or(Day::MIN, |b| b.0), end.map_or(Day::MAX, |e| e.1));
            Times { spans: vec![in_order(first, last)?], ..Times::default() }
        }
    })
}

fn date(feature: &Value) -> Result<Times, String> {
    let span = match property(&feature["properties"], &DATES) {
        Some((name, value)) => span(name, value)?,
        None => None,
    };
    Ok(Times { spans: span.into_iter().collect(), ..Times::default() })
}

/// The first of the names that has a value.
fn property<'a>(properties: &'a Value, names: &[&str]) -> Option<(&'a str, &'a Value)> {
    let properties = properties.as_object()?;
    let plain = |key: &str| -> String {
        key.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_lowercase()).collect()
    };
    // Few properties of a feature look like a time at all.
    let named: Vec<(usize, &String, &Value)> = properties
        .iter()
        .filter(|(_, value)| !value.is_null() && value.as_str() != Some(""))
        .filter_map(|(key, value)| {
            let key_plain = plain(key);
            Some((names.iter().position(|name| *name == key_plain)?, key, value))
        })
        .collect();
    named.into_iter().min_by_key(|named| named.0).map(|(_, key, value)| (key.as_str(), value))
}

fn in_order(first: Day, last: Day) -> Result<(Day, Day), String> {
    if first <= last {
        Ok((first, last))
    } else {
        Err(format!("it ends ({last}) before it begins ({first})"))
    }
}

/// The days that a value can mean; `None` if there is none.
fn span(name: &str, value: &Value) -> Result<Option<(Day, Day)>, String> {
    match value {
        Value::Null => Ok(None),
        Value::Number(number) => of_number(number.as_f64().unwrap_or(f64::NAN)).map(Some),
        Value::String(text) => match text.trim() {
            "" => Ok(None),
            // EDTF's open end.
            ".." => Ok(Some((Day::MIN, Day::MAX))),
            text => of_text(text)
                .map(Some)
                .ok_or_else(|| format!("`{name}` is {}, which is no date", excerpt(value))),
        },
        _ => Err(format!("`{name}` is {}, which is no date", excerpt(value))),
    }
}

fn of_number(number: f64) -> Result<(Day, Day), String> {
    let beyond = || {
        let number = format_decimal(number, 3);
        format!("the time {number} is outside the years -9999 to 9999")
    };
    if number.abs() <= 9999.0 && number.fract() == 0.0 {
        let year = number as i32;
        return Day::first_of(year, 1).zip(Day::last_of(year, 12)).ok_or_else(beyond);
    }
    let seconds = if number.abs() < 1e10 { number } else { number / 1000.0 };
    let days = (seconds / SECONDS_OF_A_DAY).floor();
    if !(f64::from(Day::MIN.0)..=f64::from(Day::MAX.0)).contains(&days) {
        return Err(beyond());
    }
    let day = Day(days as i32);
    Ok((day, day))
}

fn of_text(text: &str) -> Option<(Day, Day)> {
    let digits = text.strip_prefix(['-', '+']).unwrap_or(text);
    if digits.bytes().all(|b| b.is_ascii_digit()) && digits.len() < 16 {
        if digits.len() == 8 {
            // ISO 8601's basic format: 19171107.
            let day = format!("{}-{}-{}", &digits[..4], &digits[4..6], &digits[6..]);
            return day.parse().ok().map(|day| (day, day));
        }
        return of_number(text.parse::<i64>().ok()? as f64).ok();
    }
    // What follows is the hour: 1917-11-07T02:00:00Z.
    let day = text.split(['T', ' ']).next().unwrap_or(text);
    if let Ok(day) = day.parse() {
        return Some((day, day));
    }
    let span = parse_typed_date(text)?;
    Some((span.earliest.unwrap_or(Day::MIN), span.latest.unwrap_or(Day::MAX)))
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

    fn check(feature: &str, expected: &[(&str, &str)]) {
        let value: Value = serde_json::from_str(feature).unwrap();
        let expected: Vec<_> = expected.iter().map(|(a, b)| (day(a), day(b))).collect();
        assert_eq!(times(&value, None, &[]).unwrap().spans, expected, "{feature}");
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
    fn what_is_meant_otherwise_does_not_matter() {
        fields(r#""from":"Paris","date":"1917""#, &[("1917-01-01", "1917-12-31")]);
        fields(r#""start":"","date":"1917""#, &[("1917-01-01", "1917-12-31")]);
    }

    #[test]
    fn what_cannot_be_read_is_said() {
        for (properties, reason) in [
            (r#""date":"soon""#, "`date` is “soon”, which is no date"),
            (r#""start":{"a":1}"#, "`start` is {a: 1}, which is no date"),
            (r#""start":"1918","end":1917"#, "it ends (1917-12-31) before it begins (1918-01-01)"),
            (r#""time":1e15"#, "the time 1000000000000000 is outside the years -9999 to 9999"),
            (r#""when":{"periods":[]}"#, "its `when` has no timespans"),
        ] {
            let feature = serde_json::from_str(&format!(r#"{{"properties":{{{properties}}}}}"#));
            assert_eq!(times(&feature.unwrap(), None, &[]), Err(reason.to_owned()));
        }
    }

    #[test]
    fn what_moves_passes_its_points() {
        let days = ["1917-11-07", "1917-11-08", "1917-11-08"].map(day);
        let bare = Value::Null;
        let found = times(&bare, Some(3), &[-1_645_747_200.0, -1_645_660_800.0, -1_645_600_000.0]);
        assert_eq!(
            found.unwrap(),
            Times { spans: vec![(days[0], days[2])], passes: days.to_vec() }
        );
        for name in ["coordTimes", "times", "linestringTimestamps"] {
            let feature = format!(
                r#"{{"properties":{{"{name}":["1917-11-07T01:00:00Z","1917-11-08","1917-11-08"]}}}}"#
            );
            let feature = serde_json::from_str(&feature).unwrap();
            assert_eq!(times(&feature, Some(3), &[]).unwrap().passes, days, "{name}");
        }
        let back = times(&bare, Some(2), &[1e9, 0.9e9]).unwrap_err();
        assert_eq!(back, "its times run back, from 2001-09-09 to 1998-07-09");
    }
}
