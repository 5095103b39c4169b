//! The card of the selected place or record.

mod card;
mod place_card;
mod place_passages;
mod place_stays;
mod position_text;
mod record_card;

use leptos::prelude::*;

use crate::view::state::{PageState, Selection};
use card::manage_focus;
use place_card::PlaceCard;
use record_card::RecordCard;

/// The card of what is selected; nothing if nothing is.
#[component]
pub fn SelectedCard(state: PageState) -> impl IntoView {
    manage_focus(state);
    // Keyed: another selection gets a new card, which begins at its top.
    view! {
        <div class="card-place">
            <For each=move || state.selected.get() key=Selection::clone let:selection>
                {card_of(state, &selection)}
            </For>
        </div>
    }
    .into_any()
}

fn card_of(state: PageState, selection: &Selection) -> Option<AnyView> {
    match selection {
        &Selection::Record(record) => Some(view! { <RecordCard state record /> }.into_any()),
        Selection::Place(id) => {
            let place = state.loaded().life.places.iter().position(|place| place.id == *id)?;
            Some(view! { <PlaceCard state place /> }.into_any())
        }
    }
}
