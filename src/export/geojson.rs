//! The itinerary as plain GeoJSON (RFC 7946): `data/<life>/itinerary.geojson`.
//!
//! `earliest` and `latest` are whole days, which GDAL reads as dates: in QGIS,
//! Layer Properties → Temporal → "Separate Fields for Start and End Date/Time".
//! The member `events`, which other programs ignore, lists the events during the
//! stays. `when` is as in Linked Places Format. `start` and `end` are the offsets of
//! the quote in the text.
//!
//! <https://docs.qgis.org/latest/en/docs/user_manual/working_with_vector/vector_properties.html#temporal-properties>

use geojson::JsonObject;
use serde_json::json;

use super::feature_collection::collection;
use crate::domain::formats::{EventProperties, itinerary_geojson};
use crate::domain::life::Life;

pub(super) fn write(life: &Life) -> Vec<u8> {
    let point = |id: &str| life.place(id).and_then(|place| place.point);
    let features = itinerary_geojson::to_features(&life.itinerary, point);
    let mut members = JsonObject::new();
    if !life.events.is_empty() {
        let events: Vec<_> = life.events.iter().map(EventProperties::of).collect();
        members.insert("events".into(), json!(events));
    }
    collection(life, &members, features)
}
