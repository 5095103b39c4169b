//! A drop-down list.

use leptos::prelude::*;
use web_sys::Event;

/// A list to choose one entry from.
#[component]
pub fn Choice(
    name: &'static str,
    #[prop(into)] labels: Vec<&'static str>,
    /// The index of the label that is chosen.
    #[prop(into)]
    chosen: Signal<usize>,
    #[prop(into)] on_choose: Callback<usize>,
) -> impl IntoView {
    let count = labels.len();
    let choose = move |event: Event| {
        if let Some(index) = event_target_value(&event).parse().ok().filter(|&i: &usize| i < count)
        {
            on_choose.run(index);
        }
    };
    let options = labels
        .into_iter()
        .enumerate()
        .map(|(index, label)| {
            view! {
                <option value=index.to_string() prop:selected=move || chosen.get() == index>
                    {label}
                </option>
            }
        })
        .collect_view();
    view! {
        <select aria-label=name title=name on:change=choose>
            {options}
        </select>
    }
    .into_any()
}
