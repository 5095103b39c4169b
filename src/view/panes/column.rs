use leptos::prelude::*;

use super::figures_pane::figures_pane;
use super::records_table::records_table;
use super::stays_table::stays_table;
use crate::view::html::{El, button, el};
use crate::view::panes::search_pane::{search_box, search_results};
use crate::view::panes::text::text_pane;
use crate::view::state::{PageState, Pane};
use crate::view::strings;

/// What stands beside the map: the text, or the stays as a table, the life in
/// figures, or what was searched for.
pub fn column(state: PageState) -> El {
    let loaded = state.loaded();
    let own = state.is_own();
    let switch = Pane::of(&loaded).iter().map(|&pane| {
        button("", pane.label(), move || state.panes.open.set(pane))
            .live("aria-pressed", move || (state.panes.open.get() == pane).to_string())
    });
    // On paper the table stands whatever is looked at on the screen.
    let printing = RwSignal::new(false);
    for (event, now) in [("beforeprint", true), ("afterprint", false)] {
        let listener = window_event_listener_untyped(event, move |_| printing.set(now));
        on_cleanup(move || listener.remove());
    }
    let table = if own { records_table } else { stays_table };
    el("div", "column")
        .child(
            el("div", "switch")
                .set("role", "group")
                .set("aria-label", strings::BESIDE)
                .children(switch)
                .child(search_box(state)),
        )
        .children((!own).then(|| text_pane(state)))
        .child(
            pane(state, Pane::Stays, strings::LIST_OF_STAYS, move || printing.get(), table)
                .set("class", "pane on-paper")
                .set("id", "stays"),
        )
        .child(pane(state, Pane::Figures, strings::LIFE_IN_FIGURES, || false, figures_pane))
        .child(pane(state, Pane::Search, strings::SEARCH_RESULTS, || false, search_results))
}

/// Its content is there while it is looked at: what is not is not kept up to
/// date. Focusable, because it scrolls: the keyboard must reach it.
fn pane(
    state: PageState,
    own: Pane,
    label: &str,
    also: impl Fn() -> bool + Send + Sync + 'static,
    content: fn(PageState) -> El,
) -> El {
    let wanted = Memo::new(move |_| state.panes.open.get() == own || also());
    el("section", "pane")
        .set("aria-label", label)
        .set("tabindex", "0")
        .hidden_while(move || state.panes.open.get() != own)
        .children_live(move || wanted.get().then(|| content(state)).into_iter().collect())
}
