//! Builds a dataset from the records of a file, some records at a time.

use super::error::{DatasetError, RecordError};
use super::field::FieldValue;
use super::formats::{self, SourceRecord};
use super::record_index::RecordIndex;
use super::shape::{PartKind, read_geometry};
use super::times::{Times, read_times};
use super::{Dataset, Record, RejectedRecord};
use crate::domain::time::Day;

/// The largest file that is read, in bytes: a browser tab has room for it.
const MAX_BYTES: usize = 256 << 20;
/// The most rejected records that are listed.
const MAX_REJECTED: usize = 1000;
/// Longer titles are cut, in code points.
const MAX_TITLE_CHARS: usize = 200;
/// The fields that may hold a title, the best first.
const TITLE_FIELDS: [&str; 8] =
    ["title", "name", "label", "headline", "Name", "Title", "NAME", "place"];

/// Reads a file into a [`Dataset`]; the [module](super) has an example.
#[derive(Debug)]
pub struct DatasetReader {
    dataset: Dataset,
    /// The number of records that have been read.
    read: usize,
    /// Record, first and last day.
    spans: Vec<(u32, Day, Day)>,
    /// The fourth coordinates of the record being read; kept for its memory.
    fourth: Vec<f64>,
}

impl DatasetReader {
    /// Recognises the format of a file and splits it into records.
    ///
    /// # Errors
    /// The file is too large, in no format of
    /// [`FORMATS`](super::FORMATS), or not UTF-8.
    pub fn new(file: Vec<u8>) -> Result<Self, DatasetError> {
        if file.len() > MAX_BYTES {
            return Err(DatasetError::TooLarge { megabytes: MAX_BYTES >> 20 });
        }
        let source = formats::open(file)?;
        let dataset = Dataset {
            title: source.title().map(str::to_owned),
            cut_off: source.is_cut_off(),
            source,
            records: Vec::new(),
            parts: Vec::new(),
            points: Vec::new(),
            track_days: Vec::new(),
            index: RecordIndex::default(),
            rejected: Vec::new(),
        };
        Ok(Self { dataset, read: 0, spans: Vec::new(), fourth: Vec::new() })
    }

    /// Reads the next `count` records, or those that are left.
    pub fn read(&mut self, count: usize) {
        let end = self.dataset.source.len().min(self.read + count);
        for index in self.read..end {
            self.read_record(index);
        }
        self.read = end;
    }

    /// The share of the records that is read, from 0 to 1.
    #[must_use]
    pub fn progress(&self) -> f64 {
        let count = self.dataset.source.len();
        if count == 0 { 1.0 } else { self.read as f64 / count as f64 }
    }

    /// The dataset of the records that were read.
    #[must_use]
    pub fn finish(mut self) -> Dataset {
        self.dataset.index = RecordIndex::of(&self.spans);
        self.dataset
    }

    fn read_record(&mut self, index: usize) {
        let dataset = &mut self.dataset;
        let record = match dataset.source.record(index) {
            Ok(record) => record,
            Err(reason) => return self.reject(index, String::new(), reason),
        };
        let title = title(&record).unwrap_or_else(|| format!("Record {}", index + 1));
        let first_part = dataset.parts.len();
        self.fourth.clear();
        let geometry = read_geometry(
            &record.geometry,
            &mut dataset.parts,
            &mut dataset.points,
            &mut self.fourth,
        );
        let line_points = match &dataset.parts[first_part..] {
            [part] if part.kind == PartKind::Line => part.points().len(),
            _ => 0,
        };
        let times = read_times(&record, line_points, &self.fourth);
        let time_error = times.as_ref().err().cloned();
        let Times { spans, track_days } = times.unwrap_or_default();
        let track_start = (!track_days.is_empty()).then_some(dataset.track_days.len() as u32);
        dataset.track_days.extend(track_days);
        let id = dataset.records.len() as u32;
        self.spans.extend(spans.iter().map(|&(first, last)| (id, first, last)));
        let first_day = spans.iter().map(|span| span.0).min();
        let last_day = spans.iter().map(|span| span.1).max();
        dataset.records.push(Record {
            source_index: index as u32,
            title: title.as_str().into(),
            span: first_day.zip(last_day),
            parts: first_part as u32..dataset.parts.len() as u32,
            track_start,
        });
        let geometry_error = geometry.err().map(RecordError::from);
        for reason in geometry_error.into_iter().chain(time_error.map(RecordError::from)) {
            self.reject(index, title.clone(), reason);
        }
    }

    fn reject(&mut self, index: usize, title: String, reason: RecordError) {
        if self.dataset.rejected.len() < MAX_REJECTED {
            self.dataset.rejected.push(RejectedRecord { number: index + 1, title, reason });
        }
    }
}

/// The title of a record: the first of its title fields with text or a number, else its
/// identifier.
fn title(record: &SourceRecord<'_>) -> Option<String> {
    let fields = TITLE_FIELDS.iter().filter_map(|name| {
        record.fields.iter().rfind(|field| field.name == *name).map(|field| field.value)
    });
    let text = |value: FieldValue<'_>| {
        let text = value.as_text().or_else(|| value.is_number().then(|| value.text()))?;
        Some(text.trim().to_owned()).filter(|text| !text.is_empty())
    };
    let title = fields.chain(record.id).find_map(text)?;
    Some(title.chars().take(MAX_TITLE_CHARS).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::great_circle::LonLat;

    fn dataset(text: &str) -> Dataset {
        let mut reader = DatasetReader::new(text.into()).unwrap();
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
    fn rejected_records_are_listed_and_the_rest_is_kept() {
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
        assert_eq!(found.fields(0)[0].value.text(), "Gori");
        let reasons: Vec<String> = found
            .rejected
            .iter()
            .map(|u| format!("{} {}: {}", u.number, u.title, u.reason))
            .collect();
        assert_eq!(
            reasons,
            [
                "2 Wrong: `year` is “soon”, which is not a date",
                "3 Far: [622000, 5200000] is not a longitude and latitude in degrees (WGS84)",
                "4 : it is not valid JSON: expected `,` or `}`",
                "5 : it is not a GeoJSON feature",
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
    fn a_file_without_features_is_refused() {
        let error = |text: &str| DatasetReader::new(text.into()).unwrap_err();
        assert_eq!(error("<kml/>"), DatasetError::UnknownFormat);
        assert_eq!(error(""), DatasetError::UnknownFormat);
        assert_eq!(error(r#"{"type":"Topology","objects":{}}"#), DatasetError::NotGeoJson);
    }

    #[test]
    fn a_line_with_times_is_a_track() {
        let found = dataset(
            r#"{"features":[{"properties":{},"geometry":{"type":"LineString","coordinates":[[0,0,0,1000000000],[9,9,0,1000864000]]}}]}"#,
        );
        let (points, days) = found.track(0).unwrap();
        assert_eq!((points.len(), days[1] - days[0]), (2, 10));
    }

    #[test]
    fn numbers_are_shown_as_the_file_writes_them() {
        for number in ["9223372036854775801", "18446744073709551616", "0.0000004", "1e-7", "1.50"] {
            let found = dataset(&format!(
                r#"{{"type":"Feature","id":{number},"properties":{{"n":{number}}}}}"#
            ));
            assert_eq!(&*found.records[0].title, number);
            assert_eq!(found.fields(0)[0].value.text(), number);
        }
    }

    #[test]
    fn a_file_that_is_not_utf8_says_where() {
        let error = DatasetReader::new(b"{\"name\":\"Caf\xe9\"}".to_vec()).unwrap_err();
        assert_eq!(error, DatasetError::NotUtf8 { byte: 12 });
    }
}
