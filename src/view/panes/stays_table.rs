//! The table of all stays, sortable by column.

use std::cmp::Ordering;

use leptos::prelude::*;

use crate::domain::life::stay_dates_text;
use crate::domain::time::span_text;
use crate::page_model::Unplaced;
use crate::view::panes::sortable_table::{Column, SortOrder, SortableTable};
use crate::view::panes::stay::{KindSwatch, StayLink, kind_text};
use crate::view::panes::text::scroll::show_in_text;
use crate::view::panes::text::text_range::TextRange;
use crate::view::state::PageState;
use crate::view::strings;

const COLUMNS: &[Column] = &[
    // The stays of an itinerary are in order of time.
    Column { label: strings::WHEN, compare: |_, _, _| Ordering::Equal },
    Column {
        label: strings::PLACE,
        compare: |loaded, a, b| {
            let stays = &loaded.life.itinerary.stays;
            stays[a].name.cmp(&stays[b].name)
        },
    },
    Column {
        label: strings::KIND,
        compare: |loaded, a, b| {
            let stays = &loaded.life.itinerary.stays;
            stays[a].kind.label.cmp(&stays[b].kind.label)
        },
    },
];

/// A row for every stay: what the map shows, for readers who cannot see it, and
/// the quickest way to any date.
#[component]
pub fn StaysTable(state: PageState) -> impl IntoView {
    let order = RwSignal::new(SortOrder::INITIAL);
    let rows = Memo::new(move |_| {
        let loaded = state.loaded();
        let stays = &loaded.life.itinerary.stays;
        let mut rows = order.get().sorted(COLUMNS, &loaded, stays.len());
        rows.retain(|&index| state.kinds.shows(stays[index].kind.group.id));
        rows
    });
    view! {
        <div>
            <SortableTable
                state
                label=strings::STAYS
                caption=strings::every_stay(&state.loaded().life.entry.title)
                columns=COLUMNS
                order
                rows
                row=stay_row
            />
            <EventsWithoutPlace state />
        </div>
    }
    .into_any()
}

fn stay_row(state: PageState, index: usize) -> AnyView {
    let loaded = state.loaded();
    let stay = &loaded.life.itinerary.stays[index];
    let is_current = move || state.current_stay.get() == Some(index);
    view! {
        <tr class:current=move || is_current() aria-current=move || is_current().then_some("true")>
            <td>{stay_dates_text(stay)}</td>
            <td>
                <StayLink state index />
            </td>
            <td>
                <KindSwatch state index />
                " "
                {kind_text(stay)}
            </td>
        </tr>
    }
    .into_any()
}

/// What the text dates without naming a place: such an event has no pin, but a
/// line here and a mark on the timeline.
#[component]
fn EventsWithoutPlace(state: PageState) -> impl IntoView {
    let loaded = state.loaded();
    if loaded.unplaced.is_empty() {
        return ().into_any();
    }
    let items = loaded.unplaced.iter().map(|event| unplaced_item(state, event)).collect_view();
    view! {
        <h2 class="says">{strings::WITHOUT_PLACE}</h2>
        <ul class="results">{items}</ul>
    }
    .into_any()
}

fn unplaced_item(state: PageState, event: &Unplaced) -> impl IntoView + use<> {
    let loaded = state.loaded();
    let passage = loaded.text.passages().nth(event.passage).map(|(_, passage)| passage);
    let range = passage.map(|p| TextRange::in_passage(p, event.range.start, event.range.end));
    let day = event.date.earliest;
    let open = move |_| {
        if let Some(range) = range {
            show_in_text(state, range, day);
        }
    };
    view! {
        <li>
            <button type="button" on:click=open>
                {event.sentence.clone()}
                <small>{span_text(&event.date)}</small>
            </button>
        </li>
    }
}
