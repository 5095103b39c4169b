//! The table of the panes beside the map: the label, the kind of data and the content
//! of each.

use leptos::prelude::*;

use super::figures_pane::FiguresPane;
use super::records_table::RecordsTable;
use super::search::Search;
use super::search_results::SearchResults;
use super::stays_table::StaysTable;
use super::text::TextPane;
use crate::view::state::{PageState, Pane};
use crate::view::strings;

/// What the page knows of a pane.
pub struct PaneEntry {
    pub pane: Pane,
    /// The word for it in the address (`&pane=…`), and the id of its element.
    pub word: &'static str,
    /// The label of its tab. `None` for the results of the search box, which opens
    /// them itself.
    pub tab: Option<&'static str>,
    /// The accessible name of its region.
    pub region: &'static str,
    pub data: PaneData,
    pub content: PaneContent,
}

/// The data that a pane is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PaneData {
    Life,
    OwnData,
    Both,
}

/// What a pane shows, and when its content exists.
pub enum PaneContent {
    /// Always: the pane makes its own region and hides it.
    Kept(fn(PageState) -> AnyView),
    /// While the pane is open. A closed pane is not kept up to date.
    WhileOpen(fn(PageState, Search) -> AnyView),
    /// While the pane is open, and always on paper.
    WhileOpenOrPrinted(fn(PageState, Search) -> AnyView),
}

/// All panes, in the order of their tabs.
pub const PANES: &[PaneEntry] = &[
    PaneEntry {
        pane: Pane::Text,
        word: "text",
        tab: Some(strings::TEXT),
        region: strings::TEXT,
        data: PaneData::Life,
        content: PaneContent::Kept(|state| view! { <TextPane state /> }.into_any()),
    },
    PaneEntry {
        pane: Pane::Stays,
        word: "stays",
        tab: Some(strings::STAYS),
        region: strings::LIST_OF_STAYS,
        data: PaneData::Life,
        content: PaneContent::WhileOpenOrPrinted(|state, _| {
            view! { <StaysTable state /> }.into_any()
        }),
    },
    PaneEntry {
        pane: Pane::Records,
        word: "records",
        tab: Some(strings::RECORDS),
        region: strings::LIST_OF_RECORDS,
        data: PaneData::OwnData,
        content: PaneContent::WhileOpenOrPrinted(|state, _| {
            view! { <RecordsTable state /> }.into_any()
        }),
    },
    PaneEntry {
        pane: Pane::Figures,
        word: "figures",
        tab: Some(strings::IN_FIGURES),
        region: strings::LIFE_IN_FIGURES,
        data: PaneData::Life,
        content: PaneContent::WhileOpen(|state, _| view! { <FiguresPane state /> }.into_any()),
    },
    PaneEntry {
        pane: Pane::Search,
        word: "search",
        tab: None,
        region: strings::SEARCH_RESULTS,
        data: PaneData::Both,
        content: PaneContent::WhileOpen(|state, search| {
            view! { <SearchResults state search /> }.into_any()
        }),
    },
];

impl PaneEntry {
    /// Is the pane meant for this kind of data?
    pub fn is_for(&self, is_own_data: bool) -> bool {
        match self.data {
            PaneData::Life => !is_own_data,
            PaneData::OwnData => is_own_data,
            PaneData::Both => true,
        }
    }
}

/// The pane that a word in the address means, if it is meant for this data.
pub fn pane_of_word(word: &str, is_own_data: bool) -> Option<Pane> {
    let entry = PANES.iter().find(|entry| entry.word == word && entry.is_for(is_own_data))?;
    Some(entry.pane)
}

/// The word for a pane in the address.
pub fn word_of_pane(pane: Pane) -> &'static str {
    PANES.iter().find(|entry| entry.pane == pane).map_or("", |entry| entry.word)
}
