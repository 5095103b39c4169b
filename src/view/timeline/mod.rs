//! The player and the slider, and above them what holds on the day.

mod chapters;
mod controls;
mod gestures;
mod options;
mod slider;
mod strip;
mod window;

use leptos::prelude::*;

use crate::view::html::{El, el};
use crate::view::state::PageState;
use crate::view::strings;
pub use strip::percent;

pub fn timeline(state: PageState) -> El {
    let own = state.is_own();
    // Once started, no hint is needed.
    let started =
        move || state.playback.playing.get() || state.time.day.get() != state.whole().first;
    let hint = el("p", "hint").set("aria-hidden", "true").hidden_while(started).text(if own {
        strings::HINT_OWN
    } else {
        strings::HINT
    });
    let scale = strip::scale(state, [slider::slider(state), window::handles(state), hint]);
    el("section", "timeline")
        .set("aria-label", strings::TIMELINE)
        .child(caption(state))
        .child(controls::controls(state))
        .child(options::options(state))
        .child(el("div", "track").child(chapters::chapters(state)).child(scale))
        .children((!own).then(|| strip::legend(state)))
        // While days pass the slider itself speaks; here only what changes seldom.
        .child(el("p", "visually-hidden").set("role", "status").text_live(move || {
            if state.playback.playing.get() { strings::PLAYING } else { "" }.to_owned()
        }))
}

/// Date, place, kind and age, as large as a heading.
fn caption(state: PageState) -> El {
    let details = move || match state.skipping_words() {
        Some(skipping) => skipping,
        None => [state.kind_words(), state.age_words(), state.certainty_words().map(str::to_owned)]
            .into_iter()
            .flatten()
            .collect::<Vec<_>>()
            .join(" · "),
    };
    el("p", "caption")
        .set("aria-hidden", "true")
        .child(el("span", "caption-date").text_live(move || state.date_words()))
        .child(
            el("span", "caption-place").text_live(move || state.place_words().unwrap_or_default()),
        )
        .child(el("span", "caption-details").text_live(details))
}
