//! The itinerary as GeoJSON: a stay is a Point, a journey a LineString.

use geojson::{Feature, FeatureCollection, Geometry, GeometryValue, JsonObject, JsonValue};
use serde_json::json;

use crate::domain::great_circle::{LonLat, cut_at_antimeridian, great_circle_line, rounded};
use crate::domain::life::{Calendar, Itinerary, Journey, Stay};
use crate::domain::time::Day;

/// A point about every so many kilometres of a journey's great circle.
const STEP_KM: f64 = 250.0;

/// Stays and journeys in order of time. `point` gives a place's position.
#[must_use]
pub fn to_features(itinerary: &Itinerary, point: impl Fn(&str) -> Option<LonLat>) -> Vec<Feature> {
    let journeys = itinerary.journeys();
    let mut features = Vec::new();
    for index in 0..itinerary.stays.len() {
        if let Some(journey) = journeys.iter().find(|j| j.to == index) {
            features.push(journey_feature(itinerary, journey, &point));
        }
        features.push(stay_feature(itinerary, index, &point));
    }
    for (seq, feature) in features.iter_mut().enumerate() {
        feature.set_property("seq", seq);
    }
    features
}

/// Reads the stays of a collection, in order; journeys follow from them.
pub fn stays_from_collection(collection: &FeatureCollection) -> Result<Vec<Stay>, String> {
    collection
        .features
        .iter()
        .filter(|f| f.property("type").and_then(JsonValue::as_str) == Some("stay"))
        .map(read_stay)
        .collect()
}

fn stay_feature(
    itinerary: &Itinerary,
    index: usize,
    point: &impl Fn(&str) -> Option<LonLat>,
) -> Feature {
    let stay = &itinerary.stays[index];
    let mut properties = shared_properties(stay);
    properties.insert("type".into(), json!("stay"));
    properties.insert("name".into(), json!(stay.name));
    properties.insert("kind".into(), json!(stay.kind.as_str()));
    properties.insert("arrive".into(), json!(stay.arrive));
    properties.insert("depart".into(), json!(stay.depart));
    properties.insert("concurrent".into(), json!(stay.concurrent));
    properties.insert("note".into(), json!(stay.note));
    bounds(&mut properties, itinerary.stay_bounds(index));
    feature(
        properties,
        point(&stay.place).map(|p| GeometryValue::Point { coordinates: vec![p.lon, p.lat].into() }),
    )
}

/// A journey stands on the words that have the subject arrive.
fn journey_feature(
    itinerary: &Itinerary,
    journey: &Journey,
    point: &impl Fn(&str) -> Option<LonLat>,
) -> Feature {
    let (from, to) = (&itinerary.stays[journey.from], &itinerary.stays[journey.to]);
    let mut properties = shared_properties(to);
    properties.insert("type".into(), json!("journey"));
    properties.insert("name".into(), json!(format!("{} to {}", from.name, to.name)));
    properties.insert("kind".into(), json!("journey"));
    properties.insert("from".into(), json!(from.place));
    properties.insert("to".into(), json!(to.place));
    properties.insert("depart".into(), json!(from.depart));
    properties.insert("arrive".into(), json!(to.arrive));
    properties.insert("unknown".into(), json!(journey.unknown));
    properties.insert("note".into(), JsonValue::Null);
    bounds(&mut properties, itinerary.journey_bounds(journey));
    let line = point(&from.place).zip(point(&to.place)).map(|(a, b)| {
        let mut pieces: Vec<_> = cut_at_antimeridian(&great_circle_line(a, b, STEP_KM))
            .iter()
            .map(|piece| {
                piece
                    .iter()
                    .map(|&p| vec![rounded(p).lon, rounded(p).lat].into())
                    .collect::<Vec<_>>()
            })
            .collect();
        match pieces.len() {
            1 => GeometryValue::LineString { coordinates: pieces.remove(0) },
            _ => GeometryValue::MultiLineString { coordinates: pieces },
        }
    });
    feature(properties, line)
}

fn shared_properties(stay: &Stay) -> JsonObject {
    let mut properties = JsonObject::new();
    properties.insert("place".into(), json!(stay.place));
    properties.insert("calendar".into(), json!(stay.calendar));
    properties.insert("certainty".into(), json!(stay.certainty));
    properties.insert("quote".into(), json!(stay.quote));
    properties.insert("start".into(), json!(stay.start));
    properties.insert("end".into(), json!(stay.end));
    properties
}

fn bounds(properties: &mut JsonObject, (earliest, latest): (Day, Day)) {
    properties.insert("earliest".into(), json!(earliest));
    properties.insert("latest".into(), json!(latest));
    let timespan = json!({ "start": { "earliest": earliest }, "end": { "latest": latest } });
    properties.insert("when".into(), json!({ "timespans": [timespan] }));
}

fn feature(properties: JsonObject, geometry: Option<GeometryValue>) -> Feature {
    Feature {
        bbox: None,
        geometry: geometry.map(Geometry::new),
        id: None,
        properties: Some(properties),
        foreign_members: None,
    }
}

fn read_stay(feature: &Feature) -> Result<Stay, String> {
    let seq = feature.property("seq").and_then(JsonValue::as_u64).unwrap_or_default();
    // `null` and absent mean the same: the source is silent.
    fn field<T: serde::de::DeserializeOwned>(
        feature: &Feature,
        seq: u64,
        key: &str,
    ) -> Result<T, String> {
        let value = feature.property(key).cloned().unwrap_or(JsonValue::Null);
        serde_json::from_value(value).map_err(|e| format!("stay {seq}, `{key}`: {e}"))
    }
    let calendar: Calendar = field(feature, seq, "calendar")?;
    let dated = |key: &str| {
        let text: Option<String> = field(feature, seq, key)?;
        text.map(|text| calendar.read(&text))
            .transpose()
            .map_err(|e| format!("stay {seq}, `{key}`: {e}"))
    };
    Ok(Stay {
        place: field(feature, seq, "place")?,
        name: field(feature, seq, "name")?,
        kind: field(feature, seq, "kind")?,
        arrive: dated("arrive")?,
        depart: dated("depart")?,
        calendar,
        certainty: field(feature, seq, "certainty")?,
        quote: field(feature, seq, "quote")?,
        start: field(feature, seq, "start")?,
        end: field(feature, seq, "end")?,
        note: field(feature, seq, "note")?,
        concurrent: field(feature, seq, "concurrent")?,
    })
}
