//! The base map: land, relief, lakes and rivers.

use std::cell::Cell;
use std::rc::Rc;

use js_sys::Array;
use leaflet::{
    Event, Evented, EventedHandle, Map, Polygon, Polyline, PolylineOptions, Svg, SvgOptions,
    TileLayer, TileLayerOptions,
};
use wasm_bindgen::JsCast;

use super::bindings::lat_lng;
use crate::domain::formats::{Basemap, format_decimal};
use crate::domain::great_circle::LonLat;

const RELIEF: &str = "data/basemap/relief/{z}/{x}/{y}.webp";
const CREDITS: &str = "Land: <a rel=\"external noopener\" href=\"https://www.naturalearthdata.com\">Natural Earth</a>, \
    relief: <a rel=\"external noopener\" href=\"https://www.shadedrelief.com\">Tom Patterson</a>, \
    places: <a rel=\"external noopener\" href=\"https://www.geonames.org\">GeoNames</a> CC BY 4.0";

/// Panes from the ground up, all in one that lies below Leaflet's tiles (200):
/// the browser composes the unmoving layers once, not with every frame.
const PANES: [&str; 4] = ["land", "relief", "water", "borders"];

/// Makes room for the base map.
pub(super) fn prepare(map: &Map) {
    let ground = map.create_pane_by_name("ground");
    let _ = ground.style().set_property("z-index", "150");
    for name in PANES {
        let _ = map.create_pane(name, &ground);
    }
}

pub(super) fn draw_relief(map: &Map) {
    let relief = TileLayerOptions::new();
    relief.set_pane("relief".to_owned());
    // One zoom coarser than the map: a fourth of the tiles. Hills are soft shapes, and the
    // relief is the largest part of a first visit.
    relief.set_tile_size(512.0);
    relief.set_zoom_offset(-1.0);
    relief.set_max_native_zoom(6.0);
    relief.set_attribution(CREDITS.to_owned());
    let _ = TileLayer::new_options(RELIEF, &relief).add_to(map);
}

pub(super) fn draw_land(map: &Map, basemap: &Basemap) {
    add_polygons(map, &basemap.land, &renderer("land"), "land", "land");
}

pub(super) fn draw_water(map: &Map, basemap: &Basemap) {
    let water = renderer("water");
    let rivers: Array = basemap.rivers.iter().map(|river| points(river)).collect();
    let options = path_options(&water, "water", "river");
    options.set_fill(false);
    let _ = Polyline::new_with_options(&rivers, &options).add_to(map);
    add_polygons(map, &basemap.lakes, &water, "water", "lake");
}

/// Today's streets and borders: requested only when the reader switches them on.
pub(super) fn streets() -> TileLayer {
    let options = TileLayerOptions::new();
    options.set_max_zoom(19.0);
    options.set_attribution(
        "© <a href=\"https://www.openstreetmap.org/copyright\">OpenStreetMap</a> contributors"
            .to_owned(),
    );
    TileLayer::new_options("https://tile.openstreetmap.org/{z}/{x}/{y}.png", &options)
}

/// Calls `failed` whenever not one tile of a layer could be loaded.
pub(super) fn watch(layer: &TileLayer, failed: impl Fn() + 'static) -> [EventedHandle<Event>; 3] {
    let has_tile = Rc::new(Cell::new(false));
    // The binding does not know that a layer of tiles has events.
    let layer: &Evented = layer.unchecked_ref();
    let on = |name: &'static str, act: Box<dyn Fn()>| {
        Evented::on_leaflet_event::<Event, _, _, _>(&layer, name, move |_: Event| act())
    };
    let (loading, loaded) = (Rc::clone(&has_tile), Rc::clone(&has_tile));
    // Leaflet's "load": each tile is there or has failed.
    let all_done = move || {
        if !has_tile.get() {
            failed();
        }
    };
    [
        on("loading", Box::new(move || loading.set(false))),
        on("tileload", Box::new(move || loaded.set(true))),
        on("load", Box::new(all_done)),
    ]
}

/// Fades the relief where its pixels would grow larger than its hills.
pub(super) fn fade(map: &Map) {
    let near = ((10.0 - map.get_zoom()) / 3.0).clamp(0.0, 1.0);
    let pane = map.get_pane_by_name("relief");
    let _ = pane.style().set_property("--near", &format_decimal(near, 2));
}

/// Drawn a little beyond the edges, so that a short pan shows no blank.
fn renderer(pane: &str) -> Svg {
    let options = SvgOptions::new();
    options.set_pane(pane.to_owned());
    options.set_padding(0.4);
    Svg::with_options(&options)
}

fn add_polygons(map: &Map, polygons: &[Vec<Vec<LonLat>>], renderer: &Svg, pane: &str, class: &str) {
    // One layer for all: Leaflet then clips and draws a single path.
    let all: Array = polygons
        .iter()
        .map(|polygon| polygon.iter().map(|ring| points(ring)).collect::<Array>())
        .collect();
    let _ = Polygon::new_with_options(&all, &path_options(renderer, pane, class)).add_to(map);
}

fn path_options(renderer: &Svg, pane: &str, class: &str) -> PolylineOptions {
    let options = PolylineOptions::new();
    options.set_renderer(renderer.into());
    options.set_pane(pane.to_owned());
    options.set_class_name(class.to_owned());
    options.set_interactive(false);
    options.set_smooth_factor(0.8);
    options
}

fn points(line: &[LonLat]) -> Array {
    line.iter().map(|&point| lat_lng(point)).collect()
}
