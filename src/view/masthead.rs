//! The head of the page: title, years, source of the text, and the buttons that open
//! panels.

use leptos::prelude::*;

use crate::view::fetch::parameter;
use crate::view::state::PageState;
use crate::view::strings;
use crate::view::widgets::ExternalLink;

/// Who the page is about, where the text comes from, and the buttons of the
/// panels.
#[component]
pub fn Masthead(state: PageState) -> impl IntoView {
    let loaded = state.loaded();
    let entry = &loaded.life.entry;
    let years = entry.years_text();
    view! {
        <header class="masthead">
            <h1>{title(state)}</h1>
            <p class="years">{years}</p>
            <Credit state />
            <button class="plain" type="button" popovertarget="about">
                {strings::WHAT_IS_THIS}
            </button>
            {(!loaded.lives.is_empty())
                .then(|| view! {
                    <button class="plain" type="button" popovertarget="lives">
                        {strings::LIVES}
                    </button>
                })}
            {(!state.is_own())
                .then(|| view! {
                    <button class="plain" type="button" popovertarget="key">
                        {strings::KEY}
                    </button>
                })}
            {(!state.is_own())
                .then(|| view! {
                    <button class="plain" type="button" popovertarget="route">
                        {strings::ROUTE}
                    </button>
                })}
            <button class="plain" type="button" popovertarget="own-data">
                {strings::YOUR_DATA}
            </button>
            <button class="plain" type="button" popovertarget="sharing">
                {strings::SHARE}
            </button>
            <button
                class="plain"
                type="button"
                popovertarget="help"
                aria-label=strings::HELP
                title=strings::HELP_KEY
            >
                "?"
            </button>
        </header>
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
