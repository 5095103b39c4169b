//! The file formats that a dataset can be read from, one module for each.
//!
//! A format splits a file into records and knows nothing of days or shapes. To
//! add one, write a [`RecordSource`] and add a line to [`FORMATS`]: the page and
//! the server take from it which files they offer and accept.

mod geojson;
mod source;

use super::error::DatasetError;
pub use source::{Format, RecordSource, SourceRecord};

/// All formats that are read, in the order in which they are tried.
pub const FORMATS: &[Format] = &[geojson::FORMAT];

/// Splits a file into records, by the first format that recognises it.
pub(super) fn open(file: Vec<u8>) -> Result<Box<dyn RecordSource>, DatasetError> {
    let format = FORMATS.iter().find(|format| (format.detect)(&file));
    (format.ok_or(DatasetError::UnknownFormat)?.open)(file)
}

/// The files that can be read, for the `accept` attribute of an HTML file input:
/// extensions and media types, separated by commas.
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
