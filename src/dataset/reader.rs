//! A text becomes a dataset, a stretch at a time.

use std::fmt;
use std::ops::Range;

use serde_json::Value;

use crate::dataset::formats::geojson::features;
use crate::dataset::record_index::RecordIndex;
use crate::dataset::shape;
use crate::dataset::shape::PartKind;
use crate::dataset::times::{Times, times};
use crate::dataset::{Dataset, Record, RejectedRecord};
use crate::domain::time::Day;

/// The largest file that is read, in bytes: a browser's tab has room for it.
const MAX_BYTES: usize = 256 << 20;
/// More reasons than this nobody reads.
const MAX_REJECTED: usize = 1000;

/// Reads a file's text into a [`Dataset`].
///
/// ```
/// use chronotope::dataset::DatasetReader;
/// let text = r#"{"type": "Feature", "properties": {"name": "Gori", "year": 1878},
///     "geometry": {"type": "Point", "coordinates": [44.11, 41.98]}}"#;
/// let mut reader = DatasetReader::new(text.to_owned())?;
/// while reader.progress() < 1.0 {
///     reader.read(1000);
/// }
/// let dataset = reader.finish();
/// assert_eq!(&*dataset.records[0].title, "Gori");
/// assert_eq!(dataset.records[0].span.unwrap().0.to_string(), "1878-01-01");
/// # Ok::<(), chronotope::dataset::DatasetError>(())
/// ```
#[derive(Debug)]
pub struct DatasetReader {
    dataset: Dataset,
    slices: Vec<Range<u32>>,
    read: usize,
    /// Record, first and last day.
    spans: Vec<(u32, Day, Day)>,
    fourth: Vec<f64>,
}

/// Why a text cannot be read at all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DatasetError {
    /// It is larger than a browser can hold.
    TooLarge,
    /// It is not even JSON.
    NotJson,
    /// It has no features.
    NotGeoJson,
}

impl DatasetReader {
    /// Finds the features of a text.
    pub fn new(text: String) -> Result<Self, DatasetError> {
        if text.len() > MAX_BYTES {
            return Err(DatasetError::TooLarge);
        }
        let text = match text.strip_prefix('\u{feff}') {
            Some(rest) => rest.to_owned(),
            None => text,
        };
        let found = features(&text).ok_or(DatasetError::NotJson)?;
        let json = |range: Option<Range<u32>>| {
            let range = range?;
            serde_json::from_str::<String>(&text[range.start as usize..range.end as usize]).ok()
        };
        let kind = json(found.kind);
        let slices = match kind.as_deref() {
            _ if found.listed => found.slices,
            Some(
                "Feature" | "Point" | "MultiPoint" | "LineString" | "MultiLineString" | "Polygon"
                | "MultiPolygon" | "GeometryCollection",
            ) => std::iter::once(0..text.len() as u32).collect(),
            _ => return Err(DatasetError::NotGeoJson),
        };
        let title = json(found.title).filter(|_| found.listed);
        let dataset = Dataset { title, cut_off: found.cut_off, text, ..Dataset::default() };
        Ok(Self { dataset, slices, read: 0, spans: Vec::new(), fourth: Vec::new() })
    }

    /// Reads so many features more.
    pub fn read(&mut self, count: usize) {
        let end = self.slices.len().min(self.read + count);
        for number in self.read..end {
            self.feature(number);
        }
        self.read = end;
    }

    /// How much is read, from 0 to 1.
    #[must_use]
    pub fn progress(&self) -> f64 {
        if self.slices.is_empty() { 1.0 } else { self.read as f64 / self.slices.len() as f64 }
    }

    /// The dataset of what was read.
    #[must_use]
    pub fn finish(mut self) -> Dataset {
        self.dataset.index = RecordIndex::of(&self.spans);
        self.dataset
    }

    fn feature(&mut self, number: usize) {
        let slice = self.slices[number].clone();
        let text = &self.dataset.text[slice.start as usize..slice.end as usize];
        let value: Value = match serde_json::from_str(text) {
            Ok(value) => value,
            Err(error) => {
                // Which line of the feature it is does not help; the column neither.
                let words = error.to_string();
                let words = words.split(" at line").next().unwrap_or_default();
                return self.rejected(number, String::new(), format!("it is no JSON: {words}"));
            }
        };
        let bare = value.get("coordinates").is_some() || value.get("geometries").is_some();
        let geometry = if bare { &value } else { &value["geometry"] };
        if !value.is_object() {
            return self.rejected(number, String::new(), "it is no feature".to_owned());
        }
        let title = title(&value).unwrap_or_else(|| format!("Record {}", number + 1));
        let dataset = &mut self.dataset;
        let begin = dataset.parts.len();
        self.fourth.clear();
        let read = shape::read(geometry, &mut dataset.parts, &mut dataset.points, &mut self.fourth);
        let parts = begin as u32..dataset.parts.len() as u32;
        let line = match &dataset.parts[begin..] {
            [part] if part.kind == PartKind::Line => Some(part.points().len()),
            _ => None,
        };
        let found = times(&value, line, &self.fourth);
        let reasons = [read.err(), found.as_ref().err().cloned()];
        let Times { spans, track_days } = found.unwrap_or_default();
        let track_start = (!track_days.is_empty()).then_some(dataset.track_days.len() as u32);
        dataset.track_days.extend(track_days);
        let id = dataset.records.len() as u32;
        self.spans.extend(spans.iter().map(|&(first, last)| (id, first, last)));
        let ends = spans.iter().map(|span| span.0).min().zip(spans.iter().map(|span| span.1).max());
        let name: Box<str> = title.clone().into();
        dataset.records.push(Record { slice, title: name, span: ends, parts, track_start });
        for reason in reasons.into_iter().flatten() {
            self.rejected(number, title.clone(), reason);
        }
    }

