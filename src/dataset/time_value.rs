//! One value as a span of days, in any way that people write a date.

use serde_json::Value;

use super::error::TimeError;
use super::field::FieldValue;
use super::shape::coordinate_text;
use crate::domain::time::{Day, parse_typed_date};

/// Numbers up to this are years, larger ones seconds.
const MAX_YEAR: f64 = 9999.0;
/// Numbers up to this are seconds since 1970, larger ones milliseconds.
const MAX_SECONDS: f64 = 1e10;
const SECONDS_PER_DAY: f64 = 86_400.0;

/// The first and the last day of a span.
pub(super) type DayRange = (Day, Day);

/// The days that the value of a field can mean. `None` if it is empty.
pub(super) fn field_days(name: &str, field: FieldValue<'_>) -> Result<Option<DayRange>, TimeError> {
    // A number that no `f64` holds is quoted like any other text.
    let value = field.value().unwrap_or(Value::Bool(false));
    days_of(&value, &|| field.text()).map_err(|error| error.named(name, || field.excerpt()))
}

/// The days that a JSON value can mean. `None` if it is empty.
pub(super) fn value_days(name: &str, value: &Value) -> Result<Option<DayRange>, TimeError> {
    let quoted = || match value {
        Value::String(text) => format!("“{text}”"),
        value => value_text(value),
    };
    days_of(value, &|| value_text(value)).map_err(|error| error.named(name, quoted))
}

/// The days that a number can mean.
pub(super) fn number_days(number: f64) -> Result<DayRange, TimeError> {
    days_of_number(number).ok_or_else(|| TimeError::OutOfRange(coordinate_text(number)))
}

/// Checks that a span does not end before it begins.
pub(super) fn in_order(first: Day, last: Day) -> Result<DayRange, TimeError> {
    if first <= last { Ok((first, last)) } else { Err(TimeError::EndsBeforeStart { first, last }) }
}

/// Why a value has no days, before its field is known.
enum ValueError {
    NotADate,
    OutOfRange(String),
}

impl ValueError {
    fn named(self, field: &str, value: impl FnOnce() -> String) -> TimeError {
        match self {
            Self::NotADate => TimeError::NotADate { field: field.to_owned(), value: value() },
            Self::OutOfRange(number) => TimeError::OutOfRange(number),
        }
    }
}

fn days_of(value: &Value, text: &dyn Fn() -> String) -> Result<Option<DayRange>, ValueError> {
    match value {
        Value::Null => Ok(None),
        Value::Number(number) => days_of_number(number.as_f64().unwrap_or(f64::NAN))
            .map(Some)
            .ok_or_else(|| ValueError::OutOfRange(text())),
        Value::String(text) => match text.trim() {
            "" => Ok(None),
            // EDTF's open end.
            ".." => Ok(Some((Day::MIN, Day::MAX))),
            text => days_of_text(text).map(Some).ok_or(ValueError::NotADate),
        },
        _ => Err(ValueError::NotADate),
    }
}

fn days_of_number(number: f64) -> Option<DayRange> {
    if number.abs() <= MAX_YEAR && number.fract() == 0.0 {
        let year = number as i32;
        return Day::first_of(year, 1).zip(Day::last_of(year, 12));
    }
    let seconds = if number.abs() < MAX_SECONDS { number } else { number / 1000.0 };
    let days = (seconds / SECONDS_PER_DAY).floor();
    let can_be_written = (f64::from(Day::MIN.0)..=f64::from(Day::MAX.0)).contains(&days);
    can_be_written.then_some((Day(days as i32), Day(days as i32)))
}

fn days_of_text(text: &str) -> Option<DayRange> {
    let digits = text.strip_prefix(['-', '+']).unwrap_or(text);
    if digits.bytes().all(|b| b.is_ascii_digit()) && digits.len() < 16 {
        if digits.len() == 8 {
            // ISO 8601's basic format: 19171107.
            let day = format!("{}-{}-{}", &digits[..4], &digits[4..6], &digits[6..]);
            return day.parse().ok().map(|day| (day, day));
        }
        return days_of_number(text.parse::<i64>().ok()? as f64);
    }
    // The time of day follows: 1917-11-07T02:00:00Z.
    let day = text.split(['T', ' ']).next().unwrap_or(text);
    if let Ok(day) = day.parse() {
        return Some((day, day));
    }
    let span = parse_typed_date(text)?;
    Some((span.earliest.unwrap_or(Day::MIN), span.latest.unwrap_or(Day::MAX)))
}

/// A member of a `when` for messages. Lists and objects are not taken apart.
fn value_text(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Number(number) => coordinate_text(number.as_f64().unwrap_or(f64::NAN)),
        Value::Bool(true) => "true".to_owned(),
        Value::Bool(false) => "false".to_owned(),
        Value::Array(_) => "a list".to_owned(),
        Value::Object(_) => "an object".to_owned(),
        Value::Null => "null".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn days(json: &str) -> Result<Option<(String, String)>, String> {
        field_days("date", FieldValue::Json(json))
            .map(|days| days.map(|(first, last)| (first.to_string(), last.to_string())))
            .map_err(|error| error.to_string())
    }

    #[test]
    fn a_number_is_a_year_or_a_timestamp() {
        for (json, first, last) in [
            ("1917", "1917-01-01", "1917-12-31"),
            ("-43", "-0043-01-01", "-0043-12-31"),
            ("-9999", "-9999-01-01", "-9999-12-31"),
            ("10000", "1970-01-01", "1970-01-01"),
            ("1917.5", "1970-01-01", "1970-01-01"),
            ("1262304000", "2010-01-01", "2010-01-01"),
            ("1262304000000", "2010-01-01", "2010-01-01"),
            ("-1645228800000", "1917-11-13", "1917-11-13"),
            ("\"1917\"", "1917-01-01", "1917-12-31"),
            ("\"19171107\"", "1917-11-07", "1917-11-07"),
            ("\"1917-11-07T23:30:00-05:00\"", "1917-11-07", "1917-11-07"),
            ("\"7 November 1917\"", "1917-11-07", "1917-11-07"),
            ("\"1917-11/1918-02~\"", "1917-11-01", "1918-02-28"),
        ] {
            assert_eq!(days(json), Ok(Some((first.into(), last.into()))), "{json}");
        }
    }

    #[test]
    fn empty_values_have_no_days() {
        for json in ["null", "\"\"", "\" \""] {
            assert_eq!(days(json), Ok(None), "{json}");
        }
    }

    #[test]
    fn the_reason_quotes_the_file() {
        for (json, reason) in [
            ("\"soon\"", "`date` is “soon”, which is not a date"),
            ("{\"a\":1}", "`date` is {a: 1}, which is not a date"),
            ("true", "`date` is true, which is not a date"),
            ("1e400", "`date` is 1e400, which is not a date"),
            ("1e15", "the time 1e15 is outside the years -9999 to 9999"),
            (
                "9223372036854775801",
                "the time 9223372036854775801 is outside the years -9999 to 9999",
            ),
        ] {
            assert_eq!(days(json), Err(reason.into()));
        }
    }
}
