//! A button with an SVG icon.

use leptos::prelude::*;

/// A button that shows a picture; its name is what screen readers say, and its
/// tooltip unless `title` is given.
#[component]
pub fn IconButton(
    #[prop(optional)] class: Option<&'static str>,
    name: &'static str,
    #[prop(optional)] title: Option<&'static str>,
    /// The picture: an SVG path in a field of 16 by 16.
    path: &'static str,
    #[prop(into)] on_press: Callback<()>,
) -> impl IntoView {
    view! {
        <button
            class=class
            type="button"
            aria-label=name
            title=title.unwrap_or(name)
            on:click=move |_| on_press.run(())
        >
            <Icon path />
        </button>
    }
    .into_any()
}

/// A picture without a name of its own: an SVG path in a field of 16 by 16.
#[component]
pub fn Icon(path: &'static str) -> impl IntoView {
    view! {
        <svg viewBox="0 0 16 16" aria-hidden="true">
            <path d=path />
        </svg>
    }
    .into_any()
}
