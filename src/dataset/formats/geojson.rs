//! Reads GeoJSON. Opening a file only finds where each feature begins and ends; a
//! feature is parsed when its record is read. So an invalid feature does not affect
//! the others, and the features before the end of a truncated file can be read.

use std::ops::Range;

use serde_json::Value;

use super::source::{Format, RecordSource, SourceRecord};
use crate::dataset::error::{DatasetError, RecordError};
use crate::dataset::field::{Field, members};
use crate::dataset::json_text::string_end;

/// GeoJSON (RFC 7946) and its dialects, Linked Places among them.
pub(super) const FORMAT: Format = Format {
    name: "GeoJSON",
    extensions: &["geojson", "json"],
    media_types: &["application/geo+json", "application/json"],
    detect,
    open,
};

const BYTE_ORDER_MARK: &str = "\u{feff}";

/// The types of GeoJSON that are one record rather than a list of records.
const SINGLE_RECORD_TYPES: [&str; 8] = [
    "Feature",
    "Point",
    "MultiPoint",
    "LineString",
    "MultiLineString",
    "Polygon",
    "MultiPolygon",
    "GeometryCollection",
];

/// A GeoJSON file.
#[derive(Debug)]
struct GeoJson {
    text: String,
    title: Option<String>,
    /// Where the features are in the text, in bytes.
    features: Vec<Range<u32>>,
    is_cut_off: bool,
}

fn detect(file: &[u8]) -> bool {
    let text = file.strip_prefix(BYTE_ORDER_MARK.as_bytes()).unwrap_or(file);
    text.get(skip_space(text, 0)) == Some(&b'{')
}

fn open(file: Vec<u8>) -> Result<Box<dyn RecordSource>, DatasetError> {
    let text = String::from_utf8(file)
        .map_err(|error| DatasetError::NotUtf8 { byte: error.utf8_error().valid_up_to() })?;
    let text = match text.strip_prefix(BYTE_ORDER_MARK) {
        Some(rest) => rest.to_owned(),
        None => text,
    };
    let outline = outline(&text).ok_or(DatasetError::UnknownFormat)?;
    let string = |range: Option<Range<u32>>| -> Option<String> {
        serde_json::from_str(slice(&text, &range?)).ok()
    };
    let kind = string(outline.kind).unwrap_or_default();
    let (title, features) = if outline.has_features {
        (string(outline.title), outline.features)
    } else if SINGLE_RECORD_TYPES.contains(&kind.as_str()) {
        (None, std::iter::once(0..text.len() as u32).collect())
    } else {
        return Err(DatasetError::NotGeoJson);
    };
    Ok(Box::new(GeoJson { title, features, is_cut_off: outline.is_cut_off, text }))
}

impl RecordSource for GeoJson {
    fn title(&self) -> Option<&str> {
        self.title.as_deref()
    }

    fn len(&self) -> usize {
        self.features.len()
    }

    fn is_cut_off(&self) -> bool {
        self.is_cut_off
    }

    fn record(&self, index: usize) -> Result<SourceRecord<'_>, RecordError> {
        let text = self.features.get(index).map_or("", |range| slice(&self.text, range));
        let feature = members(text).map_err(|error| {
            if error.is_data() { RecordError::NotAFeature } else { invalid(&error) }
        })?;
        let member = |name: &str| feature.iter().rfind(|member| member.name == name);
        let json = |name: &str| member(name).map_or("null", |member| member.json());
        let is_bare_geometry = member("coordinates").or(member("geometries")).is_some();
        let geometry = if is_bare_geometry { text } else { json("geometry") };
        let geometry: Value = serde_json::from_str(geometry).map_err(|error| invalid(&error))?;
        let fields = member("properties").map_or_else(Vec::new, |field| field.value.members());
        let whens = whens(&feature, &fields, &geometry);
        let id = member("id").map(|field| field.value);
        Ok(SourceRecord { id, fields, geometry, whens })
    }
}

/// The `when` objects of a Linked Places feature: its own or those of its
/// properties; without any, those of its geometries.
fn whens(feature: &[Field<'_>], fields: &[Field<'_>], geometry: &Value) -> Vec<Value> {
    let when = |fields: &[Field<'_>]| {
        fields.iter().rfind(|field| field.name == "when").and_then(|field| field.value.value())
    };
    let own = [when(feature), when(fields)].into_iter().flatten();
    let own: Vec<Value> = own.filter(Value::is_object).collect();
    if !own.is_empty() {
        return own;
    }
    let members = geometry["geometries"].as_array().into_iter().flatten();
    let whens = members.chain([geometry]).map(|geometry| &geometry["when"]);
    whens.filter(|when| when.is_object()).cloned().collect()
}

/// The reason without serde_json's line and column: they count within the
/// feature, which does not help.
fn invalid(error: &serde_json::Error) -> RecordError {
    let reason = error.to_string();
    RecordError::InvalidJson(reason.split(" at line").next().unwrap_or_default().to_owned())
}

fn slice<'a>(text: &'a str, range: &Range<u32>) -> &'a str {
    text.get(range.start as usize..range.end as usize).unwrap_or_default()
}

