//! Reads the base map of the page from a quantised TopoJSON file.
//!
//! <https://github.com/topojson/topojson-specification>
//!
//! The crate `topojson` is not used: its last release (0.5.1, 2022) needs a version
//! of geojson before 0.24.

use std::fmt;

use serde::de::{SeqAccess, Visitor};
use serde::{Deserialize, Deserializer};

use crate::domain::great_circle::LonLat;

/// The base map: land, lakes and rivers as they were in a year.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Basemap {
    /// Polygons, each an outer ring and its holes.
    pub land: Vec<Vec<Vec<LonLat>>>,
    /// Polygons, each an outer ring and its holes. Reservoirs that were filled
    /// after the requested year are left out.
    pub lakes: Vec<Vec<Vec<LonLat>>>,
    /// Lines.
    pub rivers: Vec<Vec<LonLat>>,
}

/// Why a topology cannot be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the base map cannot be read: {0}")]
pub struct TopologyError(String);

impl TopologyError {
    pub(super) const fn new(reason: String) -> Self {
        Self(reason)
    }
}

/// The arcs of a topology.
pub(super) struct Arcs(Vec<Vec<LonLat>>);

/// From the grid of a quantised topology to degrees.
#[derive(Deserialize)]
pub(super) struct Transform {
    scale: [f64; 2],
    translate: [f64; 2],
}

#[derive(Deserialize)]
struct Topology {
    transform: Transform,
    objects: Objects,
    arcs: Vec<Vec<Vec<i64>>>,
}

#[derive(Deserialize)]
struct Objects {
    land: Object,
    lakes: Object,
    rivers: Object,
}

/// Any TopoJSON geometry. Not a tagged enum, because serde would buffer the whole
/// file for it.
#[derive(Deserialize)]
struct Object {
    #[serde(rename = "type")]
    kind: String,
    #[serde(default)]
    geometries: Vec<Self>,
    #[serde(default)]
    arcs: Nested,
    #[serde(default)]
    properties: Properties,
}

#[derive(Default, Deserialize)]
struct Properties {
    /// The year in which a reservoir was filled or a canal opened.
    since: Option<i32>,
}

/// Indices of arcs, nested as deeply as the type of the geometry demands.
enum Nested {
    Index(i64),
    List(Vec<Self>),
}

impl Basemap {
    /// Reads a TopoJSON with the objects `land`, `lakes` and `rivers`. Reservoirs and
    /// canals made after `year` are left out.
    ///
    /// # Errors
    /// The text is not TopoJSON with these objects, an arc is missing or nested too
    /// deeply, or a ring has fewer than four points.
    pub fn parse(text: &str, year: i32) -> Result<Self, TopologyError> {
        let topology: Topology =
            serde_json::from_str(text).map_err(|e| TopologyError(e.to_string()))?;
        let shapes = Shapes { arcs: Arcs::decode(&topology.arcs, &topology.transform), year };
        let mut map = Self::default();
        shapes.collect(&topology.objects.land, &mut map.land, &mut Vec::new())?;
        shapes.collect(&topology.objects.lakes, &mut map.lakes, &mut Vec::new())?;
        shapes.collect(&topology.objects.rivers, &mut Vec::new(), &mut map.rivers)?;
        Ok(map)
    }
}

struct Shapes {
    arcs: Arcs,
    year: i32,
}

impl Shapes {
    fn collect(
        &self,
        object: &Object,
        polygons: &mut Vec<Vec<Vec<LonLat>>>,
        lines: &mut Vec<Vec<LonLat>>,
    ) -> Result<(), TopologyError> {
        let lists = |nested: &[Nested]| -> Result<Vec<Vec<LonLat>>, TopologyError> {
            nested.iter().map(|list| self.line(list.list())).collect()
        };
        if object.properties.since.is_some_and(|since| since > self.year) {
            return Ok(());
        }
        let arcs = object.arcs.list();
        match object.kind.as_str() {
            "GeometryCollection" => {
                for geometry in &object.geometries {
                    self.collect(geometry, polygons, lines)?;
                }
            }
            "Polygon" => polygons.push(lists(arcs).and_then(complete_rings)?),
            "MultiPolygon" => {
                for polygon in arcs {
                    polygons.push(lists(polygon.list()).and_then(complete_rings)?);
                }
            }
            "LineString" => lines.push(self.line(arcs)?),
            "MultiLineString" => lines.extend(lists(arcs)?),
            other => {
                return Err(TopologyError(format!("`{other}` is not a geometry of a base map")));
            }
        }
        Ok(())
    }

    fn line(&self, indices: &[Nested]) -> Result<Vec<LonLat>, TopologyError> {
        let indices: Vec<i64> = indices
            .iter()
            .map(|index| match index {
                Nested::Index(index) => Ok(*index),
                Nested::List(_) => Err(TopologyError("arcs are nested too deeply".to_owned())),
            })
            .collect::<Result<_, _>>()?;
        self.arcs.join(indices.into_iter())
    }
}

