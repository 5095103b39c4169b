//! Places as Linked Places Format (LPF 1.3), a dialect of GeoJSON.
//!
//! <https://github.com/LinkedPasts/linked-places-format>

use geojson::{Feature, FeatureCollection, Geometry, GeometryValue, JsonObject, JsonValue};
use serde_json::json;

use crate::domain::great_circle::LonLat;
use crate::domain::life::{Place, PlaceKind, Toponym};
use crate::domain::time::DateSpan;

/// The JSON-LD context of the format.
pub const CONTEXT: &str = "https://raw.githubusercontent.com/LinkedPasts/linked-places/master/linkedplaces-context-v1.1.jsonld";

/// A place as a feature. Nothing is lost: [`from_feature`] gives it back.
/// `attested` is the span of the text; the format wants a time of every place,
/// and for one whose names have no years that is when the text speaks of it.
#[must_use]
pub fn to_feature(place: &Place, attested: &DateSpan) -> Feature {
    let properties = json!({
        "id": place.id,
        "title": place.title,
        "kind": place.kind.as_str(),
        "fclasses": [feature_class(place.kind)],
        "precision_km": place.precision_km,
        "source": place.source,
        "mentions": place.mentions,
    });
    let mut members = JsonObject::new();
    members.insert("@id".into(), json!(iri(&place.id)));
    members.insert("names".into(), place.names.iter().map(name).collect());
    members.insert("types".into(), json!([place_type(place)]));
    let links: Vec<JsonValue> = [
        place.geonames.map(|id| format!("https://www.geonames.org/{id}")),
        place.wikidata.as_ref().map(|id| format!("https://www.wikidata.org/entity/{id}")),
    ]
    .into_iter()
    .flatten()
    .map(|identifier| json!({ "type": "closeMatch", "identifier": identifier }))
    .collect();
    members.insert("links".into(), links.into());
    let relations: Vec<JsonValue> = place
        .part_of
        .iter()
        .map(|id| json!({ "relationType": "gvp:broaderPartitive", "relationTo": iri(id) }))
        .collect();
    members.insert("relations".into(), relations.into());
    let descriptions: Vec<JsonValue> =
        place.note.iter().map(|note| json!({ "value": note, "lang": "en" })).collect();
    members.insert("descriptions".into(), descriptions.into());
    let when = existence(place).unwrap_or_else(|| timespan(attested));
    members.insert("when".into(), json!({ "timespans": [when] }));
    Feature {
        bbox: None,
        geometry: place.point.map(|point| geometry(point, place.precision_km)),
        id: None,
        properties: properties.as_object().cloned(),
        foreign_members: Some(members),
    }
}

/// Reads what [`to_feature`] writes; the error says what is missing.
pub fn from_feature(feature: &Feature) -> Result<Place, String> {
    let empty = JsonObject::new();
    let members = feature.foreign_members.as_ref().unwrap_or(&empty);
    let text = |key: &str| feature.property(key).and_then(JsonValue::as_str);
    let id = text("id").ok_or("a place without `id`")?.to_owned();
    let missing = |what: &str| format!("place `{id}` has no {what}");
    let array =
        |key: &str| members.get(key).and_then(JsonValue::as_array).cloned().unwrap_or_default();
    let linked = |start: &str| {
        array("links").iter().find_map(|link| {
            link["identifier"].as_str().and_then(|i| i.strip_prefix(start)).map(str::to_owned)
        })
    };
    let point = match feature.geometry.as_ref().map(|g| &g.value) {
        None => None,
        Some(GeometryValue::Point { coordinates }) => match coordinates.as_slice() {
            [lon, lat, ..] => Some(LonLat { lon: *lon, lat: *lat }),
            _ => return Err(missing("complete coordinates")),
        },
        Some(_) => return Err(missing("point as its geometry")),
    };
    Ok(Place {
        title: text("title").ok_or_else(|| missing("title"))?.to_owned(),
        kind: feature
            .property("kind")
            .and_then(|kind| serde_json::from_value(kind.clone()).ok())
            .ok_or_else(|| missing("kind"))?,
        names: array("names")
            .iter()
            .map(read_name)
            .collect::<Option<_>>()
            .ok_or_else(|| missing("readable names"))?,
        type_label: array("types")
            .first()
            .and_then(|t| t["sourceLabels"][0]["label"].as_str().map(str::to_owned))
            .ok_or_else(|| missing("type"))?,
        point,
        precision_km: feature.property("precision_km").and_then(JsonValue::as_f64).unwrap_or(0.0),
        part_of: array("relations")
            .iter()
            .filter_map(|r| r["relationTo"].as_str()?.strip_prefix(IRI).map(str::to_owned))
            .collect(),
        source: text("source").unwrap_or_default().to_owned(),
        note: array("descriptions").first().and_then(|d| d["value"].as_str().map(str::to_owned)),
        geonames: linked("https://www.geonames.org/").and_then(|id| id.parse().ok()),
        wikidata: linked("https://www.wikidata.org/entity/"),
        mentions: feature
            .property("mentions")
            .and_then(JsonValue::as_u64)
            .and_then(|n| usize::try_from(n).ok())
            .unwrap_or(0),
        id,
    })
}

