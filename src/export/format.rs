//! The table of export formats: name, description and file extension of each, and the
//! function that writes it.

use std::fmt;
use std::str::FromStr;

use super::{csv, geojson, kepler, kml, lpf, time_dimension, timeline};
use crate::domain::life::Life;

/// A format a life can be written in.
pub struct Format {
    /// The name on the command line.
    pub name: &'static str,
    /// A description of one line.
    pub about: &'static str,
    /// The file extension, without the dot.
    pub ending: &'static str,
    /// Does a build write it, as a download of the page?
    pub download: bool,
    write: fn(&Life) -> Vec<u8>,
}

/// Linked Places, which a build writes as `places.geojson`.
pub static LPF: Format = Format {
    name: "lpf",
    about: "The places, as Linked Places Format 1.3",
    ending: "geojson",
    download: false,
    write: lpf::write,
};

/// Stays and journeys, which a build writes as `itinerary.geojson`.
pub static GEOJSON: Format = Format {
    name: "geojson",
    about: "Stays and journeys, as GeoJSON (QGIS and most others)",
    ending: "geojson",
    download: false,
    write: geojson::write,
};

/// All formats.
pub static FORMATS: [&Format; 7] = [
    &LPF,
    &GEOJSON,
    &Format {
        name: "csv",
        about: "Stays and journeys, as a table (spreadsheets)",
        ending: "csv",
        download: true,
        write: csv::write,
    },
    &Format {
        name: "kml",
        about: "Stays and journeys, as KML 2.2 (Google Earth)",
        ending: "kml",
        download: true,
        write: kml::write,
    },
    &Format {
        name: "timeline",
        about: "GeoJSON with the times of Leaflet.timeline",
        ending: "timeline.geojson",
        download: true,
        write: timeline::write,
    },
    &Format {
        name: "timedimension",
        about: "GeoJSON with the times of Leaflet.TimeDimension",
        ending: "timedimension.geojson",
        download: true,
        write: time_dimension::write,
    },
    &Format {
        name: "kepler",
        about: "GeoJSON with the trips of kepler.gl",
        ending: "kepler.geojson",
        download: true,
        write: kepler::write,
    },
];

impl Format {
    /// The formats that a build writes, as downloads of the page.
    pub fn downloads() -> impl Iterator<Item = &'static Self> {
        FORMATS.into_iter().filter(|format| format.download)
    }

    /// A life in this format. The same life gives the same bytes each time.
    #[must_use]
    pub fn write(&self, life: &Life) -> Vec<u8> {
        (self.write)(life)
    }
}

impl FromStr for &'static Format {
    type Err = String;
    fn from_str(name: &str) -> Result<Self, String> {
        let found = FORMATS.into_iter().find(|format| format.name == name);
        found.ok_or_else(|| format!("there is no format `{name}`"))
    }
}

impl fmt::Debug for Format {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Format({})", self.name)
    }
}
