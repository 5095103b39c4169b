use leptos::prelude::*;

use crate::page_model::MapView;

/// What the map looks at.
#[derive(Clone, Copy)]
pub struct MapState {
    /// Zoom and centre; `None` until the map, or the address, has set them.
    pub view: RwSignal<Option<MapView>>,
    /// Does the map keep the person in sight?
    pub follow: RwSignal<bool>,
    /// The places that the search found, by their indices, while its results are
    /// shown.
    pub found: RwSignal<Vec<usize>>,
    /// The place that the map is to have in sight, once; it is not selected.
    pub sight: RwSignal<Option<usize>>,
}

impl MapState {
    pub fn new() -> Self {
        Self {
            view: RwSignal::new(None),
            follow: RwSignal::new(true),
            found: RwSignal::new(Vec::new()),
            sight: RwSignal::new(None),
        }
    }
}
