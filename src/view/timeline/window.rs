use leptos::prelude::*;
use web_sys::{Event, KeyboardEvent};

use crate::domain::time::Day;
use crate::page_model::Mode;
use crate::view::html::{El, el};
use crate::view::state::PageState;
use crate::view::strings;
use crate::view::timeline::slider::moved;
use crate::view::timeline::strip::percent;

/// The two handles of the window, while only what lies in it is shown.
pub fn handles(state: PageState) -> El {
    let window = move || {
        if state.time.mode.get() != Mode::Window {
            return Vec::new();
        }
        let share = move |day: Day| state.time.axis.get().share(day).clamp(0.0, 1.0);
        let field = el("span", "field")
            .style_live("left", move || percent(share(state.time.window.get().0)))
            .style_live("width", move || {
                let (from, to) = state.time.window.get();
                percent(share(to) - share(from))
            });
        vec![
            el("div", "fields").child(field),
            handle(state, strings::WINDOW_FROM, |w| w.0, |w, day| (day.min(w.1), w.1)),
            handle(state, strings::WINDOW_TO, |w| w.1, |w, day| (w.0, day.max(w.0))),
        ]
    };
    el("div", "window").children_live(window)
}

type Window = (Day, Day);

fn handle(
    state: PageState,
    name: &str,
    get: fn(Window) -> Day,
    set: fn(Window, Day) -> Window,
) -> El {
    let put = move |day| state.time.window.update(|window| *window = set(*window, day));
    el("input", "slider handle")
        .set("type", "range")
        .set("aria-label", name)
        .live("min", move || state.time.axis.get().first.0.to_string())
        .live("max", move || state.time.axis.get().last.0.to_string())
        .live("aria-valuetext", move || state.words_of_day(get(state.time.window.get())))
        .value_live(move || {
            // With the axis: a value beyond the old ends would be cut to them.
            state.time.axis.track();
            get(state.time.window.get()).0.to_string()
        })
        .on("input", move |event: Event| {
            if let Ok(day) = event_target_value(&event).parse() {
                put(Day(day));
            }
        })
        .on("keydown", move |event: KeyboardEvent| {
            let day = get(state.time.window.get_untracked());
            if let Some(day) = moved(state, &event, day) {
                put(day);
            }
        })
}
