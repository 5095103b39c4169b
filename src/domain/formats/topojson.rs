//! Reads the base map of the page from a quantised TopoJSON file.
//!
//! <https://github.com/topojson/topojson-specification>
//!
//! The crate `topojson` is not used: its last release (0.5.1, 2022) needs a version
//! of geojson before 0.24.

use serde_json::Value;

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
pub struct TopologyError(pub(super) String);

/// The arcs of a topology, in degrees.
pub(super) struct Arcs(Vec<Vec<LonLat>>);

impl Basemap {
    /// Reads a TopoJSON with the objects `land`, `lakes` and `rivers`. Reservoirs and
    /// canals made after `year` are left out.
    ///
    /// # Errors
    /// The text is not TopoJSON with these objects, an arc is missing, or a ring has fewer than four points.
    pub fn parse(text: &str, year: i32) -> Result<Self, TopologyError> {
        let topology: Value =
            serde_json::from_str(text).map_err(|e| TopologyError(e.to_string()))?;
        let shapes = Shapes { arcs: Arcs::of(&topology)?, year };
        let objects = &topology["objects"];
        let mut map = Self::default();
        shapes.collect(&objects["land"], &mut map.land, &mut Vec::new())?;
        shapes.collect(&objects["lakes"], &mut map.lakes, &mut Vec::new())?;
        shapes.collect(&objects["rivers"], &mut Vec::new(), &mut map.rivers)?;
        Ok(map)
    }
}

struct Shapes {
    arcs: Arcs,
    year: i32,
}

impl Shapes {
    /// Adds the polygons and lines of a geometry, or of a collection of them.
    fn collect(
        &self,
        object: &Value,
        polygons: &mut Vec<Vec<Vec<LonLat>>>,
        lines: &mut Vec<Vec<LonLat>>,
    ) -> Result<(), TopologyError> {
        // The year in which a reservoir was filled or a canal opened.
        let since = object["properties"]["since"].as_i64();
        if since.is_some_and(|since| since > i64::from(self.year)) {
            return Ok(());
        }
        let arcs = &object["arcs"];
        match object["type"].as_str().unwrap_or_default() {
            "GeometryCollection" => {
                for geometry in list(&object["geometries"]) {
                    self.collect(geometry, polygons, lines)?;
                }
            }
            "Polygon" => polygons.push(complete_rings(self.arcs.lines(arcs)?)?),
            "MultiPolygon" => {
                for polygon in list(arcs) {
                    polygons.push(complete_rings(self.arcs.lines(polygon)?)?);
                }
            }
            "LineString" => lines.push(self.arcs.line(arcs)?),
            "MultiLineString" => lines.extend(self.arcs.lines(arcs)?),
            other => {
                return Err(TopologyError(format!("`{other}` is not a geometry of a base map")));
            }
        }
        Ok(())
    }
}

impl Arcs {
    pub(super) fn of(topology: &Value) -> Result<Self, TopologyError> {
        let [scale, translate] = transform(topology)?;
        let arcs = list(&topology["arcs"]).iter().map(|arc| decode(arc, scale, translate));
        arcs.collect::<Result<_, _>>().map(Self)
    }

    /// The lines of a MultiLineString, or the rings of a polygon.
    pub(super) fn lines(&self, indices: &Value) -> Result<Vec<Vec<LonLat>>, TopologyError> {
        list(indices).iter().map(|indices| self.line(indices)).collect()
    }

    /// Joins arcs end to end. A negative index is an arc reversed: `-1` is arc 0,
    /// `-2` is arc 1 (`!index`).
    fn line(&self, indices: &Value) -> Result<Vec<LonLat>, TopologyError> {
        let mut line: Vec<LonLat> = Vec::new();
        for index in list(indices) {
            let Some(index) = index.as_i64() else {
                return Err(TopologyError("the index of an arc is not a whole number".to_owned()));
            };
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

/// The items of an array; none if it is something else.
pub(super) fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

/// The scale and the origin of a topology's grid.
fn transform(topology: &Value) -> Result<[(f64, f64); 2], TopologyError> {
    let transform = &topology["transform"];
    Ok([pair(&transform["scale"])?, pair(&transform["translate"])?])
}

/// A point that is not part of an arc, in degrees.
pub(super) fn point(topology: &Value, at: &Value) -> Result<LonLat, TopologyError> {
    let [scale, translate] = transform(topology)?;
    let (x, y) = pair(at)?;
    Ok(LonLat { lon: x * scale.0 + translate.0, lat: y * scale.1 + translate.1 })
}

fn pair(value: &Value) -> Result<(f64, f64), TopologyError> {
    let number = |at: usize| value[at].as_f64();
    number(0)
        .zip(number(1))
        .ok_or_else(|| TopologyError("a position is not a pair of numbers".to_owned()))
}

fn complete_rings(rings: Vec<Vec<LonLat>>) -> Result<Vec<Vec<LonLat>>, TopologyError> {
    if rings.iter().any(|ring| ring.len() < 4) {
        return Err(TopologyError("a ring has fewer than four points".to_owned()));
    }
    Ok(rings)
}

/// The positions of an arc. Each is written as the difference from the one before.
fn decode(
    arc: &Value,
    scale: (f64, f64),
    translate: (f64, f64),
) -> Result<Vec<LonLat>, TopologyError> {
    let (mut x, mut y) = (0.0, 0.0);
    let position = |step: &Value| {
        let (dx, dy) = pair(step)?;
        (x, y) = (x + dx, y + dy);
        Ok(LonLat { lon: x * scale.0 + translate.0, lat: y * scale.1 + translate.1 })
    };
    list(arc).iter().map(position).collect()
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
