//! Anybody's GeoJSON with times, as the page shows it beside lives.
//!
//! A [`Dataset`] keeps the file's text; of each feature it knows where it
//! stands in the text, its title, its spans of days and its shape. Everything
//! else is read again from the text when a reader asks for it. [`DatasetReader`] makes
//! one, piece by piece, so that a page can show how far it is.
//!
//! # Which dialects of time are read?
//!
//! Linked Places (`when`), Leaflet.timeline (`start`, `end`), TimeDimension
//! (`times`, `time`, `coordTimes`), kepler.gl's trips (a fourth coordinate), and
//! the fields people write (`date`, `year`, `start_date`, …): see [`times`].
//!
//! # What if something cannot be read?
//!
//! The feature is listed as [`RejectedRecord`] with the reason; the rest is shown. A
//! feature whose time cannot be read stays among those without one.
//!
//! # How fine is time?
//!
//! A day. Of an hour only its day is kept, as it is written, whatever the zone.

mod formats;
mod reader;
mod record_index;
mod shape;
pub mod times;

use std::ops::Range;

use serde_json::Value;

use crate::domain::great_circle::LonLat;
use crate::domain::time::Day;
pub use reader::{DatasetError, DatasetReader};
pub use record_index::{RecordIndex, Visible};
pub use shape::{Part, PartKind, plain};

/// A file of features in time.
#[derive(Clone, Debug, Default)]
pub struct Dataset {
    text: String,
    /// What the file calls itself.
    pub title: Option<String>,
    /// In the order of the file.
    pub records: Vec<Record>,
    /// What the features' shapes are made of.
    pub parts: Vec<Part>,
    /// The vertices of the parts.
    pub points: Vec<LonLat>,
    /// When a moving thing is at each of its points: for features that are
    /// [`Feature::track_start`], as many as it has points.
    pub track_days: Vec<Day>,
    /// When the features hold.
    pub index: RecordIndex,
    /// What could not be read.
    pub rejected: Vec<RejectedRecord>,
    /// Does the file break off?
    pub cut_off: bool,
}

/// One feature.
#[derive(Clone, Debug, PartialEq)]
pub struct Record {
    /// Where it stands in the text.
    slice: Range<u32>,
    /// What it is called.
    pub title: Box<str>,
    /// Its first and last day, [`Day::MIN`] and [`Day::MAX`] where open; `None`
    /// without a time.
    pub span: Option<(Day, Day)>,
    /// Its parts, in [`Dataset::parts`]; empty without a place.
    pub parts: Range<u32>,
    /// Where its days begin in [`Dataset::track_days`], if it is a thing that track_start.
    pub track_start: Option<u32>,
}

/// A feature, or a part of it, that could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RejectedRecord {
    /// Which of the file, counted from one.
    pub number: usize,
    /// Its title, if it has one.
    pub title: String,
    /// Why.
    pub reason: String,
}

impl Dataset {
    /// The days from the first to the last that anything begins or ends on;
    /// `None` if nothing has a time.
    #[must_use]
    pub fn span(&self) -> Option<(Day, Day)> {
        let spans = self.records.iter().filter_map(|feature| feature.span);
        let ends = spans.flat_map(|(first, last)| [first, last]);
        let ends: Vec<Day> = ends.filter(|&day| day != Day::MIN && day != Day::MAX).collect();
        Some((*ends.iter().min()?, *ends.iter().max()?))
    }

    /// All that the file says of a feature.
    #[must_use]
    pub fn source(&self, feature: usize) -> Value {
        let slice = self.records.get(feature).map(|f| f.slice.start as usize..f.slice.end as usize);
        let text = slice.and_then(|slice| self.text.get(slice)).unwrap_or_default();
        // It was read before; if not, there is nothing to tell.
        serde_json::from_str(text).unwrap_or(Value::Null)
    }

    /// The shape of a feature.
    #[must_use]
    pub fn shape(&self, feature: usize) -> &[Part] {
        let parts = self.records.get(feature).map_or(0..0, |f| f.parts.clone());
        self.parts.get(parts.start as usize..parts.end as usize).unwrap_or_default()
    }

    /// The vertices of a part.
    #[must_use]
    pub fn vertices(&self, part: &Part) -> &[LonLat] {
        self.points.get(part.points()).unwrap_or_default()
    }

    /// Where a feature is, for a pin: its first point.
    #[must_use]
    pub fn at(&self, feature: usize) -> Option<LonLat> {
        self.vertices(self.shape(feature).first()?).first().copied()
    }

    /// The way of a moving thing: its points, and the day it track_days each.
    #[must_use]
    pub fn track(&self, feature: usize) -> Option<(&[LonLat], &[Day])> {
        let begin = self.records.get(feature)?.track_start? as usize;
        let points = self.vertices(self.shape(feature).first()?);
        Some((points, self.track_days.get(begin..begin + points.len())?))
    }

    /// The corners, south-west and north-east, of all that has a place.
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
