//! The list of search results.

use leptos::prelude::*;

use super::search::{MIN_QUERY_CHARS, Search, SearchResult, result_id};
use super::span_words::span_words;
use super::text::section_title;
use crate::domain::time::span_text;
use crate::page_model::{Hit, nearest_date};
use crate::view::state::PageState;
use crate::view::strings;

/// What was found: places by any of their names, then passages; or records by
/// their titles.
#[component]
pub fn SearchResults(state: PageState, search: Search) -> impl IntoView {
    let status = move || {
        let query = state.panes.query.get();
        status_text(query.trim(), search.results.with(Vec::len))
    };
    let items = move || {
        let results = search.results.get().into_iter().enumerate();
        results.map(move |(index, result)| result_item(state, search, index, result))
    };
    view! {
        <div>
            <p class="says" role="status">{move || status()}</p>
            <ul class="results">
                {move || Some(items().collect_view().into_any())}
            </ul>
        </div>
    }
}

fn status_text(query: &str, found: usize) -> String {
    match found {
        _ if query.chars().count() < MIN_QUERY_CHARS => strings::SEARCH_HOW.to_owned(),
        0 => strings::nothing_found(query),
        count => strings::counted(count, strings::RESULTS),
    }
}

fn result_item(state: PageState, search: Search, index: usize, result: SearchResult) -> AnyView {
    let (title, details) = result_words(state, &result);
    let is_chosen = move || search.chosen.get() == Some(index);
    view! {
        <li>
            <button
                id=result_id(index)
                type="button"
                class:chosen=move || is_chosen()
                on:click=move |_| result.open(state)
            >
                {title}
                <small>{details}</small>
            </button>
        </li>
    }
    .into_any()
}

/// A result's title, with the words found marked in it, and a remark.
fn result_words(state: PageState, result: &SearchResult) -> (AnyView, String) {
    let loaded = state.loaded();
    match result {
        SearchResult::Life(Hit::Place { place, name }) => {
            let place = &loaded.life.places[*place];
            let today = (*name != place.title).then(|| strings::today(&place.title) + " · ");
            let details = today.unwrap_or_default() + &place.type_label;
            (view! { <b>{name.clone()}</b> }.into_any(), details)
        }
        SearchResult::Life(Hit::Passage { passage, at, before, found, after }) => {
            let section = loaded.text.passages().nth(*passage).map_or(0, |(section, _)| section);
            let excerpt = view! {
                {before.clone()}
                <mark>{found.clone()}</mark>
                {after.clone()}
            };
            let title = section_title(&loaded.text, section);
            let details = match nearest_date(&loaded.text, *passage, *at) {
                Some(date) => format!("{} · {title}", span_text(date)),
                None => title.to_owned(),
            };
            (excerpt.into_any(), details)
        }
        SearchResult::Record(index) => {
            let record = loaded.dataset.as_ref().and_then(|dataset| dataset.records.get(*index));
            let (title, span) = record.map_or(("", None), |r| (&*r.title, r.span));
            (view! { <b>{title.to_owned()}</b> }.into_any(), span_words(span))
        }
    }
}