    fn rejected(&mut self, number: usize, title: String, reason: String) {
        if self.dataset.rejected.len() < MAX_REJECTED {
            self.dataset.rejected.push(RejectedRecord { number: number + 1, title, reason });
        }
    }
}

/// What a feature is called, by the properties that names stand in.
fn title(feature: &Value) -> Option<String> {
    const LONGEST: usize = 200;
    let properties = &feature["properties"];
    let names = ["title", "name", "label", "headline", "Name", "Title", "NAME", "place"];
    let value =
        names.iter().map(|name| &properties[*name]).chain([&feature["id"]]).find_map(|v| {
            let words = v.as_str().map(|text| text.trim().to_owned());
            words
                .or_else(|| v.is_number().then(|| shape::plain(v)))
                .filter(|words| !words.is_empty())
        })?;
    Some(value.chars().take(LONGEST).collect())
}

impl fmt::Display for DatasetError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooLarge => write!(f, "it is larger than {} megabytes", MAX_BYTES >> 20),
            Self::NotJson => f.write_str("it is no JSON: GeoJSON begins with `{`"),
            Self::NotGeoJson => f.write_str("it is JSON, but no GeoJSON: it has no features"),
        }
    }
}

impl std::error::Error for DatasetError {}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::great_circle::LonLat;

    fn dataset(text: &str) -> Dataset {
        let mut reader = DatasetReader::new(text.to_owned()).unwrap();
        while reader.progress() < 1.0 {
            reader.read(2);
        }
        reader.finish()
    }

    fn feature(properties: &str, coordinates: &str) -> String {
        format!(
            r#"{{"type":"Feature","properties":{{{properties}}},"geometry":{{"type":"Point","coordinates":{coordinates}}}}}"#
        )
    }

    #[test]
    fn what_cannot_be_read_is_listed_and_the_rest_is_shown() {
        let features = [
            feature(r#""name":"Gori","year":1878"#, "[44,42]"),
            feature(r#""name":"Wrong","year":"soon""#, "[44,42]"),
            feature(r#""name":"Far","year":1900"#, "[622000,5200000]"),
            r#"{"type":"Feature" "oops"}"#.to_owned(),
            "7".to_owned(),
            feature(r#""id":7"#, "[1,2]"),
        ]
        .join(",\n");
        let found = dataset(&format!(
            r#"{{"name":"Mine","type":"FeatureCollection","features":[{features}]}}"#
        ));
        assert_eq!(found.title.as_deref(), Some("Mine"));
        let titles: Vec<&str> = found.records.iter().map(|f| &*f.title).collect();
        assert_eq!(titles, ["Gori", "Wrong", "Far", "Record 6"]);
        assert_eq!(found.records[1].span, None, "kept, without a time");
        assert_eq!(found.at(2), None, "kept, without a place");
        assert_eq!(found.at(0), Some(LonLat { lon: 44.0, lat: 42.0 }));
        assert_eq!(found.source(0)["properties"]["name"], "Gori");
        let reasons: Vec<String> = found
            .rejected
            .iter()
            .map(|u| format!("{} {}: {}", u.number, u.title, u.reason))
            .collect();
        assert_eq!(
            reasons,
            [
                "2 Wrong: `year` is “soon”, which is no date",
                "3 Far: [622000, 5200000] is not on the Earth in degrees (WGS84)",
                "4 : it is no JSON: expected `,` or `}`",
                "5 : it is no feature",
            ]
        );
        let (first, last) = found.span().unwrap();
        assert_eq!(
            (first.to_string(), last.to_string()),
            ("1878-01-01".into(), "1900-12-31".into())
        );
    }

    #[test]
    fn a_file_that_breaks_off_shows_what_it_has() {
        let one = feature(r#""year":1878"#, "[44,42]");
        let found = dataset(&format!("\u{feff}{{\"features\":[{one},{}", &one[..20]));
        assert!(found.cut_off);
        assert_eq!(found.records.len(), 1);
    }

    #[test]
    fn a_single_feature_or_geometry_will_do() {
        assert_eq!(dataset(&feature(r#""year":1878"#, "[44,42]")).records.len(), 1);
        let bare = dataset(r#"{"type":"Point","coordinates":[44,42]}"#);
        assert_eq!((bare.records.len(), bare.span()), (1, None));
    }

    #[test]
    fn what_is_no_geojson_is_refused() {
        let refused = |text: &str| DatasetReader::new(text.to_owned()).unwrap_err();
        assert_eq!(refused("<kml/>"), DatasetError::NotJson);
        assert_eq!(refused(""), DatasetError::NotJson);
        assert_eq!(refused(r#"{"type":"Topology","objects":{}}"#), DatasetError::NotGeoJson);
    }

    #[test]
    fn what_moves_has_a_way() {
        let found = dataset(
            r#"{"features":[{"properties":{},"geometry":{"type":"LineString","coordinates":[[0,0,0,1000000000],[9,9,0,1000864000]]}}]}"#,
        );
        let (points, days) = found.track(0).unwrap();
        assert_eq!((points.len(), days[1] - days[0]), (2, 10));
    }
}
