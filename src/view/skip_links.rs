//! Links for keyboard users that skip the map.

use leptos::prelude::*;
use web_sys::MouseEvent;

use crate::view::keys::focus;
use crate::view::strings;

/// Links that skip the map, which has a hundred stops for the Tab key.
#[component]
pub fn SkipLinks(
    /// Does the page show the reader's own data?
    own: bool,
) -> impl IntoView {
    let (label, target) =
        if own { (strings::RECORDS, "#records") } else { (strings::TEXT, "#text") };
    view! {
        <nav class="skip" aria-label=strings::SKIP_TO>
            <SkipLink label=strings::TIMELINE target="#timeline" />
            <SkipLink label target />
        </nav>
    }
}

/// The fragment of the address holds the page's state, so the link moves the
/// focus itself.
#[component]
fn SkipLink(label: &'static str, target: &'static str) -> impl IntoView {
    let skip = move |event: MouseEvent| {
        event.prevent_default();
        focus(target);
    };
    view! {
        <a href=target on:click=skip>
            {label}
        </a>
    }
}
