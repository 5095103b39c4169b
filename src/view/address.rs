//! The address carries day, selection and map, so that a copied link opens
//! what its sender saw. Moving replaces it, choosing a place adds to history.

use std::time::Duration;

use leptos::prelude::*;
use wasm_bindgen::JsValue;

use crate::page_model::{Mode, PageLink};
use crate::view::effect::effect;
use crate::view::panes::{pane_of_word, word_of_pane};
use crate::view::state::{PageState, Pane, Selection};

/// Browsers refuse more than some hundred changes in half a minute.
const PAUSE: Duration = Duration::from_millis(300);

/// Takes the state from the address now and whenever the reader goes back or
/// forth, and writes it there after every change.
pub fn keep_address(state: PageState) {
    let read = move || {
        let link = PageLink::parse(&window().location().hash().unwrap_or_default());
        if let Some(day) = link.date {
            state.go_to(day);
        }
        let selection =
            link.sel.and_then(|word| state.loaded.with_value(|l| Selection::parse(&word, l)));
        state.select(selection);
        if let Some(view) = link.map {
            state.map.view.set(Some(view));
        }
        if let Some(window) = link.window {
            state.time.window.set(window);
        }
        if link.mode != state.time.mode.get_untracked() {
            state.show_mode(link.mode);
        }
        let own = state.is_own();
        let pane = link.pane.as_deref().and_then(|word| pane_of_word(word, own));
        state.panes.open.set(pane.unwrap_or(Pane::initial(own)));
    };
    read();
    let listener = window_event_listener(leptos::ev::popstate, move |_| read());
    on_cleanup(move || listener.remove());

    let pending = StoredValue::new(None::<TimeoutHandle>);
    let mut selected_before = None::<Option<String>>;
    effect(move || {
        let link = link_to(state);
        if let Some(handle) = pending.try_update_value(Option::take).flatten() {
            handle.clear();
        }
        let selected = link.sel.clone();
        match &selected_before {
            Some(before) if *before != selected => write(&link, true),
            _ => {
                let later = set_timeout_with_handle(move || write(&link, false), PAUSE);
                pending.set_value(later.ok());
            }
        }
        selected_before = Some(selected);
    });
}

/// What the address is to carry; on a change of the state it is written a
/// little later.
pub fn link_to(state: PageState) -> PageLink {
    PageLink {
        map: state.map.view.get(),
        date: Some(state.time.day.get()),
        sel: state.selected.with(|selected| selected.as_ref().map(Selection::to_string)),
        mode: state.time.mode.get(),
        window: (state.time.mode.get() == Mode::Window).then(|| state.time.window.get()),
        pane: Some(state.panes.open.get())
            .filter(|&pane| pane != Pane::initial(state.is_own()))
            .map(|pane| word_of_pane(pane).to_owned()),
    }
}

fn write(link: &PageLink, adds_to_history: bool) {
    let fragment = link.to_string();
    let now = window().location().hash().unwrap_or_default();
    if now == fragment || fragment.is_empty() {
        return;
    }
    let Ok(history) = window().history() else { return };
    // Refused (a sandboxed frame, too many changes): the page works without.
    let _ = if adds_to_history {
        history.push_state_with_url(&JsValue::NULL, "", Some(&fragment))
    } else {
        history.replace_state_with_url(&JsValue::NULL, "", Some(&fragment))
    };
}
