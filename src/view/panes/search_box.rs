//! The search field and its keyboard handling.

use leptos::prelude::*;
use web_sys::{KeyboardEvent, ScrollIntoViewOptions, ScrollLogicalPosition};

use super::search::{Search, result_id};
use crate::view::effect::effect;
use crate::view::state::{PageState, Pane};
use crate::view::strings;

/// The field to search in. Typing opens the pane of results. Enter opens the
/// chosen result or else the best one, the arrow keys choose, Escape clears. The
/// focus stays in the field while results are chosen.
#[component]
pub fn SearchBox(state: PageState, search: Search) -> impl IntoView {
    let set_query = move |query: String| {
        state.panes.query.set(query);
        search.chosen.set(None);
    };
    let type_query = move |query: String| {
        set_query(query);
        state.panes.open.set(Pane::Search);
    };
    let press = move |event: KeyboardEvent| {
        let results_open = state.panes.open.get_untracked() == Pane::Search;
        match event.key().as_str() {
            // The Enter that ends the input of a Chinese word, say, is not for us.
            _ if event.is_composing() => return,
            "Enter" => search.open_chosen(state),
            "Escape" if !state.panes.query.with_untracked(String::is_empty) => {
                set_query(String::new());
            }
            "ArrowDown" | "ArrowUp" if results_open => search.choose(event.key() == "ArrowDown"),
            "ArrowDown" => state.panes.open.set(Pane::Search),
            _ => return,
        }
        event.prevent_default();
    };
    effect(move || {
        if let Some(index) = search.chosen.get() {
            scroll_to_result(index);
        }
    });
    view! {
        <input
            class="search-box"
            type="search"
            aria-label=strings::SEARCH_FOR
            placeholder=strings::SEARCH
            autocomplete="off"
            aria-controls="search"
            aria-activedescendant=move || search.chosen.get().map(result_id)
            prop:value=move || state.panes.query.get()
            on:input:target=move |event| type_query(event.target().value())
            on:keydown=press
        />
    }
}

fn scroll_to_result(index: usize) {
    if let Some(result) = document().get_element_by_id(&result_id(index)) {
        let options = ScrollIntoViewOptions::new();
        options.set_block(ScrollLogicalPosition::Nearest);
        result.scroll_into_view_with_scroll_into_view_options(&options);
    }
}
