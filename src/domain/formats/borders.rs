//! Reads the borders and the names of states through time from a quantised TopoJSON file.

use serde_json::Value;

use super::topojson::{Arcs, TopologyError, list, point};
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

impl Borders {
    /// Reads a TopoJSON with the objects `borders` (MultiLineStrings with `from`, `to` and
    /// `style`) and `states` (Points with `name`, `from`, `to` and `zoom`).
    ///
    /// # Errors
    /// The text is not TopoJSON with these objects, an arc is missing, or a geometry has no days.
    pub fn parse(text: &str) -> Result<Self, TopologyError> {
        let topology: Value =
            serde_json::from_str(text).map_err(|e| TopologyError(e.to_string()))?;
        let arcs = Arcs::of(&topology)?;
        let geometries = |object: &str| list(&topology["objects"][object]["geometries"]).iter();
        let mut borders = Self::default();
        for geometry in geometries("borders") {
            // 1: approximate. 2: within a state. 3: both.
            let style = geometry["properties"]["style"].as_u64().unwrap_or_default();
            borders.lines.push(Border {
                when: Span::of(geometry)?,
                internal: style & 2 != 0,
                approximate: style & 1 != 0,
                lines: arcs.lines(&geometry["arcs"])?,
            });
        }
        for geometry in geometries("states") {
            let properties = &geometry["properties"];
            borders.states.push(StateName {
                when: Span::of(geometry)?,
                name: properties["name"].as_str().unwrap_or_default().to_owned(),
                at: point(&topology, &geometry["coordinates"])?,
                zoom: properties["zoom"].as_f64().unwrap_or_default(),
            });
        }
        Ok(borders)
    }
}

impl Span {
    /// The days of a geometry, given as numbers in its properties.
    fn of(geometry: &Value) -> Result<Self, TopologyError> {
        let properties = &geometry["properties"];
        let day = |key: &str| properties[key].as_i64().and_then(|day| i32::try_from(day).ok());
        let span =
            day("from").zip(day("to")).map(|(from, to)| Self { from: Day(from), to: Day(to) });
        span.ok_or_else(|| {
            TopologyError("a border or a state has no days `from` and `to`".to_owned())
        })
    }

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
