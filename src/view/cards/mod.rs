//! The card of the selected place or record.

mod card;
mod place_card;
mod place_passages;
mod place_stays;
mod position_text;
mod record_card;

use leptos::prelude::*;

use crate::view::state::PageState;
use crate::view::widgets::IndexList;
use card::manage_focus;
use place_card::PlaceCard;
use record_card::RecordCard;

/// The card of what is selected; nothing if nothing is.
#[component]
pub fn SelectedCard(state: PageState) -> impl IntoView {
    manage_focus(state);
    let selected = Signal::derive(move || {
        Vec::from_iter(state.selected.with(|id| selected_index(state, id.as_deref()?)))
    });
    // Keyed: another selection gets a new card, which begins at its top.
    view! {
        <div class="card-place">
            <IndexList indices=selected item=move |index| card_of(state, index) />
        </div>
    }
    .into_any()
}

/// The index of the record or the place that has an id.
fn selected_index(state: PageState, id: &str) -> Option<usize> {
    if state.is_own() {
        return state.moment.get_untracked().selected;
    }
    state.loaded().life.places.iter().position(|place| place.id == id)
}

fn card_of(state: PageState, index: usize) -> AnyView {
    if state.is_own() {
        view! { <RecordCard state record=index /> }.into_any()
    } else {
        view! { <PlaceCard state place=index /> }.into_any()
    }
}
