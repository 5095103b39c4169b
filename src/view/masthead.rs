//! The head of the page: title, years, source of the text, and the buttons that open
//! panels.

use leptos::prelude::*;

use crate::view::fetch::parameter;
use crate::view::popover::{self, MENU};
use crate::view::state::PageState;
use crate::view::strings;
use crate::view::widgets::ExternalLink;

/// Who the page is about, where the text comes from, and the buttons of the
/// panels.
#[component]
pub fn Masthead(state: PageState) -> impl IntoView {
    let years = state.loaded().life.entry.years_text();
    view! {
        <header class="masthead">
            <h1>{title(state)}</h1>
            <p class="years">{years}</p>
            <button class="plain menu-button" type="button" popovertarget=MENU>
                {strings::MENU}
            </button>
            <Menu state />
        </header>
    }
    .into_any()
}

/// The credit and a button for each panel: in the row of a wide window, in a popover of
/// a small one (narrow.css).
#[component]
fn Menu(state: PageState) -> impl IntoView {
    let (is_life, has_lives) = (!state.is_own(), !state.loaded().lives.is_empty());
    let buttons = [
        (true, "about", strings::WHAT_IS_THIS),
        (has_lives, "lives", strings::LIVES),
        (is_life, "key", strings::KEY),
        (is_life, "route", strings::ROUTE),
        (true, "own-data", strings::YOUR_DATA),
        (true, "sharing", strings::SHARE),
    ]
    .into_iter()
    .filter(|(is_shown, ..)| *is_shown)
    .map(|(_, panel, name)| {
        view! {
            <button class="plain" type="button" popovertarget=panel>
                {name}
            </button>
        }
    })
    .collect_view();
    view! {
        <div
            id=MENU
            class="menu"
            popover="auto"
            role="group"
            aria-label=strings::MENU
            // What a button of the menu opens takes its place.
            on:click=|_| popover::hide(MENU)
        >
            <Credit state />
            {buttons}
            <button
                class="plain"
                type="button"
                popovertarget="help"
                aria-label=strings::HELP
                title=strings::HELP_KEY
            >
                "?"
            </button>
        </div>
    }
    .into_any()
}

/// The title, as a link to the page at its start. A file of the reader's computer
/// has no address to go back to.
fn title(state: PageState) -> AnyView {
    let title = state.loaded().life.entry.title.clone();
    if state.is_own() && parameter("data").is_none() {
        return title.into_any();
    }
    let location = window().location();
    let start = location.pathname().unwrap_or_default() + &location.search().unwrap_or_default();
    view! { <a href=start>{title}</a> }.into_any()
}

/// Where the text comes from, or that the data are the reader's own.
#[component]
pub fn Credit(state: PageState) -> impl IntoView {
    let loaded = state.loaded();
    let source = &loaded.life.entry.source;
    match &loaded.dataset {
        Some(dataset) => {
            let count = strings::counted(dataset.records.len(), strings::RECORD);
            view! {
                <p class="credit">
                    {strings::FROM_FILE}
                    {count}
                </p>
            }
            .into_any()
        }
        None => view! {
            <p class="credit">
                {strings::TEXT_BY}
                <ExternalLink
                    address=source.url.clone()
                    text=format!("{}, {}", source.title, source.publisher)
                />
                ", "
                <ExternalLink address=source.licence_url.clone() text=source.licence.clone() />
            </p>
        }
        .into_any(),
    }
}
