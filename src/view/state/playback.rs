//! The state of playback: whether it runs, how fast, and whether it repeats.

use leptos::prelude::*;

use crate::page_model::{BeatIndex, Playback};
use crate::view::loaded::Loaded;
use crate::view::strings;

/// The settings and the state of the player.
#[derive(Clone, Copy)]
pub struct PlaybackState {
    pub playing: RwSignal<bool>,
    /// Is the slider's thumb held? Playback pauses meanwhile.
    pub thumb_held: RwSignal<bool>,
    pub speed: RwSignal<Speed>,
    pub pace: RwSignal<Pace>,
    /// Does playback start again when it reaches the end?
    pub repeat: RwSignal<bool>,
    /// What told play shows: the index of a beat. `None` while nothing is told.
    pub beat: RwSignal<Option<BeatIndex>>,
    /// The seconds of that beat that have passed.
    pub elapsed_s: StoredValue<f64>,
    /// Does the browser speak the words that are told?
    pub voice: RwSignal<bool>,
    /// The number of the run: a loop of an earlier run ends.
    pub run: StoredValue<u32>,
}

impl PlaybackState {
    /// A life is told, a dataset is played by the calendar.
    pub fn new(is_own_data: bool) -> Self {
        Self {
            playing: RwSignal::new(false),
            thumb_held: RwSignal::new(false),
            speed: RwSignal::new(Speed::Normal),
            pace: RwSignal::new(if is_own_data { Pace::Calendar } else { Pace::Told }),
            repeat: RwSignal::new(false),
            beat: RwSignal::new(None),
            elapsed_s: StoredValue::new(0.0),
            voice: RwSignal::new(false),
            run: StoredValue::new(0),
        }
    }

    /// Does playback run, and is this its latest run?
    pub fn is_running(&self, run: u32) -> bool {
        self.playing.try_get_untracked() == Some(true) && self.run.get_value() == run
    }

    /// Ends told play, because the reader goes elsewhere.
    pub fn end_telling(&self) {
        if self.beat.get_untracked().is_some() {
            self.beat.set(None);
            self.playing.set(false);
        }
    }
}

/// How fast playback runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Speed {
    Slow,
    Normal,
    Fast,
}

impl Speed {
    pub const ALL: [Self; 3] = [Self::Slow, Self::Normal, Self::Fast];

    pub fn times(self) -> f64 {
        match self {
            Self::Slow => 0.25,
            Self::Normal => 1.0,
            Self::Fast => 3.0,
        }
    }

    /// The factor of the pace at which told play expects the reader to read.
    pub fn reading_pace(self) -> f64 {
        match self {
            Self::Slow => 0.6,
            Self::Normal => 1.0,
            Self::Fast => 1.6,
        }
    }

    pub fn label(self) -> &'static str {
        strings::SPEEDS[self as usize]
    }
}

/// How playback divides its time: by the words of each stop, in proportion to the
/// calendar, or equally among the stops.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pace {
    Told,
    Calendar,
    EqualStops,
}

impl Pace {
    pub const ALL: [Self; 3] = [Self::Told, Self::Calendar, Self::EqualStops];

    pub fn label(self) -> &'static str {
        strings::PACES[self as usize]
    }

    /// The clock of this pace. Where a life cannot be told, it is played by the
    /// calendar.
    pub fn clock(self, loaded: &Loaded) -> &Playback {
        &loaded.clocks[usize::from(self == Self::EqualStops)]
    }
}
