use leptos::prelude::*;

use super::super::dom::{El, button, choice, el, icon_button};
use super::super::player::toggle;
use super::super::reading::{Reading, Speed};
use super::super::words;
use crate::page_model::Mode;

const PREVIOUS: &str = "M3 3h2v10H3zM13 3v10L6 8z";
const NEXT: &str = "M11 3h2v10h-2zM3 3v10l7-5z";
const PLAY: &str = "M4 2.5v11L13.5 8z";
const PAUSE: &str = "M4 3h3v10H4zM9 3h3v10H9z";

/// The buttons beside the slider.
pub fn controls(reading: Reading) -> El {
    let playing = move || reading.playing.get();
    let name = move || if playing() { words::PAUSE } else { words::PLAY }.to_owned();
    let play = |name: &str, path: &str| icon_button("play", name, path, move || toggle(reading));
    // One button, whose picture and name change: the focus stays on it.
    let toggle = play(words::PLAY, PLAY)
        .live("aria-label", name)
        .live("title", name)
        .class_while("playing", playing)
        .child(pause_picture());
    let own = reading.is_own();
    el("div", "player")
        .set("role", "group")
        .set("aria-label", words::PLAYER)
        .child(
            icon_button("", words::PREVIOUS_STAY, PREVIOUS, move || reading.step_stay(false))
                .set("title", words::PREVIOUS_STAY_KEY),
        )
        .child(toggle)
        .child(
            icon_button("", words::NEXT_STAY, NEXT, move || reading.step_stay(true))
                .set("title", words::NEXT_STAY_KEY),
        )
        .child(choice(
            words::SHOW,
            Mode::ALL.map(
                |mode| if own && mode == Mode::All { words::EVERYTHING } else { mode.label() },
            ),
            move || Mode::ALL.iter().position(|&m| m == reading.mode.get()).unwrap_or(0),
            move |i| reading.show_mode(Mode::ALL[i]),
        ))
        .child(choice(
            words::SPEED,
            Speed::ALL.map(Speed::label),
            move || reading.speed.get() as usize,
            move |i| reading.speed.set(Speed::ALL[i]),
        ))
        .child(button("more", words::MORE, || {}).set("popovertarget", "options"))
}

/// Visible in place of the other while playing.
fn pause_picture() -> El {
    use super::super::dom::svg;
    svg("svg", "")
        .set("viewBox", "0 0 16 16")
        .set("aria-hidden", "true")
        .child(svg("path", "").set("d", PAUSE))
}
