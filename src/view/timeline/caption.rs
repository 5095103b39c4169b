//! The caption over the timeline: date, place, kind of stay and age.

use leptos::prelude::*;

use crate::view::state::PageState;

/// Date, place, kind of stay and age, in large type. Screen readers get the same
/// from the slider.
#[component]
pub fn Caption(state: PageState) -> impl IntoView {
    let details = move || match state.skipping_words() {
        Some(skipping) => skipping,
        None => [state.kind_words(), state.age_words(), state.certainty_words().map(str::to_owned)]
            .into_iter()
            .flatten()
            .collect::<Vec<_>>()
            .join(" · "),
    };
    view! {
        <p class="caption" aria-hidden="true">
            <span class="caption-date">{move || state.date_words()}</span>
            <span class="caption-place">{move || state.place_words().unwrap_or_default()}</span>
            <span class="caption-details">{move || details()}</span>
        </p>
    }
    .into_any()
}
