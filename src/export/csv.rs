//! Stays and journeys as a table: CSV (RFC 4180), UTF-8, with a header.
//!
//! `lat`, `lon`, `precision_km` and `title` describe `place`, which for a journey is
//! the place it reaches. An unknown value is an empty cell.
//!
//! A spreadsheet reads a cell that begins with `=`, `+`, `-` or `@` as a formula,
//! and a quote may begin with one of these. Such cells of text get an apostrophe in
//! front. A spreadsheet does not show it; a program has to remove it. Cells of
//! numbers are left as they are: `-12.5`.
//!
//! <https://owasp.org/www-community/attacks/CSV_Injection>

use ::csv::{Terminator, WriterBuilder};
use geojson::JsonValue;
use serde_json::json;

use super::entry::{Entry, entries};
use crate::domain::life::Life;

const COLUMNS: [&str; 19] = [
    "seq",
    "type",
    "place",
    "name",
    "title",
    "lat",
    "lon",
    "precision_km",
    "kind",
    "arrive",
    "depart",
    "earliest",
    "latest",
    "calendar",
    "certainty",
    "quote",
    "start",
    "end",
    "note",
];

pub(super) fn write(life: &Life) -> Vec<u8> {
    // Writing to memory does not fail.
    table(life).unwrap_or_default()
}

fn table(life: &Life) -> Result<Vec<u8>, ::csv::Error> {
    let mut writer = WriterBuilder::new().terminator(Terminator::CRLF).from_writer(Vec::new());
    writer.write_record(COLUMNS)?;
    for entry in entries(life) {
        writer.write_record(COLUMNS.map(|column| cell(&value(&entry, column))))?;
    }
    writer.into_inner().map_err(|error| error.into_error().into())
}

fn value(entry: &Entry, column: &str) -> JsonValue {
    let point = entry.place.and_then(|place| place.point);
    match column {
        "title" => json!(entry.place.map(|place| &place.title)),
        "lat" => json!(point.map(|point| point.lat)),
        "lon" => json!(point.map(|point| point.lon)),
        "precision_km" => json!(entry.place.map(|place| place.precision_km)),
        "earliest" => json!(entry.shown.first),
        "latest" => json!(entry.shown.last),
        _ => entry.feature.property(column).cloned().unwrap_or_default(),
    }
}

fn cell(value: &JsonValue) -> String {
    match value {
        JsonValue::Null => String::new(),
        JsonValue::String(text) if is_formula(text) => format!("'{text}"),
        JsonValue::String(text) => text.clone(),
        number => number.to_string(),
    }
}

/// Would a spreadsheet read it as a formula? In some languages full-width signs
/// begin one too.
fn is_formula(text: &str) -> bool {
    text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_never_a_formula_and_numbers_stay_numbers() {
        for text in ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1", "-0043-03-15"] {
            assert_eq!(cell(&json!(text)), format!("'{text}"));
        }
        assert_eq!(cell(&json!(-12.5)), "-12.5");
        assert_eq!(cell(&json!("a = b")), "a = b");
        assert_eq!(cell(&json!("'=1")), "'=1");
        assert_eq!(cell(&JsonValue::Null), "");
    }
}
