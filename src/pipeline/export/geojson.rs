//! The itinerary as plain GeoJSON (RFC 7946): `data/<life>/itinerary.geojson`.
//!
//! `earliest` and `latest` are whole days, which GDAL reads as dates: in QGIS,
//! Layer Properties → Temporal → "Separate Fields for Start and End Date/Time".
//! `when` is that of Linked Places; `start` and `end` are the quote's offsets.
//!
//! <https://docs.qgis.org/latest/en/docs/user_manual/working_with_vector/vector_properties.html#temporal-properties>

use geojson::{Feature, JsonObject};
use serde_json::json;

use super::credit;
use crate::domain::formats::itinerary_geojson;
use crate::domain::life::Life;

pub(super) fn write(life: &Life) -> Vec<u8> {
    let point = |id: &str| life.place(id).and_then(|place| place.point);
    let features = itinerary_geojson::to_features(&life.itinerary, point);
    collection(life, &JsonObject::new(), features)
}

/// A FeatureCollection with its credit and one feature a line, so that a change
/// to one place is a change of one line.
pub(super) fn collection(
    life: &Life,
    members: &JsonObject,
    features: impl IntoIterator<Item = Feature>,
) -> Vec<u8> {
    let mut text = String::from("{\"type\":\"FeatureCollection\"");
    for (key, value) in members {
        text += &format!(",{}:{value}", json!(key));
    }
    text += &format!(",\"attribution\":{},\"features\":[\n", json!(credit(life)));
    let lines: Vec<String> = features.into_iter().map(|feature| feature.to_string()).collect();
    text += &lines.join(",\n");
    text += "\n]}\n";
    text.into_bytes()
}
