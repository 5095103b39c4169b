//! The trail: the journeys made so far.

use std::cell::Cell;

use js_sys::Array;
use leaflet::{LatLng, Map, Polyline, PolylineOptions, Svg, SvgOptions};

use crate::domain::great_circle::{LonLat, along_great_circle, distance_km};
use crate::page_model::{Scene, SceneDifference};
use crate::view::loaded::Loaded;

/// The distance between the points of a line, in kilometres. At zoom 6 the line looks
/// smooth.
const STEP_KM: f64 = 60.0;

pub(super) struct Trail {
    legs: Vec<Option<Leg>>,
    /// Leaflet's renderer of the lines, above the ground and below the places.
    pub renderer: Svg,
}

struct Leg {
    line: Polyline,
    from: LonLat,
    to: LonLat,
    unknown: bool,
    /// The part of the journey that is drawn, as shares of the way.
    drawn: Cell<(f64, f64)>,
}

impl Trail {
    pub fn new(map: &Map, loaded: &Loaded) -> Self {
        let pane = "trail";
        let _ = map.create_pane_by_name(pane).style().set_property("z-index", "410");
        let svg = SvgOptions::new();
        svg.set_pane(pane.to_owned());
        svg.set_padding(0.4);
        let renderer = Svg::with_options(&svg);
        let legs = loaded
            .resolved_stays
            .journeys
            .iter()
            .map(|journey| {
                let (from, to) = (loaded.life.point(journey.from)?, loaded.life.point(journey.to)?);
                let options = PolylineOptions::new();
                options.set_renderer((&renderer).into());
                options.set_pane(pane.to_owned());
                options.set_interactive(false);
                options.set_smooth_factor(0.2);
                let class = if journey.unknown { "leg unknown" } else { "leg" };
                options.set_class_name(class.to_owned());
                let line = Polyline::new_with_options(&Array::new(), &options);
                Some(Leg { line, from, to, unknown: journey.unknown, drawn: Cell::default() })
            })
            .collect();
        Self { legs, renderer }
    }

    pub fn show(&self, map: &Map, scene: &Scene, difference: &SceneDifference) {
        if difference.journeys.is_empty() {
            return;
        }
        for &index in &difference.journeys {
            let Some(Some(leg)) = self.legs.get(index) else { continue };
            let (from, to) = scene.travelled[index];
            if from < to {
                if leg.drawn.replace((from, to)) != (from, to) {
                    let _ = leg.line.set_lat_lngs(&leg.points(from, to));
                }
                if !map.has_layer(&leg.line) {
                    let _ = leg.line.add_to(map);
                }
                leg.set_age(scene.ages[index]);
            } else if map.has_layer(&leg.line) {
                let _ = leg.line.remove();
            }
        }
    }
}

impl Leg {
    /// The last journeys stand out, older ones fade.
    fn set_age(&self, age: u8) {
        let Some(path) = path_element(&self.line) else { return };
        let unknown = if self.unknown { " unknown" } else { "" };
        let _ = path.set_attribute("class", &format!("leg age-{age}{unknown}"));
    }

    /// The part of the way between two shares of it.
    fn points(&self, from: f64, to: f64) -> Array {
        let km = distance_km(self.from, self.to) * (to - from);
        let pieces = (km / STEP_KM).ceil().max(1.0) as u32;
        // Longitudes run on over the antimeridian, so that no line runs back
        // across the whole map.
        let mut before = self.from.lon;
        (0..=pieces)
            .map(|i| {
                let share = from + (to - from) * f64::from(i) / f64::from(pieces);
                let point = along_great_circle(self.from, self.to, share);
                let turns = ((before - point.lon) / 360.0).round();
                let lon = point.lon + 360.0 * turns;
                before = lon;
                LatLng::new(point.lat, lon)
            })
            .collect()
    }
}

fn path_element(line: &Polyline) -> Option<web_sys::Element> {
    use wasm_bindgen::JsCast;
    js_sys::Reflect::get(line, &"_path".into()).ok()?.dyn_into().ok()
}
