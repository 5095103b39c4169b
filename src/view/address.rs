//! Keeps day, selection and map view in the address, so that a copied link opens what
//! its sender saw. A selection adds an entry to the browser's history; other changes
//! replace the current one.

use std::time::Duration;

use leptos::prelude::*;
use wasm_bindgen::JsValue;

use crate::domain::time::{Day, day_text};
use crate::page_model::{Mode, PageLink, Route};
use crate::view::effect::effect;
use crate::view::fetch::parameter;
use crate::view::notice::Notice;
use crate::view::panes::{pane_of_word, word_of_pane};
use crate::view::route_storage::show_own_route;
use crate::view::state::{PageState, Pane, Selection};
use crate::view::strings;

/// Browsers refuse more than some hundred changes in half a minute.
const PAUSE: Duration = Duration::from_millis(300);

/// Reads the state from the address now and at each step through the browser's history,
/// and writes it to the address after every change.
pub fn keep_address(state: PageState, notice: Notice) {
    // A file of the reader's computer is shown under the address of the page before.
    let is_of_address = !state.is_own() || parameter("data").is_some();
    let read = move || {
        let fragment = window().location().hash().unwrap_or_default();
        let link = PageLink::parse(&fragment);
        let ignored = ignored_words(state, &fragment);
        if is_of_address && !ignored.is_empty() {
            notice.show_error(ignored);
        }
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
        state.map.borders.set(!link.without_borders);
        if link.mode != state.time.mode.get_untracked() {
            state.show_mode(link.mode);
        }
        take_route(state, link.route, link.date.is_none());
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

/// Shows the route of the address. If the address has none, a route that an earlier
/// address brought is replaced by the reader's own. If the address has no date, the page
/// goes to the first stop.
fn take_route(state: PageState, route: Option<Route>, is_undated: bool) {
    let is_guest = state.route.is_guest.get_untracked();
    let route = route.map(|mut route| {
        state.loaded.with_value(|l| route.keep_to(&l.life));
        route
    });
    match route.filter(|route| !route.stops.is_empty() && !state.is_own()) {
        Some(route) if is_guest && state.route.get_untracked() == route => {}
        Some(route) => {
            let day = state.time.day.get_untracked();
            let at = route.stops.iter().position(|stop| stop.day == day && !is_undated);
            state.route.show(&route, true);
            if is_undated {
                state.go_to_stop(0);
            } else {
                state.route.stop.set(Some(at.unwrap_or(0)));
            }
        }
        None if is_guest => show_own_route(state),
        None => {}
    }
}

/// A message about the parts of the address that cannot be shown; empty if all can.
fn ignored_words(state: PageState, fragment: &str) -> String {
    let whole = state.whole();
    let shown = whole.first..=whole.last;
    let date = PageLink::value(fragment, "date")
        .filter(|word| !word.parse().is_ok_and(|day: Day| shown.contains(&day)))
        .map(|word| strings::no_such_day(word, &day_text(whole.first), &day_text(whole.last)));
    let sel = PageLink::value(fragment, "sel")
        .filter(|word| state.loaded.with_value(|l| Selection::parse(word, l)).is_none())
        .map(strings::no_such_place);
    let route = PageLink::value(fragment, "route").and_then(|text| {
        let (mut route, unread) = Route::parse(text);
        let left_out = unread + state.loaded.with_value(|l| route.keep_to(&l.life));
        (left_out > 0).then(|| strings::stops_left_out(left_out))
    });
    date.into_iter().chain(sel).chain(route).collect::<Vec<_>>().join(" ")
}

/// The state to be written to the address. It is written a moment after a change.
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
        route: state.route.is_guest.get().then(|| state.route.get()),
        without_borders: !state.map.borders.get(),
    }
}

/// The whole address of this page in a state; for a frame, without text and masthead.
pub fn address_of(link: &PageLink, embed: bool) -> String {
    let location = window().location();
    let part = |part: Result<String, _>| part.unwrap_or_default();
    let search = match (part(location.search()), embed) {
        (search, false) => search,
        (search, true) if search.is_empty() => "?embed".to_owned(),
        (search, true) => search + "&embed",
    };
    // Not `origin`, which some browsers leave empty for a file on the disk.
    let (protocol, host) = (part(location.protocol()), part(location.host()));
    format!("{protocol}//{host}{}{search}{link}", part(location.pathname()))
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
