//! The page: reads `data/`, shows it, and writes nothing but the address.
//!
//! One state, [`Reading`], drives everything; what is shown is derived from it.
//! Effects stand only at the edges: Leaflet ([`chart`]), the address
//! ([`address`]) and the scroll position of the text ([`reader_scroll`]).

mod address;
mod app;
mod chart;
mod column;
mod dom;
mod feature_card;
mod features_table;
mod fetch;
mod figures_pane;
mod host;
mod keys;
mod loaded;
mod map_pane;
mod own_data;
mod place_card;
mod player;
mod reader;
mod reader_scroll;
mod reader_unroll;
mod reading;
mod search_pane;
mod sharing;
mod stays_table;
mod timeline;
mod wording;
mod words;

use leptos::prelude::*;
use wasm_bindgen::JsCast;

/// Starts the page.
pub fn mount() {
    std::panic::set_hook(Box::new(|info| show_failure(&info.to_string())));
    let Some(shell) = document().get_element_by_id("app") else { return };
    if let Ok(shell) = shell.dyn_into::<web_sys::HtmlElement>() {
        app::start(shell);
    }
}

/// A defect of ours: said in the shell's own alert (public/failure.js), which
/// works even when this program no longer does.
fn show_failure(message: &str) {
    let event = web_sys::CustomEvent::new("chronotope:failure");
    leptos::logging::error!("{message}");
    if let Ok(event) = event {
        let _ = window().dispatch_event(&event);
    }
}
