//! A route: chosen days of a life, each with a note or a question, for a class.

mod address;

use std::ops::RangeInclusive;

use crate::domain::formats::format_decimal;
use crate::domain::json;
use crate::domain::life::Life;
use crate::domain::serde_fields::serde_fields;
use crate::domain::time::Day;

/// The most stops that a route has.
pub const MAX_STOPS: usize = 100;
/// Some programs cut links that are longer than this, in characters.
pub const LONG_LINK: usize = 2000;

/// The zoom levels that a map may have.
const ZOOMS: RangeInclusive<f64> = 0.0..=24.0;

/// A title and some stops, in the order in which they are visited.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Route {
    /// What the route is called; may be empty.
    pub title: String,
    /// At most [`MAX_STOPS`].
    pub stops: Vec<RouteStop>,
}

serde_fields!(Route { title: take_or_default("title"), stops: take("stops") });

/// A day to look at, and what there is to say or to ask about it. A bookmark is a stop.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RouteStop {
    /// The day that the slider is set to.
    pub day: Day,
    /// The id of the place to look at. Without one the map looks at the person.
    pub place: Option<String>,
    /// How near the map comes to the place: Leaflet's zoom level, a whole number.
    pub zoom: Option<f64>,
    /// A note or a question; may be empty.
    pub note: String,
}

serde_fields!(RouteStop {
    day: take("date"),
    place: take("place"),
    zoom: take("zoom"),
    note: take_or_default("note"),
});

impl Route {
    /// Reads a route from a file.
    ///
    /// # Errors
    /// The text is not JSON, or not that of a route. The error says what is wrong.
    pub fn from_json(text: &str) -> Result<Self, serde_json::Error> {
        let mut route: Self = json::from_str(text)?;
        route.stops.truncate(MAX_STOPS);
        for stop in &mut route.stops {
            stop.zoom = stop.zoom.map(f64::round).filter(|zoom| ZOOMS.contains(zoom));
        }
        Ok(route)
    }

    /// Writes the route as a file: `{"title", "stops": [{"date", "place", "zoom", "note"}]}`.
    #[must_use]
    pub fn to_json(&self) -> String {
        let mut text = format!("{{\"title\": {}, \"stops\": [", quoted(&self.title));
        for (index, stop) in self.stops.iter().enumerate() {
            text += if index == 0 { "\n  {" } else { ",\n  {" };
            text += &format!("\"date\": \"{}\"", stop.day);
            if let Some(place) = &stop.place {
                text += &format!(", \"place\": {}", quoted(place));
            }
            if let Some(zoom) = stop.zoom {
                text += &format!(", \"zoom\": {}", format_decimal(zoom, 0));
            }
            text += &format!(", \"note\": {}}}", quoted(&stop.note));
        }
        text + "\n]}\n"
    }

    /// Leaves out what a life does not have: stops outside its days, and unknown places
    /// of other stops. Returns the number of the stops concerned.
    pub fn keep_to(&mut self, life: &Life) -> usize {
        let (first, last) = (life.entry.first_day, life.entry.last_day);
        let all = self.stops.len();
        self.stops.retain(|stop| (first..=last).contains(&stop.day));
        let mut concerned = all - self.stops.len();
        for stop in &mut self.stops {
            if stop.place.as_ref().is_some_and(|id| life.place(id).is_none()) {
                stop.place = None;
                concerned += 1;
            }
        }
        concerned
    }

    /// The numbers of the stops at a place, as the map shows them: "1, 4". Empty if there
    /// is none.
    #[must_use]
    pub fn numbers_at(&self, place: &str) -> String {
        let at = |stop: &RouteStop| stop.place.as_deref() == Some(place);
        let stops = self.stops.iter().enumerate().filter(|(_, stop)| at(stop));
        stops.map(|(index, _)| (index + 1).to_string()).collect::<Vec<_>>().join(", ")
    }

    /// Moves a stop to the place of its neighbour. Returns its new index; `None` if it
    /// has no neighbour there.
    pub fn swap(&mut self, index: usize, forward: bool) -> Option<usize> {
        let other = if forward { index + 1 } else { index.checked_sub(1)? };
        if index.max(other) >= self.stops.len() {
            return None;
        }
        self.stops.swap(index, other);
        Some(other)
    }
}

