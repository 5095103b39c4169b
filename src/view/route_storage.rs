//! Keeps the reader's own route in the browser, one for each life. A browser may refuse:
//! then it lasts as long as the page.

use leptos::prelude::*;
use wasm_bindgen::prelude::*;

use crate::page_model::Route;
use crate::view::effect::effect;
use crate::view::state::PageState;

// Bound here, because `Storage` of web-sys would be one more feature to compile. The
// browser throws at the mere name `localStorage` if it refuses.
#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(catch, js_namespace = localStorage, js_name = getItem)]
    fn get_item(key: &str) -> Result<Option<String>, JsValue>;
    #[wasm_bindgen(catch, js_namespace = localStorage, js_name = setItem)]
    fn set_item(key: &str, value: &str) -> Result<(), JsValue>;
}

fn key(state: PageState) -> String {
    "chronotope-route-".to_owned() + &state.loaded().life.entry.id
}

fn stored(state: PageState) -> String {
    get_item(&key(state)).ok().flatten().unwrap_or_default()
}

/// Shows the reader's own route, as the browser has it.
pub fn show_own_route(state: PageState) {
    let mut route = Route::parse(&stored(state)).0;
    route.keep_to(&state.loaded().life);
    state.route.show(&route, false);
}

/// Shows the reader's own route, and writes it to the browser after every change, in the
/// form that it has in an address.
pub fn keep_route(state: PageState) {
    show_own_route(state);
    effect(move || {
        let text = state.route.text.get();
        if !state.route.is_guest.get() && text != stored(state) {
            let _ = set_item(&key(state), &text);
        }
    });
}
