//! GeoJSON for Leaflet.timeline. It reads `properties.start` and `properties.end`
//! with `new Date(…)` and shows a feature from the one to the other, inclusive.
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
