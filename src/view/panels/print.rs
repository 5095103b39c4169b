//! Prints the page, or a part of it.

use leptos::prelude::*;

/// The attribute of the document that tells public/styles/print.css what is printed.
const ATTRIBUTE: &str = "data-print";

/// Opens the browser's dialogue for printing. `what` is `stays` (the map and the stays),
/// `blank` (the map without names and marks) or `route`.
pub fn print(what: &str) {
    if let Some(root) = document().document_element() {
        let _ = root.set_attribute(ATTRIBUTE, what);
    }
    let _ = window().print();
}

/// After printing, the browser's own command prints the whole page again.
pub fn forget_after_printing() {
    let listener = window_event_listener_untyped("afterprint", |_| {
        if let Some(root) = document().document_element() {
            let _ = root.remove_attribute(ATTRIBUTE);
        }
    });
    on_cleanup(move || listener.remove());
}
