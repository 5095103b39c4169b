//! The list of all lives.

use leptos::prelude::*;

use crate::view::state::PageState;
use crate::view::strings;

/// The lives that can be shown; a popover.
#[component]
pub fn LivesPanel(state: PageState) -> impl IntoView {
    let loaded = state.loaded();
    let items = loaded.lives.iter().map(|life| {
        let is_shown = life.id == loaded.life.entry.id;
        view! {
            <li>
                <a
                    href=format!("?life={}", life.id)
                    aria-current=is_shown.then_some("page")
                >
                    {life.title.clone()}
                </a>
                " "
                {life.years_text()}
                {is_shown.then_some(strings::SHOWN_NOW)}
            </li>
        }
    });
    let items = items.collect_view();
    view! {
        <div id="lives" class="options" popover="auto" role="group" aria-label=strings::LIVES>
            <ul aria-label=strings::LIVES>{items}</ul>
        </div>
    }
    .into_any()
}
