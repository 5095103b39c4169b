//! The legend of the groups of stays, which is also their filter.

use leptos::prelude::*;

use crate::view::state::PageState;
use crate::view::strings;

/// What the colours of stays mean. Each entry shows or hides its stays.
#[component]
pub fn Legend(state: PageState) -> impl IntoView {
    let loaded = state.loaded();
    let entries = loaded
        .life
        .kinds
        .groups()
        .iter()
        .map(|group| {
            let id = group.id;
            view! {
                <li>
                    <button
                        type="button"
                        aria-pressed=move || state.kinds.shows(id).to_string()
                        on:click=move |_| state.kinds.toggle_group(id)
                    >
                        <span class=format!("swatch {}", group.class())></span>
                        {group.label.clone()}
                    </button>
                </li>
            }
        })
        .collect_view();
    view! {
        <ul class="legend" aria-label=strings::KINDS>
            {entries}
        </ul>
    }
    .into_any()
}
