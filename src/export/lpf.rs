//! The places as Linked Places Format 1.3: `data/<life>/places.geojson`.
//!
//! <https://github.com/LinkedPasts/linked-places-format>

use geojson::JsonObject;
use serde_json::json;

use super::feature_collection::collection;
use crate::domain::formats::linked_places;
use crate::domain::life::Life;

pub(super) fn write(life: &Life) -> Vec<u8> {
    let mut context = JsonObject::new();
    context.insert("@context".into(), json!(linked_places::CONTEXT));
    let features = life.places.iter().map(|p| linked_places::to_feature(p, &life.entry.span));
    collection(life, &context, features)
}
