//! Places as Linked Places Format (LPF 1.3), a dialect of GeoJSON.
//!
//! <https://github.com/LinkedPasts/linked-places-format>
//!
//! `data/<life>/places.geojson` has this form; [`PlaceProperties`] and the
//! structs beside it define its keys, both for writing and for reading.

use geojson::{Feature, Geometry, GeometryValue, JsonObject, JsonValue};
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::lpf_json::{Bound, Description, Label, Link, Name, PlaceType, Relation, Timespan, When};
use crate::domain::great_circle::LonLat;
use crate::domain::json;
use crate::domain::life::{Place, PlaceKind, Toponym};
use crate::domain::serde_fields::serde_fields;
use crate::domain::time::{DateSpan, DateSpanError};

/// The JSON-LD context of the format.
pub const CONTEXT: &str = "https://raw.githubusercontent.com/LinkedPasts/linked-places/master/linkedplaces-context-v1.1.jsonld";

const IRI: &str = "urn:chronotope:place:";
const GEONAMES: &str = "https://www.geonames.org/";
const WIKIDATA: &str = "https://www.wikidata.org/entity/";

/// The properties of a place.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct PlaceProperties {
    /// Stable, kebab-case.
    pub id: String,
    /// Today's usual name.
    pub title: String,
    /// What sort of thing it is.
    pub kind: PlaceKind,
    /// GeoNames feature classes. Only written: they follow from the kind.
    pub fclasses: Vec<String>,
    /// How far the true spot or extent may be from the point, in kilometres.
    pub precision_km: f64,
    /// Where the coordinates come from.
    pub source: String,
    /// How often the text names it.
    pub mentions: usize,
}

serde_fields!(PlaceProperties {
    id: take("id"),
    title: take("title"),
    kind: take("kind"),
    fclasses = Default::default(),
    precision_km: take_or_default("precision_km"),
    source: take_or_default("source"),
    mentions: take_or_default("mentions"),
});

