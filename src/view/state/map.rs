//! State: the view of the map, and whether it follows the subject.

use leptos::prelude::*;

use crate::page_model::MapView;

/// What the map looks at.
#[derive(Clone, Copy)]
pub struct MapState {
    /// Zoom and centre; `None` until the map, or the address, has set them.
    pub view: RwSignal<Option<MapView>>,
    /// Does the map keep the person in sight?
    pub follow: RwSignal<bool>,
    /// Are the borders of the day shown?
    pub borders: RwSignal<bool>,
}

impl MapState {
    pub fn new() -> Self {
        Self {
            view: RwSignal::new(None),
            follow: RwSignal::new(true),
            borders: RwSignal::new(true),
        }
    }
}
