use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::{DragEvent, Event, HtmlElement};

use crate::domain::time::{Day, year_text};
use crate::view::address::keep_address;
use crate::view::cards::SelectedCard;
use crate::view::fetch::{load, parameter};
use crate::view::html::{El, button, el};
use crate::view::keys::{focus, page_key};
use crate::view::map::map_pane;
use crate::view::mount::Host;
use crate::view::panels::Sharing;
use crate::view::panels::own_data::{self, OwnDataPanel};
use crate::view::panes::Column;
use crate::view::state::PageState;
use crate::view::strings;
use crate::view::timeline::timeline;

/// Loads a life, or the reader's own data, into the shell that index.html shows
/// meanwhile, and puts the page, or the reason why there is none, in its place.
pub fn start(shell: HtmlElement) {
    let host = Host::new(shell);
    // The platform's own `spawn_local`: Leptos sets its own up on mounting.
    spawn_local(async move {
        let loaded = match parameter("data") {
            Some(address) => own_data::from_address(&address, host.clone()).await,
            None => load().await,
        };
        host.show(loaded);
        // It lasts as long as the window, and with it what it shows.
        std::mem::forget(host);
    });
}

/// What is shown instead of a page.
pub fn failed(reason: &str) -> El {
    let again = || {
        // Where reloading is refused, the reader's own reload is left.
        let _ = window().location().reload();
    };
    el("div", "shell")
        .set("role", "alert")
        .child(el("p", "shell-title").text(strings::NOT_SHOWN))
        .child(el("p", "").text(reason))
        .child(button("plain", strings::TRY_AGAIN, again))
}

/// The page of what was loaded.
pub fn page(state: PageState, host: &Host) -> El {
    let loaded = state.loaded();
    document().set_title(&format!("{} · Chronotope", loaded.life.entry.title));
    keep_address(state);
    // Of the window: with nothing in focus, keys are the body's.
    let keys = window_event_listener(leptos::ev::keydown, move |event| page_key(state, &event));
    on_cleanup(move || keys.remove());
    // In a frame on another page there is room for map and timeline only.
    let class = if parameter("embed").is_some() { "page embedded" } else { "page" };
    let (page, own) = (el("div", class), state.is_own());
    page.on("dragover", |event: DragEvent| event.prevent_default())
        .on("drop", own_data::on_drop(host))
        .child(
            el("nav", "skip")
                .set("aria-label", strings::SKIP_TO)
                .child(skip(strings::TIMELINE, "timeline"))
                .child(skip(
                    if own { strings::RECORDS } else { strings::TEXT },
                    if own { "records" } else { "text" },
                )),
        )
        .child(masthead(state))
        .view(view! { <Sharing state /> })
        .view(view! { <OwnDataPanel state host=host.clone() /> })
        .child(map_pane(state, host))
        .view(view! { <SelectedCard state /> })
        .child(timeline(state))
        .view(view! { <Column state /> })
}

fn masthead(state: PageState) -> El {
    let loaded = state.loaded();
    let entry = &loaded.life.entry;
    let year = |day: Day| year_text(i64::from(day.ymd().0));
    let (first, last) = (year(entry.first_day), year(entry.last_day));
    let source = &entry.source;
    let credit = match &loaded.dataset {
        Some(dataset) => el("p", "credit")
            .text(strings::FROM_FILE)
            .text(&strings::counted(dataset.records.len(), strings::RECORD)),
        None => el("p", "credit")
            .text(strings::TEXT_BY)
            .child(link(&source.url, &format!("{}, {}", source.title, source.publisher)))
            .text(", ")
            .child(link(&source.licence_url, &source.licence)),
    };
    let opens =
        |words: &str, panel: &str| button("plain", words, || {}).set("popovertarget", panel);
    el("header", "masthead")
        .child(el("h1", "").text(&entry.title))
        .child(el("p", "years").text(&format!("{first}–{last}")))
        .child(credit)
        .child(opens(strings::YOUR_DATA, "own-data"))
        .child(opens(strings::SHARE, "sharing"))
        .child(opens("?", "help").set("aria-label", strings::HELP).set("title", strings::HELP_KEY))
}

/// A link to elsewhere; of what data says, only the web's own addresses.
pub fn link(address: &str, words: &str) -> El {
    let safe = address.starts_with("https://") || address.starts_with("http://");
    if safe {
        el("a", "").set("href", address).set("rel", "external noopener").text(words)
    } else {
        el("span", "").text(words)
    }
}

/// The map alone has a hundred stops for the Tab key: these links pass it. The
/// fragment belongs to the address of the state, so the focus is moved here.
fn skip(words: &str, target: &'static str) -> El {
    let selector = format!("#{target}");
    el("a", "").set("href", &selector).text(words).on("click", move |event: Event| {
        event.prevent_default();
        focus(&selector);
    })
}
