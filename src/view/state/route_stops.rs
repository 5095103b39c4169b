//! Adding stops to the route, and going to them.

use leptos::prelude::*;

use super::map::Shot;
use super::page_state::PageState;
use super::selection::Selection;
use crate::domain::great_circle::LonLat;
use crate::page_model::{Frame, MAX_STOPS, MapView, RouteStop};

/// How long the camera flies to a stop, in seconds.
const FLIGHT_S: f64 = 1.2;

impl PageState {
    /// What is seen now as a stop: the day, the place that is selected or where the person
    /// is, and the zoom of the map. `None` if the route is full.
    pub fn stop_now(&self) -> Option<RouteStop> {
        let loaded = self.loaded();
        let selected = self.selected.with_untracked(|s| Some(s.as_ref()?.place()?.to_owned()));
        let place = selected.or_else(|| {
            let shown = self.whereabouts.with_untracked(|w| w.shown.filter(|_| w.moving.is_none()));
            Some(loaded.life.itinerary.place_of(shown?).to_owned())
        });
        let zoom = self.map.view.get_untracked().map(|view| view.zoom.round());
        let day = self.time.day.get_untracked();
        let has_room = self.route.get_untracked().stops.len() < MAX_STOPS;
        has_room.then_some(RouteStop { day, place, zoom, note: String::new() })
    }

    /// Follows the route at a stop: goes to its day and has its place in sight.
    pub fn go_to_stop(&self, index: usize) {
        let Some(stop) = untrack(|| self.route.stop_at(index)) else { return };
        self.route.stop.set(Some(index));
        // The card of another place would cover the map.
        let is_of_stop = |s: &Selection| s.place() == stop.place.as_deref();
        if !self.selected.with_untracked(|s| s.as_ref().is_some_and(is_of_stop)) {
            self.select(None);
        }
        self.go_to(stop.day);
        let place = stop.place.and_then(|id| {
            self.loaded.with_value(|l| Some((l.life.place_index(&id)?, l.life.place(&id)?.point?)))
        });
        let Some((place, at)) = place else { return };
        match stop.zoom {
            Some(zoom) => self.look_at(at, zoom),
            None => self.map.sight.set(Some(place)),
        }
    }

    fn look_at(&self, at: LonLat, zoom: f64) {
        if self.map.view.get_untracked().is_none() {
            // There is no map yet; it opens with this view.
            self.map.view.set(Some(MapView { zoom, lat: at.lat, lon: at.lon }));
        } else if let Some(frame) = Frame::around(&[at], zoom) {
            self.map.shot.set(Some(Shot { frame, seconds: FLIGHT_S }));
        }
    }

    /// Has all stops of the route in sight, at once, and numbered.
    pub fn show_whole_route(&self) {
        if self.route.stop.get_untracked().is_none() {
            self.route.stop.set(Some(0));
        }
        let places = self.loaded.with_value(|l| {
            let places = self.route.places(&l.life);
            places.iter().filter_map(|&index| l.life.places[index].point).collect::<Vec<_>>()
        });
        if let Some(frame) = Frame::of_life(&places) {
            self.map.shot.set(Some(Shot { frame, seconds: 0.0 }));
        }
    }
}
