use leptos::prelude::*;
use web_sys::{Event, KeyboardEvent};

use crate::domain::time::Day;
use crate::view::html::{El, el};
use crate::view::player::toggle;
use crate::view::state::PageState;
use crate::view::strings;

/// The day, as a native range: its ends are those of the axis.
pub fn slider(state: PageState) -> El {
    el("input", "slider")
        .set("type", "range")
        .set("id", "timeline")
        .set("aria-label", strings::DATE)
        .live("min", move || state.time.axis.get().first.0.to_string())
        .live("max", move || state.time.axis.get().last.0.to_string())
        .live("aria-valuetext", move || state.in_words())
        .value_live(move || {
            // With the axis: a value beyond the old ends would be cut to them.
            state.time.axis.track();
            state.time.day.get().0.to_string()
        })
        .on("input", move |event: Event| {
            if let Ok(day) = event_target_value(&event).parse() {
                state.go_to(Day(day));
            }
        })
        .on("pointerdown", move |_: Event| state.playback.thumb_held.set(true))
        .on("pointerup", move |_: Event| state.playback.thumb_held.set(false))
        .on("pointercancel", move |_: Event| state.playback.thumb_held.set(false))
        .on("keydown", move |event: KeyboardEvent| slider_key(state, &event))
}

/// The keys that move days, and Space, which plays.
fn slider_key(state: PageState, event: &KeyboardEvent) {
    if let Some(target) = moved(state, event, state.time.day.get_untracked()) {
        state.go_to(target);
    } else if event.key() == " " {
        event.prevent_default();
        toggle(state);
    }
}

/// Where a key takes a thumb: arrow = a day, with Shift ten; PageUp, PageDown =
/// a calendar month; Home, End = the ends of the life, however near the axis is
/// looked at.
pub(super) fn moved(state: PageState, event: &KeyboardEvent, day: Day) -> Option<Day> {
    let whole = state.whole();
    let step = if event.shift_key() { 10 } else { 1 };
    let target = match event.key().as_str() {
        "ArrowRight" | "ArrowUp" => day + step,
        "ArrowLeft" | "ArrowDown" => day - step,
        "PageUp" => day.plus_months(1),
        "PageDown" => day.plus_months(-1),
        "Home" => whole.first,
        "End" => whole.last,
        _ => return None,
    };
    event.prevent_default();
    Some(target.clamp(whole.first, whole.last))
}
