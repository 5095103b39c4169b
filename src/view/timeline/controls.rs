use leptos::prelude::*;

use crate::page_model::Mode;
use crate::view::html::{El, button, choice, el, icon_button};
use crate::view::player::toggle;
use crate::view::state::{PageState, Speed};
use crate::view::strings;

const PREVIOUS: &str = "M3 3h2v10H3zM13 3v10L6 8z";
const NEXT: &str = "M11 3h2v10h-2zM3 3v10l7-5z";
const PLAY: &str = "M4 2.5v11L13.5 8z";
const PAUSE: &str = "M4 3h3v10H4zM9 3h3v10H9z";

/// The buttons beside the slider.
pub fn controls(state: PageState) -> El {
    let playing = move || state.playback.playing.get();
    let name = move || if playing() { strings::PAUSE } else { strings::PLAY }.to_owned();
    let play = |name: &str, path: &str| icon_button("play", name, path, move || toggle(state));
    // One button, whose picture and name change: the focus stays on it.
    let toggle = play(strings::PLAY, PLAY)
        .live("aria-label", name)
        .live("title", name)
        .class_while("playing", playing)
        .child(pause_picture());
    let own = state.is_own();
    el("div", "player")
        .set("role", "group")
        .set("aria-label", strings::PLAYER)
        .child(
            icon_button("", strings::PREVIOUS_STAY, PREVIOUS, move || state.step_stay(false))
                .set("title", strings::PREVIOUS_STAY_KEY),
        )
        .child(toggle)
        .child(
            icon_button("", strings::NEXT_STAY, NEXT, move || state.step_stay(true))
                .set("title", strings::NEXT_STAY_KEY),
        )
        .child(choice(
            strings::SHOW,
            Mode::ALL.map(|mode| {
                if own && mode == Mode::All { strings::EVERYTHING } else { mode.label() }
            }),
            move || Mode::ALL.iter().position(|&m| m == state.time.mode.get()).unwrap_or(0),
            move |i| state.show_mode(Mode::ALL[i]),
        ))
        .child(choice(
            strings::SPEED,
            Speed::ALL.map(Speed::label),
            move || state.playback.speed.get() as usize,
            move |i| state.playback.speed.set(Speed::ALL[i]),
        ))
        .child(button("more", strings::MORE, || {}).set("popovertarget", "options"))
}

/// Shown in place of the other while playing.
fn pause_picture() -> El {
    use crate::view::html::svg;
    svg("svg", "")
        .set("viewBox", "0 0 16 16")
        .set("aria-hidden", "true")
        .child(svg("path", "").set("d", PAUSE))
}
