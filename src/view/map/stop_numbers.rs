//! The numbers of a route's stops, at their places on the map.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::Element;

use crate::view::state::PageState;

/// Writes the numbers of the stops at every place; none while no route is followed.
pub(super) fn number_stops(state: PageState) {
    let is_followed = state.route.stop.get().is_some();
    let Ok(dots) = document().query_selector_all(".place .dot") else { return };
    let route = state.route.get();
    for index in 0..dots.length() {
        let dot = dots.item(index).and_then(|dot| dot.dyn_into::<Element>().ok());
        let Some(dot) = dot else { continue };
        let place = dot.parent_element().and_then(|button| button.get_attribute("data-place"));
        let numbers = place.filter(|_| is_followed).map(|id| route.numbers_at(&id));
        let _ = match numbers.filter(|numbers| !numbers.is_empty()) {
            Some(numbers) => dot.set_attribute("data-stop", &numbers),
            None => dot.remove_attribute("data-stop"),
        };
    }
}
