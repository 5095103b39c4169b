use leptos::prelude::*;

use crate::dataset::Dataset;
use crate::domain::argsort::argsort;
use crate::domain::time::{DateSpan, Day, span_text};
use crate::view::html::{El, button, el};
use crate::view::panes::stays_table::head;
use crate::view::state::PageState;
use crate::view::strings;

/// Rows that stand at once: a browser lays out no more in a moment.
const ROWS: usize = 100;

#[derive(Clone, Copy, PartialEq, Eq)]
enum SortBy {
    Time,
    Name,
}

/// Every feature in a row, with or without a time or a place, and what of the
/// file could not be read.
pub fn records_table(state: PageState) -> El {
    let loaded = state.loaded();
    let Some(dataset) = &loaded.dataset else { return el("div", "") };
    let sort = RwSignal::new((SortBy::Time, true));
    let page = RwSignal::new(0_usize);
    let count = dataset.records.len();
    let order = Memo::new(move |_| {
        page.set(0);
        let (by, ascending) = sort.get();
        state
            .loaded
            .with_value(|l| l.dataset.as_ref().map_or(Vec::new(), |c| sorted(c, by, ascending)))
    });
    let rows = move || {
        let from = page.get() * ROWS;
        let loaded = state.loaded();
        let Some(dataset) = &loaded.dataset else { return Vec::new() };
        order.with(|order| {
            let shown = order.iter().skip(from).take(ROWS);
            shown.map(|&id| row(state, dataset, id)).collect()
        })
    };
    let turn = |name: &str, sign: &str, can: fn(usize, usize) -> bool, to: fn(usize) -> usize| {
        let press = move || {
            if can(page.get_untracked(), count) {
                page.update(|page| *page = to(*page));
            }
        };
        button("plain", sign, press)
            .set("aria-label", name)
            .live("aria-disabled", move || (!can(page.get(), count)).to_string())
    };
    let which = move || {
        let from = page.get() * ROWS;
        strings::rows_of((from + 1).min(count), (from + ROWS).min(count), count)
    };
    let pages = el("p", "says pages")
        .child(turn(strings::PREVIOUS_ROWS, "‹", |page, _| page > 0, |page| page - 1))
        .child(el("span", "").set("role", "status").text_live(which))
        .child(turn(strings::NEXT_ROWS, "›", |page, all| (page + 1) * ROWS < all, |page| page + 1));
    let heads = [(SortBy::Time, strings::WHEN), (SortBy::Name, strings::FEATURE_NAME)]
        .map(|(by, label)| head(by, label, sort));
    let caption = strings::every_feature(&loaded.life.entry.title);
    let table = el("table", "stays-table features")
        .set("aria-label", strings::STAYS)
        .child(el("caption", "").text(&caption))
        .child(el("thead", "").child(el("tr", "").children(heads)))
        .child(el("tbody", "").children_live(rows));
    el("div", "").child(table).child(pages).children(unread(dataset))
}

fn sorted(dataset: &Dataset, by: SortBy, ascending: bool) -> Vec<usize> {
    let features = &dataset.records;
    // Without a time: after all that have one.
    let begin = |id: usize| features[id].span.unwrap_or((Day::MAX, Day::MAX));
    let mut order = argsort(features.len(), &|a, b| match by {
        SortBy::Time => begin(a).cmp(&begin(b)),
        SortBy::Name => features[a].title.cmp(&features[b].title),
    });
    if !ascending {
        order.reverse();
    }
    order
}

fn row(state: PageState, dataset: &Dataset, id: usize) -> El {
    let feature = &dataset.records[id];
    let span = feature.span;
    let holds = move || {
        let day = state.time.day.get();
        span.is_some_and(|(first, last)| first <= day && day <= last)
    };
    let name = button("link", &feature.title, move || state.go_to_feature(id)).set("dir", "auto");
    let unplaced = feature.parts.is_empty().then(|| el("small", "").text(strings::NO_PLACE));
    el("tr", "")
        .class_while("current", holds)
        .child(el("td", "").text(&when_words(feature.span)))
        .child(el("td", "").child(name).text(" ").children(unplaced))
}

/// When a feature holds, in words.
pub fn when_words(span: Option<(Day, Day)>) -> String {
    span.map_or_else(
        || strings::NO_TIME.to_owned(),
        |(first, last)| span_text(&DateSpan::between(first, last)),
    )
}

fn unread(dataset: &Dataset) -> Vec<El> {
    let cut_off = dataset.cut_off.then(|| el("p", "says").text(strings::CUT_OFF));
    let mut all: Vec<El> = cut_off.into_iter().collect();
    if !dataset.rejected.is_empty() {
        let rows = dataset.rejected.iter().take(ROWS).map(|unread| {
            el("li", "").text(&strings::unread(
                unread.number,
                &unread.title,
                &unread.reason.to_string(),
            ))
        });
        let count = strings::grouped(dataset.rejected.len());
        all.push(el("h2", "says").text(&format!("{} ({count})", strings::NOT_READ)));
        all.push(el("ul", "results unread").children(rows));
    }
    all
}
