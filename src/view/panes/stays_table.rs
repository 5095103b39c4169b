use leptos::prelude::*;

use crate::domain::argsort::argsort;
use crate::domain::life::{Certainty, Stay, stay_dates_text};
use crate::domain::time::span_text;
use crate::view::html::{El, button, el};
use crate::view::loaded::Loaded;
use crate::view::panes::text::scroll::{Words, show_words};
use crate::view::state::PageState;
use crate::view::strings;

/// Every stay in a row: the map's equal for those who cannot see it, and the
/// quickest way to any date.
pub fn stays_table(state: PageState) -> El {
    let loaded = state.loaded();
    let sort = RwSignal::new((SortBy::Time, true));
    let caption = strings::every_stay(&loaded.life.entry.title);
    let rows = move || {
        let (by, ascending) = sort.get();
        sorted(&loaded, by, ascending)
            .into_iter()
            .filter(|&index| state.kinds.shows(loaded.life.itinerary.stays[index].kind.group.id))
            .map(|index| row(state, &loaded, index))
            .collect()
    };
    let heads = SortBy::ALL.map(|by| head(by, by.label(), sort));
    let table = el("table", "stays-table")
        .set("aria-label", strings::STAYS)
        .child(el("caption", "").text(&caption))
        .child(el("thead", "").child(el("tr", "").children(heads)))
        .child(el("tbody", "").children_live(rows));
    el("div", "").child(table).children(without_place(state))
}

/// What the text dates but gives no place: no pin, but a line here and a mark on
/// the timeline.
fn without_place(state: PageState) -> Vec<El> {
    let loaded = state.loaded();
    if loaded.unplaced.is_empty() {
        return Vec::new();
    }
    let rows = loaded.unplaced.iter().map(|event| {
        let passage = loaded.text.passages().nth(event.passage).map(|(_, passage)| passage);
        let words = passage.map(|p| Words::of(p, event.stands.start, event.stands.end));
        let day = event.date.earliest;
        let go = move || {
            if let Some(words) = words {
                show_words(state, words, day);
            }
        };
        let row = button("", &event.sentence, go);
        el("li", "").child(row.child(el("small", "").text(&span_text(&event.date))))
    });
    vec![el("h2", "says").text(strings::WITHOUT_PLACE), el("ul", "results").children(rows)]
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum SortBy {
    Time,
    Place,
    Kind,
}

impl SortBy {
    const ALL: [Self; 3] = [Self::Time, Self::Place, Self::Kind];

    fn label(self) -> &'static str {
        match self {
            Self::Time => strings::WHEN,
            Self::Place => strings::PLACE,
            Self::Kind => strings::KIND,
        }
    }
}

/// Indices of the stays in the order wanted; equals stay in order of time.
fn sorted(loaded: &Loaded, by: SortBy, ascending: bool) -> Vec<usize> {
    let stays = &loaded.life.itinerary.stays;
    let word = |i: usize| match by {
        SortBy::Time => "",
        SortBy::Place => stays[i].name.as_str(),
        SortBy::Kind => stays[i].kind.label.as_str(),
    };
    let mut order = argsort(stays.len(), &|a, b| word(a).cmp(word(b)));
    if !ascending {
        order.reverse();
    }
    order
}

/// The head of a column, which sorts by it.
pub fn head<By: Copy + PartialEq + Send + Sync + 'static>(
    by: By,
    label: &str,
    sort: RwSignal<(By, bool)>,
) -> El {
    let order = move || {
        let (now, ascending) = sort.get();
        match (now == by, ascending) {
            (true, true) => "ascending",
            (true, false) => "descending",
            (false, _) => "",
        }
        .to_owned()
    };
    let press = move || {
        sort.update(|(now, ascending)| {
            *ascending = *now != by || !*ascending;
            *now = by;
        });
    };
    el("th", "").set("scope", "col").live("aria-sort", order).child(button("", label, press))
}

fn row(state: PageState, loaded: &Loaded, index: usize) -> El {
    let stay = &loaded.life.itinerary.stays[index];
    let current = move || state.current_stay.get() == Some(index);
    el("tr", "")
        .class_while("current", current)
        .live("aria-current", move || if current() { "true" } else { "" }.to_owned())
        .child(el("td", "").text(&stay_dates_text(stay)))
        .child(el("td", "").child(stay_link(state, index, &stay.name)))
        .child(el("td", "").child(swatch(stay)).text(" ").text(&kind_words(stay)))
}

/// Goes to a stay, in time and on the map.
pub fn stay_link(state: PageState, index: usize, words: &str) -> El {
    button("link", words, move || {
        state.go_to_stay(index);
        let loaded = state.loaded();
        state.select(Some(&loaded.life.itinerary.stays[index].place));
    })
}

/// The colour of its kind.
pub fn swatch(stay: &Stay) -> El {
    let class = format!("swatch {}", stay.kind.group.class());
    el("span", &class).set("aria-hidden", "true")
}

/// "exile", "residence, implied"
pub fn kind_words(stay: &Stay) -> String {
    let implied = stay.certainty == Certainty::Implied;
    stay.kind.label.clone() + if implied { strings::IMPLIED } else { "" }
}
