//! The interface of a file format: detect a file, split it into records, read one.

use std::fmt;

use serde_json::Value;

use crate::dataset::error::{DatasetError, RecordError};
use crate::dataset::field::{Field, FieldValue};

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
    pub(super) detect: fn(&[u8]) -> bool,
    /// Splits a file into its records.
    pub(super) open: OpenFormat,
}

/// Splits the bytes of a file into its records.
pub(super) type OpenFormat = fn(Vec<u8>) -> Result<Box<dyn RecordSource>, DatasetError>;

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

/// A record in the raw values of its file: the input from which times, geometry and
/// title are read.
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