impl RouteStop {
    /// The stay at the stop's place on its day, by its index in the itinerary.
    #[must_use]
    pub fn stay(&self, life: &Life) -> Option<usize> {
        let shown = life.itinerary.whereabouts(self.day).shown?;
        let stayed = &life.itinerary.stays[shown.stay].place;
        let is_here = self.place.as_deref().is_none_or(|id| {
            life.itinerary.place_of(shown) == id
                || life.place(id).is_some_and(|place| life.is_at(place, stayed))
        });
        is_here.then_some(shown.stay)
    }
}

/// A text as a string of JSON.
fn quoted(text: &str) -> String {
    serde_json::to_string(text).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::life::samples::{day, tiny_life};

    fn stop(date: &str, place: Option<&str>, note: &str) -> RouteStop {
        let place = place.map(str::to_owned);
        RouteStop { day: day(date), place, zoom: None, note: note.to_owned() }
    }

    #[test]
    fn a_file_has_plain_keys() {
        let mut route =
            Route { title: "A “life”".to_owned(), stops: vec![stop("1903-12-01", None, "")] };
        route
            .stops
            .push(RouteStop { zoom: Some(5.0), ..stop("1904-01-02", Some("gori"), "Why?\n\"") });
        let text = "{\"title\": \"A “life”\", \"stops\": [\
            \n  {\"date\": \"1903-12-01\", \"note\": \"\"},\
            \n  {\"date\": \"1904-01-02\", \"place\": \"gori\", \"zoom\": 5, \"note\": \"Why?\\n\\\"\"}\
            \n]}\n";
        assert_eq!(route.to_json(), text);
        assert_eq!(Route::from_json(text).unwrap(), route);
    }

    #[test]
    fn what_is_wrong_with_a_file_is_said() {
        for (text, why) in [
            ("", "EOF"),
            ("[]", "expected a map"),
            ("{}", "missing field `stops`"),
            (r#"{"stops": [{"date": "1903-13-01"}]}"#, "`stops`: `date`"),
            (r#"{"stops": [{"date": "1903-12-01", "note": 5}]}"#, "`note`"),
            (r#"{"stops": [{"date": "1903-12-01", "zoom": "5"}]}"#, "`zoom`"),
        ] {
            let error = Route::from_json(text).unwrap_err().to_string();
            assert!(error.contains(why), "{text}: {error}");
        }
    }

    #[test]
    fn what_a_life_does_not_have_is_left_out() {
        let life = tiny_life();
        let (first, place) = (life.entry.first_day.to_string(), life.places[0].id.clone());
        let mut route = Route {
            title: String::new(),
            stops: vec![
                stop("0001-01-01", Some(&place), "outside its days"),
                stop(&first, Some("atlantis"), "a place that it does not have"),
                stop(&first, Some(&place), "a stop"),
            ],
        };
        assert_eq!(route.keep_to(&life), 2);
        assert_eq!(route.stops.len(), 2);
        assert_eq!(route.stops[0].place, None);
        assert_eq!(route.keep_to(&life), 0);
    }

    #[test]
    fn a_stop_has_the_stay_of_its_day_and_place() {
        let life = tiny_life();
        let index = life.itinerary.main_line().next().unwrap();
        let place = life.itinerary.stays[index].place.clone();
        let on = life.itinerary.schedule.timings[index].drawn_arrival.to_string();
        assert_eq!(stop(&on, None, "").stay(&life), Some(index));
        assert_eq!(stop(&on, Some(&place), "").stay(&life), Some(index));
        let elsewhere = life.places.iter().find(|p| !life.is_at(p, &place)).unwrap();
        assert_eq!(stop(&on, Some(&elsewhere.id), "").stay(&life), None);
    }

    #[test]
    fn stops_are_numbered_and_moved() {
        let mut route = Route::default();
        for (date, place) in [("1903-01-01", "a"), ("1904-01-01", "b"), ("1905-01-01", "a")] {
            route.stops.push(stop(date, Some(place), ""));
        }
        assert_eq!([route.numbers_at("a"), route.numbers_at("c")], ["1, 3", ""]);
        assert_eq!([route.swap(0, false), route.swap(2, true), route.swap(9, false)], [None; 3]);
        assert_eq!(route.swap(0, true), Some(1));
        assert_eq!(route.numbers_at("b"), "1");
    }
}
