//! The part of a place's card that lists the stays there.

use leptos::prelude::*;

use crate::domain::life::stay_dates_text;
use crate::domain::time::Day;
use crate::page_model::days_at;
use crate::view::panes::stay::{KindSwatch, kind_text};
use crate::view::state::PageState;
use crate::view::strings;
use crate::view::widgets::IconButton;

const LEFT_TRIANGLE: &str = "M10 3v10L4 8z";
const RIGHT_TRIANGLE: &str = "M6 3v10l6-5z";

/// The stays at a place, and how many days they take together.
#[component]
pub fn PlaceStays(
    state: PageState,
    /// Index of the place in the life.
    place: usize,
) -> impl IntoView {
    let loaded = state.loaded();
    let place = &loaded.life.places[place].id;
    let all = loaded.life.itinerary.stays.iter().enumerate();
    let here: Vec<usize> = all.filter(|(_, stay)| stay.place == *place).map(|(i, _)| i).collect();
    if here.is_empty() {
        let words = strings::not_stayed(&loaded.life.entry.title);
        return view! { <p class="no-stay">{words}</p> }.into_any();
    }
    let in_all = strings::in_all(days_at(&loaded.life, place, None));
    let items = here.iter().map(|&index| view! { <StayHere state index /> }).collect_view();
    view! {
        <h3 class="steps">
            {strings::counted(here.len(), strings::STAY) + &in_all}
            {(here.len() > 1).then(|| step_buttons(state, &here))}
        </h3>
        <ol class="stays">{items}</ol>
    }
    .into_any()
}

/// Buttons to the previous and the next stay at the place.
fn step_buttons(state: PageState, here: &[usize]) -> impl IntoView + use<> {
    let loaded = state.loaded();
    let timings = &loaded.life.itinerary.schedule.timings;
    let arrivals = StoredValue::new(
        here.iter().map(|&stay| timings[stay].drawn_arrival).collect::<Vec<Day>>(),
    );
    let go = move |target: Option<Day>| {
        if let Some(day) = target {
            state.go_to(day);
        }
    };
    let previous = move |()| {
        let today = state.time.day.get_untracked();
        go(arrivals.with_value(|days| days.iter().rfind(|&&day| day < today).copied()));
    };
    let next = move |()| {
        let today = state.time.day.get_untracked();
        go(arrivals.with_value(|days| days.iter().find(|&&day| day > today).copied()));
    };
    view! {
        <IconButton name=strings::PREVIOUS_HERE path=LEFT_TRIANGLE on_press=previous />
        <IconButton name=strings::NEXT_HERE path=RIGHT_TRIANGLE on_press=next />
    }
}

#[component]
fn StayHere(state: PageState, index: usize) -> impl IntoView {
    let loaded = state.loaded();
    let stay = &loaded.life.itinerary.stays[index];
    let is_current = move || state.current_stay.get() == Some(index);
    view! {
        <li aria-current=move || is_current().then_some("true")>
            <button type="button" on:click=move |_| state.go_to_stay(index)>
                <KindSwatch state index />
                <span class="stay-when">{stay_dates_text(stay)}</span>
                <span class="stay-kind">{kind_text(stay)}</span>
            </button>
            {stay.note.clone().map(|note| view! { <p class="note">{note}</p> })}
        </li>
    }
}