/// Reads all places of a collection.
pub fn from_collection(collection: &FeatureCollection) -> Result<Vec<Place>, String> {
    collection.features.iter().map(from_feature).collect()
}

const IRI: &str = "urn:chronotope:place:";

fn iri(id: &str) -> String {
    format!("{IRI}{id}")
}

fn geometry(point: LonLat, precision_km: f64) -> Geometry {
    let certainty = match precision_km {
        ..=5.0 => "certain",
        ..=25.0 => "less-certain",
        _ => "uncertain",
    };
    let mut geometry =
        Geometry::new(GeometryValue::Point { coordinates: vec![point.lon, point.lat].into() });
    let mut members = JsonObject::new();
    members.insert("certainty".into(), json!(certainty));
    geometry.foreign_members = Some(members);
    geometry
}

fn name(name: &Toponym) -> JsonValue {
    match &name.when {
        None => json!({ "toponym": name.toponym }),
        Some(when) => {
            json!({ "toponym": name.toponym, "when": { "timespans": [timespan(when)] } })
        }
    }
}

/// `a/b` → `{start: {in: a}, end: {in: b}}`; an open end is left out.
fn timespan(when: &DateSpan) -> JsonValue {
    let (start, end) = when.as_str().split_once('/').unwrap_or((when.as_str(), when.as_str()));
    let mut span = JsonObject::new();
    for (key, date) in [("start", start), ("end", end)] {
        if !matches!(date, "" | "..") {
            span.insert(key.into(), json!({ "in": date }));
        }
    }
    span.into()
}

fn read_name(value: &JsonValue) -> Option<Toponym> {
    let toponym = value["toponym"].as_str()?.to_owned();
    let when = match value.get("when") {
        None => None,
        Some(when) => {
            let span = &when["timespans"][0];
            let date = |key: &str| span[key]["in"].as_str().unwrap_or("..");
            Some(format!("{}/{}", date("start"), date("end")).parse().ok()?)
        }
    };
    Some(Toponym { toponym, when })
}

/// From the first year of any of its names to the last; `None` if no year is
/// given.
fn existence(place: &Place) -> Option<JsonValue> {
    let spans: Option<Vec<&DateSpan>> = place.names.iter().map(|n| n.when.as_ref()).collect();
    let mut span = JsonObject::new();
    if let Some(spans) = spans {
        if let Some(start) = spans.iter().map(|s| s.earliest).min().flatten() {
            span.insert("start".into(), json!({ "in": start.to_string() }));
        }
        if let Some(end) = spans.iter().map(|s| s.latest).collect::<Option<Vec<_>>>()
            && let Some(end) = end.into_iter().max()
        {
            span.insert("end".into(), json!({ "in": end.to_string() }));
        }
    }
    (!span.is_empty()).then(|| span.into())
}

/// GeoNames feature class, which LPF uses for sorting.
fn feature_class(kind: PlaceKind) -> &'static str {
    match kind {
        PlaceKind::Settlement => "P",
        PlaceKind::Site => "S",
        PlaceKind::District | PlaceKind::Province | PlaceKind::State => "A",
        PlaceKind::Region | PlaceKind::Continent => "L",
        PlaceKind::Water => "H",
        PlaceKind::Line => "R",
    }
}

/// The Getty AAT concept where one fits without doubt, and our own noun.
fn place_type(place: &Place) -> JsonValue {
    let concept = match place.kind {
        PlaceKind::Settlement => Some(("aat:300008347", "inhabited places")),
        PlaceKind::State => Some(("aat:300128207", "nations")),
        PlaceKind::Province => Some(("aat:300000774", "provinces")),
        PlaceKind::Region => Some(("aat:300182722", "regions (geographic)")),
        PlaceKind::Continent => Some(("aat:300128176", "continents")),
        _ => None,
    };
    let own = json!([{ "label": place.type_label, "lang": "en" }]);
    match concept {
        Some((id, label)) => json!({ "identifier": id, "label": label, "sourceLabels": own }),
        None => json!({ "label": place.type_label, "sourceLabels": own }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_comes_back_as_it_went() {
        let place = Place {
            id: "petrograd".into(),
            title: "Saint Petersburg".into(),
            names: vec![
                Toponym { toponym: "Petrograd".into(), when: "1914-09-01/1924-01-26".parse().ok() },
                Toponym { toponym: "Leningrad".into(), when: "1924-01-26/1991".parse().ok() },
                Toponym { toponym: "Piter".into(), when: "../..".parse().ok() },
            ],
            kind: PlaceKind::Settlement,
            type_label: "city".into(),
            point: Some(LonLat { lon: 30.31413, lat: 59.93863 }),
            precision_km: 10.0,
            part_of: vec!["russia".into()],
            source: "GeoNames 498817".into(),
            note: Some("On the Neva".into()),
            geonames: Some(498_817),
            wikidata: Some("Q656".into()),
            mentions: 12,
        };
        let attested: DateSpan = "1878-12-18/1931".parse().unwrap();
        assert_eq!(from_feature(&to_feature(&place, &attested)).unwrap(), place);
        let nowhere = Place { point: None, note: None, wikidata: None, ..place };
        let feature = to_feature(&nowhere, &attested);
        assert!(feature.geometry.is_none(), "the feature stays, its geometry is null");
        assert_eq!(from_feature(&feature).unwrap(), nowhere);
    }
}
