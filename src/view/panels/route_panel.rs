//! The panel in which a route is made, saved and printed.

use leptos::prelude::*;

use crate::page_model::{LONG_LINK, PageLink, quote_without_notes};
use crate::view::address::address_of;
use crate::view::state::PageState;
use crate::view::strings;
use crate::view::widgets::{CopyButton, IndexList, class_list, words};

/// The element of index.html with what is the same for every route, in three parts.
const PARTS: &str = "route-parts";
/// The one with the buttons of a stop.
const STOP_BUTTONS: &str = "route-stop-buttons";

/// The title and the stops of the route, with what can be done with it; a popover. Its
/// buttons and fields are listened to in route_events.rs. On paper it is the hand-out
/// (public/styles/route.css).
#[component]
pub fn RoutePanel(state: PageState) -> impl IntoView {
    let route = state.route;
    let html = static_html(PARTS).unwrap_or_default();
    let mut parts = html.split("<hr>");
    let mut part = move || parts.next().map(str::to_owned);
    let stops = Signal::derive(move || Vec::from_iter(0..route.get().stops.len()));
    view! {
        <div
            id="route"
            class="options"
            popover="auto"
            role="group"
            aria-label=strings::ROUTE
            data-state=move || condition(state)
        >
            <div inner_html=part()></div>
            <label>
                {strings::ROUTE_TITLE}
                <input type="text" prop:value=move || route.get().title />
            </label>
            <ol>
                <IndexList indices=stops item=move |index| stop_item(state, index) />
            </ol>
            <div inner_html=part()></div>
            <CopyButton
                label=strings::COPY_ROUTE
                copied=strings::LINK_COPIED
                text=move |()| link(state)
            />
            <div inner_html=part()></div>
        </div>
    }
    .into_any()
}

/// What an element of index.html holds.
pub fn static_html(id: &str) -> Option<String> {
    Some(document().get_element_by_id(id)?.inner_html())
}

/// What route.css shows more or less by.
fn condition(state: PageState) -> String {
    let route = state.route;
    let has_stops = !route.get().stops.is_empty();
    let words = [
        (has_stops, "stops"),
        (route.is_guest.get(), "guest"),
        (!route.before.get().is_empty(), "removed"),
        (has_stops && link(state).len() > LONG_LINK, "long"),
    ];
    class_list("", &words)
}

/// The address that opens the page with this route.
fn link(state: PageState) -> String {
    address_of(&PageLink { route: Some(state.route.get()), ..PageLink::default() }, false)
}

fn stop_item(state: PageState, index: usize) -> AnyView {
    let note = move || state.route.stop_at(index).map(|stop| stop.note).unwrap_or_default();
    view! {
        <li>
            <button class="link" type="button" data-do="go">
                {words(move || state.stop_words(index))}
            </button>
            <span inner_html=static_html(STOP_BUTTONS)></span>
            <q>{words(move || quote(state, index).unwrap_or_default())}</q>
            <textarea
                rows="2"
                aria-label=strings::ROUTE_NOTE
                placeholder=strings::ROUTE_NOTE
                prop:value=move || note()
            ></textarea>
            <p>{words(note)}</p>
        </li>
    }
    .into_any()
}

/// The words of the source that prove the stay of a stop.
fn quote(state: PageState, index: usize) -> Option<String> {
    let loaded = state.loaded();
    let stay = state.route.stop_at(index)?.stay(&loaded.life)?;
    Some(quote_without_notes(&loaded.life.itinerary.stays[stay].quote))
}
