//! The head of the page: title, years, source of the text, and the buttons that open
//! panels.

use leptos::prelude::*;

use crate::domain::time::{Day, year_text};
use crate::view::state::PageState;
use crate::view::strings;
use crate::view::widgets::ExternalLink;

/// Who the page is about, where the text comes from, and the buttons of the
/// panels.
#[component]
pub fn Masthead(state: PageState) -> impl IntoView {
    let loaded = state.loaded();
    let entry = &loaded.life.entry;
    let year = |day: Day| year_text(i64::from(day.ymd().0));
    let years = format!("{}–{}", year(entry.first_day), year(entry.last_day));
    view! {
        <header class="masthead">
            <h1>{entry.title.clone()}</h1>
            <p class="years">{years}</p>
            <Credit state />
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

#[component]
fn Credit(state: PageState) -> impl IntoView {
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
