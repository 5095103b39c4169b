use leptos::prelude::*;
use web_sys::{Event, KeyboardEvent};

use super::super::dom::{El, el};
use super::super::player::toggle;
use super::super::reading::Reading;
use super::super::words;
use crate::domain::time::Day;

/// The day, as a native range: its ends are those of the axis.
pub fn slider(reading: Reading) -> El {
    el("input", "slider")
        .set("type", "range")
        .set("id", "timeline")
        .set("aria-label", words::DATE)
        .live("min", move || reading.axis.get().first.0.to_string())
        .live("max", move || reading.axis.get().last.0.to_string())
        .live("aria-valuetext", move || reading.in_words())
        .value_live(move || {
            // With the axis: a value beyond the old ends would be cut to them.
            reading.axis.track();
            reading.day.get().0.to_string()
        })
        .on("input", move |event: Event| {
            if let Ok(day) = event_target_value(&event).parse() {
                reading.go_to(Day(day));
            }
        })
        .on("pointerdown", move |_: Event| reading.held.set(true))
        .on("pointerup", move |_: Event| reading.held.set(false))
        .on("pointercancel", move |_: Event| reading.held.set(false))
        .on("keydown", move |event: KeyboardEvent| slider_key(reading, &event))
}

/// The keys that move days, and Space, which plays.
fn slider_key(reading: Reading, event: &KeyboardEvent) {
    if let Some(target) = moved(reading, event, reading.day.get_untracked()) {
        reading.go_to(target);
    } else if event.key() == " " {
        event.prevent_default();
        toggle(reading);
    }
}

/// Where a key takes a thumb: arrow = a day, with Shift ten; PageUp, PageDown =
/// a calendar month; Home, End = the ends of the life, however near the axis is
/// looked at.
pub(super) fn moved(reading: Reading, event: &KeyboardEvent, day: Day) -> Option<Day> {
    let whole = reading.whole();
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
