//! State: the view of the map, and whether it follows the subject.

use leptos::prelude::*;

use crate::page_model::{Frame, MapView};

/// The view of the map.
#[derive(Clone, Copy)]
pub struct MapState {
    /// Zoom and centre; `None` until the map, or the address, has set them.
    pub view: RwSignal<Option<MapView>>,
    /// Does the map keep the person in sight?
    pub follow: RwSignal<bool>,
    /// Are the borders of the day shown?
    pub borders: RwSignal<bool>,
    /// The places that the search found, by their indices, while its results are
    /// shown.
    pub found: RwSignal<Vec<usize>>,
    /// The place that the map is to bring into view once, without selecting it.
    pub sight: RwSignal<Option<usize>>,
    /// The shot that the camera was last sent to.
    pub shot: RwSignal<Option<Shot>>,
}

/// A flight of the camera.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Shot {
    /// The frame at its end.
    pub frame: Frame,
    /// How long the flight takes.
    pub seconds: f64,
}

impl MapState {
    pub fn new() -> Self {
        Self {
            view: RwSignal::new(None),
            follow: RwSignal::new(true),
            borders: RwSignal::new(true),
            found: RwSignal::new(Vec::new()),
            sight: RwSignal::new(None),
            shot: RwSignal::new(None),
        }
    }
}
