//! The card of the selected place or record.

mod card;
mod place_card;
mod place_passages;
mod place_stays;
mod position_text;
mod record_card;
mod route_bar;
mod telling_card;

use leptos::prelude::*;

use crate::view::state::{PageState, Selection};
use crate::view::widgets::IndexList;
use card::manage_focus;
use place_card::PlaceCard;
use record_card::RecordCard;
pub use route_bar::RouteBar;
pub use telling_card::TellingCard;

/// The card of the selected place or record, if there is one.
#[component]
pub fn SelectedCard(state: PageState) -> impl IntoView {
    manage_focus(state);
    let selected = Signal::derive(move || {
        Vec::from_iter(state.selected.with(|selected| index_of(state, selected.as_ref()?)))
    });
    // Keyed: another selection gets a new card, which begins at its top.
    view! {
        <div class="card-place">
            <IndexList indices=selected item=move |index| card_of(state, index) />
        </div>
    }
    .into_any()
}

/// The index of the selected record or place.
fn index_of(state: PageState, selection: &Selection) -> Option<usize> {
    match selection {
        &Selection::Record(record) => Some(record),
        Selection::Place(id) => state.loaded().life.place_index(id),
    }
}

fn card_of(state: PageState, index: usize) -> AnyView {
    if state.is_own() {
        view! { <RecordCard state record=index /> }.into_any()
    } else {
        view! { <PlaceCard state place=index /> }.into_any()
    }
}
