//! State: the day, the timeline's axis, and how much of time the map shows.

use leptos::prelude::*;

use crate::domain::time::Day;
use crate::page_model::{Axis, Mode};

/// The day, and how much of time the timeline and the map show.
#[derive(Clone, Copy)]
pub struct TimeState {
    /// The slider's day.
    pub day: RwSignal<Day>,
    /// The stretch of time that the timeline shows.
    pub axis: RwSignal<Axis>,
    /// How much of the life the map shows.
    pub mode: RwSignal<Mode>,
    /// The first and the last day that the map shows in [`Mode::Window`].
    pub window: RwSignal<(Day, Day)>,
    /// The day that the reader has stepped to without the slider; it is announced while it
    /// is shown.
    pub stepped_to: RwSignal<Option<Day>>,
    /// Are days before the change of calendar given in Old Style?
    pub old_style: RwSignal<bool>,
    /// When the reader, or playback, last moved time: milliseconds since 1970.
    pub moved_at_ms: StoredValue<f64>,
    /// The clock: milliseconds since 1970.
    pub now_ms: fn() -> f64,
}

impl TimeState {
    /// The first day of `whole`, all of which the timeline shows.
    pub fn at_start_of(whole: Axis, now_ms: fn() -> f64) -> Self {
        Self {
            day: RwSignal::new(whole.first),
            axis: RwSignal::new(whole),
            mode: RwSignal::new(Mode::Trail),
            window: RwSignal::new((whole.first, whole.last)),
            stepped_to: RwSignal::new(None),
            old_style: RwSignal::new(false),
            moved_at_ms: StoredValue::new(0.0),
            now_ms,
        }
    }
}
