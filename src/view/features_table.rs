use leptos::prelude::*;

use super::dom::{El, button, el};
use super::reading::Reading;
use super::stays_table::head;
use super::words;
use crate::dataset::Dataset;
use crate::domain::argsort::argsort;
use crate::domain::time::{DateSpan, Day, span_text};

/// Rows that stand at once: a browser lays out no more in a moment.
const ROWS: usize = 100;

#[derive(Clone, Copy, PartialEq, Eq)]
enum SortBy {
    Time,
    Name,
}

/// Every feature in a row, with or without a time or a place, and what of the
/// file could not be read.
pub fn features_table(reading: Reading) -> El {
    let loaded = reading.loaded();
    let Some(dataset) = &loaded.dataset else { return el("div", "") };
    let sort = RwSignal::new((SortBy::Time, true));
    let page = RwSignal::new(0_usize);
    let count = dataset.records.len();
    let order = Memo::new(move |_| {
        page.set(0);
        let (by, ascending) = sort.get();
        reading
            .loaded
            .with_value(|l| l.dataset.as_ref().map_or(Vec::new(), |c| sorted(c, by, ascending)))
    });
    let rows = move || {
        let from = page.get() * ROWS;
        let loaded = reading.loaded();
        let Some(dataset) = &loaded.dataset else { return Vec::new() };
        order.with(|order| {
            let shown = order.iter().skip(from).take(ROWS);
            shown.map(|&id| row(reading, dataset, id)).collect()
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
        words::rows_of((from + 1).min(count), (from + ROWS).min(count), count)
    };
    let pages = el("p", "says pages")
        .child(turn(words::PREVIOUS_ROWS, "‹", |page, _| page > 0, |page| page - 1))
        .child(el("span", "").set("role", "status").text_live(which))
        .child(turn(words::NEXT_ROWS, "›", |page, all| (page + 1) * ROWS < all, |page| page + 1));
    let heads = [(SortBy::Time, words::WHEN), (SortBy::Name, words::FEATURE_NAME)]
        .map(|(by, label)| head(by, label, sort));
    let caption = words::every_feature(&loaded.life.entry.title);
    let table = el("table", "stays-table features")
        .set("aria-label", words::STAYS)
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

fn row(reading: Reading, dataset: &Dataset, id: usize) -> El {
    let feature = &dataset.records[id];
    let span = feature.span;
    let holds = move || {
        let day = reading.day.get();
        span.is_some_and(|(first, last)| first <= day && day <= last)
    };
    let name = button("link", &feature.title, move || reading.go_to_feature(id)).set("dir", "auto");
    let unplaced = feature.parts.is_empty().then(|| el("small", "").text(words::NO_PLACE));
    el("tr", "")
        .class_while("current", holds)
        .child(el("td", "").text(&when_words(feature.span)))
        .child(el("td", "").child(name).text(" ").children(unplaced))
}

/// When a feature holds, in words.
pub fn when_words(span: Option<(Day, Day)>) -> String {
    span.map_or_else(
        || words::NO_TIME.to_owned(),
        |(first, last)| span_text(&DateSpan::between(first, last)),
    )
}

fn unread(dataset: &Dataset) -> Vec<El> {
    let cut_off = dataset.cut_off.then(|| el("p", "says").text(words::CUT_OFF));
    let mut all: Vec<El> = cut_off.into_iter().collect();
    if !dataset.rejected.is_empty() {
        let rows = dataset.rejected.iter().take(ROWS).map(|unread| {
            el("li", "").text(&words::unread(
                unread.number,
                &unread.title,
                &unread.reason.to_string(),
            ))
        });
        let count = words::grouped(dataset.rejected.len());
        all.push(el("h2", "says").text(&format!("{} ({count})", words::NOT_READ)));
        all.push(el("ul", "results unread").children(rows));
    }
    all
}
