//! A button that copies a text.

use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen_futures::JsFuture;

use crate::view::strings;

/// A button that copies a text to the clipboard. A message beside it says whether that
/// worked, until the focus leaves the button.
#[component]
pub fn CopyButton(
    label: &'static str,
    /// The message if it worked.
    copied: &'static str,
    /// Makes the text when the button is pressed.
    #[prop(into)]
    text: Callback<(), String>,
) -> impl IntoView {
    let status = RwSignal::new("");
    let copy = move |_| {
        // Without a secure context `navigator.clipboard` is undefined.
        if !window().is_secure_context() {
            status.set(strings::NO_COPYING);
            return;
        }
        let written = window().navigator().clipboard().write_text(&text.run(()));
        spawn_local(async move {
            let is_copied = JsFuture::from(written).await.is_ok();
            status.try_set(if is_copied { copied } else { strings::NO_COPYING });
        });
    };
    view! {
        <span class="copy">
            <button class="plain" type="button" on:click=copy on:blur=move |_| status.set("")>
                {label}
            </button>
            <span role="status">{move || status.get()}</span>
        </span>
    }
    .into_any()
}
