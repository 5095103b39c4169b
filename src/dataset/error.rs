//! Why a file, or a record in it, cannot be read. The page shows each message after
//! "… cannot be read:".

use crate::domain::time::Day;

/// Why a file cannot be read at all.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DatasetError {
    /// The file has more bytes than a browser tab can hold.
    #[error("it is larger than {megabytes} megabytes")]
    TooLarge {
        /// The limit, in units of 2²⁰ bytes.
        megabytes: usize,
    },
    /// The file is not UTF-8.
    #[error("it is not written in UTF-8 (byte {byte}); save it as UTF-8 and try again")]
    NotUtf8 {
        /// The offset of the first byte that is not.
        byte: usize,
    },
    /// No format recognises the file.
    #[error("it is not valid JSON: GeoJSON begins with `{{`")]
    UnknownFormat,
    /// The file is a JSON object without features.
    #[error("it is JSON but not GeoJSON: it has no features")]
    NotGeoJson,
}

/// Why a record, or a part of it, cannot be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RecordError {
    /// The record breaks the syntax of JSON.
    #[error("it is not valid JSON: {0}")]
    InvalidJson(String),
    /// The record is a list, a word or a number.
    #[error("it is not a GeoJSON feature")]
    NotAFeature,
    /// Its geometry cannot be read.
    #[error(transparent)]
    Geometry(#[from] GeometryError),
    /// Its time cannot be read.
    #[error(transparent)]
    Time(#[from] TimeError),
}

/// Why a geometry cannot be read. Values are quoted as the file has them.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum GeometryError {
    /// GeoJSON has no geometry of this type.
    #[error("“{0}” is not a type of geometry")]
    UnknownType(String),
    /// A GeometryCollection lacks its members.
    #[error("its geometry collection has no `geometries`")]
    NoMembers,
    /// The coordinates are nested less deeply than the type demands.
    #[error("its coordinates are not nested deeply enough")]
    TooShallow,
    /// A line or a ring has fewer than two positions.
    #[error("one of its lines has fewer than two points")]
    TooFewPoints,
    /// A position is not a pair of numbers.
    #[error("{0} is not a longitude and a latitude")]
    NotAPosition(String),
    /// A position is beyond 90 degrees of latitude or 540 of longitude. Usually it is
    /// in metres.
    #[error("{0} is not a longitude and latitude in degrees (WGS84)")]
    OutOfRange(String),
}

/// Why a time cannot be read. Values are quoted as the file has them.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TimeError {
    /// A field with the name of a date holds something else.
    #[error("`{field}` is {value}, which is not a date")]
    NotADate {
        /// The name of the field.
        field: String,
        /// Its value.
        value: String,
    },
    /// A number means a day outside the supported years.
    #[error("the time {0} is outside the years -9999 to 9999")]
    OutOfRange(String),
    /// The end comes before the beginning.
    #[error("it ends ({last}) before it begins ({first})")]
    EndsBeforeStart {
        /// The day it begins.
        first: Day,
        /// The day it ends.
        last: Day,
    },
    /// Linked Places demands a list of timespans.
    #[error("its `when` has no timespans")]
    NoTimespans,
    /// One of the times of a track is empty.
    #[error("a value of its `{0}` is missing")]
    MissingTrackTime(String),
    /// The times of a track are not in order.
    #[error("its times run backwards, from {from} to {to}")]
    RunsBackwards {
        /// The day of a vertex.
        from: Day,
        /// The earlier day of the next vertex.
        to: Day,
    },
}
