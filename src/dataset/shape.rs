//! Reads a GeoJSON geometry into a flat list of points, divided into parts: single
//! points, lines and rings.

use std::ops::Range;

use serde_json::Value;

use super::error::GeometryError;
use super::field::shortened;
use crate::domain::formats::format_decimal;
use crate::domain::great_circle::LonLat;

/// A point, a line or a ring of a polygon.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Part {
    /// What it is.
    pub kind: PartKind,
    begin: u32,
    end: u32,
}

/// The geometry type of a part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PartKind {
    /// One vertex.
    Point,
    /// An open line.
    Line,
    /// A closed line. A ring within another ring of its record is a hole.
    Ring,
}

impl Part {
    /// The vertices of the part, as indices of
    /// [`Dataset::points`](super::Dataset::points).
    #[must_use]
    pub fn points(&self) -> Range<usize> {
        self.begin as usize..self.end as usize
    }
}

/// How deeply geometry collections may be nested.
const MAX_COLLECTION_DEPTH: u32 = 8;
/// In degrees. A line that crosses the antimeridian may continue beyond 180.
const MAX_LONGITUDE: f64 = 540.0;

/// Appends a GeoJSON geometry to `parts` and `points`, and the fourth coordinates
/// of its positions to `fourth`. `null` is a geometry without parts.
///
/// # Errors
/// The geometry is not valid; `parts` and `points` are left as they were.
pub(super) fn read_geometry(
    geometry: &Value,
    parts: &mut Vec<Part>,
    points: &mut Vec<LonLat>,
    fourth: &mut Vec<f64>,
) -> Result<(), GeometryError> {
    let before = (parts.len(), points.len());
    let read = ShapeReader { parts, points, fourth }.geometry(geometry, MAX_COLLECTION_DEPTH);
    if read.is_err() {
        parts.truncate(before.0);
        points.truncate(before.1);
    }
    read
}

struct ShapeReader<'a> {
    parts: &'a mut Vec<Part>,
    points: &'a mut Vec<LonLat>,
    fourth: &'a mut Vec<f64>,
}

impl ShapeReader<'_> {
    fn geometry(&mut self, geometry: &Value, depth: u32) -> Result<(), GeometryError> {
        // Some Linked Places files write "null" for a place that is not known.
        if geometry.is_null() || geometry == "null" {
            return Ok(());
        }
        let kind = geometry["type"].as_str().unwrap_or_default();
        let (nesting, part) = match kind {
            "Point" => (0, PartKind::Point),
            "MultiPoint" => (1, PartKind::Point),
            "LineString" => (1, PartKind::Line),
            "MultiLineString" => (2, PartKind::Line),
            "Polygon" => (2, PartKind::Ring),
            "MultiPolygon" => (3, PartKind::Ring),
            "GeometryCollection" if depth > 0 => {
                let members = geometry["geometries"].as_array().ok_or(GeometryError::NoMembers)?;
                return members.iter().try_for_each(|member| self.geometry(member, depth - 1));
            }
            _ => return Err(GeometryError::UnknownType(shortened(kind.to_owned()))),
        };
        self.coordinates(&geometry["coordinates"], nesting, part)
    }

    /// Reads coordinates that are `nesting` lists around a position.
    fn coordinates(
        &mut self,
        value: &Value,
        nesting: u32,
        kind: PartKind,
    ) -> Result<(), GeometryError> {
        let own_nesting = u32::from(kind != PartKind::Point);
        if nesting > own_nesting {
            let members = value.as_array().ok_or(GeometryError::TooShallow)?;
            return members.iter().try_for_each(|v| self.coordinates(v, nesting - 1, kind));
        }
        let begin = self.points.len();
        if kind == PartKind::Point {
            self.position(value)?;
        } else {
            let line = value.as_array().filter(|line| line.len() > 1);
            line.ok_or(GeometryError::TooFewPoints)?
                .iter()
                .try_for_each(|position| self.position(position))?;
        }
        let (begin, end) = (begin as u32, self.points.len() as u32);
        self.parts.push(Part { kind, begin, end });
        Ok(())
    }

    fn position(&mut self, value: &Value) -> Result<(), GeometryError> {
        let number = |i: usize| value.get(i).and_then(Value::as_f64);
        let (Some(lon), Some(lat)) = (number(0), number(1)) else {
            return Err(GeometryError::NotAPosition(position_text(value)));
        };
        if lon.abs() > MAX_LONGITUDE || lat.abs() > 90.0 {
            return Err(GeometryError::OutOfRange(position_text(value)));
        }
        self.points.push(LonLat { lon, lat });
        self.fourth.extend(number(3));
        Ok(())
    }
}

