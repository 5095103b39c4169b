//! GeoJSON with the trips of kepler.gl: lines of points `[lon, lat, altitude,
//! time]`, the time in seconds since 1970. Stays are points with `start` and `end`.
//! These are times of day, because kepler.gl reads plain dates as categories.
//!
//! The order and the selection of features follow from how kepler.gl detects trips:
//!
//! - It looks at the first feature only, so journeys come first.
//! - It finds no trips if a feature has no position, so those are left out.
//! - It needs three points on a line to recognise the times.
//! - It does not accept lines of several pieces as trips.
//!
//! It animates only times of nine or ten digits, that is from March 1973, and
//! refuses negative numbers. For earlier lives it shows lines and points, which can
//! be animated by a time filter on `start`.
//!
//! <https://docs.kepler.gl/docs/user-guides/c-types-of-layers/k-trip>,
//! <https://github.com/keplergl/kepler.gl/blob/master/src/layers/src/trip-layer/trip-utils.ts>,
//! <https://github.com/uber-web/type-analyzer/blob/master/src/time-regex.js>

use geojson::{Feature, Geometry, GeometryValue, JsonObject};

use super::entry::{Entry, entries};
use super::feature_collection::collection;
use super::line::{Timed, timed_pieces};
use crate::domain::life::Life;

pub(super) fn write(life: &Life) -> Vec<u8> {
    let (journeys, stays): (Vec<_>, Vec<_>) = entries(life)
        .into_iter()
        .filter(|entry| entry.feature.geometry.is_some())
        .partition(|entry| entry.moves.is_some());
    let stays = stays
        .into_iter()
        .map(|entry| Feature { properties: Some(entry.properties_with_times()), ..entry.feature });
    collection(life, &JsonObject::new(), journeys.iter().flat_map(trips).chain(stays))
}

fn trips(entry: &Entry) -> Vec<Feature> {
    let trip = |piece: Vec<Timed>| {
        let position =
            |&(point, seconds): &Timed| vec![point.lon, point.lat, 0.0, seconds as f64].into();
        let coordinates = piece.iter().map(position).collect();
        Feature {
            properties: Some(entry.properties_with_times()),
            geometry: Some(Geometry::new(GeometryValue::LineString { coordinates })),
            ..Feature::default()
        }
    };
    timed_pieces(entry, 3).into_iter().map(trip).collect()
}
