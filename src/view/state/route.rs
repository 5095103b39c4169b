//! State: the route, and the stop of it that is looked at.

use leptos::prelude::*;

use crate::domain::life::Life;
use crate::page_model::{Route, RouteStop};

/// The route that panel and map show: the reader's own, or a guest.
///
/// It is kept in the form that it has in an address, and not as a [`Route`]: the program
/// has its code for signals of texts already (3 kB smaller with brotli).
#[derive(Clone, Copy)]
pub struct RouteState {
    pub text: RwSignal<String>,
    /// Did it come with a link or a file? Then it is kept in the address; the reader's own
    /// is kept in the browser.
    pub is_guest: RwSignal<bool>,
    /// The index of the stop that is looked at, while the route is followed.
    pub stop: RwSignal<Option<usize>>,
    /// The route before a stop was removed from it; else empty.
    pub before: RwSignal<String>,
}

impl RouteState {
    pub fn new() -> Self {
        Self {
            text: RwSignal::new(String::new()),
            is_guest: RwSignal::new(false),
            stop: RwSignal::new(None),
            before: RwSignal::new(String::new()),
        }
    }

    /// The route shown.
    pub fn get(&self) -> Route {
        Route::parse(&self.text.get()).0
    }

    /// The same, for what must not run again when it changes.
    pub fn get_untracked(&self) -> Route {
        Route::parse(&self.text.get_untracked()).0
    }

    /// The stop that is looked at, while the route is followed.
    pub fn current(&self) -> Option<(usize, RouteStop)> {
        let index = self.stop.get()?;
        Some((index, self.stop_at(index)?))
    }

    /// A stop by its index.
    pub fn stop_at(&self, index: usize) -> Option<RouteStop> {
        let mut stops = self.get().stops;
        (index < stops.len()).then(|| stops.swap_remove(index))
    }

    /// Shows another route, which is not followed yet.
    pub fn show(&self, route: &Route, is_guest: bool) {
        self.stop.set(None);
        self.is_guest.set(is_guest);
        self.change(route);
    }

    /// Shows the route as it has been changed.
    pub fn change(&self, route: &Route) {
        self.before.set(String::new());
        self.text.set(route.to_string());
    }

    /// The places of the stops, by their indices, while the route is followed.
    pub fn places(&self, life: &Life) -> Vec<usize> {
        if self.stop.get().is_none() {
            return Vec::new();
        }
        let stops = self.get().stops;
        stops.iter().filter_map(|stop| life.place_index(stop.place.as_ref()?)).collect()
    }
}
