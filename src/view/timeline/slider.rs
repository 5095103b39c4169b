//! The slider: a native range input for the day.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlElement, KeyboardEvent};

use super::slider_keys::day_after_key;
use crate::domain::time::Day;
use crate::page_model::nearest_within;
use crate::view::player::toggle;
use crate::view::state::PageState;
use crate::view::strings;

/// A finger this near to an arrival means it; in pixels.
const SNAP_PX: f64 = 12.0;
/// With fewer days to a pixel a finger finds the day by itself.
const COARSE_DAYS_PER_PX: f64 = 5.0;

/// The day, as a native range over what the timeline shows.
#[component]
pub fn Slider(state: PageState) -> impl IntoView {
    let value = move || {
        // Set again with the axis: the browser has clamped it to the old ends.
        state.time.axis.track();
        state.time.day.get().0.to_string()
    };
    let touched = StoredValue::new(false);
    let go = move |event: Event| {
        if let Ok(day) = event_target_value(&event).parse() {
            let day = Day(day);
            let arrival = touched.get_value().then(|| arrival_near(state, day, &event)).flatten();
            state.go_to(arrival.unwrap_or(day));
        }
    };
    let hold = move |held| state.playback.thumb_held.set(held);
    let release = move || {
        hold(false);
        touched.set_value(false);
    };
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
            on:pointerdown=move |event| {
                touched.set_value(event.pointer_type() == "touch");
                hold(true);
            }
            on:pointerup=move |_| release()
            on:pointercancel=move |_| release()
            on:keydown=move |event| press_key(state, &event)
        />
    }
    .into_any()
}

/// The arrival of a stay near a day, for a finger: where the axis is so coarse that a
/// finger cannot find a stay, the thumb goes to it.
fn arrival_near(state: PageState, day: Day, event: &Event) -> Option<Day> {
    let slider = event.target()?.dyn_into::<HtmlElement>().ok()?;
    let width = f64::from(slider.offset_width().max(1));
    let days_per_px = f64::from(state.time.axis.get_untracked().days()) / width;
    if days_per_px < COARSE_DAYS_PER_PX {
        return None;
    }
    nearest_within(day, (SNAP_PX * days_per_px) as i32, state.shown_arrivals())
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
