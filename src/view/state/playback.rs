//! The state of playback: whether it runs, how fast, and whether it repeats.

use leptos::prelude::*;

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
}

impl PlaybackState {
    pub fn new() -> Self {
        Self {
            playing: RwSignal::new(false),
            thumb_held: RwSignal::new(false),
            speed: RwSignal::new(Speed::Normal),
            pace: RwSignal::new(Pace::Calendar),
            repeat: RwSignal::new(false),
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

    pub fn label(self) -> &'static str {
        strings::SPEEDS[self as usize]
    }
}

/// How playback divides its time: in proportion to the calendar, or equally among
/// the stops.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pace {
    Calendar,
    EqualStops,
}

impl Pace {
    pub const ALL: [Self; 2] = [Self::Calendar, Self::EqualStops];

    pub fn label(self) -> &'static str {
        strings::CLOCKS[self as usize]
    }
}
