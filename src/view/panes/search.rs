//! What the search box and the list of its results share.

use leptos::prelude::*;

use super::text::scroll::show_in_text;
use super::text::text_range::TextRange;
use crate::page_model::{Hit, search};
use crate::view::effect::effect;
use crate::view::loaded::Loaded;
use crate::view::state::{PageState, Pane};

/// The most records that are listed.
const MAX_RECORDS: usize = 100;
/// A place belongs to a result if it is named within this many characters of the words
/// found.
const NEAR_CHARS: usize = 60;
/// A query of fewer characters finds nothing.
pub const MIN_QUERY_CHARS: usize = 2;

/// A search in progress.
#[derive(Clone, Copy)]
pub struct Search {
    /// What was found, the best first.
    pub results: Memo<Vec<SearchResult>>,
    /// The result chosen with the arrow keys.
    pub chosen: RwSignal<Option<usize>>,
}

/// A result of the search.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum SearchResult {
    /// A place of the life or a passage of its text.
    Life(Hit),
    /// A record of the reader's own data, by its index.
    Record(usize),
}

impl Search {
    pub fn new(state: PageState) -> Self {
        // The titles of all records, folded when they are first searched.
        let titles = StoredValue::new(None::<String>);
        let results = Memo::new(move |_| {
            let query = state.panes.query.get();
            let query = query.trim();
            if state.is_own() {
                return find_records(state, titles, query);
            }
            let hits = state.loaded.with_value(|l| search(&l.life, &l.text, query, &fold));
            hits.into_iter().map(SearchResult::Life).collect()
        });
        mark_on_map(state, results);
        Self { results, chosen: RwSignal::new(None) }
    }

    /// Opens the chosen result, or the best one if none is chosen.
    pub fn open_chosen(self, state: PageState) {
        let chosen = self.chosen.get_untracked().unwrap_or(0);
        let result = self.results.with_untracked(|results| results.get(chosen).cloned());
        if let Some(result) = result {
            result.open(state);
        }
    }

    /// Chooses the next or the previous result; before the first one, none.
    pub fn choose(self, forward: bool) {
        let count = self.results.with_untracked(Vec::len);
        self.chosen.update(|chosen| {
            *chosen = match (*chosen, forward) {
                (None, true) => (count > 0).then_some(0),
                (Some(index), true) => Some((index + 1).min(count.saturating_sub(1))),
                (Some(index), false) => index.checked_sub(1),
                (None, false) => None,
            };
        });
    }
}

impl SearchResult {
    /// Shows what was found: the place's card, the passage or the record.
    pub fn open(&self, state: PageState) {
        let loaded = state.loaded();
        match self {
            Self::Life(Hit::Place { place, .. }) => {
                state.select_place(&loaded.life.places[*place].id);
            }
            Self::Life(Hit::Passage { passage, at, found, .. }) => {
                if let Some((_, passage)) = loaded.text.passages().nth(*passage) {
                    let range = TextRange::in_passage(passage, *at, at + found.chars().count());
                    show_in_text(state, range, None);
                }
                state.map.sight.set(self.places(&loaded).first().copied());
            }
            Self::Record(index) => state.go_to_record(*index),
        }
    }
}

impl SearchResult {
    /// The places that the result is about, by their indices: the place found, or
    /// those of the stays whose quotes hold the words found, or else those that the
    /// passage names near them.
    fn places(&self, loaded: &Loaded) -> Vec<usize> {
        let (passage, at, found) = match self {
            Self::Life(Hit::Place { place, .. }) => return vec![*place],
            Self::Life(Hit::Passage { passage, at, found, .. }) => (*passage, *at, found),
            Self::Record(_) => return Vec::new(),
        };
        let Some((_, passage)) = loaded.text.passages().nth(passage) else { return Vec::new() };
        let (stays, end) = (&loaded.life.itinerary.stays, at + found.chars().count());
        let quoted = passage.stays.iter().filter_map(|&stay| stays.get(stay)).filter(|stay| {
            let offset = passage.start;
            stay.start <= at + offset && end + offset <= stay.end
        });
        let quoted: Vec<usize> =
            quoted.filter_map(|stay| loaded.life.place_index(&stay.place)).collect();
        if !quoted.is_empty() {
            return quoted;
        }
        let near = passage
            .mentions
            .iter()
            .filter(|m| m.end + NEAR_CHARS >= at && m.start <= end + NEAR_CHARS);
        near.filter_map(|mention| loaded.life.place_index(&mention.place)).collect()
    }
}

/// Marks the places of the results on the map while the results are shown.
fn mark_on_map(state: PageState, results: Memo<Vec<SearchResult>>) {
    effect(move || {
        let is_open = state.panes.open.get() == Pane::Search;
        let found: Vec<usize> = match is_open {
            true => state.loaded.with_value(|loaded| {
                results.with(|results| results.iter().flat_map(|r| r.places(loaded)).collect())
            }),
            false => Vec::new(),
        };
        if state.map.found.with_untracked(|before| *before != found) {
            state.map.found.set(found);
        }
    });
}

/// The id of a result's element.
pub fn result_id(index: usize) -> String {
    format!("result-{index}")
}

/// Finds records by their titles.
fn find_records(
    state: PageState,
    titles: StoredValue<Option<String>>,
    query: &str,
) -> Vec<SearchResult> {
    if query.chars().count() < MIN_QUERY_CHARS {
        return Vec::new();
    }
    if titles.with_value(Option::is_none) {
        titles.set_value(state.loaded.with_value(|loaded| folded_titles(loaded)));
    }
    let query = fold(query);
    titles.with_value(|titles| {
        let titles = titles.as_deref().unwrap_or_default().split('\n').enumerate();
        let found = titles.filter(|(_, title)| title.contains(&query));
        found.map(|(index, _)| SearchResult::Record(index)).take(MAX_RECORDS).collect()
    })
}

/// The titles of all records, one a line: folding them together is one call of
/// the browser instead of thousands.
fn folded_titles(loaded: &Loaded) -> Option<String> {
    let records = loaded.dataset.as_ref()?.records.iter();
    let titles: Vec<String> = records.map(|record| record.title.replace('\n', " ")).collect();
    Some(fold(&titles.join("\n")))
}

/// Removes case and diacritics, by the browser's own tables.
fn fold(text: &str) -> String {
    let text: String = js_sys::JsString::from(text).to_lower_case().normalize("NFD").into();
    text.chars().filter(|c| !('\u{300}'..='\u{36f}').contains(c)).collect()
}
