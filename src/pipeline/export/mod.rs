//! A life in the formats that other tools read: a life in, bytes out.
//!
//! Everything is derived from what a build leaves in `data/` ([`Life`]), never
//! from the seeds: an export says what the page says, needs no gazetteer, and
//! works where only `data/` was copied to. `build` itself writes its GeoJSON
//! files and the downloads with the functions of this module.
//!
//! How dates become the times of other tools is one rule, in [`entry`].

mod csv;
mod entry;
mod geojson;
mod html;
mod kepler;
mod kml;
mod line;
mod lpf;
mod time_dimension;
mod timeline;

use std::str::FromStr;

pub use self::html::single_page;
use crate::domain::life::Life;

/// A format a life can be written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "each is told by `about`")]
pub enum Format {
    Lpf,
    GeoJson,
    Csv,
    Kml,
    Timeline,
    TimeDimension,
    Kepler,
}

impl Format {
    /// All formats.
    pub const ALL: [Self; 7] = [
        Self::Lpf,
        Self::GeoJson,
        Self::Csv,
        Self::Kml,
        Self::Timeline,
        Self::TimeDimension,
        Self::Kepler,
    ];

    /// What a build writes besides the two that the page reads.
    pub const DOWNLOADS: [Self; 5] =
        [Self::Csv, Self::Kml, Self::Timeline, Self::TimeDimension, Self::Kepler];

    /// The word for it on the command line.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Lpf => "lpf",
            Self::GeoJson => "geojson",
            Self::Csv => "csv",
            Self::Kml => "kml",
            Self::Timeline => "timeline",
            Self::TimeDimension => "timedimension",
            Self::Kepler => "kepler",
        }
    }

    /// What it is, in a line.
    #[must_use]
    pub fn about(self) -> &'static str {
        match self {
            Self::Lpf => "The places, as Linked Places Format 1.3",
            Self::GeoJson => "Stays and journeys, as GeoJSON (QGIS and most others)",
            Self::Csv => "Stays and journeys, as a table (spreadsheets)",
            Self::Kml => "Stays and journeys, as KML 2.2 (Google Earth)",
            Self::Timeline => "GeoJSON with the times of Leaflet.timeline",
            Self::TimeDimension => "GeoJSON with the times of Leaflet.TimeDimension",
            Self::Kepler => "GeoJSON with the trips of kepler.gl",
        }
    }

    /// The ending of a file in it, without the dot.
    #[must_use]
    pub fn ending(self) -> &'static str {
        match self {
            Self::Lpf | Self::GeoJson => "geojson",
            Self::Csv => "csv",
            Self::Kml => "kml",
            Self::Timeline => "timeline.geojson",
            Self::TimeDimension => "timedimension.geojson",
            Self::Kepler => "kepler.geojson",
        }
    }

    /// A life in this format; the same bytes each time.
    #[must_use]
    pub fn write(self, life: &Life) -> Vec<u8> {
        match self {
            Self::Lpf => lpf::write(life),
            Self::GeoJson => geojson::write(life),
            Self::Csv => csv::write(life),
            Self::Kml => kml::write(life),
            Self::Timeline => timeline::write(life),
            Self::TimeDimension => time_dimension::write(life),
            Self::Kepler => kepler::write(life),
        }
    }
}

impl FromStr for Format {
    type Err = String;
    fn from_str(name: &str) -> Result<Self, String> {
        let found = Self::ALL.into_iter().find(|format| format.name() == name);
        found.ok_or_else(|| format!("there is no format `{name}`"))
    }
}

/// Does a coordinate come from GeoNames?
pub(super) fn credits_geonames(life: &Life) -> bool {
    life.places.iter().any(|place| place.geonames.is_some())
}

/// Whose work it is, and under which licences: a line for every format that has
/// a place for one.
fn credit(life: &Life) -> String {
    let source = &life.entry.source;
    let mut credit = format!(
        "Text: “{}”, {}, {}, {} ({}).",
        source.title, source.publisher, source.url, source.licence, source.licence_url
    );
    if credits_geonames(life) {
        credit += " Coordinates in part: GeoNames, https://www.geonames.org, \
                   CC BY 4.0 (https://creativecommons.org/licenses/by/4.0/).";
    }
    credit
}
