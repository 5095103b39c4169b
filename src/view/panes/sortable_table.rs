//! A table that its reader sorts by clicking the head of a column.

use std::cmp::Ordering;

use leptos::prelude::*;

use crate::domain::argsort::argsort;
use crate::view::loaded::Loaded;
use crate::view::state::PageState;
use crate::view::widgets::IndexList;

/// A column that a table can be sorted by.
pub struct Column {
    /// The words in its head.
    pub label: &'static str,
    /// Compares two rows, given by their indices in the data.
    pub compare: fn(&Loaded, usize, usize) -> Ordering,
}

/// The order of a table's rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SortOrder {
    /// Index of the column that the rows are sorted by.
    pub column: usize,
    pub ascending: bool,
}

impl SortOrder {
    /// By the first column, ascending.
    pub const INITIAL: Self = Self { column: 0, ascending: true };

    /// Sorts `count` rows and returns their indices. Equal rows keep the order
    /// of the data.
    pub fn sorted(self, columns: &[Column], loaded: &Loaded, count: usize) -> Vec<usize> {
        let compare = columns[self.column].compare;
        let mut order = argsort(count, &|a, b| compare(loaded, a, b));
        if !self.ascending {
            order.reverse();
        }
        order
    }

    /// After a click on the head of a column: the other direction if the table is
    /// sorted by it already.
    fn after_click_on(self, column: usize) -> Self {
        Self { column, ascending: column != self.column || !self.ascending }
    }
}

/// A table whose rows are keyed by their indices: a change of order moves rows,
/// it makes none anew.
#[component]
pub fn SortableTable(
    state: PageState,
    #[prop(default = "stays-table")] class: &'static str,
    /// Its accessible name.
    label: &'static str,
    caption: String,
    columns: &'static [Column],
    order: RwSignal<SortOrder>,
    /// Indices of the rows to show, in order.
    rows: Memo<Vec<usize>>,
    /// Makes the row of an index.
    row: fn(PageState, usize) -> AnyView,
) -> impl IntoView {
    let heads = columns
        .iter()
        .enumerate()
        .map(|(index, column)| view! { <ColumnHead label=column.label index order /> })
        .collect_view();
    view! {
        <table class=class aria-label=label>
            <caption>{caption}</caption>
            <thead>
                <tr>{heads}</tr>
            </thead>
            <tbody>
                <IndexList indices=rows item=move |index| row(state, index) />
            </tbody>
        </table>
    }
    .into_any()
}

#[component]
fn ColumnHead(label: &'static str, index: usize, order: RwSignal<SortOrder>) -> impl IntoView {
    let direction = move || {
        let order = order.get();
        let words = if order.ascending { "ascending" } else { "descending" };
        (order.column == index).then_some(words)
    };
    let sort = move |_| order.update(|order| *order = order.after_click_on(index));
    view! {
        <th scope="col" aria-sort=move || direction()>
            <button type="button" on:click=sort>{label}</button>
        </th>
    }
}
