//! The two handles that bound the span shown in window mode.

use leptos::prelude::*;
use web_sys::{Event, KeyboardEvent};

use super::percent::percent;
use super::slider_keys::day_after_key;
use crate::domain::time::Day;
use crate::page_model::Mode;
use crate::view::state::PageState;
use crate::view::strings;

/// The two handles of the window, in [`Mode::Window`].
#[component]
pub fn WindowHandles(state: PageState) -> impl IntoView {
    let is_window = Memo::new(move |_| state.time.mode.get() == Mode::Window);
    view! {
        <div class="window">
            <Show when=move || is_window.get()>
                <WindowField state />
                <WindowHandle state end=WindowEnd::First />
                <WindowHandle state end=WindowEnd::Last />
            </Show>
        </div>
    }
    .into_any()
}

/// The time between the handles, with its first and its last day.
#[component]
fn WindowField(state: PageState) -> impl IntoView {
    let share = move |day: Day| state.time.axis.get().share(day).clamp(0.0, 1.0);
    let first = move || share(state.time.window.get().0);
    let last = move || share(state.time.window.get().1);
    let width = move || percent(last() - first());
    // The dates of a narrow window are wider than the window. In the right half of the
    // strip they extend to the left.
    let is_late = move || first() > 0.5;
    view! {
        <div class="fields">
            <span
                class="field"
                style:left=move || percent(first())
                style:width=move || width()
            ></span>
        </div>
        <div class="window-days" aria-hidden="true">
            <p
                style:left=move || if is_late() { "auto".to_owned() } else { percent(first()) }
                style:right=move || if is_late() { percent(1.0 - last()) } else { "auto".to_owned() }
                style:width=move || width()
            >
                <span>{move || state.words_of_day(state.time.window.get().0)}</span>
                <span>{move || state.words_of_day(state.time.window.get().1)}</span>
            </p>
        </div>
    }
}

#[derive(Clone, Copy)]
enum WindowEnd {
    First,
    Last,
}

impl WindowEnd {
    fn label(self) -> &'static str {
        match self {
            Self::First => strings::WINDOW_FROM,
            Self::Last => strings::WINDOW_TO,
        }
    }

    fn day(self, (first, last): (Day, Day)) -> Day {
        match self {
            Self::First => first,
            Self::Last => last,
        }
    }

    /// The window with this end moved, at most to the other end.
    fn moved(self, (first, last): (Day, Day), day: Day) -> (Day, Day) {
        match self {
            Self::First => (day.min(last), last),
            Self::Last => (first, day.max(first)),
        }
    }
}

#[component]
fn WindowHandle(state: PageState, end: WindowEnd) -> impl IntoView {
    let window = state.time.window;
    let move_to = move |day| window.update(|window| *window = end.moved(*window, day));
    let value = move || {
        // Set again with the axis: the browser has clamped it to the old ends.
        state.time.axis.track();
        end.day(window.get()).0.to_string()
    };
    let drag = move |event: Event| {
        if let Ok(day) = event_target_value(&event).parse() {
            move_to(Day(day));
        }
    };
    let press_key = move |event: KeyboardEvent| {
        if let Some(day) = day_after_key(state, &event, end.day(window.get_untracked())) {
            move_to(day);
        }
    };
    view! {
        <input
            class="slider handle"
            type="range"
            aria-label=end.label()
            min=move || state.time.axis.get().first.0.to_string()
            max=move || state.time.axis.get().last.0.to_string()
            aria-valuetext=move || state.words_of_day(end.day(window.get()))
            prop:value=move || value()
            on:input=drag
            on:keydown=press_key
        />
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_end_moves_no_further_than_to_the_other() {
        let window = (Day(10), Day(20));
        assert_eq!(WindowEnd::First.moved(window, Day(5)), (Day(5), Day(20)));
        assert_eq!(WindowEnd::First.moved(window, Day(25)), (Day(20), Day(20)));
        assert_eq!(WindowEnd::Last.moved(window, Day(5)), (Day(10), Day(10)));
    }
}
