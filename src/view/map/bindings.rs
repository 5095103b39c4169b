//! What the crate `leaflet` lacks, bound here and nowhere else.

use js_sys::Object;
use leaflet::{Control, LatLng, Map, Point};
use wasm_bindgen::prelude::*;

use crate::domain::great_circle::LonLat;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = ["L", "control"], js_name = scale)]
    fn scale(options: &JsValue) -> Control;

    #[wasm_bindgen(js_namespace = ["L", "control"], js_name = attribution)]
    fn attribution(options: &JsValue) -> Control;

}

/// Scale and credits. The buttons are ours: map_tools.rs.
pub(super) fn add_controls(map: &Map) {
    let _ = scale(&options(&[
        ("position", "bottomleft".into()),
        ("imperial", false.into()),
        ("maxWidth", 120.into()),
    ]))
    .add_to(map);
    let _ = attribution(&options(&[
        ("position", "bottomright".into()),
        (
            "prefix",
            "<a rel=\"external noopener\" href=\"https://leafletjs.com\">Leaflet</a>".into(),
        ),
    ]))
    .add_to(map);
}

/// Where places will be in the panes at the end of a zoom. Leaflet notifies its
/// layers when the zoom begins, and CSS animates them.
pub(super) fn animated_to(map: &Map, event: &JsValue) -> Option<impl Fn(LonLat) -> Point> {
    let get = |name: &str| js_sys::Reflect::get(event, &name.into()).ok();
    let (zoom, centre) = (get("zoom")?.as_f64()?, get("center")?.unchecked_into::<LatLng>());
    let size = map.get_size();
    let (in_pane, in_view) =
        (map.lat_lng_to_layer_point(&centre), map.lat_lng_to_container_point(&centre));
    let middle = map.project_with_zoom(&centre, zoom);
    // As `_getNewPixelOrigin` has it, with the offset that dragging leaves.
    let left = (middle.x() - size.x() / 2.0 - (in_pane.x() - in_view.x())).round();
    let top = (middle.y() - size.y() / 2.0 - (in_pane.y() - in_view.y())).round();
    let map = map.clone();
    Some(move |at| {
        let point = map.project_with_zoom(&lat_lng(at), zoom);
        Point::new(point.x() - left, point.y() - top)
    })
}

pub(super) fn lat_lng(point: LonLat) -> LatLng {
    LatLng::new(point.lat, point.lon)
}

/// A plain object of options.
pub(super) fn options(pairs: &[(&str, JsValue)]) -> JsValue {
    let object = Object::new();
    for (key, value) in pairs {
        // Setting a property of a fresh object cannot fail.
        let _ = js_sys::Reflect::set(&object, &(*key).into(), value);
    }
    object.unchecked_into()
}
