//! Writes a GeoJSON FeatureCollection with its attribution, one feature a line.

use geojson::{Feature, JsonObject};
use serde_json::json;

use super::credit::credit;
use crate::domain::life::Life;

/// A FeatureCollection with its credit. Each feature is one line, so that a change
/// to a place is a diff of one line.
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
