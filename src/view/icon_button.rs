use leptos::prelude::*;

/// A button that is a picture; its name is for those who cannot see it, its
/// title adds the key.
#[component]
pub fn IconButton(
    #[prop(into)] label: Signal<&'static str>,
    #[prop(into)] title: Signal<&'static str>,
    /// An SVG path in a field of 16 by 16.
    #[prop(into)]
    icon: Signal<&'static str>,
    #[prop(optional)] class: &'static str,
    press: impl Fn() + 'static,
) -> impl IntoView {
    view! {
        <button type="button" class=class aria-label=label title=title on:click=move |_| press()>
            <svg viewBox="0 0 16 16" aria-hidden="true">
                <path d=icon />
            </svg>
        </button>
    }
}
