use leptos::prelude::*;
use web_sys::{Event, KeyboardEvent};

use super::super::dom::{El, el};
use super::super::reading::Reading;
use super::super::words;
use super::slider::moved;
use super::strip::percent;
use crate::domain::time::Day;
use crate::page_model::Mode;

/// The two handles of the window, while only what lies in it is shown.
pub fn handles(reading: Reading) -> El {
    let window = move || {
        if reading.mode.get() != Mode::Window {
            return Vec::new();
        }
        let share = move |day: Day| reading.axis.get().share(day).clamp(0.0, 1.0);
        let field = el("span", "field")
            .style_live("left", move || percent(share(reading.window.get().0)))
            .style_live("width", move || {
                let (from, to) = reading.window.get();
                percent(share(to) - share(from))
            });
        vec![
            el("div", "fields").child(field),
            handle(reading, words::WINDOW_FROM, |w| w.0, |w, day| (day.min(w.1), w.1)),
            handle(reading, words::WINDOW_TO, |w| w.1, |w, day| (w.0, day.max(w.0))),
        ]
    };
    el("div", "window").children_live(window)
}

type Window = (Day, Day);

fn handle(
    reading: Reading,
    name: &str,
    get: fn(Window) -> Day,
    set: fn(Window, Day) -> Window,
) -> El {
    let put = move |day| reading.window.update(|window| *window = set(*window, day));
    el("input", "slider handle")
        .set("type", "range")
        .set("aria-label", name)
        .live("min", move || reading.axis.get().first.0.to_string())
        .live("max", move || reading.axis.get().last.0.to_string())
        .live("aria-valuetext", move || reading.words_of_day(get(reading.window.get())))
        .value_live(move || {
            // With the axis: a value beyond the old ends would be cut to them.
            reading.axis.track();
            get(reading.window.get()).0.to_string()
        })
        .on("input", move |event: Event| {
            if let Ok(day) = event_target_value(&event).parse() {
                put(Day(day));
            }
        })
        .on("keydown", move |event: KeyboardEvent| {
            let day = get(reading.window.get_untracked());
            if let Some(day) = moved(reading, &event, day) {
                put(day);
            }
        })
}