/// Where the parts of a file are, in bytes of its text.
#[derive(Debug, Default, PartialEq)]
struct Outline {
    features: Vec<Range<u32>>,
    /// The value of `title` or `name`, as JSON.
    title: Option<Range<u32>>,
    /// The value of `type`, as JSON.
    kind: Option<Range<u32>>,
    /// Is there a list of features?
    has_features: bool,
    /// Does the text end too early?
    is_cut_off: bool,
}

/// Finds the features of a text. `None` if it is not a JSON object.
fn outline(text: &str) -> Option<Outline> {
    let bytes = text.as_bytes();
    let mut outline = Outline::default();
    let mut at = skip_space(bytes, 0);
    if bytes.get(at) != Some(&b'{') {
        return None;
    }
    at = skip_space(bytes, at + 1);
    while bytes.get(at) == Some(&b'"') {
        let Some(end) = value_end(bytes, at) else { break };
        let key = &text[at + 1..end - 1];
        at = skip_space(bytes, end);
        if bytes.get(at) != Some(&b':') {
            break;
        }
        at = skip_space(bytes, at + 1);
        if key == "features" && bytes.get(at) == Some(&b'[') {
            outline.has_features = true;
            let Some(end) = push_elements(bytes, at, &mut outline.features) else { break };
            at = end;
        } else {
            let Some(end) = value_end(bytes, at) else { break };
            let range = Some(at as u32..end as u32);
            match key {
                "title" | "name" => outline.title = range,
                "type" => outline.kind = range,
                _ => {}
            }
            at = end;
        }
        at = skip_space(bytes, at);
        if bytes.get(at) == Some(&b',') {
            at = skip_space(bytes, at + 1);
        }
    }
    outline.is_cut_off = bytes.get(at) != Some(&b'}');
    Some(outline)
}

/// Appends the elements of the array that begins at `start`. Returns the offset
/// after the array, or `None` if the text ends within it.
fn push_elements(bytes: &[u8], start: usize, ranges: &mut Vec<Range<u32>>) -> Option<usize> {
    let mut at = skip_space(bytes, start + 1);
    loop {
        match bytes.get(at)? {
            b']' => return Some(at + 1),
            b',' => at = skip_space(bytes, at + 1),
            _ => {
                let end = value_end(bytes, at)?;
                ranges.push(at as u32..end as u32);
                at = skip_space(bytes, end);
            }
        }
    }
}

fn skip_space(bytes: &[u8], mut at: usize) -> usize {
    while bytes.get(at).is_some_and(u8::is_ascii_whitespace) {
        at += 1;
    }
    at
}

/// The offset after the value that begins at `start`, found by brackets and
/// quotation marks alone. `None` if the text ends within it. The value is at
/// least one byte long, so that a search always advances.
fn value_end(bytes: &[u8], start: usize) -> Option<usize> {
    let mut at = start;
    let mut depth = 0_u32;
    loop {
        match bytes.get(at)? {
            b'"' => at = string_end(bytes, at)?,
            b'{' | b'[' => {
                depth += 1;
                at += 1;
                continue;
            }
            b'}' | b']' => {
                depth = depth.saturating_sub(1);
                at += 1;
            }
            _ if depth > 0 => {
                at += 1;
                continue;
            }
            _ => {
                let ends =
                    |b: &u8| matches!(b, b',' | b']' | b'}' | b':') || b.is_ascii_whitespace();
                while !ends(bytes.get(at)?) {
                    at += 1;
                }
                at = at.max(start + 1);
            }
        }
        if depth == 0 {
            return Some(at);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn slices(text: &str) -> (Vec<&str>, bool) {
        let found = outline(text).unwrap();
        let slice = |r: &Range<u32>| &text[r.start as usize..r.end as usize];
        (found.features.iter().map(slice).collect(), found.is_cut_off)
    }

    #[test]
    fn features_with_any_content_are_found() {
        let text = r#" {"type":"FeatureCollection", "x":[{"features":[0]}],
            "features" : [ {"a":"]},{\\\""} , 7,[1,[2]],null ], "name":"N"} "#;
        let found = [r#"{"a":"]},{\\\""}"#, "7", "[1,[2]]", "null"];
        assert_eq!(slices(text), (found.to_vec(), false));
        let title = outline(text).unwrap().title.unwrap();
        assert_eq!(&text[title.start as usize..title.end as usize], r#""N""#);
    }

    #[test]
    fn a_file_that_breaks_off_keeps_what_came_before() {
        let whole = r#"{"type":"FeatureCollection","features":[{"a":1},{"b":2}]}"#;
        assert_eq!(slices(whole), (vec![r#"{"a":1}"#, r#"{"b":2}"#], false));
        for end in 1..whole.len() {
            let (found, cut_off) = slices(&whole[..end]);
            assert!(cut_off, "{end}");
            assert_eq!(found.len(), usize::from(end >= 47) + usize::from(end >= 55), "{end}");
        }
    }

    #[test]
    fn only_an_object_has_features() {
        assert_eq!(outline("[1]"), None);
        assert_eq!(outline(""), None);
        assert_eq!(outline("<kml>"), None);
        assert!(!outline(r#"{"type":"Feature"}"#).unwrap().has_features);
        // Rubbish ends somewhere.
        assert!(outline("{\"features\":[}}}]]]:,,").unwrap().has_features);
        assert!(outline("{\"features\":[\"\\").unwrap().is_cut_off);
    }
}
