//! Reads a file of records in time and space that a reader opens on the page.
//!
//! A [`Dataset`] keeps the file and, for each [`Record`], its title, its spans
//! of days and its geometry. All other fields are read from the file on demand
//! ([`Dataset::fields`]). [`DatasetReader`] builds a
//! dataset in steps, so that a page can show its progress.
//!
//! Reading has two parts. A *format* ([`FORMATS`]) splits a file into
//! records: fields, a geometry, raw times. The *interpreter* turns the raw
//! values into days, points and titles; it never sees the file.
//!
//! # Which ways of writing times are read?
//!
//! Linked Places (`when`), Leaflet.timeline (`start`, `end`), TimeDimension
//! (`times`, `time`, `coordTimes`), kepler.gl's trips (a fourth coordinate), and
//! the field names that people use (`date`, `year`, `start_date`, …). EDTF, ISO
//! 8601, English dates and numbers are dates. Numbers up to 9999 are years,
//! those up to 10¹⁰ are seconds and larger ones milliseconds since 1970.
//!
//! # What happens to a record that cannot be read?
//!
//! It is listed as a [`RejectedRecord`] with the reason, and the other records
//! are shown. A record of which only the time or the geometry cannot be read is
//! kept without it.
//!
//! # How fine is the time?
//!
//! A day. Of a time of day only the date is kept, as written; the time zone is ignored.
//!
//! # Example
//!
//! ```
//! use chronotope::dataset::DatasetReader;
//!
//! let file = r#"{"type": "Feature", "properties": {"name": "Gori", "year": 1878},
//!     "geometry": {"type": "Point", "coordinates": [44.11, 41.98]}}"#;
//! let mut reader = DatasetReader::new(file.into())?;
//! while reader.progress() < 1.0 {
//!     reader.read(1000);
//! }
//! let dataset = reader.finish();
//! assert_eq!(&*dataset.records[0].title, "Gori");
//! assert_eq!(dataset.records[0].span.unwrap().1.to_string(), "1878-12-31");
//! # Ok::<(), chronotope::dataset::DatasetError>(())
//! ```

mod error;
mod field;
mod formats;
mod json_text;
mod reader;
mod record_index;
mod shape;
mod time_value;
mod times;

use std::ops::Range;

use crate::domain::great_circle::LonLat;
use crate::domain::time::Day;
pub use error::{DatasetError, GeometryError, RecordError, TimeError};
pub use field::{Field, FieldValue};
pub use formats::{FORMATS, Format, RecordSource, SourceRecord, accepted_types, is_accepted};
pub use reader::DatasetReader;
pub use record_index::{RecordIndex, Visible};
pub use shape::{Part, PartKind};

/// The records of one file, with their times and geometries.
#[derive(Debug)]
pub struct Dataset {
    source: Box<dyn RecordSource>,
    /// The title that the file gives itself.
    pub title: Option<String>,
    /// The records that could be read, in the order of the file.
    pub records: Vec<Record>,
    /// The parts of all geometries, record by record.
    pub parts: Vec<Part>,
    /// The vertices of all parts.
    pub points: Vec<LonLat>,
    /// The day at which each vertex of a track is passed, track by track: see
    /// [`Record::track_start`].
    pub track_days: Vec<Day>,
    /// Which records are visible between two days.
    pub index: RecordIndex,
    /// What could not be read, in the order of the file.
    pub rejected: Vec<RejectedRecord>,
    /// Does the file end before its last record does?
    pub cut_off: bool,
}

/// One record of a dataset.
#[derive(Clone, Debug, PartialEq)]
pub struct Record {
    /// Its index in the file.
    source_index: u32,
    /// Its name, or "Record 7" if it has none.
    pub title: Box<str>,
    /// First and last day; [`Day::MIN`] and [`Day::MAX`] mean open ends.
    /// `None` without a time.
    pub span: Option<(Day, Day)>,
    /// Its parts, as indices of [`Dataset::parts`]; empty without a place.
    pub parts: Range<u32>,
    /// Where its days begin in [`Dataset::track_days`], if the record is a track:
    /// a line that is passed over time. There are as many days as vertices.
    pub track_start: Option<u32>,
}

/// A record, or the time or geometry of one, that could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RejectedRecord {
    /// Its number in the file, counted from one.
    pub number: usize,
    /// Its title; empty if it has none.
    pub title: String,
    /// Why it could not be read.
    pub reason: RecordError,
}

impl Dataset {
    /// The first and the last day on which a record begins or ends. `None` if no
    /// record has a time.
    #[must_use]
    pub fn span(&self) -> Option<(Day, Day)> {
        let spans = self.records.iter().filter_map(|record| record.span);
        let ends = spans.flat_map(|(first, last)| [first, last]);
        let ends: Vec<Day> = ends.filter(|&day| day != Day::MIN && day != Day::MAX).collect();
        Some((*ends.iter().min()?, *ends.iter().max()?))
    }

    /// The fields of a record, in the order and the words of the file; empty if
    /// there is no such record.
    #[must_use]
    pub fn fields(&self, record: usize) -> Vec<Field<'_>> {
        let index = self.records.get(record).map(|record| record.source_index as usize);
        // The record was read before, so that it cannot fail now.
        index.and_then(|index| self.source.record(index).ok()).unwrap_or_default().fields
    }

    /// The parts of a record's geometry.
    #[must_use]
    pub fn shape(&self, record: usize) -> &[Part] {
        let parts = self.records.get(record).map_or(0..0, |record| record.parts.clone());
        self.parts.get(parts.start as usize..parts.end as usize).unwrap_or_default()
    }

    /// The vertices of a part.
    #[must_use]
    pub fn vertices(&self, part: &Part) -> &[LonLat] {
        self.points.get(part.points()).unwrap_or_default()
    }

    /// The position of a record, for a pin: its first vertex.
    #[must_use]
    pub fn at(&self, record: usize) -> Option<LonLat> {
        self.vertices(self.shape(record).first()?).first().copied()
    }

    /// The vertices of a track, and the day at which each is passed. `None` if
    /// the record is not a track.
    #[must_use]
    pub fn track(&self, record: usize) -> Option<(&[LonLat], &[Day])> {
        let begin = self.records.get(record)?.track_start? as usize;
        let points = self.vertices(self.shape(record).first()?);
        Some((points, self.track_days.get(begin..begin + points.len())?))
    }

    /// The south-west and the north-east corner of all geometries. `None` if no
    /// record has one.
    #[must_use]
    pub fn bounds(&self) -> Option<[LonLat; 2]> {
        let mut points = self.points.iter();
        let first = *points.next()?;
        Some(points.fold([first, first], |[a, b], point| {
            [
                LonLat { lon: a.lon.min(point.lon), lat: a.lat.min(point.lat) },
                LonLat { lon: b.lon.max(point.lon), lat: b.lat.max(point.lat) },
            ]
        }))
    }
}
