//! The itinerary as GeoJSON: a stay is a Point, a journey a LineString.
//!
//! `data/<life>/itinerary.geojson` has this form; [`StayProperties`] is the one
//! list of its keys, for writing and for reading.

use std::sync::Arc;

use geojson::{Feature, Geometry, GeometryValue, JsonObject, JsonValue};
use serde::{Deserialize, Serialize};

use super::event_json::EventProperties;
use super::itinerary_error::ItineraryError;
use super::lpf_json::{Bound, Timespan, When};
use crate::domain::great_circle::{LonLat, cut_at_antimeridian, great_circle_line, rounded};
use crate::domain::json;
use crate::domain::life::{
    Calendar, Certainty, Itinerary, Journey, KindTable, LifeEvent, Stay, StayKind,
};
use crate::domain::serde_fields::serde_fields;
use crate::domain::time::{DateSpan, DateSpanError, Day};

/// The distance between the points of a journey's line, in kilometres.
const STEP_KM: f64 = 250.0;

/// The properties of a stay. Dates are EDTF; `null` where the source is silent.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct StayProperties {
    /// "stay".
    pub r#type: String,
    /// Place in the order of time, journeys included; from 0.
    pub seq: usize,
    /// Id of the place.
    pub place: String,
    /// The place's name at the time.
    pub name: String,
    /// The word for what brought the subject there.
    pub kind: String,
    /// When the subject arrives, in `calendar`.
    pub arrive: Option<String>,
    /// When the subject leaves, in `calendar`.
    pub depart: Option<String>,
    /// The first day of the stay, Gregorian. Only written: it follows from the
    /// order of the stays.
    pub earliest: Day,
    /// The last day of the stay, Gregorian. Only written.
    pub latest: Day,
    /// The calendar that the source counts in.
    pub calendar: Calendar,
    /// Why the source is taken to count in this calendar.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub calendar_because: Option<String>,
    /// Is it said, or does it follow?
    pub certainty: Certainty,
    /// The words of the source that prove the stay.
    pub quote: String,
    /// Where the quote begins in the source, in code points.
    pub start: usize,
    /// Where the quote ends, exclusive.
    pub end: usize,
    /// A remark for the reader.
    pub note: Option<String>,
    /// Why the stay follows from the quote.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub because: Option<String>,
    /// Does the stay before it go on meanwhile?
    pub concurrent: bool,
    /// "drafted" until a person has reviewed it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub review: Option<String>,
    /// How likely a drafted stay is right, 0 to 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub confidence: Option<f64>,
    /// `earliest` and `latest` as Linked Places writes them. Only written.
    when: When,
}

serde_fields!(StayProperties {
    r#type: take("type"),
    seq: take_or_default("seq"),
    place: take("place"),
    name: take("name"),
    kind: take("kind"),
    arrive: take("arrive"),
    depart: take("depart"),
    earliest = Default::default(),
    latest = Default::default(),
    calendar: take("calendar"),
    calendar_because: take("calendar_because"),
    certainty: take("certainty"),
    quote: take("quote"),
    start: take("start"),
    end: take("end"),
    note: take("note"),
    because: take("because"),
    concurrent: take("concurrent"),
    review: take("review"),
    confidence: take("confidence"),
    when = Default::default(),
});

/// The properties of a journey. Most are those of the stay that it leads to,
/// because the quote describes the arrival.
#[derive(Serialize)]
struct JourneyProperties<'a> {
    r#type: &'static str,
    place: &'a str,
    from: &'a str,
    to: &'a str,
    name: String,
    kind: &'static str,
    depart: Option<&'a DateSpan>,
    arrive: Option<&'a DateSpan>,
    earliest: Day,
    latest: Day,
    calendar: Calendar,
    certainty: Certainty,
    quote: &'a str,
    start: usize,
    end: usize,
    note: Option<&'a str>,
    /// Does the source leave open where the subject was meanwhile?
    unknown: bool,
    when: When,
}

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

/// Reads the stays and the events of a collection, in order. Journeys are not
/// read: they follow from the stays.
///
/// # Errors
/// The text is not a GeoJSON collection, or a stay or an event lacks a property,
/// has one of another type, or is of a kind that is not in the table.
pub fn parse_itinerary(
    text: &str,
    kinds: &KindTable,
) -> Result<(Vec<Stay>, Vec<LifeEvent>), ItineraryError> {
    #[derive(Deserialize)]
    struct Collection {
        features: Vec<RawFeature>,
        #[serde(default)]
        events: Vec<EventProperties>,
    }
    #[derive(Deserialize)]
    struct RawFeature {
        properties: JsonValue,
    }
    let collection: Collection = json::from_str(text)?;
    let mut stays = Vec::new();
    for (number, feature) in (1..).zip(collection.features) {
        let error = |source| ItineraryError::Feature { number, source };
        if feature.properties["type"] == "stay" {
            let stay: StayProperties = json::from_value(feature.properties).map_err(error)?;
            let Some(kind) = kinds.get(&stay.kind).cloned() else {
                return Err(ItineraryError::Kind { number, kind: stay.kind });
            };
            let stay = stay.into_stay(kind);
            stays.push(stay.map_err(|(key, source)| ItineraryError::Date {
                number,
                key,
                source,
            })?);
        }
    }
    let events = (1..).zip(collection.events);
    let events = events.map(|(number, event)| event.into_event(number, kinds));
    Ok((stays, events.collect::<Result<_, _>>()?))
}