/// Why places cannot be read.
#[derive(Debug, thiserror::Error)]
pub enum PlacesError {
    /// The file is not a GeoJSON collection, or a place lacks a key.
    #[error(transparent)]
    Json(#[from] serde_json::Error),
    /// The geometry of a place is not a point.
    #[error("place `{id}`: its geometry is not a point")]
    NotAPoint {
        /// The id of the place.
        id: String,
    },
    /// A place has no type with a label.
    #[error("place `{id}`: it has no type")]
    NoType {
        /// The id of the place.
        id: String,
    },
    /// The time of a name is not EDTF.
    #[error("place `{id}`, name “{name}”: {source}")]
    NameDate {
        /// The id of the place.
        id: String,
        /// The name.
        name: String,
        /// What is wrong with its time.
        source: DateSpanError,
    },
}

/// Writes a place as a feature. [`parse_places`] restores it without loss.
/// The format requires a time for every place. `attested`, the span of the text, is
/// the time of a place whose names have no dates.
#[must_use]
pub fn to_feature(place: &Place, attested: &DateSpan) -> Feature {
    let when = existence(place).unwrap_or_else(|| timespan(attested)).into();
    let links = [
        place.geonames.map(|id| format!("{GEONAMES}{id}")),
        place.wikidata.as_ref().map(|id| format!("{WIKIDATA}{id}")),
    ];
    let link = |identifier| Link { r#type: "closeMatch".to_owned(), identifier };
    let relation = |id: &String| Relation {
        relation_type: "gvp:broaderPartitive".to_owned(),
        relation_to: iri(id),
    };
    let description = |note: &String| Description { value: note.clone(), lang: "en".to_owned() };
    let members = Members {
        iri: iri(&place.id),
        names: place.names.iter().map(Name::of).collect(),
        types: vec![place_type(place)],
        links: links.into_iter().flatten().map(link).collect(),
        relations: place.part_of.iter().map(relation).collect(),
        descriptions: place.note.iter().map(description).collect(),
        when,
    };
    let properties = PlaceProperties {
        id: place.id.clone(),
        title: place.title.clone(),
        kind: place.kind,
        fclasses: vec![feature_class(place.kind).to_owned()],
        precision_km: place.precision_km,
        source: place.source.clone(),
        mentions: place.mentions,
    };
    Feature {
        bbox: None,
        geometry: place.point.map(|point| geometry(point, place.precision_km)),
        id: None,
        properties: object(&properties),
        foreign_members: object(&members),
    }
}

/// Reads all places of a collection.
///
/// # Errors
/// The text is not a GeoJSON collection, or a place is not what [`to_feature`]
/// writes.
pub fn parse_places(text: &str) -> Result<Vec<Place>, PlacesError> {
    #[derive(Deserialize)]
    struct Collection {
        features: Vec<PlaceFeature>,
    }
    let collection: Collection = json::from_str(text)?;
    collection.features.into_iter().map(PlaceFeature::into_place).collect()
}

/// A feature as it is read.
struct PlaceFeature {
    geometry: Option<PointGeometry>,
    properties: PlaceProperties,
    names: Vec<Name>,
    types: Vec<PlaceType>,
    links: Vec<Link>,
    relations: Vec<Relation>,
    descriptions: Vec<Description>,
}

serde_fields!(PlaceFeature {
    geometry: take("geometry"),
    properties: take("properties"),
    names: take_or_default("names"),
    types: take_or_default("types"),
    links: take_or_default("links"),
    relations: take_or_default("relations"),
    descriptions: take_or_default("descriptions"),
});

struct PointGeometry {
    r#type: String,
    coordinates: Vec<f64>,
}

serde_fields!(PointGeometry { r#type: take("type"), coordinates: take("coordinates") });

/// The members that LPF adds to a GeoJSON feature.
#[derive(Serialize)]
struct Members {
    #[serde(rename = "@id")]
    iri: String,
    names: Vec<Name>,
    types: Vec<PlaceType>,
    links: Vec<Link>,
    relations: Vec<Relation>,
    descriptions: Vec<Description>,
    when: When,
}

impl PlaceFeature {
    fn into_place(self) -> Result<Place, PlacesError> {
        let PlaceProperties { id, title, kind, precision_km, source, mentions, .. } =
            self.properties;
        let point = match self.geometry {
            None => None,
            Some(geometry) => match geometry.coordinates.as_slice() {
                &[lon, lat, ..] if geometry.r#type == "Point" => Some(LonLat { lon, lat }),
                _ => return Err(PlacesError::NotAPoint { id }),
            },
        };
        let labels = self.types.into_iter().next().map(|place_type| place_type.source_labels);
        let Some(label) = labels.and_then(|labels| labels.into_iter().next()) else {
            return Err(PlacesError::NoType { id });
        };
        let linked =
            |start: &str| self.links.iter().find_map(|link| link.identifier.strip_prefix(start));
        let (geonames, wikidata) = (linked(GEONAMES), linked(WIKIDATA).map(str::to_owned));
        let names: Result<Vec<Toponym>, PlacesError> =
            self.names.into_iter().map(|name| name.into_toponym(&id)).collect();
        let containers = self.relations.iter().map(|relation| &relation.relation_to);
        Ok(Place {
            title,
            names: names?,
            kind,
            type_label: label.label,
            point,
            precision_km,
            part_of: containers.filter_map(|to| to.strip_prefix(IRI)).map(str::to_owned).collect(),
            source,
            note: self.descriptions.into_iter().next().map(|description| description.value),
            geonames: geonames.and_then(|id| id.parse().ok()),
            wikidata,
            mentions,
            id,
        })
    }
}

impl Name {
    fn of(name: &Toponym) -> Self {
        let when = name.when.as_ref().map(|when| timespan(when).into());
        Self { toponym: name.toponym.clone(), when }
    }

    /// Reads the name of the place `id`.
    fn into_toponym(self, id: &str) -> Result<Toponym, PlacesError> {
        let span = self.when.map(|when| when.timespans.into_iter().next().unwrap_or_default());
        let date = |bound: Option<Bound>| bound.and_then(|b| b.r#in).unwrap_or("..".to_owned());
        let when = span.map(|span| [date(span.start), date(span.end)].join("/").parse());
        match when.transpose() {
            Ok(when) => Ok(Toponym { toponym: self.toponym, when }),
            Err(source) => {
                Err(PlacesError::NameDate { id: id.to_owned(), name: self.toponym, source })
            }
        }
    }
}

fn iri(id: &str) -> String {
    format!("{IRI}{id}")
}

fn object(value: &impl Serialize) -> Option<JsonObject> {
    match serde_json::to_value(value) {
        Ok(JsonValue::Object(object)) => Some(object),
        _ => None,
    }
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

fn date(edtf: &str) -> Option<Bound> {
    Some(Bound { r#in: Some(edtf.to_owned()), ..Bound::default() })
}

/// `a/b` → `{start: {in: a}, end: {in: b}}`; an open end is left out.
fn timespan(when: &DateSpan) -> Timespan {
    let (start, end) = when.as_str().split_once('/').unwrap_or((when.as_str(), when.as_str()));
    let bound = |edtf: &str| if matches!(edtf, "" | "..") { None } else { date(edtf) };
    Timespan { start: bound(start), end: bound(end) }
}

/// From the first year of any of its names to the last; `None` if one of the
/// names has no time, or all are open at both ends.
fn existence(place: &Place) -> Option<Timespan> {
    let spans: Vec<&DateSpan> =
        place.names.iter().map(|name| name.when.as_ref()).collect::<Option<_>>()?;
    let start = spans.iter().map(|span| span.earliest).min().flatten();
    let ends: Option<Vec<_>> = spans.iter().map(|span| span.latest).collect();
    let end = ends.and_then(|ends| ends.into_iter().max());
    let bound = |day: crate::domain::time::Day| date(&day.to_string());
    let span = Timespan { start: start.and_then(bound), end: end.and_then(bound) };
    (span != Timespan::default()).then_some(span)
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

fn place_type(place: &Place) -> PlaceType {
    let concept = match place.kind {
        PlaceKind::Settlement => Some(("aat:300008347", "inhabited places")),
        PlaceKind::State => Some(("aat:300128207", "nations")),
        PlaceKind::Province => Some(("aat:300000774", "provinces")),
        PlaceKind::Region => Some(("aat:300182722", "regions (geographic)")),
        PlaceKind::Continent => Some(("aat:300128176", "continents")),
        _ => None,
    };
    let noun = &place.type_label;
    PlaceType {
        identifier: concept.map(|(id, _)| id.to_owned()),
        label: concept.map_or(noun.as_str(), |(_, label)| label).to_owned(),
        source_labels: vec![Label { label: noun.clone(), lang: "en".to_owned() }],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn petrograd() -> Place {
        Place {
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
        }
    }

    fn file(features: &[Feature]) -> String {
        let features: Vec<String> = features.iter().map(ToString::to_string).collect();
        format!(
            r#"{{"type":"FeatureCollection","@context":"x","features":[{}]}}"#,
            features.join(",")
        )
    }

    #[test]
    fn a_place_is_read_as_it_was_written() {
        let place = petrograd();
        let attested: DateSpan = "1878-12-18/1931".parse().unwrap();
        let feature = to_feature(&place, &attested);
        assert_eq!(parse_places(&file(&[feature])).unwrap(), std::slice::from_ref(&place));
        let nowhere = Place { point: None, note: None, wikidata: None, ..place };
        let feature = to_feature(&nowhere, &attested);
        assert!(feature.geometry.is_none(), "the feature stays, its geometry is null");
        assert_eq!(parse_places(&file(&[feature])).unwrap(), [nowhere]);
    }

    #[test]
    fn an_error_names_the_place_and_what_is_wrong() {
        let feature = to_feature(&petrograd(), &"1900".parse().unwrap());
        let text = file(&[feature]);
        for (good, bad, error) in [
            (
                r#""type":"Point""#,
                r#""type":"Pint""#,
                "place `petrograd`: its geometry is not a point",
            ),
            (r#""sourceLabels""#, r#""labels""#, "place `petrograd`: it has no type"),
            ("1914-09-01", "soon", "place `petrograd`, name “Petrograd”: `soon/1924-01-26` is not"),
            (
                r#""kind":"settlement""#,
                r#""kind":"planet""#,
                "`properties`: `kind`: unknown variant `planet`",
            ),
            (r#""title":"#, r#""titel":"#, "`properties`: missing field `title`"),
        ] {
            assert!(text.contains(good), "{good}");
            let found = parse_places(&text.replacen(good, bad, 1)).unwrap_err().to_string();
            assert!(found.starts_with(error), "{found}");
        }
    }
}
