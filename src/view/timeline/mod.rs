//! The player and the slider, and above them what holds on the day.

mod chapters;
mod controls;
mod gestures;
mod options;
mod slider;
mod strip;
mod window;

use leptos::prelude::*;

use super::dom::{El, el};
use super::reading::Reading;
use super::words;
pub use strip::percent;

pub fn timeline(reading: Reading) -> El {
    let own = reading.is_own();
    // Once started, no hint is needed.
    let started = move || reading.playing.get() || reading.day.get() != reading.whole().first;
    let hint = el("p", "hint").set("aria-hidden", "true").hidden_while(started).text(if own {
        words::HINT_OWN
    } else {
        words::HINT
    });
    let scale = strip::scale(reading, [slider::slider(reading), window::handles(reading), hint]);
    el("section", "timeline")
        .set("aria-label", words::TIMELINE)
        .child(caption(reading))
        .child(controls::controls(reading))
        .child(options::options(reading))
        .child(el("div", "track").child(chapters::chapters(reading)).child(scale))
        .children((!own).then(|| strip::legend(reading)))
        // While days pass the slider itself speaks; here only what changes seldom.
        .child(
            el("p", "visually-hidden").set("role", "status").text_live(move || {
                if reading.playing.get() { words::PLAYING } else { "" }.to_owned()
            }),
        )
}

/// Date, place, kind and age, as large as a heading.
fn caption(reading: Reading) -> El {
    let details = move || match reading.skipping_words() {
        Some(skipping) => skipping,
        None => [
            reading.kind_words(),
            reading.age_words(),
            reading.certainty_words().map(str::to_owned),
        ]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(" · "),
    };
    el("p", "caption")
        .set("aria-hidden", "true")
        .child(el("span", "caption-date").text_live(move || reading.date_words()))
        .child(
            el("span", "caption-place")
                .text_live(move || reading.place_words().unwrap_or_default()),
        )
        .child(el("span", "caption-details").text_live(details))
}
