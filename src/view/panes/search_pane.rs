use leptos::prelude::*;
use web_sys::Event;

use crate::page_model::{Hit, search};
use crate::view::html::{El, button, el};
use crate::view::panes::records_table::when_words;
use crate::view::panes::text::scroll::{Words, show_words};
use crate::view::panes::text::section_title;
use crate::view::state::{PageState, Pane};
use crate::view::strings;

/// More features than this nobody looks through.
const MOST: usize = 100;

/// What one looks for; results stand in the pane below.
pub fn search_box(state: PageState) -> El {
    el("input", "search-box")
        .set("type", "search")
        .set("aria-label", strings::SEARCH_FOR)
        .set("placeholder", strings::SEARCH)
        .set("autocomplete", "off")
        .value_live(move || state.panes.query.get())
        .on("input", move |event: Event| {
            state.panes.query.set(event_target_value(&event));
            state.panes.open.set(Pane::Search);
        })
}

/// Places by any of their names, then passages.
pub fn search_results(state: PageState) -> El {
    let says = RwSignal::new(String::new());
    // Folded once, when first looked for.
    let names = StoredValue::new(None::<String>);
    let results = move || {
        let query = state.panes.query.get();
        let query = query.trim();
        if state.is_own() {
            let found = named_features(state, names, query);
            says.set(said(query, found.len()));
            return found.into_iter().map(|id| feature_result(state, id)).collect();
        }
        let hits = state.loaded.with_value(|l| search(&l.life, &l.text, query, &fold));
        says.set(said(query, hits.len()));
        hits.into_iter().filter_map(|hit| result(state, hit)).collect()
    };
    el("div", "")
        .child(el("p", "says").set("role", "status").text_live(move || says.get()))
        .child(el("ul", "results").children_live(results))
}

fn said(query: &str, found: usize) -> String {
    match (query.chars().count(), found) {
        (0 | 1, _) => strings::SEARCH_HOW.to_owned(),
        (_, 0) => strings::nothing_called(query),
        (_, count) => strings::counted(count, strings::RESULTS),
    }
}

/// Features of the dataset by their names.
fn named_features(state: PageState, names: StoredValue<Option<String>>, query: &str) -> Vec<usize> {
    if query.chars().count() < 2 {
        return Vec::new();
    }
    if names.with_value(Option::is_none) {
        names.set_value(state.loaded.with_value(|l| {
            let titles = l.dataset.as_ref()?.records.iter().map(|f| f.title.replace('\n', " "));
            Some(fold(&titles.collect::<Vec<_>>().join("\n")))
        }));
    }
    let query = fold(query);
    let has = |(_, title): &(usize, &str)| title.contains(&query);
    names.with_value(|names| {
        let titles = names.as_deref().unwrap_or_default().split('\n').enumerate();
        titles.filter(has).map(|(id, _)| id).take(MOST).collect()
    })
}

fn feature_result(state: PageState, id: usize) -> El {
    let loaded = state.loaded();
    let feature = loaded.dataset.as_ref().map(|dataset| &dataset.records[id]);
    let (title, span) = feature.map_or(("", None), |f| (&*f.title, f.span));
    let row = button("", "", move || state.go_to_feature(id)).child(el("b", "").text(title));
    el("li", "").child(row.child(el("small", "").text(&when_words(span))))
}

fn result(state: PageState, hit: Hit) -> Option<El> {
    let loaded = state.loaded();
    let (row, details) = match hit {
        Hit::Place { place, name } => {
            let place = &loaded.life.places[place];
            let also = (name != place.title).then(|| strings::today(&place.title) + " · ");
            let id = place.id.clone();
            let row = button("", "", move || state.select(Some(&id)));
            let details = also.unwrap_or_default() + &place.type_label;
            (row.child(el("b", "").text(&name)), details)
        }
        Hit::Passage { passage, at, before, found, after } => {
            let (section, passage) = loaded.text.passages().nth(passage)?;
            let words = Words::of(passage, at, at + found.chars().count());
            let row = button("", &before, move || show_words(state, words, None));
            let details = section_title(&loaded.text, section).to_owned();
            (row.child(el("mark", "").text(&found)).text(&after), details)
        }
    };
    Some(el("li", "").child(row.child(el("small", "").text(&details))))
}

/// Without case and diacritics, by the browser's own tables.
fn fold(text: &str) -> String {
    let text: String = js_sys::JsString::from(text).to_lower_case().normalize("NFD").into();
    text.chars().filter(|c| !('\u{300}'..='\u{36f}').contains(c)).collect()
}
