//! Lives for unit tests: the tiny one of tests/tiny, and hand-made itineraries.

use super::kind::KindTable;
use super::life::{Life, LifeEntry};
use super::passage::Text;
use super::place::{Place, PlaceKind, Toponym};
use super::stay::{Calendar, Certainty, Stay};
use crate::domain::formats::parse_life;
use crate::domain::great_circle::LonLat;
use crate::domain::time::{DateSpan, Day};

/// The life of Marta Vale, an invented person.
pub fn tiny_life() -> Life {
    let lives = include_str!("../../../tests/tiny/data/lives.json");
    let mut lives: Vec<LifeEntry> = serde_json::from_str(lives).unwrap();
    parse_life(
        lives.remove(0),
        kinds(),
        include_str!("../../../tests/tiny/data/marta/places.geojson"),
        include_str!("../../../tests/tiny/data/marta/itinerary.geojson"),
    )
    .unwrap()
}

/// The text of the tiny life, with its mentions and dates.
pub fn tiny_text() -> Text {
    serde_json::from_str(include_str!("../../../tests/tiny/data/marta/text.json")).unwrap()
}

/// The kinds of the repository's own data.
pub fn kinds() -> KindTable {
    serde_json::from_str(include_str!("../../../data/kinds.json")).unwrap()
}

/// A day written YYYY-MM-DD.
pub fn day(text: &str) -> Day {
    text.parse().unwrap()
}

/// A place at a longitude on the equator, where a degree is 111.195 km.
pub fn place(id: &str, kind: PlaceKind, lon: Option<f64>, part_of: &[&str]) -> Place {
    Place {
        id: id.to_owned(),
        title: id.to_owned(),
        names: vec![Toponym { toponym: id.to_owned(), when: None }],
        kind,
        type_label: kind.as_str().to_owned(),
        point: lon.map(|lon| LonLat { lon, lat: 0.0 }),
        precision_km: 1.0,
        part_of: part_of.iter().map(|&id| id.to_owned()).collect(),
        source: String::new(),
        note: None,
        geonames: None,
        wikidata: None,
        mentions: 0,
    }
}

/// A stay; an empty date is one the source does not give.
pub fn stay(place: &str, kind: &str, arrive: &str, depart: &str) -> Stay {
    let date = |text: &str| -> Option<DateSpan> { text.parse().ok() };
    Stay {
        place: place.to_owned(),
        name: place.to_owned(),
        kind: kinds().get(kind).unwrap().clone(),
        arrive: date(arrive),
        depart: date(depart),
        calendar: Calendar::Unspecified,
        calendar_because: None,
        certainty: Certainty::Explicit,
        quote: String::new(),
        start: 0,
        end: 0,
        note: None,
        because: None,
        concurrent: false,
        review: None,
        confidence: None,
    }
}

/// A life of these places and stays, with the title of the tiny life.
pub fn life(first: &str, last: &str, places: Vec<Place>, stays: Vec<Stay>) -> Life {
    let mut entry = tiny_life().entry;
    (entry.first_day, entry.last_day) = (day(first), day(last));
    Life::new(entry, places, stays, Vec::new(), kinds()).unwrap()
}
