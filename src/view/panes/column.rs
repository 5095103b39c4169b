//! The column beside the map: tabs, the search box and the panes.

use leptos::prelude::*;
use web_sys::KeyboardEvent;

use super::pane_table::{PANES, PaneContent, PaneEntry};
use super::search::Search;
use super::search_box::SearchBox;
use crate::view::keys::focus;
use crate::view::state::{PageState, Pane};
use crate::view::strings;

/// The column beside the map: tabs and the search box over the panes, of which
/// one is open.
#[component]
pub fn Column(state: PageState) -> impl IntoView {
    let search = Search::new(state);
    let own = state.is_own();
    let panes = move || PANES.iter().filter(move |entry| entry.is_for(own));
    let tabs = panes().filter_map(|entry| tab(state, entry)).collect_view();
    let press = move |event: KeyboardEvent| {
        let tabs: Vec<_> = panes().filter(|entry| entry.tab.is_some()).collect();
        let open = state.panes.open.get_untracked();
        let at = tabs.iter().position(|entry| entry.pane == open).unwrap_or(0);
        let to = match event.key().as_str() {
            "ArrowRight" => (at + 1) % tabs.len(),
            "ArrowLeft" => (at + tabs.len() - 1) % tabs.len(),
            "Home" => 0,
            "End" => tabs.len() - 1,
            _ => return,
        };
        event.prevent_default();
        state.panes.open.set(tabs[to].pane);
        focus(&format!("#{}-tab", tabs[to].word));
    };
    let printing = printing();
    let regions = panes().map(|entry| region(state, entry, search, printing)).collect_view();
    view! {
        <div class="column">
            <div class="switch">
                <div role="tablist" aria-label=strings::BESIDE on:keydown=press>
                    {tabs}
                </div>
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
    // One stop of the Tab key: the open one, or the first while results are shown.
    let is_stop = move || {
        let open = state.panes.open.get();
        open == entry.pane || (open == Pane::Search && entry.pane == Pane::initial(state.is_own()))
    };
    Some(view! {
        <button
            type="button"
            role="tab"
            id=format!("{}-tab", entry.word)
            aria-controls=format!("{}-panel", entry.word)
            aria-selected=move || is_open().to_string()
            tabindex=move || if is_stop() { "0" } else { "-1" }
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
        PaneContent::Kept(content) => return panel(entry, content(state)),
        PaneContent::WhileOpen(content) => (content, false),
        PaneContent::WhileOpenOrPrinted(content) => (content, true),
    };
    let is_open = move || state.panes.open.get() == entry.pane;
    let exists = Memo::new(move |_| is_open() || (printed && printing.get()));
    // Focusable, because it scrolls: the keyboard must reach it.
    let region = view! {
        <section
            id=entry.word
            class=if printed { "pane on-paper" } else { "pane" }
            aria-label=entry.region
            tabindex="0"
            hidden=move || !is_open()
        >
            {move || exists.get().then(|| content(state, search))}
        </section>
    };
    panel(entry, region.into_any())
}

/// The panel of a tab around a region. The results of a search have no tab.
fn panel(entry: &'static PaneEntry, region: AnyView) -> AnyView {
    if entry.tab.is_none() {
        return region;
    }
    view! {
        <div role="tabpanel" id=format!("{}-panel", entry.word) aria-labelledby=format!("{}-tab", entry.word)>
            {region}
        </div>
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
