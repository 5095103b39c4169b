//! The itinerary as plain GeoJSON (RFC 7946): `data/<life>/itinerary.geojson`.
//!
//! `earliest` and `latest` are whole days, which GDAL reads as dates: in QGIS,
//! Layer Properties → Temporal → "Separate Fields for Start and End Date/Time".
//! `when` is that of Linked Places; `start` and `end` are the quote's offsets.
//!
//! <https://docs.qgis.org/latest/en/docs/user_manual/working_with_vector/vector_properties.html#temporal-properties>

use geojson::JsonObject;

use super::feature_collection::collection;
use crate::domain::formats::itinerary_geojson;
use crate::domain::life::Life;

pub(super) fn write(life: &Life) -> Vec<u8> {
    let point = |id: &str| life.place(id).and_then(|place| place.point);
    let features = itinerary_geojson::to_features(&life.itinerary, point);
    collection(life, &JsonObject::new(), features)
}
