use leptos::prelude::*;

use super::dom::{El, button, el};
use super::features_table::features_table;
use super::figures_pane::figures_pane;
use super::reader::reader;
use super::reading::{Pane, Reading};
use super::search_pane::{search_box, search_results};
use super::stays_table::stays_table;
use super::words;

/// What stands beside the map: the text, or the stays as a table, the life in
/// figures, or what was searched for.
pub fn column(reading: Reading) -> El {
    let loaded = reading.loaded();
    let own = reading.is_own();
    let switch = Pane::of(&loaded).iter().map(|&pane| {
        button("", pane.label(), move || reading.pane.set(pane))
            .live("aria-pressed", move || (reading.pane.get() == pane).to_string())
    });
    // On paper the table stands whatever is looked at on the screen.
    let printing = RwSignal::new(false);
    for (event, now) in [("beforeprint", true), ("afterprint", false)] {
        let listener = window_event_listener_untyped(event, move |_| printing.set(now));
        on_cleanup(move || listener.remove());
    }
    let table = if own { features_table } else { stays_table };
    el("div", "column")
        .child(
            el("div", "switch")
                .set("role", "group")
                .set("aria-label", words::BESIDE)
                .children(switch)
                .child(search_box(reading)),
        )
        .children((!own).then(|| reader(reading)))
        .child(
            pane(reading, Pane::Stays, words::LIST_OF_STAYS, move || printing.get(), table)
                .set("class", "pane on-paper")
                .set("id", "stays"),
        )
        .child(pane(reading, Pane::Figures, words::LIFE_IN_FIGURES, || false, figures_pane))
        .child(pane(reading, Pane::Search, words::SEARCH_RESULTS, || false, search_results))
}

/// Its content is there while it is looked at: what is not is not kept up to
/// date. Focusable, because it scrolls: the keyboard must reach it.
fn pane(
    reading: Reading,
    own: Pane,
    label: &str,
    also: impl Fn() -> bool + Send + Sync + 'static,
    content: fn(Reading) -> El,
) -> El {
    let wanted = Memo::new(move |_| reading.pane.get() == own || also());
    el("section", "pane")
        .set("aria-label", label)
        .set("tabindex", "0")
        .hidden_while(move || reading.pane.get() != own)
        .children_live(move || wanted.get().then(|| content(reading)).into_iter().collect())
}
