use leptos::prelude::*;

use crate::domain::life::StayGroup;
use crate::view::state::PageState;
use crate::view::strings;

/// What the colours of stays mean. Each entry shows or hides its stays.
#[component]
pub fn Legend(state: PageState) -> impl IntoView {
    let entries = StayGroup::ALL
        .map(|group| {
            view! {
                <li>
                    <button
                        type="button"
                        aria-pressed=move || state.kinds.shows(group).to_string()
                        on:click=move |_| state.kinds.toggle_group(group)
                    >
                        <span class=format!("swatch {}", group.as_str())></span>
                        {group.label()}
                    </button>
                </li>
            }
        })
        .into_iter()
        .collect_view();
    view! {
        <ul class="legend" aria-label=strings::KINDS>
            {entries}
        </ul>
    }
    .into_any()
}
