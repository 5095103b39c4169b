//! Play: tells a life, or moves time by the chosen clock. With reduced motion it goes
//! from stay to stay.

mod browser;
pub mod told;
pub mod voice;

use std::time::Duration;

use leptos::prelude::*;

use browser::now;
pub use browser::wants_no_motion;

use crate::domain::time::Day;
use crate::view::state::{Pace, PageState};

/// How long each stay is shown to a reader who wants no motion.
const STEP: Duration = Duration::from_millis(1800);

/// Starts or stops play; at the end of the life it starts over.
pub fn toggle(state: PageState) {
    if state.playback.playing.get_untracked() {
        state.playback.playing.set(false);
        voice::hush();
        return;
    }
    if told::is_chosen(state) {
        told::play(state);
        return;
    }
    let whole = state.whole();
    if state.time.day.get_untracked() >= whole.last {
        state.go_to(whole.first);
    }
    state.playback.playing.set(true);
    if wants_no_motion() { step(state) } else { run(state) }
}

/// The progress of play: the second on the clock, with the day and the clock that it
/// belongs to.
#[derive(Clone, Copy)]
struct Progress {
    seconds: f64,
    day: Day,
    pace: Pace,
    /// When the last frame was drawn, in milliseconds.
    at: f64,
}

fn run(state: PageState) {
    let day = state.time.day.get_untracked();
    let pace = state.playback.pace.get_untracked();
    frame(state, Progress { seconds: seconds_at(state, pace, day), day, pace, at: now() });
}

fn frame(state: PageState, before: Progress) {
    request_animation_frame(move || {
        if !state.playback.playing.try_get_untracked().unwrap_or(false) {
            return;
        }
        let mut progress = Progress { at: now(), ..before };
        let (day, pace) = (state.time.day.get_untracked(), state.playback.pace.get_untracked());
        if (day, pace) != (before.day, before.pace) {
            // The reader went to another day or chose another clock: continues from
            // there.
            progress = Progress { seconds: seconds_at(state, pace, day), day, pace, ..progress };
        } else if !state.playback.thumb_held.get_untracked() {
            // A tab that was in the background must not skip years.
            let passed = ((progress.at - before.at) / 1000.0).clamp(0.0, 0.1);
            progress.seconds += passed * state.playback.speed.get_untracked().times();
            progress.day = pace.clock(&state.loaded()).day_at(progress.seconds);
            state.go_to(progress.day);
            if progress.day >= state.whole().last && !begin_again(state) {
                return;
            }
        }
        frame(state, progress);
    });
}

fn step(state: PageState) {
    set_timeout(
        move || {
            if !state.playback.playing.try_get_untracked().unwrap_or(false) {
                return;
            }
            let before = state.time.day.get_untracked();
            if !state.playback.thumb_held.get_untracked() {
                state.step_stay(true);
            }
            if state.time.day.get_untracked() != before
                || state.playback.thumb_held.get_untracked()
                || begin_again(state)
            {
                step(state);
            }
        },
        STEP,
    );
}

/// At the end: starts over, or stops. True if it starts over.
fn begin_again(state: PageState) -> bool {
    let again = state.playback.repeat.get_untracked();
    if again {
        state.go_to(state.whole().first);
    } else {
        state.playback.playing.set(false);
    }
    again
}

fn seconds_at(state: PageState, pace: Pace, day: Day) -> f64 {
    pace.clock(&state.loaded()).seconds_at(day)
}
