//! The keyed list that all lists of the page share.

use leptos::prelude::*;

/// A view for each of some indices, kept as long as its index is in the list.
///
/// `For` is compiled for every type of items and closures that it is given. Every
/// keyed list of the page is one of indices, so that the program has its code once
/// (see benches/page, "Size of the program").
#[component]
pub fn IndexList(
    #[prop(into)] indices: Signal<Vec<usize>>,
    /// Makes the view of an index.
    #[prop(into)]
    item: Callback<usize, AnyView>,
) -> impl IntoView {
    view! {
        <For
            each=move || indices.get()
            key=|&index| index
            children=move |index| item.run(index)
        />
    }
    .into_any()
}
