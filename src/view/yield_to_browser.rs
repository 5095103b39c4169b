use leptos::prelude::window;
use wasm_bindgen_futures::JsFuture;

/// Lets the browser handle what has come up meanwhile: input, painting.
pub async fn yield_to_browser() {
    let timeout = js_sys::Promise::new(&mut |resolve, _| {
        let _ = window().set_timeout_with_callback(&resolve);
    });
    // A timer does not fail.
    let _ = JsFuture::from(timeout).await;
}
