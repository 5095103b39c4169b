//! Elements in the panes of the map.

use leaflet::Point;
use leptos::prelude::document;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use crate::domain::formats::format_decimal;

/// Puts an element to a point of Leaflet's panes.
pub(super) fn put(element: &HtmlElement, point: &Point) {
    let style = element.style();
    let _ = style.set_property("left", &(format_decimal(point.x(), 1) + "px"));
    let _ = style.set_property("top", &(format_decimal(point.y(), 1) + "px"));
}

/// A fresh element of the page with a class.
pub(super) fn element(tag: &str, class: &str) -> Option<HtmlElement> {
    let element: HtmlElement = document().create_element(tag).ok()?.dyn_into().ok()?;
    element.set_class_name(class);
    Some(element)
}
