//! What a person is told about each export format: name, label and file extension.
//!
//! This table is apart from the functions that write the formats. The page labels its
//! downloads from it, and must not carry the writers in its program.

/// A format as a person sees it.
pub struct FormatInfo {
    /// The name on the command line.
    pub name: &'static str,
    /// What the file holds or which tool reads it, on one line. The command line and the
    /// page show it.
    pub label: &'static str,
    /// The file extension, without the dot.
    pub ending: &'static str,
}

/// Linked Places, which a build writes as `places.geojson`.
pub static LPF: FormatInfo =
    FormatInfo { name: "lpf", label: "Places (Linked Places Format 1.3)", ending: "geojson" };

/// Stays and journeys, which a build writes as `itinerary.geojson`.
pub static GEOJSON: FormatInfo = FormatInfo {
    name: "geojson",
    label: "Stays and journeys, for QGIS and most others (GeoJSON)",
    ending: "geojson",
};

/// A table of stays and journeys.
pub static CSV: FormatInfo =
    FormatInfo { name: "csv", label: "Stays and journeys, for a spreadsheet (CSV)", ending: "csv" };

/// Stays and journeys with their times.
pub static KML: FormatInfo =
    FormatInfo { name: "kml", label: "For Google Earth, with time spans (KML)", ending: "kml" };

/// GeoJSON with the times of Leaflet.timeline.
pub static TIMELINE: FormatInfo = FormatInfo {
    name: "timeline",
    label: "For Leaflet.timeline (GeoJSON)",
    ending: "timeline.geojson",
};

/// GeoJSON with the times of Leaflet.TimeDimension.
pub static TIME_DIMENSION: FormatInfo = FormatInfo {
    name: "timedimension",
    label: "For Leaflet.TimeDimension (GeoJSON)",
    ending: "timedimension.geojson",
};

/// GeoJSON with the trips of kepler.gl.
pub static KEPLER: FormatInfo =
    FormatInfo { name: "kepler", label: "For kepler.gl (GeoJSON)", ending: "kepler.geojson" };

/// The formats that a build writes as downloads of the page, beside [`LPF`] and
/// [`GEOJSON`].
pub static DOWNLOADS: [&FormatInfo; 5] = [&CSV, &KML, &TIMELINE, &TIME_DIMENSION, &KEPLER];

impl FormatInfo {
    /// The format of a download, by the ending of its path. `None` if no download has
    /// this ending.
    #[must_use]
    pub fn of_download(path: &str) -> Option<&'static Self> {
        let has_ending = |info: &&&Self| {
            path.strip_suffix(info.ending).is_some_and(|before| before.ends_with('.'))
        };
        DOWNLOADS.iter().find(has_ending).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_download_is_known_by_its_ending() {
        let name = |path| FormatInfo::of_download(path).map(|info| info.name);
        assert_eq!(name("marta/downloads/marta.csv"), Some("csv"));
        assert_eq!(name("marta/downloads/marta.kepler.geojson"), Some("kepler"));
        assert_eq!(name("marta/places.geojson"), None);
        assert_eq!(name("marta/downloads/marta-csv"), None);
    }
}
