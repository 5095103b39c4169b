//! The table of records of the reader's own data, and the list of what could not be read.

use leptos::prelude::*;

use crate::domain::time::Day;
use crate::view::effect::effect;
use crate::view::panes::sortable_table::{Column, SortOrder, SortableTable};
use crate::view::panes::span_words::span_words;
use crate::view::state::PageState;
use crate::view::strings;

/// Rows shown at a time: a browser lays out no more of them without a pause.
const PAGE_ROWS: usize = 100;

const COLUMNS: &[Column] = &[
    Column {
        label: strings::WHEN,
        compare: |loaded, a, b| {
            let span = |index: usize| loaded.dataset.as_ref()?.records[index].span;
            // Records without a time come after all that have one.
            let begin = |index| span(index).unwrap_or((Day::MAX, Day::MAX));
            begin(a).cmp(&begin(b))
        },
    },
    Column {
        label: strings::RECORD_NAME,
        compare: |loaded, a, b| {
            let title = |index: usize| Some(&loaded.dataset.as_ref()?.records[index].title);
            title(a).cmp(&title(b))
        },
    },
];

/// A row for every record of the reader's own data, with or without a time or a
/// place, and below the table what could not be read.
#[component]
pub fn RecordsTable(state: PageState) -> impl IntoView {
    let loaded = state.loaded();
    let count = loaded.dataset.as_ref().map_or(0, |dataset| dataset.records.len());
    let order = RwSignal::new(SortOrder::INITIAL);
    let page = RwSignal::new(0_usize);
    // A table sorted anew begins with its first rows.
    effect(move || {
        order.track();
        page.set(0);
    });
    let sorted = Memo::new(move |_| order.get().sorted(COLUMNS, &state.loaded(), count));
    let rows = Memo::new(move |_| {
        let first = page.get() * PAGE_ROWS;
        sorted.with(|sorted| sorted.iter().skip(first).take(PAGE_ROWS).copied().collect())
    });
    view! {
        <div>
            <SortableTable
                state
                class="stays-table features"
                label=strings::RECORDS
                caption=strings::every_record(&loaded.life.entry.title)
                columns=COLUMNS
                order
                rows
                row=record_row
            />
            <PageTurner page count />
            <RejectedRecords state />
        </div>
    }
    .into_any()
}

fn record_row(state: PageState, index: usize) -> AnyView {
    let loaded = state.loaded();
    let Some(record) = loaded.dataset.as_ref().map(|dataset| &dataset.records[index]) else {
        return ().into_any();
    };
    let span = record.span;
    let is_current = move || {
        let day = state.time.day.get();
        span.is_some_and(|(first, last)| (first..=last).contains(&day))
    };
    let unplaced = record.parts.is_empty().then(|| view! { <small>{strings::NO_PLACE}</small> });
    let open = move |_| state.go_to_record(index);
    view! {
        <tr class:current=move || is_current()>
            <td>{span_words(span)}</td>
            <td>
                <button class="link" type="button" dir="auto" on:click=open>
                    {record.title.to_string()}
                </button>
                " "
                {unplaced}
            </td>
        </tr>
    }
    .into_any()
}

/// Which rows are shown, between the buttons for the rows before and after them.
#[component]
fn PageTurner(page: RwSignal<usize>, count: usize) -> impl IntoView {
    let is_first = move || page.get() == 0;
    let is_last = move || (page.get() + 1) * PAGE_ROWS >= count;
    // Unavailable buttons are not `disabled`: they keep the focus.
    let back = move |_| page.update(|page| *page = page.saturating_sub(1));
    let forward = move |_| {
        if !untrack(is_last) {
            page.update(|page| *page += 1);
        }
    };
    let range = move || {
        let first = page.get() * PAGE_ROWS;
        strings::rows_of((first + 1).min(count), (first + PAGE_ROWS).min(count), count)
    };
    view! {
        <p class="says pages">
            <button
                class="plain"
                type="button"
                aria-label=strings::PREVIOUS_ROWS
                aria-disabled=move || is_first().to_string()
                on:click=back
            >
                "‹"
            </button>
            <span role="status">{move || range()}</span>
            <button
                class="plain"
                type="button"
                aria-label=strings::NEXT_ROWS
                aria-disabled=move || is_last().to_string()
                on:click=forward
            >
                "›"
            </button>
        </p>
    }
}

/// What of the file could not be read, and why.
#[component]
fn RejectedRecords(state: PageState) -> impl IntoView {
    let loaded = state.loaded();
    let Some(dataset) = &loaded.dataset else { return ().into_any() };
    let cut_off = dataset.cut_off.then(|| view! { <p class="says">{strings::CUT_OFF}</p> });
    let count = dataset.rejected.len();
    let items = dataset.rejected.iter().take(PAGE_ROWS).map(|rejected| {
        let words =
            strings::rejected(rejected.number, &rejected.title, &rejected.reason.to_string());
        view! { <li>{words}</li> }
    });
    let list = (count > 0).then(|| {
        view! {
            <section aria-label=strings::NOT_READ>
                <h2 class="says">{format!("{} ({})", strings::NOT_READ, strings::grouped(count))}</h2>
                <ul class="results unread">{items.collect_view()}</ul>
            </section>
        }
    });
    view! {
        {cut_off}
        {list}
    }
    .into_any()
}
