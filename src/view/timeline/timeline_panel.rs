//! The timeline panel: caption, controls, chapters, strip and legend.

use leptos::prelude::*;

use super::caption::Caption;
use super::chapters::Chapters;
use super::controls::Controls;
use super::legend::Legend;
use super::options::Options;
use super::strip::Scale;
use crate::view::state::PageState;
use crate::view::strings;

/// The panel below the map: caption, player and slider.
#[component]
pub fn Timeline(state: PageState) -> impl IntoView {
    view! {
        <section class="timeline" aria-label=strings::TIMELINE>
            <Caption state />
            <Controls state />
            <Options state />
            <div class="track">
                <Chapters state />
                <Scale state />
            </div>
            {(!state.is_own()).then(|| view! { <Legend state /> })}
            <PlaybackStatus state />
        </section>
    }
    .into_any()
}

/// Announces to screen readers that playback runs, and the stay that the reader has
/// stepped to. Of other days the slider reports.
#[component]
fn PlaybackStatus(state: PageState) -> impl IntoView {
    let has_stepped = Memo::new(move |_| state.time.stepped_to.get() == Some(state.time.day.get()));
    view! {
        <p class="visually-hidden" role="status">
            {move || match (state.playback.playing.get(), has_stepped.get()) {
                (true, _) => strings::PLAYING.to_owned(),
                (_, true) => state.in_words(),
                _ => String::new(),
            }}
        </p>
    }
}