impl StayProperties {
    /// The properties of a stay that lies within the days `earliest` to `latest`.
    #[must_use]
    pub fn of(stay: &Stay, (earliest, latest): (Day, Day)) -> Self {
        let date = |span: &Option<DateSpan>| span.as_ref().map(|span| span.as_str().to_owned());
        Self {
            r#type: "stay".to_owned(),
            seq: 0,
            place: stay.place.clone(),
            name: stay.name.clone(),
            kind: stay.kind.word.clone(),
            arrive: date(&stay.arrive),
            depart: date(&stay.depart),
            earliest,
            latest,
            calendar: stay.calendar,
            calendar_because: stay.calendar_because.clone(),
            certainty: stay.certainty,
            quote: stay.quote.clone(),
            start: stay.start,
            end: stay.end,
            note: stay.note.clone(),
            because: stay.because.clone(),
            concurrent: stay.concurrent,
            review: stay.review.clone(),
            confidence: stay.confidence,
            when: when(earliest, latest),
        }
    }

    /// The stay; the error names the date that cannot be read.
    fn into_stay(self, kind: Arc<StayKind>) -> Result<Stay, (&'static str, DateSpanError)> {
        let date = |key: &'static str, text: Option<String>| {
            text.map(|text| self.calendar.read(&text)).transpose().map_err(|error| (key, error))
        };
        Ok(Stay {
            arrive: date("arrive", self.arrive)?,
            depart: date("depart", self.depart)?,
            place: self.place,
            name: self.name,
            kind,
            calendar: self.calendar,
            calendar_because: self.calendar_because,
            certainty: self.certainty,
            quote: self.quote,
            start: self.start,
            end: self.end,
            note: self.note,
            because: self.because,
            concurrent: self.concurrent,
            review: self.review,
            confidence: self.confidence,
        })
    }
}

fn stay_feature(
    itinerary: &Itinerary,
    index: usize,
    point: &impl Fn(&str) -> Option<LonLat>,
) -> Feature {
    let stay = &itinerary.stays[index];
    feature(
        &StayProperties::of(stay, itinerary.stay_bounds(index)),
        point(&stay.place).map(|p| GeometryValue::Point { coordinates: vec![p.lon, p.lat].into() }),
    )
}

fn journey_feature(
    itinerary: &Itinerary,
    journey: &Journey,
    point: &impl Fn(&str) -> Option<LonLat>,
) -> Feature {
    let (from, to) = (&itinerary.stays[journey.from], &itinerary.stays[journey.to]);
    let (earliest, latest) = itinerary.journey_bounds(journey);
    let properties = JourneyProperties {
        r#type: "journey",
        place: &to.place,
        from: &from.place,
        to: &to.place,
        name: format!("{} to {}", from.name, to.name),
        kind: "journey",
        depart: from.depart.as_ref(),
        arrive: to.arrive.as_ref(),
        earliest,
        latest,
        calendar: to.calendar,
        certainty: to.certainty,
        quote: &to.quote,
        start: to.start,
        end: to.end,
        note: None,
        unknown: journey.unknown,
        when: when(earliest, latest),
    };
    let line = point(&from.place).zip(point(&to.place)).map(|(a, b)| journey_line(a, b));
    feature(&properties, line)
}

/// The great circle between two places, cut at the antimeridian.
fn journey_line(from: LonLat, to: LonLat) -> GeometryValue {
    let position = |&point: &LonLat| vec![rounded(point).lon, rounded(point).lat].into();
    let pieces = cut_at_antimeridian(&great_circle_line(from, to, STEP_KM));
    let mut pieces: Vec<Vec<_>> =
        pieces.iter().map(|piece| piece.iter().map(position).collect()).collect();
    match pieces.len() {
        1 => GeometryValue::LineString { coordinates: pieces.remove(0) },
        _ => GeometryValue::MultiLineString { coordinates: pieces },
    }
}

fn when(earliest: Day, latest: Day) -> When {
    When::from(Timespan {
        start: Some(Bound { earliest: Some(earliest), ..Bound::default() }),
        end: Some(Bound { latest: Some(latest), ..Bound::default() }),
    })
}

fn feature(properties: &impl Serialize, geometry: Option<GeometryValue>) -> Feature {
    let properties: Option<JsonObject> = match serde_json::to_value(properties) {
        Ok(JsonValue::Object(properties)) => Some(properties),
        _ => None,
    };
    let geometry = geometry.map(Geometry::new);
    Feature { bbox: None, geometry, id: None, properties, foreign_members: None }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::life::samples::{kinds, tiny_life};

    fn file(features: &[Feature]) -> String {
        let features: Vec<String> = features.iter().map(ToString::to_string).collect();
        format!(r#"{{"type":"FeatureCollection","features":[{}]}}"#, features.join(","))
    }

    #[test]
    fn the_stays_are_read_as_they_were_written() {
        let life = tiny_life();
        let point = |id: &str| life.place(id).and_then(|place| place.point);
        let features = to_features(&life.itinerary, point);
        assert!(features.len() > life.itinerary.stays.len(), "with journeys between");
        assert_eq!(parse_itinerary(&file(&features), &kinds()).unwrap().0, life.itinerary.stays);
    }

    #[test]
    fn an_error_names_the_feature_and_what_is_wrong() {
        let life = tiny_life();
        let mut features = to_features(&life.itinerary, |_| None);
        let stay = features.iter().position(|f| f.property("arrive").is_some()).unwrap();
        features[stay].set_property("arrive", "soon");
        let error = parse_itinerary(&file(&features), &kinds()).unwrap_err().to_string();
        assert!(error.starts_with("feature 1, `arrive`: `soon` is not an EDTF date"), "{error}");
        features[stay].set_property("kind", "holiday");
        let error = parse_itinerary(&file(&features), &kinds()).unwrap_err().to_string();
        assert_eq!(error, "feature 1: there is no kind of stay `holiday`");
        let error = parse_itinerary("{}", &kinds()).unwrap_err().to_string();
        assert!(error.contains("missing field `features`"), "{error}");
    }
}
