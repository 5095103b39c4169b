//! The stop of a route that is followed, over the map.

use leptos::prelude::*;

use crate::view::panels::static_html;
use crate::view::state::PageState;
use crate::view::strings;
use crate::view::widgets::words;

/// The element of index.html with the buttons of the bar.
const BUTTONS: &str = "route-bar-buttons";

/// The stop of the route that is looked at, over the map: its number, place, day and
/// question, and the buttons to go on (panels/route_events.rs).
#[component]
pub fn RouteBar(state: PageState) -> impl IntoView {
    let route = state.route;
    // Told play has a card of its own.
    let is_hidden = move || route.current().is_none() || state.playback.beat.get().is_some();
    let number = move || {
        let count = route.get().stops.len();
        route.current().map(|(index, _)| strings::stop_of(index + 1, count)).unwrap_or_default()
    };
    view! {
        <section class="route-bar" role="region" aria-label=strings::ROUTE hidden=is_hidden>
            <div role="status" aria-label=strings::STOP>
                <p class="telling-progress">
                    <span>{words(number)}</span>
                    <span>{words(move || route.get().title)}</span>
                </p>
                <p class="telling-head">
                    <b>
                        {words(move || {
                            route.stop.get().map(|index| state.stop_words(index)).unwrap_or_default()
                        })}
                    </b>
                </p>
                <p class="route-note">
                    {words(move || route.current().map(|(_, stop)| stop.note).unwrap_or_default())}
                </p>
            </div>
            <div class="telling-tools" inner_html=static_html(BUTTONS)></div>
        </section>
    }
    .into_any()
}
