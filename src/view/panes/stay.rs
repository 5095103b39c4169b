//! The pieces that every list of stays is made of.

use leptos::prelude::*;

use crate::domain::life::{Certainty, Stay};
use crate::view::state::PageState;
use crate::view::strings;

/// The name of a stay's place, as a button that goes to the stay in time and
/// selects its place on the map.
#[component]
pub fn StayLink(
    state: PageState,
    /// Index of the stay in the itinerary.
    index: usize,
) -> impl IntoView {
    let name = state.loaded().life.itinerary.stays[index].name.clone();
    let open = move |_| {
        state.go_to_stay(index);
        state.select_place(&state.loaded().life.itinerary.stays[index].place);
    };
    view! { <button class="link" type="button" on:click=open>{name}</button> }
}

/// The colour and the mark of the stay's kind.
#[component]
pub fn KindSwatch(
    state: PageState,
    /// Index of the stay in the itinerary.
    index: usize,
) -> impl IntoView {
    let class = state.loaded().life.itinerary.stays[index].kind.group.swatch_class();
    view! { <span class=class aria-hidden="true"></span> }
}

/// The kind of a stay in words: "exile", "residence, implied".
pub fn kind_text(stay: &Stay) -> String {
    let implied = stay.certainty == Certainty::Implied;
    stay.kind.label.clone() + if implied { strings::IMPLIED } else { "" }
}
