//! The person's marker.

use leaflet::{Map, Marker};
use web_sys::HtmlElement;

use super::places::element;
use super::{gaps, lat_lng};
use crate::domain::{LonLat, Position, fixed};

pub(super) struct Person {
    marker: Option<Marker>,
    element: Option<HtmlElement>,
}

impl Person {
    pub fn new(map: &Map) -> Self {
        let _ = map.create_pane_by_name("person").style().set_property("z-index", "640");
        let element = element("span", "person");
        let marker = element.as_ref().map(|element| {
            gaps::element_marker(&lat_lng(LonLat { lon: 0.0, lat: 0.0 }), element, "person")
        });
        Self { marker, element }
    }

    /// A dot where the source knows, a ring where it does not.
    pub fn show(&self, map: &Map, position: Option<Position>) {
        let (Some(marker), Some(element)) = (&self.marker, &self.element) else { return };
        let Some(position) = position else {
            let _ = marker.remove();
            return;
        };
        marker.set_lat_lng(&lat_lng(position.at));
        if !map.has_layer(marker) {
            let _ = marker.add_to(map);
        }
        let class = match (position.unknown, position.moving) {
            (true, _) => "person unknown",
            (false, true) => "person moving",
            (false, false) => "person",
        };
        if element.class_name() != class {
            element.set_class_name(class);
        }
        if position.moving {
            // On Mercator's map a bearing is the angle that one sees.
            let heading = fixed(position.heading, 1) + "deg";
            let _ = element.style().set_property("--heading", &heading);
        }
        // Where the marker stands, for tests and for whoever inspects the page.
        let _ = element.set_attribute("data-lat", &fixed(position.at.lat, 4));
        let _ = element.set_attribute("data-lon", &fixed(position.at.lon, 4));
    }
}
