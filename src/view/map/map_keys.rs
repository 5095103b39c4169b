//! The keys of the map.
//!
//! All places are one stop of the Tab key. Arrow keys go to the nearest place in
//! their direction, Page Up and Page Down through all places by name. Escape goes
//! from the places to the map itself, where the arrow keys pan; Enter goes back.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, HtmlElement, KeyboardEvent};

use super::places::PlaceMarks;
use super::sight::Sight;
use crate::page_model::Towards;
use crate::view::player::wants_no_motion;

/// How far an arrow key pans, in pixels.
const PAN_PX: f64 = 80.0;
/// The step of the plus and minus keys, in zoom levels.
const ZOOM_STEP: f64 = 0.5;

pub(super) type MapKeys = Closure<dyn Fn(KeyboardEvent)>;

/// Listens to the keys on the map's element as long as the result lives.
pub(super) fn listen(ground: &HtmlElement, places: Rc<PlaceMarks>, sight: Rc<Sight>) -> MapKeys {
    // Without places, such as in a dataset, the map itself is the stop.
    ground.set_tab_index(if places.is_empty() { 0 } else { -1 });
    let element = ground.clone();
    let keys: MapKeys = Closure::new(move |event: KeyboardEvent| {
        if event.ctrl_key() || event.meta_key() || event.alt_key() {
            return;
        }
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let place = target.as_ref().and_then(|target| places.index_of(target));
        let is_map = target.is_some_and(|target| target == *element.as_ref());
        if (place.is_some() || is_map) && press(&event, place, &element, &places, &sight) {
            event.prevent_default();
        }
    });
    let _ = ground.add_event_listener_with_callback("keydown", keys.as_ref().unchecked_ref());
    keys
}

/// Is the key one of ours?
fn press(
    event: &KeyboardEvent,
    place: Option<usize>,
    ground: &HtmlElement,
    places: &PlaceMarks,
    sight: &Sight,
) -> bool {
    let animate = !wants_no_motion();
    let key = event.key();
    let towards = match key.as_str() {
        "ArrowUp" => Towards::Up,
        "ArrowDown" => Towards::Down,
        "ArrowLeft" => Towards::Left,
        "ArrowRight" => Towards::Right,
        "+" | "=" => {
            sight.zoom_by(ZOOM_STEP, animate);
            return true;
        }
        "-" => {
            sight.zoom_by(-ZOOM_STEP, animate);
            return true;
        }
        "PageUp" | "PageDown" if place.is_some() => {
            let next = place.and_then(|place| places.next_by_name(place, key == "PageDown"));
            go_to_place(next, places, sight);
            return true;
        }
        "Escape" if place.is_some() => {
            let _ = ground.focus();
            return true;
        }
        "Enter" if place.is_none() => {
            go_to_place(places.tab_stop(), places, sight);
            return true;
        }
        _ => return false,
    };
    match place.filter(|_| !event.shift_key()) {
        Some(place) => go_to_place(places.nearest(place, towards), places, sight),
        None => match towards {
            Towards::Up => sight.pan_by(0.0, -PAN_PX, animate),
            Towards::Down => sight.pan_by(0.0, PAN_PX, animate),
            Towards::Left => sight.pan_by(-PAN_PX, 0.0, animate),
            Towards::Right => sight.pan_by(PAN_PX, 0.0, animate),
        },
    }
    true
}

fn go_to_place(place: Option<usize>, places: &PlaceMarks, sight: &Sight) {
    let Some(place) = place else { return };
    places.focus(place);
    if let Some(at) = places.at(place) {
        sight.keep_in_sight(at, !wants_no_motion());
    }
}
