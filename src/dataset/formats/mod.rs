//! The formats of files that a dataset can be read from: a file each.
//!
//! A format splits a file into records and knows nothing of days or shapes. To
//! add one, write a [`RecordSource`] and add a line to [`FORMATS`]: the page and
//! the server take from it which files they offer and accept.

mod geojson;

use std::fmt;

use serde_json::Value;

use super::error::{DatasetError, RecordError};
use super::field::{Field, FieldValue};

/// A file format.
#[derive(Clone, Copy, Debug)]
pub struct Format {
    /// Its name, for readers.
    pub name: &'static str,
    /// The extensions of its files, in lower case and without the dot.
    pub extensions: &'static [&'static str],
    /// Its media types.
    pub media_types: &'static [&'static str],
    /// Does a file look like this format? Decided by its first bytes.
    detect: fn(&[u8]) -> bool,
    /// Splits a file into its records.
    open: fn(Vec<u8>) -> Result<Box<dyn RecordSource>, DatasetError>,
}

/// All formats that are read, in the order in which they are tried.
pub const FORMATS: &[Format] = &[geojson::FORMAT];

/// A file that was split into its records.
pub trait RecordSource: fmt::Debug + Send + Sync {
    /// The title that the file gives itself.
    fn title(&self) -> Option<&str>;

    /// How many records there are.
    fn len(&self) -> usize;

    /// Are there none?
    fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Does the file end before its last record does?
    fn is_cut_off(&self) -> bool;

    /// Reads the record at `index`, counted from zero.
    ///
    /// # Errors
    /// The record breaks the syntax of the format, or there is no such record.
    fn record(&self, index: usize) -> Result<SourceRecord<'_>, RecordError>;
}

/// A record as a file has it: all that the interpreter of times, geometries and
/// titles is told.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SourceRecord<'a> {
    /// The identifier of the record, if it is not one of the fields.
    pub id: Option<FieldValue<'a>>,
    /// Its properties or columns, in the order of the file.
    pub fields: Vec<Field<'a>>,
    /// Its geometry in the form of GeoJSON; [`Value::Null`] without one.
    pub geometry: Value,
    /// Its times in the form of Linked Places' `when` objects.
    pub whens: Vec<Value>,
}

/// Splits a file into records, by the first format that recognises it.
pub(super) fn open(file: Vec<u8>) -> Result<Box<dyn RecordSource>, DatasetError> {
    let format = FORMATS.iter().find(|format| (format.detect)(&file));
    (format.ok_or(DatasetError::UnknownFormat)?.open)(file)
}

/// What a field of an HTML page may offer to open: extensions and media types,
/// separated by commas.
#[must_use]
pub fn accepted_types() -> String {
    let extensions = FORMATS.iter().flat_map(|format| format.extensions).map(|e| format!(".{e}"));
    let media_types = FORMATS.iter().flat_map(|format| format.media_types).map(|&m| m.to_owned());
    extensions.chain(media_types).collect::<Vec<_>>().join(",")
}

/// Is a file with this extension (without the dot) one that can be read?
#[must_use]
pub fn is_accepted(extension: &str) -> bool {
    FORMATS
        .iter()
        .any(|format| format.extensions.contains(&extension.to_ascii_lowercase().as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_says_what_is_accepted() {
        assert_eq!(accepted_types(), ".geojson,.json,application/geo+json,application/json");
        assert!(is_accepted("geojson") && is_accepted("JSON") && !is_accepted("kml"));
    }

    #[test]
    fn a_file_of_no_format_is_refused() {
        for file in ["", " ", "<kml/>", "[1]", "title,date\n"] {
            assert_eq!(open(file.into()).unwrap_err(), DatasetError::UnknownFormat, "{file}");
        }
    }
}
