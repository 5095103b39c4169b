//! Told play: beat after beat of [`Telling`], from the first chapter to the closing
//! view.

use std::time::Duration;

use leptos::prelude::*;

use super::browser::{now, wants_no_motion};
use super::voice;
use crate::domain::time::Day;
use crate::page_model::{Beat, BeatIndex, BeatKind, Telling};
use crate::view::state::{Pace, PageState, Shot};

/// How often a beat that only shows words looks at the clock.
const LOOK: Duration = Duration::from_millis(100);
/// A stop waits for the voice at most this many times as long as its words take to read.
/// A browser may never report that the voice has finished.
const MAX_VOICE_WAIT: f64 = 4.0;

/// Is there a text that can be told, and has the reader chosen to have it told?
pub fn is_chosen(state: PageState) -> bool {
    state.playback.pace.get_untracked() == Pace::Told && !state.loaded().telling().beats.is_empty()
}

/// Continues from the beat that is shown, otherwise from the current stop. At the end
/// of the life it starts over.
pub fn play(state: PageState) {
    let loaded = state.loaded();
    let telling = loaded.telling();
    let beat = state.playback.beat.get_untracked();
    let beat = beat.filter(|&beat| !is_closing(telling, beat));
    state.map.follow.set(true);
    match beat {
        Some(_) => {}
        // The day stays where the reader has put it.
        None => match beat_on_day(state, telling) {
            BeatIndex::FIRST => show(state, BeatIndex::FIRST),
            beat => show_from(state, beat, state.time.day.get_untracked()),
        },
    }
    state.playback.playing.set(true);
    let run = state.playback.run.try_update_value(|run| {
        *run += 1;
        *run
    });
    if let Some(run) = run {
        tick(state, run, now());
    }
}

/// Goes to the words of the next stop, or of the one before. While it plays, the next
/// stop is travelled to.
pub fn step(state: PageState, forward: bool) {
    let loaded = state.loaded();
    let telling = loaded.telling();
    let Some(beat) = state.playback.beat.get_untracked() else { return };
    let Some(Beat { kind, stop, .. }) = telling.beat(beat).copied() else { return };
    let is_playing = state.playback.playing.get_untracked();
    state.map.follow.set(true);
    show(
        state,
        match (forward, kind) {
            (true, BeatKind::Closing) => return,
            (true, BeatKind::Stop) if stop + 1 == telling.stops.len() => beat.next(),
            (true, BeatKind::Stop) if is_playing => telling.way_to(stop + 1),
            (true, BeatKind::Stop) => telling.words_of(stop + 1),
            (false, BeatKind::Closing) | (true, _) => telling.words_of(stop),
            (false, _) => telling.words_of(stop.saturating_sub(1)),
        },
    );
}

/// Ends the present beat and begins at the first chapter.
pub fn play_again(state: PageState) {
    state.playback.beat.set(None);
    state.go_to(state.whole().first);
    play(state);
}

fn is_closing(telling: &Telling, beat: BeatIndex) -> bool {
    telling.beat(beat).is_some_and(|beat| beat.kind == BeatKind::Closing)
}

fn beat_on_day(state: PageState, telling: &Telling) -> BeatIndex {
    let (day, whole) = (state.time.day.get_untracked(), state.whole());
    if day <= whole.first || day >= whole.last {
        return BeatIndex::FIRST;
    }
    telling.beat_at(day)
}

/// Begins a beat: its camera, its day, its words.
fn show(state: PageState, index: BeatIndex) {
    show_from(state, index, Day::MIN);
}

/// Begins a beat; the day shown is `earliest` or later.
fn show_from(state: PageState, index: BeatIndex, earliest: Day) {
    voice::hush();
    let loaded = state.loaded();
    let Some(beat) = loaded.telling().beat(index) else { return };
    state.playback.elapsed_s.set_value(0.0);
    if let Some(frame) = beat.frame.filter(|_| state.map.follow.get_untracked()) {
        let seconds = beat.lead_s / pace(state);
        state.map.shot.set(Some(Shot { frame, seconds }));
    }
    // With reduced motion the person is at the end of the journey at once.
    let day = if wants_no_motion() { beat.to } else { beat.from };
    state.tell(index, day.max(earliest));
    if beat.kind == BeatKind::Stop && state.playback.voice.get_untracked() {
        let words = &loaded.telling().stops[beat.stop].words;
        voice::speak(words, loaded.language(), pace(state));
    }
}

/// The factor of the reading pace.
fn pace(state: PageState) -> f64 {
    state.playback.speed.get_untracked().reading_pace()
}

/// Looks at the clock, and shows what is due.
fn tick(state: PageState, run: u32, before_ms: f64) {
    if !state.playback.is_running(run) {
        return;
    }
    let loaded = state.loaded();
    let telling = loaded.telling();
    let Some(index) = state.playback.beat.get_untracked() else { return };
    let Some(&beat) = telling.beat(index) else { return };
    let at_ms = now();
    // A tab that was in the background must not skip stops.
    let passed = ((at_ms - before_ms) / 1000.0).clamp(0.0, 0.25) * pace(state);
    let elapsed = state.playback.elapsed_s.get_value() + passed;
    state.playback.elapsed_s.set_value(elapsed);
    let moves = beat.moves() && !wants_no_motion();
    if moves {
        state.tell(index, beat.day_at(elapsed).max(state.time.day.get_untracked()));
    }
    let waits = state.playback.voice.get_untracked()
        && elapsed < MAX_VOICE_WAIT * beat.seconds
        && voice::is_speaking();
    if elapsed >= beat.seconds && !waits {
        if beat.kind == BeatKind::Closing && !state.playback.repeat.get_untracked() {
            state.playback.playing.set(false);
            return;
        }
        match beat.kind {
            BeatKind::Closing => show(state, BeatIndex::FIRST),
            _ => show_from(state, index.next(), state.time.day.get_untracked()),
        }
    }
    if moves {
        request_animation_frame(move || tick(state, run, at_ms));
    } else {
        set_timeout(move || tick(state, run, at_ms), LOOK);
    }
}
