//! Play: time passes by the chosen clock, or, for readers who want no motion,
//! from stay to stay.

use std::time::Duration;

use leptos::prelude::*;

use super::reading::{Pace, Reading};
use crate::domain::time::Day;

/// How long each stay is shown to a reader who wants no motion.
const STEP: Duration = Duration::from_millis(1800);

/// Starts or stops play; at the end of the life it starts over.
pub fn toggle(reading: Reading) {
    if reading.playing.get_untracked() {
        reading.playing.set(false);
        return;
    }
    let whole = reading.whole();
    if reading.day.get_untracked() >= whole.last {
        reading.go_to(whole.first);
    }
    reading.playing.set(true);
    if wants_no_motion() { step(reading) } else { run(reading) }
}

/// Does the reader's system ask for less motion?
pub fn wants_no_motion() -> bool {
    window()
        .match_media("(prefers-reduced-motion: reduce)")
        .ok()
        .flatten()
        .is_some_and(|query| query.matches())
}

/// Where play is: the clock's second, and the day and the clock it holds for.
#[derive(Clone, Copy)]
struct Progress {
    seconds: f64,
    day: Day,
    pace: Pace,
    /// When the last frame was drawn, in milliseconds.
    at: f64,
}

fn run(reading: Reading) {
    let day = reading.day.get_untracked();
    let pace = reading.pace.get_untracked();
    frame(reading, Progress { seconds: seconds_at(reading, pace, day), day, pace, at: now() });
}

fn frame(reading: Reading, before: Progress) {
    request_animation_frame(move || {
        if !reading.playing.try_get_untracked().unwrap_or(false) {
            return;
        }
        let mut progress = Progress { at: now(), ..before };
        let (day, pace) = (reading.day.get_untracked(), reading.pace.get_untracked());
        if (day, pace) != (before.day, before.pace) {
            // The reader went elsewhere, or took another clock: on from there.
            progress = Progress { seconds: seconds_at(reading, pace, day), day, pace, ..progress };
        } else if !reading.held.get_untracked() {
            // A tab that slept must not leap over years.
            let passed = ((progress.at - before.at) / 1000.0).clamp(0.0, 0.1);
            progress.seconds += passed * reading.speed.get_untracked().times();
            progress.day = reading.loaded().clocks[pace as usize].day_at(progress.seconds);
            reading.go_to(progress.day);
            if progress.day >= reading.whole().last && !begin_again(reading) {
                return;
            }
        }
        frame(reading, progress);
    });
}

fn step(reading: Reading) {
    set_timeout(
        move || {
            if !reading.playing.try_get_untracked().unwrap_or(false) {
                return;
            }
            let before = reading.day.get_untracked();
            if !reading.held.get_untracked() {
                reading.step_stay(true);
            }
            if reading.day.get_untracked() != before
                || reading.held.get_untracked()
                || begin_again(reading)
            {
                step(reading);
            }
        },
        STEP,
    );
}

/// At the end: from the start once more, or no more.
fn begin_again(reading: Reading) -> bool {
    let again = reading.again.get_untracked();
    if again {
        reading.go_to(reading.whole().first);
    } else {
        reading.playing.set(false);
    }
    again
}

fn seconds_at(reading: Reading, pace: Pace, day: Day) -> f64 {
    reading.loaded().clocks[pace as usize].seconds_at(day)
}

fn now() -> f64 {
    js_sys::Date::now()
}
