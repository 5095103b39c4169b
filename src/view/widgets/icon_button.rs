use leptos::prelude::*;

/// A button that shows a picture; its name is its tooltip, and what screen readers
/// say.
#[component]
pub fn IconButton(
    #[prop(optional)] class: Option<&'static str>,
    name: &'static str,
    /// The picture: an SVG path in a field of 16 by 16.
    path: &'static str,
    #[prop(into)] on_press: Callback<()>,
) -> impl IntoView {
    view! {
        <button
            class=class
            type="button"
            aria-label=name
            title=name
            on:click=move |_| on_press.run(())
        >
            <svg viewBox="0 0 16 16" aria-hidden="true">
                <path d=path />
            </svg>
        </button>
    }
    .into_any()
}