impl Arcs {
    pub(super) fn decode(arcs: &[Vec<Vec<i64>>], transform: &Transform) -> Self {
        Self(arcs.iter().map(|arc| decode(arc, transform)).collect())
    }

    /// Joins arcs end to end. A negative index is an arc reversed: `-1` is arc 0,
    /// `-2` is arc 1 (`!index`).
    pub(super) fn join(
        &self,
        indices: impl Iterator<Item = i64>,
    ) -> Result<Vec<LonLat>, TopologyError> {
        let mut line: Vec<LonLat> = Vec::new();
        for index in indices {
            let at = if index < 0 { !index } else { index };
            let arc = usize::try_from(at)
                .ok()
                .and_then(|at| self.0.get(at))
                .ok_or_else(|| TopologyError(format!("there is no arc {index}")))?;
            let skip = usize::from(!line.is_empty());
            if index < 0 {
                line.extend(arc.iter().rev().skip(skip));
            } else {
                line.extend(arc.iter().skip(skip));
            }
        }
        Ok(line)
    }
}

impl Transform {
    pub(super) fn point(&self, x: i64, y: i64) -> LonLat {
        LonLat {
            lon: x as f64 * self.scale[0] + self.translate[0],
            lat: y as f64 * self.scale[1] + self.translate[1],
        }
    }
}

impl Nested {
    fn list(&self) -> &[Self] {
        match self {
            Self::List(list) => list,
            Self::Index(_) => std::slice::from_ref(self),
        }
    }
}

impl Default for Nested {
    fn default() -> Self {
        Self::List(Vec::new())
    }
}

impl<'de> Deserialize<'de> for Nested {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(NestedVisitor)
    }
}

struct NestedVisitor;

impl<'de> Visitor<'de> for NestedVisitor {
    type Value = Nested;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an index of an arc or a list of them")
    }

    fn visit_i64<E>(self, index: i64) -> Result<Nested, E> {
        Ok(Nested::Index(index))
    }

    fn visit_u64<E: serde::de::Error>(self, index: u64) -> Result<Nested, E> {
        i64::try_from(index).map(Nested::Index).map_err(E::custom)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Nested, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = list.next_element()? {
            items.push(item);
        }
        Ok(Nested::List(items))
    }
}

fn complete_rings(rings: Vec<Vec<LonLat>>) -> Result<Vec<Vec<LonLat>>, TopologyError> {
    if rings.iter().any(|ring| ring.len() < 4) {
        return Err(TopologyError("a ring has fewer than four points".to_owned()));
    }
    Ok(rings)
}

fn decode(arc: &[Vec<i64>], transform: &Transform) -> Vec<LonLat> {
    let (mut x, mut y) = (0_i64, 0_i64);
    arc.iter()
        .map(|step| {
            x = x.wrapping_add(step.first().copied().unwrap_or(0));
            y = y.wrapping_add(step.get(1).copied().unwrap_or(0));
            transform.point(x, y)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arcs_are_joined_and_reversed() {
        let map = Basemap::parse(
            r#"{"type":"Topology","transform":{"scale":[0.5,0.5],"translate":[10,20]},
                "objects":{
                  "land":{"type":"Polygon","arcs":[[0,-2]]},
                  "lakes":{"type":"GeometryCollection","geometries":[
                    {"type":"Polygon","arcs":[[0,-2]],"properties":{"since":1941}}]},
                  "rivers":{"type":"MultiLineString","arcs":[[0]]}},
                "arcs":[[[0,0],[2,0],[0,2]],[[0,0],[0,2],[2,0]]]}"#,
            1900,
        )
        .unwrap();
        let points: Vec<(f64, f64)> = map.land[0][0].iter().map(|p| (p.lon, p.lat)).collect();
        assert_eq!(points, [(10.0, 20.0), (11.0, 20.0), (11.0, 21.0), (10.0, 21.0), (10.0, 20.0)]);
        assert_eq!(map.rivers[0].len(), 3);
        assert!(map.lakes.is_empty(), "a reservoir of 1941 is not on a map of 1900");
    }

    #[test]
    fn a_missing_arc_is_an_error_not_a_panic() {
        let error = Basemap::parse(
            r#"{"transform":{"scale":[1,1],"translate":[0,0]},"arcs":[],
                "objects":{"land":{"type":"Polygon","arcs":[[-9223372036854775808]]},
                "lakes":{"type":"LineString","arcs":[]},"rivers":{"type":"LineString","arcs":[]}}}"#,
            1900,
        )
        .unwrap_err();
        assert!(error.to_string().contains("no arc -9223372036854775808"), "{error}");
    }
}
