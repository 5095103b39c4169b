//! Play: days pass at the chosen speed, or, for readers who want no motion,
//! from stay to stay.

use std::time::Duration;

use leptos::prelude::*;

use super::reading::Reading;

/// How long each stay is shown to a reader who wants no motion.
const STEP: Duration = Duration::from_millis(1800);

/// Starts or stops play; at the end of the life it starts over.
pub fn toggle(reading: Reading) {
    if reading.playing.get_untracked() {
        reading.playing.set(false);
        return;
    }
    let entry = reading.loaded().life.entry.clone();
    if reading.day.get_untracked() >= entry.last_day {
        reading.day.set(entry.first_day);
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

/// Frame after frame: the days that passed since the last one, with the rest
/// of a day carried over.
fn run(reading: Reading) {
    fn frame(reading: Reading, before: f64, rest: f64) {
        request_animation_frame(move || {
            if !reading.playing.try_get_untracked().unwrap_or(false) {
                return;
            }
            let now = now();
            // A tab that slept must not leap over years.
            let seconds = ((now - before) / 1000.0).clamp(0.0, 0.1);
            let days = rest + seconds * reading.speed.get_untracked().days_per_second();
            let whole = days.floor();
            advance(reading, whole as i32);
            frame(reading, now, days - whole);
        });
    }
    frame(reading, now(), 0.0);
}

fn step(reading: Reading) {
    set_timeout(
        move || {
            if !reading.playing.try_get_untracked().unwrap_or(false) {
                return;
            }
            let before = reading.day.get_untracked();
            reading.step_stay(true);
            if reading.day.get_untracked() == before {
                reading.playing.set(false);
            } else {
                step(reading);
            }
        },
        STEP,
    );
}

fn advance(reading: Reading, days: i32) {
    if days == 0 {
        return;
    }
    reading.go_to(reading.day.get_untracked() + days);
    if reading.day.get_untracked() >= reading.loaded().life.entry.last_day {
        reading.playing.set(false);
    }
}

fn now() -> f64 {
    js_sys::Date::now()
}
