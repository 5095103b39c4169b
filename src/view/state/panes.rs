use leptos::prelude::*;

use crate::view::loaded::Loaded;
use crate::view::strings;

/// The column beside the map.
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

/// What stands beside the map.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pane {
    Text,
    Stays,
    Figures,
    Search,
}

impl Pane {
    /// Those that there is something for; the first is open at first.
    pub fn of(loaded: &Loaded) -> &'static [Self] {
        match loaded.dataset {
            Some(_) => &[Self::Stays],
            None => &[Self::Text, Self::Stays, Self::Figures],
        }
    }

    pub const ALL: [Self; 4] = [Self::Text, Self::Stays, Self::Figures, Self::Search];

    pub fn label(self) -> &'static str {
        match self {
            Self::Text => strings::TEXT,
            Self::Stays => strings::STAYS,
            Self::Figures => strings::IN_FIGURES,
            Self::Search => strings::SEARCH,
        }
    }

    /// The word in the address.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Stays => "stays",
            Self::Figures => "figures",
            Self::Search => "search",
        }
    }
}
