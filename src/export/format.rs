//! The table of export formats, each with the function that writes it.

use std::fmt;
use std::ptr;
use std::str::FromStr;

use super::format_info::{self as info, FormatInfo};
use super::{csv, geojson, kepler, kml, lpf, time_dimension, timeline};
use crate::domain::life::Life;

/// A format a life can be written in.
pub struct Format {
    /// Its name, label and file extension.
    pub info: &'static FormatInfo,
    write: fn(&Life) -> Vec<u8>,
}

/// Linked Places, which a build writes as `places.geojson`.
pub static LPF: Format = Format { info: &info::LPF, write: lpf::write };

/// Stays and journeys, which a build writes as `itinerary.geojson`.
pub static GEOJSON: Format = Format { info: &info::GEOJSON, write: geojson::write };

/// All formats that a life can be written in.
pub static FORMATS: [&Format; 7] = [
    &LPF,
    &GEOJSON,
    &Format { info: &info::CSV, write: csv::write },
    &Format { info: &info::KML, write: kml::write },
    &Format { info: &info::TIMELINE, write: timeline::write },
    &Format { info: &info::TIME_DIMENSION, write: time_dimension::write },
    &Format { info: &info::KEPLER, write: kepler::write },
];

impl Format {
    /// The formats that a build writes, as downloads of the page.
    pub fn downloads() -> impl Iterator<Item = &'static Self> {
        FORMATS.into_iter().filter(|format| format.is_download())
    }

    /// Does a build write it, as a download of the page?
    #[must_use]
    pub fn is_download(&self) -> bool {
        info::DOWNLOADS.iter().any(|download| ptr::eq(*download, self.info))
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
        let found = FORMATS.into_iter().find(|format| format.info.name == name);
        found.ok_or_else(|| format!("there is no format `{name}`"))
    }
}

impl fmt::Debug for Format {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Format({})", self.info.name)
    }
}
