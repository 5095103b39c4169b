//! The way travelled so far.

use js_sys::Array;
use leaflet::{LatLng, Map, Polyline, PolylineOptions, Svg, SvgOptions};

use super::super::reading::Loaded;
use crate::domain::{LonLat, Scene, SceneDifference, along_great_circle, kilometres};

/// A point about every so many kilometres: finer than the eye at zoom 6.
const STEP_KM: f64 = 60.0;

/// How many journeys back still count as fresh.
const FRESH: usize = 4;

pub(super) struct Trail {
    legs: Vec<Option<Leg>>,
}

struct Leg {
    line: Polyline,
    from: LonLat,
    to: LonLat,
    unknown: bool,
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
                Some(Leg { line, from, to, unknown: journey.unknown })
            })
            .collect();
        Self { legs }
    }

    pub fn show(&self, map: &Map, scene: &Scene, difference: &SceneDifference) {
        if difference.journeys.is_empty() {
            return;
        }
        for &index in &difference.journeys {
            let Some(Some(leg)) = self.legs.get(index) else { continue };
            let progress = scene.travelled[index];
            if progress > 0.0 {
                let _ = leg.line.set_lat_lngs(&leg.points(progress));
                if !map.has_layer(&leg.line) {
                    let _ = leg.line.add_to(map);
                }
            } else if map.has_layer(&leg.line) {
                let _ = leg.line.remove();
            }
        }
        self.age(map, scene);
    }

    /// The last few journeys stand out, older ones fade.
    fn age(&self, map: &Map, scene: &Scene) {
        let begun = scene.travelled.iter().rposition(|&progress| progress > 0.0).unwrap_or(0);
        for (index, leg) in self.legs.iter().enumerate() {
            let Some(leg) = leg else { continue };
            if map.has_layer(&leg.line)
                && let Some(path) = path_element(&leg.line)
            {
                let fresh = index + FRESH > begun;
                let _ = path.class_list().toggle_with_force("fresh", fresh);
                let _ = path.class_list().toggle_with_force("unknown", leg.unknown);
            }
        }
    }
}

impl Leg {
    fn points(&self, progress: f64) -> Array {
        let pieces = (kilometres(self.from, self.to) * progress / STEP_KM).ceil().max(1.0) as u32;
        // Longitudes run on over the antimeridian, so that no line runs back
        // across the whole map.
        let mut before = self.from.lon;
        (0..=pieces)
            .map(|i| {
                let share = progress * f64::from(i) / f64::from(pieces);
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
