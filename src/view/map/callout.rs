//! The card of told play, beside the person on the map.

use std::cell::Cell;

use leaflet::Map;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use super::bindings::lat_lng;
use crate::domain::formats::format_decimal;
use crate::domain::great_circle::LonLat;
use crate::page_model::{NARROW_PX, callout};

/// The width of the buttons at the right of a wide map, in pixels
/// (public/styles/map.css).
const BUTTONS_PX: f64 = 56.0;

pub(super) struct CardPlace {
    card: Option<HtmlElement>,
    /// Its width and height. Measured when its words change: measuring costs a layout.
    size: Cell<(f64, f64)>,
}

impl CardPlace {
    /// The card is beside the map's element, in the same section.
    pub fn of(ground: &HtmlElement) -> Self {
        let section = ground.parent_element();
        let card = section.and_then(|s| s.query_selector(".telling").ok().flatten());
        Self { card: card.and_then(|c| c.dyn_into().ok()), size: Cell::default() }
    }

    /// Measures the card anew, because its words have changed.
    pub fn measure(&self) {
        if let Some(card) = &self.card {
            self.size.set((card.offset_width().into(), card.offset_height().into()));
        }
    }

    /// The height of the card, in pixels; 0 while it is hidden.
    pub fn height(&self) -> f64 {
        self.size.get().1
    }

    /// Puts it beside the person.
    pub fn place(&self, map: &Map, person: Option<LonLat>) {
        let (Some(card), size) = (&self.card, self.size.get()) else { return };
        if size.1 == 0.0 {
            return;
        }
        let point = person.map(|at| map.lat_lng_to_container_point(&lat_lng(at)));
        let view = map.get_size();
        let right = if view.x() < NARROW_PX { 0.0 } else { BUTTONS_PX };
        let person = point.map(|point| (point.x(), point.y()));
        let at = callout(person, size, (view.x(), view.y()), right);
        let (x, y) = (format_decimal(at.left, 0), format_decimal(at.top, 0));
        let _ = card.style().set_property("translate", &format!("{x}px {y}px"));
    }
}