/// A position for messages. Nested values are shortened to `…`.
fn position_text(value: &Value) -> String {
    let part = |value: &Value| match value {
        Value::Number(number) => coordinate_text(number.as_f64().unwrap_or(f64::NAN)),
        Value::String(text) => format!("“{text}”"),
        Value::Null => "null".to_owned(),
        _ => "…".to_owned(),
    };
    shortened(match value {
        Value::Array(list) => format!("[{}]", list.iter().map(part).collect::<Vec<_>>().join(", ")),
        value => part(value),
    })
}

/// A number for messages, with at most six decimals; `…` if it is 10¹² or more.
pub(super) fn coordinate_text(number: f64) -> String {
    if number.abs() < 1e12 { format_decimal(number, 6) } else { "…".to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(geometry: &str) -> Result<Vec<(PartKind, usize)>, GeometryError> {
        let (mut parts, mut points, mut fourth) = (Vec::new(), Vec::new(), Vec::new());
        let geometry = serde_json::from_str(geometry).unwrap();
        read_geometry(&geometry, &mut parts, &mut points, &mut fourth)
            .map(|()| parts.iter().map(|part| (part.kind, part.points().len())).collect())
            .inspect_err(|_| assert!(parts.is_empty() && points.is_empty()))
    }

    #[test]
    fn every_geometry_is_parts() {
        use PartKind::{Line, Point, Ring};
        for (kind, coordinates, expected) in [
            ("Point", "[1,2]", vec![(Point, 1)]),
            ("MultiPoint", "[[1,2],[3,4]]", vec![(Point, 1), (Point, 1)]),
            ("LineString", "[[1,2],[3,4,0,7]]", vec![(Line, 2)]),
            ("MultiLineString", "[[[1,2],[3,4]]]", vec![(Line, 2)]),
            ("Polygon", "[[[0,0],[1,0],[1,1],[0,0]]]", vec![(Ring, 4)]),
            ("MultiPolygon", "[[[[0,0],[1,0],[0,0]]],[[[5,5],[6,6],[5,5]]]]", vec![(Ring, 3); 2]),
        ] {
            let geometry = format!(r#"{{"type":"{kind}","coordinates":{coordinates}}}"#);
            assert_eq!(check(&geometry).unwrap(), expected, "{kind}");
            let inside =
                format!(r#"{{"type":"GeometryCollection","geometries":[{geometry},"null"]}}"#);
            assert_eq!(check(&inside).unwrap(), expected, "{kind} in a collection");
        }
        assert_eq!(check("null").unwrap(), []);
    }

    #[test]
    fn the_reason_quotes_what_is_wrong() {
        for (geometry, reason) in [
            (r#"{"type":"Pint","coordinates":[1,2]}"#, "“Pint” is not a type of geometry"),
            (r#"{"type":"Point","coordinates":[1]}"#, "[1] is not a longitude and a latitude"),
            (
                r#"{"type":"Point","coordinates":[1,"2"]}"#,
                "[1, “2”] is not a longitude and a latitude",
            ),
            (
                r#"{"type":"Point","coordinates":[622000,5200000.5]}"#,
                "[622000, 5200000.5] is not a longitude and latitude in degrees (WGS84)",
            ),
            (
                r#"{"type":"Point","coordinates":[1e15,0]}"#,
                "[…, 0] is not a longitude and latitude in degrees (WGS84)",
            ),
            (
                r#"{"type":"LineString","coordinates":[[1,2]]}"#,
                "one of its lines has fewer than two points",
            ),
            (
                r#"{"type":"Polygon","coordinates":7}"#,
                "its coordinates are not nested deeply enough",
            ),
            (r#"{"type":"GeometryCollection"}"#, "its geometry collection has no `geometries`"),
        ] {
            assert_eq!(check(geometry).unwrap_err().to_string(), reason);
        }
    }
}
