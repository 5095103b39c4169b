//! The entry point of the page, and the report of a panic to the reader.

use leptos::prelude::*;
use wasm_bindgen::JsCast;

use super::shell;

/// Starts the page in the element `app` of index.html.
pub fn start() {
    std::panic::set_hook(Box::new(|info| show_failure(&info.to_string())));
    let Some(shell) = document().get_element_by_id("app") else { return };
    if let Ok(shell) = shell.dyn_into::<web_sys::HtmlElement>() {
        shell::start(shell);
    }
}

/// Reports a defect of the program in an alert that works even when the program
/// no longer does (public/failure.js).
fn show_failure(message: &str) {
    let event = web_sys::CustomEvent::new("chronotope:failure");
    leptos::logging::error!("{message}");
    if let Ok(event) = event {
        let _ = window().dispatch_event(&event);
    }
}
