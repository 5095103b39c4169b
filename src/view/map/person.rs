//! The person's marker.

use std::cell::Cell;

use leaflet::{Map, Point};
use web_sys::HtmlElement;

use super::elements::element;
use crate::domain::formats::format_decimal;
use crate::domain::great_circle::LonLat;
use crate::page_model::PersonMarker;

pub(super) struct Person {
    element: Option<HtmlElement>,
    at: Cell<Option<LonLat>>,
    /// The other end of a gap in the source.
    other_end: Option<HtmlElement>,
    or_at: Cell<Option<LonLat>>,
}

impl Person {
    pub fn new(map: &Map) -> Self {
        let pane = map.create_pane_by_name("person");
        let _ = pane.style().set_property("z-index", "640");
        let marker = |class| {
            let element = element("span", class);
            if let Some(element) = &element {
                element.set_hidden(true);
                let _ = pane.append_child(element);
            }
            element
        };
        let (element, other_end) = (marker("person"), marker("gap-end"));
        Self { element, other_end, at: Cell::default(), or_at: Cell::default() }
    }

    /// The position of the marker.
    pub fn at(&self) -> Option<LonLat> {
        self.at.get()
    }

    /// Puts the marker where it is on the map; `point` gives that in the pixels
    /// of Leaflet's panes.
    pub fn reposition(&self, point: impl Fn(LonLat) -> Point) {
        for (element, at) in [(&self.element, &self.at), (&self.other_end, &self.or_at)] {
            let (Some(element), Some(at)) = (element, at.get()) else { continue };
            // Not left and top: the person moves with every frame of play.
            let point = point(at);
            let (x, y) = (format_decimal(point.x(), 1), format_decimal(point.y(), 1));
            let _ = element.style().set_property("translate", &format!("{x}px {y}px"));
        }
    }

    /// A dot where the source knows, a ring at both ends of a gap where it does not.
    pub fn show(&self, position: Option<PersonMarker>, point: impl Fn(LonLat) -> Point) {
        let Some(element) = &self.element else { return };
        self.at.set(position.map(|position| position.at));
        self.or_at.set(position.and_then(|position| position.or_at));
        element.set_hidden(position.is_none());
        if let Some(other_end) = &self.other_end {
            other_end.set_hidden(self.or_at.get().is_none());
        }
        let Some(position) = position else { return };
        self.reposition(point);
        let class = match (position.unknown, position.moving) {
            (true, _) => "person unknown",
            (false, true) => "person moving",
            (false, false) => "person",
        };
        if element.class_name() != class {
            element.set_class_name(class);
        }
        if position.moving {
            // In the Mercator projection a bearing is the angle seen on the map.
            let heading = format_decimal(position.heading, 1) + "deg";
            let _ = element.style().set_property("--heading", &heading);
        }
        if position.unknown {
            // In a gap of the source the position is unknown, so none is written.
            let _ = element.remove_attribute("data-lat");
            let _ = element.remove_attribute("data-lon");
            return;
        }
        // The position of the marker, for tests and for inspecting the page.
        let _ = element.set_attribute("data-lat", &format_decimal(position.at.lat, 4));
        let _ = element.set_attribute("data-lon", &format_decimal(position.at.lon, 4));
    }
}
