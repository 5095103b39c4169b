//! How roughly a place is known: a circle around the person's place.

use leaflet::{Circle, CircleOptions, Map, Svg};

use super::bindings::lat_lng;
use crate::domain::great_circle::LonLat;
use crate::domain::life::Place;
use crate::page_model::Scene;

/// A smaller uncertainty is not drawn: its circle would be no larger than a dot.
const FROM_KM: f64 = 10.0;

pub(super) struct Precision {
    circle: Circle,
    /// Per place: where it is and how roughly.
    places: Vec<Option<(LonLat, f64)>>,
}

impl Precision {
    pub fn new(places: &[Place], renderer: &Svg) -> Self {
        let options = CircleOptions::new();
        options.set_class_name("precision".to_owned());
        options.set_interactive(false);
        options.set_pane("trail".to_owned());
        options.set_renderer(renderer.into());
        let circle = Circle::new_with_options(&lat_lng(LonLat { lon: 0.0, lat: 0.0 }), &options);
        let places = places
            .iter()
            .map(|p| p.point.map(|at| (at, p.precision_km)).filter(|p| p.1 >= FROM_KM))
            .collect();
        Self { circle, places }
    }

    pub fn show(&self, map: &Map, scene: &Scene) {
        let moving = scene.position.is_none_or(|p| p.moving);
        let here = scene.places.iter().position(|place| place.here).filter(|_| !moving);
        match here.and_then(|i| self.places[i]) {
            Some((at, km)) => {
                self.circle.set_lat_lng(&lat_lng(at));
                self.circle.set_radius(km * 1000.0);
                if !map.has_layer(&self.circle) {
                    let _ = self.circle.add_to(map);
                }
            }
            None => {
                let _ = self.circle.remove();
            }
        }
    }
}
