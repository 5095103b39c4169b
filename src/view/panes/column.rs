//! The column beside the map: tabs, the search box and the panes.

use leptos::prelude::*;

use super::pane_table::{PANES, PaneContent, PaneEntry};
use super::search::Search;
use super::search_box::SearchBox;
use crate::view::state::PageState;
use crate::view::strings;

/// The column beside the map: tabs and the search box over the panes, of which
/// one is open.
#[component]
pub fn Column(state: PageState) -> impl IntoView {
    let search = Search::new(state);
    let own = state.is_own();
    let panes = || PANES.iter().filter(|entry| entry.is_for(own));
    let tabs = panes().filter_map(|entry| tab(state, entry)).collect_view();
    let printing = printing();
    let regions = panes().map(|entry| region(state, entry, search, printing)).collect_view();
    view! {
        <div class="column">
            <div class="switch" role="group" aria-label=strings::BESIDE>
                {tabs}
                <SearchBox state search />
            </div>
            {regions}
        </div>
    }
    .into_any()
}

fn tab(state: PageState, entry: &'static PaneEntry) -> Option<impl IntoView> {
    let label = entry.tab?;
    let is_open = move || state.panes.open.get() == entry.pane;
    Some(view! {
        <button
            type="button"
            aria-pressed=move || is_open().to_string()
            on:click=move |_| state.panes.open.set(entry.pane)
        >
            {label}
        </button>
    })
}

fn region(
    state: PageState,
    entry: &'static PaneEntry,
    search: Search,
    printing: ReadSignal<bool>,
) -> AnyView {
    let (content, printed) = match entry.content {
        PaneContent::Kept(content) => return content(state),
        PaneContent::WhileOpen(content) => (content, false),
        PaneContent::WhileOpenOrPrinted(content) => (content, true),
    };
    let is_open = move || state.panes.open.get() == entry.pane;
    let exists = Memo::new(move |_| is_open() || (printed && printing.get()));
    // Focusable, because it scrolls: the keyboard must reach it.
    view! {
        <section
            id=entry.word
            class=if printed { "pane on-paper" } else { "pane" }
            aria-label=entry.region
            tabindex="0"
            hidden=move || !is_open()
        >
            {move || exists.get().then(|| content(state, search))}
        </section>
    }
    .into_any()
}

/// Is the page being printed?
fn printing() -> ReadSignal<bool> {
    let (printing, set_printing) = signal(false);
    for (event, now) in [("beforeprint", true), ("afterprint", false)] {
        let listener = window_event_listener_untyped(event, move |_| set_printing.set(now));
        on_cleanup(move || listener.remove());
    }
    printing
}
