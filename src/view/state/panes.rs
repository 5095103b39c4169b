//! State: the open pane, and the search query.

use leptos::prelude::*;

/// The panes beside the map.
#[derive(Clone, Copy)]
pub struct PaneState {
    /// The pane that is open.
    pub open: RwSignal<Pane>,
    /// What is searched for.
    pub query: RwSignal<String>,
}

impl PaneState {
    pub fn showing(pane: Pane) -> Self {
        Self { open: RwSignal::new(pane), query: RwSignal::new(String::new()) }
    }
}

/// A pane beside the map. What each is called and shows is one table:
/// view/panes/pane_table.rs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pane {
    Text,
    Stays,
    Records,
    Figures,
    Search,
}

impl Pane {
    /// The pane that is open unless the address names another.
    pub fn initial(is_own_data: bool) -> Self {
        if is_own_data { Self::Records } else { Self::Text }
    }
}
