//! What the buttons and fields of the route do: those of its panel, and of its bar over the
//! map. Most of them are static HTML, so they are listened to in one place.

use std::time::Duration;

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlInputElement};

use super::own_data::file_bytes;
use super::print::print;
use crate::page_model::Route;
use crate::view::fetch::utf8;
use crate::view::keys::focus;
use crate::view::notice::Notice;
use crate::view::popover;
use crate::view::route_storage::show_own_route;
use crate::view::state::PageState;
use crate::view::strings;

/// The map needs so long to draw all stops before they are printed.
const BEFORE_PRINT: Duration = Duration::from_millis(600);

/// Listens to the panel and the bar of the route.
pub fn listen_to_route(state: PageState, notice: &Notice) {
    for name in ["click", "input", "change"] {
        let notice = notice.clone();
        let listener = window_event_listener_untyped(name, move |event| {
            let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
            let Some(target) = target.filter(|t| is_within(t, "#route, .route-bar")) else {
                return;
            };
            match event.type_().as_str() {
                "click" => press(state, &target),
                "input" => write(state, &target, &event),
                _ => open_file(state, target, notice.clone()),
            }
        });
        on_cleanup(move || listener.remove());
    }
}

fn is_within(element: &Element, selector: &str) -> bool {
    element.closest(selector).is_ok_and(|found| found.is_some())
}

/// The index of the stop that an element is within.
fn stop_of(element: &Element) -> Option<usize> {
    let mut item = element.closest("li").ok()??;
    let mut index = 0;
    while let Some(before) = item.previous_element_sibling() {
        (item, index) = (before, index + 1);
    }
    Some(index)
}

/// A button was pressed: `data-do` says what it does.
fn press(state: PageState, target: &Element) {
    let Some(button) = target.closest("[data-do]").ok().flatten() else { return };
    let (route, index) = (state.route, stop_of(&button).unwrap_or(0));
    let current = route.stop.get_untracked().unwrap_or(0);
    let action = button.get_attribute("data-do").unwrap_or_default();
    let to = match action.as_str() {
        "go" => {
            popover::hide("route");
            focus_later("", ".route-bar [data-do=next]");
            index
        }
        "next" => current + 1,
        "previous" => current.saturating_sub(1),
        "close" => return route.stop.set(None),
        "keep" => return route.is_guest.set(false),
        "own" => return show_own_route(state),
        "save" => {
            let text = js_sys::encode_uri_component(&route.get_untracked().to_json());
            let _ = button.set_attribute("href", &format!("data:application/json,{text}"));
            return;
        }
        "print" => {
            popover::hide("route");
            state.show_whole_route();
            return set_timeout(|| print("route"), BEFORE_PRINT);
        }
        _ => return edit(state, &action, index),
    };
    state.go_to_stop(to);
}

/// Changes the stops of the route, and moves the focus to where one goes on.
fn edit(state: PageState, action: &str, index: usize) {
    let before = state.route.text.get_untracked();
    let mut route = state.route.get_untracked();
    let (stop, part) = match action {
        "add" => {
            route.stops.extend(state.stop_now());
            (route.stops.len(), "textarea".to_owned())
        }
        "undo" => {
            route = Route::parse(&state.route.before.get_untracked()).0;
            (1, "textarea".to_owned())
        }
        "remove" => {
            if index < route.stops.len() {
                route.stops.remove(index);
            }
            (0, "[data-do=undo]".to_owned())
        }
        _ => {
            let to = route.swap(index, action == "down").unwrap_or(index);
            (to + 1, format!("[data-do={action}]"))
        }
    };
    state.route.change(&route);
    if stop == 0 {
        state.route.before.set(before);
        focus_later("#route ", &part);
    } else {
        focus_later(&format!("#route li:nth-child({stop}) "), &part);
    }
}

/// Moves the focus to a part of an element once that has been drawn.
fn focus_later(within: &str, part: &str) {
    let selector = within.to_owned() + part;
    request_animation_frame(move || focus(&selector));
}

/// The title or a note was written.
fn write(state: PageState, field: &Element, event: &Event) {
    if field.matches("textarea, [type=text]") != Ok(true) {
        return;
    }
    let text = event_target_value(event);
    let mut route = state.route.get_untracked();
    match stop_of(field) {
        None => route.title = text,
        Some(index) => {
            if let Some(stop) = route.stops.get_mut(index) {
                stop.note = text;
            }
        }
    }
    state.route.change(&route);
}

/// Opens the file that was chosen: its route is a guest.
fn open_file(state: PageState, input: Element, notice: Notice) {
    let Ok(input) = input.dyn_into::<HtmlInputElement>() else { return };
    let Some(file) = input.files().and_then(|files| files.get(0)) else { return };
    // So that the same file can be chosen again once it has been changed.
    input.set_value("");
    let name = file.name();
    wasm_bindgen_futures::spawn_local(async move {
        let text = file_bytes(file).await.and_then(|bytes| utf8(&name, bytes));
        let route = text.and_then(|text| {
            Route::from_json(&text).map_err(|e| strings::cannot_be_read(&name, &e.to_string()))
        });
        match route {
            Ok(mut route) => {
                let concerned = route.keep_to(&state.loaded().life);
                if concerned > 0 {
                    notice.show_error(strings::stops_left_out(concerned));
                }
                state.route.show(&route, true);
            }
            Err(reason) => notice.show_error(reason),
        }
    });
}
