//! Lets the browser run between two parts of a long calculation.

use leptos::prelude::window;
use wasm_bindgen_futures::JsFuture;

/// Waits until the browser has handled pending input and painting.
pub async fn yield_to_browser() {
    let timeout = js_sys::Promise::new(&mut |resolve, _| {
        let _ = window().set_timeout_with_callback(&resolve);
    });
    // A timer does not fail.
    let _ = JsFuture::from(timeout).await;
}
