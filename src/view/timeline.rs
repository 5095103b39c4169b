use leptos::prelude::*;
use web_sys::KeyboardEvent;

use super::icon_button::IconButton;
use super::player::toggle;
use super::reading::{Reading, Speed};
use super::strip::Strip;
use crate::domain::{Day, day_words};

const PREVIOUS: &str = "M3 3h2v10H3zM13 3v10L6 8z";
const NEXT: &str = "M11 3h2v10h-2zM3 3v10l7-5z";
const PLAY: &str = "M4 2.5v11L13.5 8z";
const PAUSE: &str = "M4 3h3v10H4zM9 3h3v10H9z";

/// The player and the slider, and above them what holds on the day.
#[component]
pub fn Timeline(reading: Reading) -> impl IntoView {
    view! {
        <section class="timeline" aria-label="Timeline">
            <Caption reading />
            <Player reading />
            <div class="track">
                <Strip reading />
                <Slider reading />
            </div>
            <p class="visually-hidden" role="status">
                {move || {
                    // While days pass the slider itself speaks; here only what changes seldom.
                    let playing = reading.playing.get();
                    if playing { "Playing".to_owned() } else { String::new() }
                }}
            </p>
        </section>
    }
}

/// Date, place, kind and age, as large as a heading.
#[component]
fn Caption(reading: Reading) -> impl IntoView {
    let details = move || {
        [reading.kind_words(), reading.age_words(), reading.certainty_words().map(str::to_owned)]
            .into_iter()
            .flatten()
            .collect::<Vec<_>>()
            .join(" · ")
    };
    view! {
        <p class="caption" aria-hidden="true">
            <span class="caption-date">{move || day_words(reading.day.get())}</span>
            <span class="caption-place">{move || reading.place_words()}</span>
            <span class="caption-details">{details}</span>
        </p>
    }
}

#[component]
fn Player(reading: Reading) -> impl IntoView {
    let playing = reading.playing;
    let name = Signal::derive(move || if playing.get() { "Pause" } else { "Play" });
    let icon = Signal::derive(move || if playing.get() { PAUSE } else { PLAY });
    view! {
        <div class="player" role="group" aria-label="Player">
            <IconButton
                label="Previous stay"
                title="Previous stay ( , )"
                icon=PREVIOUS
                press=move || reading.step_stay(false)
            />
            <IconButton
                class="play"
                label=name
                title=name
                icon=icon
                press=move || toggle(reading)
            />
            <IconButton
                label="Next stay"
                title="Next stay ( . )"
                icon=NEXT
                press=move || reading.step_stay(true)
            />
            <select
                aria-label="Speed"
                on:change=move |event| {
                    let wanted = event_target_value(&event);
                    if let Some(speed) = Speed::ALL.into_iter().find(|s| s.label() == wanted) {
                        reading.speed.set(speed);
                    }
                }
            >
                {Speed::ALL
                    .map(|speed| {
                        view! {
                            <option
                                value=speed.label()
                                selected=move || reading.speed.get() == speed
                            >
                                {speed.label()}
                            </option>
                        }
                    })
                    .collect_view()}
            </select>
        </div>
    }
}

#[component]
fn Slider(reading: Reading) -> impl IntoView {
    let entry = reading.loaded().life.entry.clone();
    let on_input = move |event| {
        if let Ok(day) = event_target_value(&event).parse() {
            reading.go_to(Day(day));
        }
    };
    view! {
        <input
            type="range"
            id="timeline"
            class="slider"
            aria-label="Date"
            min=entry.first_day.0
            max=entry.last_day.0
            step="1"
            prop:value=move || reading.day.get().0
            aria-valuetext=move || reading.in_words()
            on:input=on_input
            on:keydown=move |event| slider_key(reading, &event)
        />
    }
}

/// Arrow = a day (the browser's own), with Shift ten; PageUp, PageDown = a
/// calendar month; Space plays.
fn slider_key(reading: Reading, event: &KeyboardEvent) {
    let day = reading.day.get_untracked();
    let target = match (event.key().as_str(), event.shift_key()) {
        ("ArrowRight" | "ArrowUp", true) => day + 10,
        ("ArrowLeft" | "ArrowDown", true) => day - 10,
        ("PageUp", _) => day.plus_months(1),
        ("PageDown", _) => day.plus_months(-1),
        (" ", _) => {
            event.prevent_default();
            toggle(reading);
            return;
        }
        _ => return,
    };
    event.prevent_default();
    reading.go_to(target);
}

/// `,` and `.` go from stay to stay, from anywhere on the page.
pub fn page_key(reading: Reading, event: &KeyboardEvent) {
    if event.ctrl_key() || event.meta_key() || event.alt_key() {
        return;
    }
    match event.key().as_str() {
        "," => reading.step_stay(false),
        "." => reading.step_stay(true),
        _ => return,
    }
    event.prevent_default();
}
