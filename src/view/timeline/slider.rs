//! The slider: a native range input for the day.

use leptos::prelude::*;
use web_sys::{Event, KeyboardEvent};

use super::slider_keys::day_after_key;
use crate::domain::time::Day;
use crate::view::player::toggle;
use crate::view::state::PageState;
use crate::view::strings;

/// The day, as a native range over what the timeline shows.
#[component]
pub fn Slider(state: PageState) -> impl IntoView {
    let value = move || {
        // Set again with the axis: the browser has clamped it to the old ends.
        state.time.axis.track();
        state.time.day.get().0.to_string()
    };
    let go = move |event: Event| {
        if let Ok(day) = event_target_value(&event).parse() {
            state.go_to(Day(day));
        }
    };
    let hold = move |held| state.playback.thumb_held.set(held);
    view! {
        <input
            class="slider"
            type="range"
            id="timeline"
            aria-label=strings::DATE
            min=move || state.time.axis.get().first.0.to_string()
            max=move || state.time.axis.get().last.0.to_string()
            aria-valuetext=move || state.in_words()
            prop:value=move || value()
            on:input=go
            on:pointerdown=move |_| hold(true)
            on:pointerup=move |_| hold(false)
            on:pointercancel=move |_| hold(false)
            on:keydown=move |event| press_key(state, &event)
        />
    }
    .into_any()
}

/// Moves the day, or plays (Space).
fn press_key(state: PageState, event: &KeyboardEvent) {
    if let Some(day) = day_after_key(state, event, state.time.day.get_untracked()) {
        state.go_to(day);
    } else if event.key() == " " {
        event.prevent_default();
        toggle(state);
    }
}
