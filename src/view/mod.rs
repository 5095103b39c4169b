//! The page: reads `data/`, shows it, and writes nothing but the address.
//!
//! One state, [`state::PageState`], drives everything; what is shown is derived from it.
//! Effects stand only at the edges: Leaflet ([`map`]), the address
//! ([`address`]) and the scroll position of the text ([`panes::text::scroll`]).

mod address;
mod cards;
mod fetch;
mod html;
mod keys;
mod loaded;
mod map;
mod masthead;
mod mount;
mod notice;
mod page;
mod panels;
mod panes;
mod player;
mod popover;
mod shell;
mod skip_links;
mod state;
mod status_text;
mod strings;
mod timeline;
mod widgets;
mod yield_to_browser;

use leptos::prelude::*;
use wasm_bindgen::JsCast;

/// Starts the page.
pub fn mount() {
    std::panic::set_hook(Box::new(|info| show_failure(&info.to_string())));
    let Some(shell) = document().get_element_by_id("app") else { return };
    if let Ok(shell) = shell.dyn_into::<web_sys::HtmlElement>() {
        shell::start(shell);
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
