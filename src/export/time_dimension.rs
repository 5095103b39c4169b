//! GeoJSON for Leaflet.TimeDimension. `properties.times` has the beginning and the
//! end of a stay. `properties.coordTimes` has a time for every point of a journey,
//! whose line is drawn up to the present time of the viewer.
//!
//! The viewer cuts the coordinates of a line by the index of the times, so a line
//! of several pieces becomes one feature per piece. Its option `duration` must be
//! set, for example to `P1M`, or it shows nothing before 1970. It is how long the
//! line behind the person and a stay after its end remain visible.
//!
//! <https://github.com/socib/Leaflet.TimeDimension#ltimedimensionlayergeojson>

use geojson::{Feature, Geometry, GeometryValue, JsonObject};
use serde_json::json;

use super::entry::{Entry, entries, instant};
use super::feature_collection::collection;
use super::line::{Timed, timed_pieces};
use crate::domain::life::Life;

pub(super) fn write(life: &Life) -> Vec<u8> {
    collection(life, &JsonObject::new(), entries(life).into_iter().flat_map(features))
}

fn features(entry: Entry) -> Vec<Feature> {
    let pieces = timed_pieces(&entry, 2);
    if pieces.is_empty() {
        let mut properties = entry.properties();
        let times = [entry.shown.begin(), entry.shown.end()].map(instant);
        properties.insert("times".into(), json!(times));
        return vec![Feature { properties: Some(properties), ..entry.feature }];
    }
    let feature = |piece: Vec<Timed>| {
        let mut properties = entry.properties();
        let times: Vec<String> = piece.iter().map(|&(_, seconds)| instant(seconds)).collect();
        properties.insert("coordTimes".into(), json!(times));
        let coordinates = piece.iter().map(|(p, _)| vec![p.lon, p.lat].into()).collect();
        Feature {
            properties: Some(properties),
            geometry: Some(Geometry::new(GeometryValue::LineString { coordinates })),
            ..Feature::default()
        }
    };
    pieces.into_iter().map(feature).collect()
}
