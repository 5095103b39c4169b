//! The geometry of a feature, as parts of points.

use std::ops::Range;

use serde_json::Value;

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

/// What a part is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PartKind {
    /// Of one vertex.
    Point,
    /// An open line.
    Line,
    /// A closed line; rings of a feature within one another are holes.
    Ring,
}

impl Part {
    /// Its vertices, among those of the dataset.
    #[must_use]
    pub fn points(&self) -> Range<usize> {
        self.begin as usize..self.end as usize
    }
}

/// Deeper than this no geometry of GeoJSON is.
const DEPTH: u32 = 8;

/// Reads a geometry onto the ends of the lists; `fourth` takes the fourth
/// coordinates. The error says what is wrong; then the lists are as before.
pub(super) fn read(
    geometry: &Value,
    parts: &mut Vec<Part>,
    points: &mut Vec<LonLat>,
    fourth: &mut Vec<f64>,
) -> Result<(), String> {
    let before = (parts.len(), points.len());
    let mut shape = Shape { parts, points, fourth };
    let read = shape.geometry(geometry, DEPTH);
    if read.is_err() {
        parts.truncate(before.0);
        points.truncate(before.1);
    }
    read
}

struct Shape<'a> {
    parts: &'a mut Vec<Part>,
    points: &'a mut Vec<LonLat>,
    fourth: &'a mut Vec<f64>,
}

impl Shape<'_> {
    fn geometry(&mut self, geometry: &Value, depth: u32) -> Result<(), String> {
        // Linked Places writes "null" for a place that is not known.
        if geometry.is_null() || geometry == "null" {
            return Ok(());
        }
        let kind = geometry["type"].as_str().unwrap_or_default();
        let deeper = match kind {
            "Point" => 0,
            "MultiPoint" | "LineString" => 1,
            "MultiLineString" | "Polygon" => 2,
            "MultiPolygon" => 3,
            "GeometryCollection" if depth > 0 => {
                let members = geometry["geometries"].as_array();
                let members = members.ok_or("its geometry collection has no `geometries`")?;
                return members.iter().try_for_each(|member| self.geometry(member, depth - 1));
            }
            _ => return Err(format!("“{kind}” is no type of geometry")),
        };
        let part = match kind {
            "Point" | "MultiPoint" => PartKind::Point,
            "LineString" | "MultiLineString" => PartKind::Line,
            _ => PartKind::Ring,
        };
        self.coordinates(&geometry["coordinates"], deeper, part)
    }

    /// Coordinates so many lists deep.
    fn coordinates(&mut self, value: &Value, deeper: u32, kind: PartKind) -> Result<(), String> {
        let own = u32::from(kind != PartKind::Point);
        if deeper > own {
            let members = value.as_array().ok_or("its coordinates are not deep enough")?;
            return members.iter().try_for_each(|v| self.coordinates(v, deeper - 1, kind));
        }
        let begin = self.points.len();
        if kind == PartKind::Point {
            self.position(value)?;
        } else {
            let line = value.as_array().filter(|line| line.len() > 1);
            line.ok_or("a line of it has no two points")?
                .iter()
                .try_for_each(|position| self.position(position))?;
        }
        let (begin, end) = (begin as u32, self.points.len() as u32);
        self.parts.push(Part { kind, begin, end });
        Ok(())
    }

    fn position(&mut self, value: &Value) -> Result<(), String> {
        let number = |i: usize| value.get(i).and_then(Value::as_f64);
        let (Some(lon), Some(lat)) = (number(0), number(1)) else {
            return Err(format!("{} is no longitude and latitude", excerpt(value)));
        };
        // Lines over the antimeridian run on beyond 180.
        if lon.abs() > 540.0 || lat.abs() > 90.0 {
            return Err(format!("{} is not on the Earth in degrees (WGS84)", excerpt(value)));
        }
        self.points.push(LonLat { lon, lat });
        self.fourth.extend(number(3));
        Ok(())
    }
}

/// A value for people, if it is long its beginning; words stand in quotes.
pub(super) fn excerpt(value: &Value) -> String {
    let text = value.as_str().map_or_else(|| plain(value), |text| format!("“{text}”"));
    match text.char_indices().nth(60) {
        Some((end, _)) => text[..end].to_owned() + "…",
        None => text,
    }
}

/// A value as text. Not serde_json's own writing: its exact decimals would be a
/// tenth of the page's program.
#[must_use]
pub fn plain(value: &Value) -> String {
    let mut text = String::new();
    write(value, &mut text);
    text
}

fn write(value: &Value, text: &mut String) {
    let mut list =
        |open: char, members: &mut dyn Iterator<Item = (Option<&str>, &Value)>, close| {
            text.push(open);
            for (nth, (key, member)) in members.enumerate() {
                if nth > 0 {
                    text.push_str(", ");
                }
                if let Some(key) = key {
                    text.push_str(key);
                    text.push_str(": ");
                }
                write(member, text);
            }
            text.push(close);
        };
    match value {
        Value::Array(values) => list('[', &mut values.iter().map(|value| (None, value)), ']'),
        Value::Object(members) => {
            list('{', &mut members.iter().map(|(key, value)| (Some(key.as_str()), value)), '}');
        }
        Value::String(words) => text.push_str(words),
        Value::Number(number) => text.push_str(&format_decimal(number.as_f64().unwrap_or(0.0), 6)),
        Value::Bool(true) => text.push_str("true"),
        Value::Bool(false) => text.push_str("false"),
        Value::Null => text.push_str("null"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(geometry: &str) -> Result<Vec<(PartKind, usize)>, String> {
        let (mut parts, mut points, mut fourth) = (Vec::new(), Vec::new(), Vec::new());
        let geometry = serde_json::from_str(geometry).unwrap();
        read(&geometry, &mut parts, &mut points, &mut fourth)
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
    fn what_is_no_place_is_said() {
        for (geometry, reason) in [
            (r#"{"type":"Pint","coordinates":[1,2]}"#, "“Pint” is no type of geometry"),
            (r#"{"type":"Point","coordinates":[1]}"#, "[1] is no longitude and latitude"),
            (r#"{"type":"Point","coordinates":[1,"2"]}"#, "[1, 2] is no longitude and latitude"),
            (
                r#"{"type":"Point","coordinates":[622000,5200000]}"#,
                "[622000, 5200000] is not on the Earth in degrees (WGS84)",
            ),
            (r#"{"type":"LineString","coordinates":[[1,2]]}"#, "a line of it has no two points"),
            (r#"{"type":"Polygon","coordinates":7}"#, "its coordinates are not deep enough"),
        ] {
            assert_eq!(check(geometry), Err(reason.to_owned()));
        }
    }
}
