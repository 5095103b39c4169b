//! The caption over the timeline: date, place, kind of stay and age.

use leptos::prelude::*;

use crate::page_model::{chapters, innermost};
use crate::view::state::PageState;
use crate::view::strings;

/// Date, place, kind of stay and age, in large type. Screen readers get the same
/// from the slider.
#[component]
pub fn Caption(state: PageState) -> impl IntoView {
    let end = state.loaded().life.entry.clone();
    let is_at_end = Memo::new(move |_| end.goes_on() && state.time.day.get() >= end.last_day);
    let details = move || match state.skipping_words() {
        Some(skipping) => skipping,
        None => [
            is_at_end.get().then(|| strings::TEXT_GOES_ON.to_owned()),
            state.kind_words(),
            state.age_words(),
            state.certainty_words().map(str::to_owned),
            state.window_words(),
        ]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(" · "),
    };
    let loaded = state.loaded();
    let chapters = innermost(chapters(&loaded.life, &loaded.text));
    let chapter = Memo::new(move |_| {
        let day = state.time.day.get();
        let now = chapters.iter().rfind(|chapter| chapter.from <= day);
        now.map(|chapter| chapter.title.clone()).unwrap_or_default()
    });
    view! {
        <p class="caption" aria-hidden="true">
            <span class="caption-date">{move || state.date_words()}</span>
            <span class="caption-place">{move || state.place_words().unwrap_or_default()}</span>
            <span class="caption-details">{move || details()}</span>
            <span class="caption-chapter">{move || chapter.get()}</span>
        </p>
    }
    .into_any()
}
