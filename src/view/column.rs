use leptos::prelude::*;

use super::reader::Reader;
use super::reading::{Pane, Reading};
use super::stays_table::StaysTable;

/// What stands beside the map: the text, or the stays as a table.
#[component]
pub fn Column(reading: Reading) -> impl IntoView {
    let switch = |pane: Pane| {
        view! {
            <button
                type="button"
                aria-pressed=move || (reading.pane.get() == pane).to_string()
                on:click=move |_| reading.pane.set(pane)
            >
                {pane.label()}
            </button>
        }
    };
    let away = move |pane: Pane| reading.pane.get() != pane;
    view! {
        <div class="column">
            <div class="switch" role="group" aria-label="Beside the map">
                {switch(Pane::Text)}
                {switch(Pane::Stays)}
            </div>
            <Reader reading />
            <section
                class="stays-pane"
                aria-label="List of stays"
                tabindex="0"
                hidden=move || away(Pane::Stays)
            >
                <StaysTable reading />
            </section>
        </div>
    }
}
