//! The player's controls: previous, play, next, mode and speed.

use leptos::prelude::*;

use crate::page_model::Mode;
use crate::view::keys::step_stay;
use crate::view::player::toggle;
use crate::view::state::{PageState, Speed};
use crate::view::strings;
use crate::view::widgets::{Choice, Icon, IconButton};

const PREVIOUS: &str = "M3 3h2v10H3zM13 3v10L6 8z";
const NEXT: &str = "M11 3h2v10h-2zM3 3v10l7-5z";
const PLAY: &str = "M4 2.5v11L13.5 8z";
const PAUSE: &str = "M4 3h3v10H4zM9 3h3v10H9z";

/// The player's buttons and lists.
#[component]
pub fn Controls(state: PageState) -> impl IntoView {
    let own = state.is_own();
    let (previous, previous_title, next, next_title) = if own {
        (
            strings::PREVIOUS_RECORD,
            strings::PREVIOUS_RECORD_KEY,
            strings::NEXT_RECORD,
            strings::NEXT_RECORD_KEY,
        )
    } else {
        (
            strings::PREVIOUS_STAY,
            strings::PREVIOUS_STAY_KEY,
            strings::NEXT_STAY,
            strings::NEXT_STAY_KEY,
        )
    };
    let modes = Mode::ALL
        .map(|mode| if own && mode == Mode::All { strings::EVERYTHING } else { mode.label() });
    let mode = move || Mode::ALL.iter().position(|&m| m == state.time.mode.get()).unwrap_or(0);
    let speed = move || state.playback.speed.get() as usize;
    view! {
        <div class="player" role="group" aria-label=strings::PLAYER>
            <IconButton
                name=previous
                title=previous_title
                path=PREVIOUS
                on_press=move |()| step_stay(state, false)
            />
            <PlayButton state />
            <IconButton
                name=next
                title=next_title
                path=NEXT
                on_press=move |()| step_stay(state, true)
            />
            <Choice
                name=strings::SHOW
                labels=modes
                chosen=Signal::derive(mode)
                on_choose=move |i: usize| state.show_mode(Mode::ALL[i])
            />
            <Choice
                name=strings::SPEED
                labels=Speed::ALL.map(Speed::label)
                chosen=Signal::derive(speed)
                on_choose=move |i: usize| state.playback.speed.set(Speed::ALL[i])
            />
            <button class="more" type="button" popovertarget="options">
                {strings::MORE}
            </button>
        </div>
    }
    .into_any()
}

/// One button that plays and pauses: its name and picture change, and it keeps the
/// focus.
#[component]
fn PlayButton(state: PageState) -> impl IntoView {
    let playing = state.playback.playing;
    let name = move || if playing.get() { strings::PAUSE } else { strings::PLAY };
    view! {
        <button
            class="play"
            class:playing=move || playing.get()
            type="button"
            aria-label=move || name()
            title=move || name()
            on:click=move |_| toggle(state)
        >
            // The style sheet shows one of the two pictures.
            <Icon path=PLAY />
            <Icon path=PAUSE />
        </button>
    }
    .into_any()
}
