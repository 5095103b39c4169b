//! What the crate `leaflet` lacks, bound here and nowhere else.

use js_sys::Array;
use leaflet::{Control, Icon, LatLng, Map, Marker, MarkerOptions};
use wasm_bindgen::prelude::*;
use web_sys::HtmlElement;

use super::options;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = ["L", "control"], js_name = scale)]
    fn scale(options: &JsValue) -> Control;

    #[wasm_bindgen(js_namespace = ["L", "control"], js_name = zoom)]
    fn zoom(options: &JsValue) -> Control;

    #[wasm_bindgen(js_namespace = ["L", "control"], js_name = attribution)]
    fn attribution(options: &JsValue) -> Control;

    #[wasm_bindgen(js_namespace = L, js_name = divIcon)]
    fn div_icon(options: &JsValue) -> Icon;

}

/// Zoom, scale and credits.
pub(super) fn add_controls(map: &Map) {
    let _ = zoom(&options(&[("position", "topright".into())])).add_to(map);
    let _ = scale(&options(&[
        ("position", "bottomleft".into()),
        ("imperial", false.into()),
        ("maxWidth", 120.into()),
    ]))
    .add_to(map);
    let _ = attribution(&options(&[
        ("position", "bottomright".into()),
        ("prefix", "<a href=\"https://leafletjs.com\">Leaflet</a>".into()),
    ]))
    .add_to(map);
}

/// A marker that is an element of ours; its texts are set as text, never as
/// markup.
pub(super) fn element_marker(at: &LatLng, element: &HtmlElement, pane: &str) -> Marker {
    let icon = div_icon(&options(&[
        ("html", element.into()),
        ("className", "".into()),
        ("iconSize", Array::of2(&0.into(), &0.into()).into()),
    ]));
    let marker_options = MarkerOptions::new();
    marker_options.set_icon(icon);
    marker_options.set_pane(pane.to_owned());
    // The element brings its own button; Leaflet's wrapper is not one.
    marker_options.set_keyboard(false);
    marker_options.set_interactive(false);
    Marker::new_with_options(at, &marker_options)
}
