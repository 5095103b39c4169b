//! The dialect of Leaflet.timeline: `properties.start` and `properties.end`,
//! each read by `new Date(…)`; a feature is on the map at both and between.
//!
//! <https://github.com/skeate/Leaflet.timeline/blob/master/src/Timeline.ts>

use geojson::{Feature, JsonObject};

use super::entry::entries;
use super::feature_collection::collection;
use crate::domain::life::Life;

pub(super) fn write(life: &Life) -> Vec<u8> {
    let features = entries(life)
        .into_iter()
        .map(|entry| Feature { properties: Some(entry.properties_with_times()), ..entry.feature });
    collection(life, &JsonObject::new(), features)
}
