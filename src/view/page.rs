//! The page as a whole: its panels, its keyboard shortcuts and its drop zone for files.

use leptos::prelude::*;

use crate::view::address::keep_address;
use crate::view::cards::SelectedCard;
use crate::view::fetch::parameter;
use crate::view::keys::page_key;
use crate::view::kind_colours;
use crate::view::map::MapPane;
use crate::view::masthead::Masthead;
use crate::view::notice::Notice;
use crate::view::panels::own_data::{DataOpener, OwnDataPanel};
use crate::view::panels::{KeyPanel, LivesPanel, RoutePanel, Sharing, listen_to_route};
use crate::view::panes::Column;
use crate::view::presentation;
use crate::view::route_storage::keep_route;
use crate::view::skip_links::SkipLinks;
use crate::view::state::PageState;
use crate::view::timeline::Timeline;

/// The page of a life, or of the reader's own data.
#[component]
pub fn Page(state: PageState, opener: DataOpener, notice: Notice) -> impl IntoView {
    document().set_title(&format!("{} · Chronotope", state.loaded().life.entry.title));
    kind_colours::apply(&state.loaded().life.kinds);
    if !state.is_own() {
        keep_route(state);
        listen_to_route(state, &notice);
    }
    keep_address(state, notice.clone());
    presentation::follow(state);
    // Listened to on the window: without a focus, keys go to the body.
    let keys = window_event_listener(leptos::ev::keydown, move |event| page_key(state, &event));
    on_cleanup(move || keys.remove());
    // A frame on another page has room for map and timeline only.
    let class = if parameter("embed").is_some() { "page embedded" } else { "page" };
    let drop_opener = opener.clone();
    view! {
        <div
            class=class
            on:dragover=|event| event.prevent_default()
            on:drop=move |event| drop_opener.open_dropped(&event)
        >
            <SkipLinks own=state.is_own() />
            <Masthead state />
            <LivesPanel state />
            <Sharing state />
            <OwnDataPanel state opener />
            <MapPane state notice />
            <SelectedCard state />
            <Timeline state />
            <Column state />
            {(!state.is_own()).then(|| view! { <KeyPanel state /> <RoutePanel state /> })}
        </div>
    }
}
