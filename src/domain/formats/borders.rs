//! Reads the borders and the names of states through time from a quantised TopoJSON file.

use serde::Deserialize;

use super::topojson::{Arcs, TopologyError, Transform};
use crate::domain::great_circle::LonLat;
use crate::domain::time::Day;

/// The borders and the names of states, each with the days on which it is valid.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Borders {
    /// The lines.
    pub lines: Vec<Border>,
    /// The names.
    pub states: Vec<StateName>,
}

/// Lines that were borders over the same span of time.
#[derive(Clone, Debug, PartialEq)]
pub struct Border {
    /// When they were borders.
    pub when: Span,
    /// Do they run within a state (between republics of a union, or to a protectorate)?
    pub internal: bool,
    /// Are they known only roughly, or were they fronts and claims?
    pub approximate: bool,
    /// The lines.
    pub lines: Vec<Vec<LonLat>>,
}

/// The name of a state at the place where the map shows it.
#[derive(Clone, Debug, PartialEq)]
pub struct StateName {
    /// When the state existed under this name.
    pub when: Span,
    /// The name, in English.
    pub name: String,
    /// The middle of the label.
    pub at: LonLat,
    /// The zoom from which it is shown.
    pub zoom: f64,
}

/// A span of days: the first day, and the first day after it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    /// The first day.
    pub from: Day,
    /// The first day that is no longer in it.
    pub to: Day,
}

#[derive(Deserialize)]
struct Topology {
    transform: Transform,
    objects: Objects,
    arcs: Vec<Vec<Vec<i64>>>,
}

#[derive(Deserialize)]
struct Objects {
    borders: Collection<LineGeometry>,
    states: Collection<PointGeometry>,
}

#[derive(Deserialize)]
struct Collection<T> {
    geometries: Vec<T>,
}

#[derive(Deserialize)]
struct LineGeometry {
    arcs: Vec<Vec<i64>>,
    properties: LineProperties,
}

#[derive(Deserialize)]
struct LineProperties {
    from: i32,
    to: i32,
    /// 1: approximate. 2: within a state. 3: both.
    style: u8,
}

#[derive(Deserialize)]
struct PointGeometry {
    coordinates: [i64; 2],
    properties: PointProperties,
}

#[derive(Deserialize)]
struct PointProperties {
    name: String,
    from: i32,
    to: i32,
    zoom: f64,
}

impl Borders {
    /// Reads a TopoJSON with the objects `borders` (MultiLineStrings with `from`, `to` and
    /// `style`) and `states` (Points with `name`, `from`, `to` and `zoom`).
    ///
    /// # Errors
    /// The text is not TopoJSON with these objects, or an arc is missing.
    pub fn parse(text: &str) -> Result<Self, TopologyError> {
        let Topology { transform, objects, arcs } =
            serde_json::from_str(text).map_err(|e| TopologyError::new(e.to_string()))?;
        let arcs = Arcs::decode(&arcs, &transform);
        let line = |geometry: &LineGeometry| {
            let LineProperties { from, to, style } = geometry.properties;
            let lines = geometry.arcs.iter().map(|indices| arcs.join(indices.iter().copied()));
            Ok(Border {
                when: Span { from: Day(from), to: Day(to) },
                internal: style & 2 != 0,
                approximate: style & 1 != 0,
                lines: lines.collect::<Result<_, _>>()?,
            })
        };
        let state = |PointGeometry { coordinates: [x, y], properties }: PointGeometry| StateName {
            when: Span { from: Day(properties.from), to: Day(properties.to) },
            name: properties.name,
            at: transform.point(x, y),
            zoom: properties.zoom,
        };
        Ok(Self {
            lines: objects.borders.geometries.iter().map(line).collect::<Result<_, _>>()?,
            states: objects.states.geometries.into_iter().map(state).collect(),
        })
    }
}

impl Span {
    /// Does the day lie in it?
    #[must_use]
    pub fn contains(&self, day: Day) -> bool {
        self.from <= day && day < self.to
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TWO_STATES: &str = r#"{"type":"Topology",
        "transform":{"scale":[0.5,0.5],"translate":[10,20]},
        "objects":{
          "borders":{"type":"GeometryCollection","geometries":[
            {"type":"MultiLineString","arcs":[[0],[-1]],"properties":{"from":-10,"to":5,"style":3}}]},
          "states":{"type":"GeometryCollection","geometries":[
            {"type":"Point","coordinates":[4,2],
             "properties":{"name":"Utopia","from":-10,"to":0,"zoom":4.5}}]}},
        "arcs":[[[0,0],[2,0]]]}"#;

    #[test]
    fn lines_and_names_come_with_their_days() {
        let borders = Borders::parse(TWO_STATES).unwrap();
        let line = &borders.lines[0];
        assert!(line.internal && line.approximate);
        assert!(line.when.contains(Day(-10)) && !line.when.contains(Day(5)));
        assert_eq!(line.lines[0][1], LonLat { lon: 11.0, lat: 20.0 });
        assert_eq!(line.lines[1][1], LonLat { lon: 10.0, lat: 20.0 });
        let state = &borders.states[0];
        assert_eq!((state.name.as_str(), state.at), ("Utopia", LonLat { lon: 12.0, lat: 21.0 }));
        assert!(state.when.contains(Day(-1)) && !state.when.contains(Day(0)));
    }

    #[test]
    fn a_missing_arc_is_an_error() {
        let error = Borders::parse(&TWO_STATES.replace("[-1]", "[7]")).unwrap_err();
        assert!(error.to_string().contains("no arc 7"), "{error}");
    }
}
