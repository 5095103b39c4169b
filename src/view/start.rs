//! The entry point of the page.

use leptos::prelude::*;
use wasm_bindgen::JsCast;

use super::shell;

/// Starts the page in the element `app` of index.html.
///
/// A panic ends the program with an exception, which public/failure.js reports to the
/// reader. The message of the panic is in the console of a development build only: a
/// release is built without messages (script/build).
pub fn start() {
    #[cfg(debug_assertions)]
    std::panic::set_hook(Box::new(|info| leptos::logging::error!("{info}")));
    let Some(shell) = document().get_element_by_id("app") else { return };
    if let Ok(shell) = shell.dyn_into::<web_sys::HtmlElement>() {
        shell::start(shell);
    }
}
