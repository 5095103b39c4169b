//! Why the stays and events of `itinerary.geojson` cannot be read.

use crate::domain::time::DateSpanError;

/// Why an itinerary cannot be read.
#[derive(Debug, thiserror::Error)]
pub enum ItineraryError {
    /// The file is not a GeoJSON collection.
    #[error(transparent)]
    Json(#[from] serde_json::Error),
    /// A feature lacks a property, or has one of another type.
    #[error("feature {number}: {source}")]
    Feature {
        /// The number of the feature in the file, from 1.
        number: usize,
        /// What is wrong with its properties.
        source: serde_json::Error,
    },
    /// A date of a stay is not EDTF.
    #[error("feature {number}, `{key}`: {source}")]
    Date {
        /// The number of the feature in the file, from 1.
        number: usize,
        /// `arrive` or `depart`.
        key: &'static str,
        /// What is wrong with it.
        source: DateSpanError,
    },
    /// A stay is of a kind that `kinds.json` does not list.
    #[error("feature {number}: there is no kind of stay `{kind}`")]
    Kind {
        /// The number of the feature in the file, from 1.
        number: usize,
        /// The unknown word.
        kind: String,
    },
    /// An event is of a kind that `kinds.json` does not list.
    #[error("event {number}: there is no kind `{kind}`")]
    EventKind {
        /// The number of the event in the file, from 1.
        number: usize,
        /// The unknown word.
        kind: String,
    },
    /// The date of an event is not EDTF.
    #[error("event {number}, `date`: {source}")]
    EventDate {
        /// The number of the event in the file, from 1.
        number: usize,
        /// What is wrong with it.
        source: DateSpanError,
    },
}
