//! The boxes of the buttons and the credits over the map, which labels keep
//! clear of.

use std::cell::RefCell;
use std::rc::Rc;

use leptos::prelude::{document, window};
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, HtmlElement, ResizeObserver};

use crate::domain::formats::parse_decimal;
use crate::page_model::Rect;

/// The controls over the map, within the map's section.
const CONTROLS: &str = ".map-tools button, .leaflet-control, .route-bar";
/// The elements that change their size when a control moves: the map itself, the group
/// of buttons, and Leaflet's controls. The credits grow with each layer.
const OBSERVED: &str = ".ground, .map-tools, .leaflet-control, .route-bar";

/// The boxes, in pixels from the top left of the map. They are shared and always up to
/// date.
pub(super) type Boxes = Rc<RefCell<Vec<Rect>>>;

/// How much larger than usual the reader's type is: the document's font size, of 16
/// pixels. Asking for it costs a layout.
pub(super) fn type_scale() -> f64 {
    let root = document().document_element();
    let style = root.and_then(|root| window().get_computed_style(&root).ok().flatten());
    let size = style.and_then(|style| style.get_property_value("font-size").ok());
    let size = size.and_then(|size| parse_decimal(size.trim_end_matches("px")));
    size.map_or(1.0, |size| size / 16.0)
}

/// Keeps the boxes up to date.
///
/// Measuring costs a layout, so it is not done when labels are placed (at each
/// step of the slider) but when the browser reports a change of size: it does so
/// once when observing begins, and always after the layout is done.
pub(super) struct ControlBoxes {
    observer: Option<ResizeObserver>,
    _on_resize: Closure<dyn FnMut()>,
}

impl ControlBoxes {
    /// Measures into `boxes` now and after every change of size, and then calls
    /// `on_change` if a box differs. `ground` is the map's element.
    pub fn observe(ground: &HtmlElement, boxes: Boxes, on_change: impl Fn() + 'static) -> Self {
        let section = ground.parent_element();
        let (ground, measured) = (ground.clone(), section.clone());
        let on_resize: Closure<dyn FnMut()> = Closure::new(move || {
            let Some(section) = &measured else { return };
            let now = measure(section, &ground);
            if *boxes.borrow() != now {
                boxes.replace(now);
                on_change();
            }
        });
        let observer = ResizeObserver::new(on_resize.as_ref().unchecked_ref()).ok();
        if let (Some(observer), Some(section)) = (&observer, &section) {
            for element in elements(section, OBSERVED) {
                observer.observe(&element);
            }
        }
        Self { observer, _on_resize: on_resize }
    }
}

impl Drop for ControlBoxes {
    fn drop(&mut self) {
        if let Some(observer) = &self.observer {
            observer.disconnect();
        }
    }
}

/// The boxes of the controls that are now over the map with this element.
pub(super) fn measure(section: &Element, ground: &HtmlElement) -> Vec<Rect> {
    elements(section, CONTROLS)
        .map(|element| box_within(&element, ground))
        // A control that is not shown on a screen of this size has no box.
        .filter(|rect| rect.width > 0.0 && rect.height > 0.0)
        .collect()
}

/// The box of an element, in pixels from the top left of the map.
pub(super) fn box_within(element: &Element, ground: &HtmlElement) -> Rect {
    let (rect, origin) = (element.get_bounding_client_rect(), ground.get_bounding_client_rect());
    Rect {
        left: rect.left() - origin.left(),
        top: rect.top() - origin.top(),
        width: rect.width(),
        height: rect.height(),
    }
}

fn elements(section: &Element, selector: &str) -> impl Iterator<Item = Element> {
    let found = section.query_selector_all(selector).ok();
    (0..found.as_ref().map_or(0, web_sys::NodeList::length))
        .filter_map(move |i| found.as_ref()?.item(i)?.dyn_into().ok())
}
