use leptos::mount::mount_to;
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Event, HtmlElement};

use super::address::keep_address;
use super::column::column;
use super::dom::{El, button, el};
use super::fetch::load;
use super::keys::{focus, page_key};
use super::map_pane::map_pane;
use super::place_card::place_card;
use super::reading::Reading;
use super::sharing::sharing;
use super::timeline::timeline;
use super::words;

/// Loads a life into the shell that index.html shows meanwhile, and puts the
/// page, or the reason why there is none, in its place.
pub fn show_life(shell: HtmlElement) {
    // The platform's own `spawn_local`: Leptos sets its own up on mounting.
    spawn_local(async move {
        let loaded = load().await;
        shell.set_inner_html("");
        let host = shell.clone();
        // What is made within belongs to the mount, and lives as long.
        let mount = mount_to(shell, move || {
            let content = match loaded {
                Ok(loaded) => page(Reading::new(loaded)),
                Err(reason) => failed(&reason),
            };
            if let Some(content) = content.html() {
                let _ = host.append_child(&content);
            }
        });
        mount.forget();
    });
}

fn failed(reason: &str) -> El {
    let again = || {
        // Where reloading is refused, the reader's own reload is left.
        let _ = window().location().reload();
    };
    el("div", "shell")
        .set("role", "alert")
        .child(el("p", "shell-title").text(words::NOT_SHOWN))
        .child(el("p", "").text(reason))
        .child(button("plain", words::TRY_AGAIN, again))
}

fn page(reading: Reading) -> El {
    let loaded = reading.loaded();
    document().set_title(&format!("{} · Chronotope", loaded.life.entry.title));
    keep_address(reading);
    // Of the window: with nothing in focus, keys are the body's. The page lasts
    // as long.
    let _ = window_event_listener(leptos::ev::keydown, move |event| page_key(reading, &event));
    // In a frame on another page there is room for map and timeline only.
    let class = if has_parameter("embed") { "page embedded" } else { "page" };
    el("div", class)
        .child(
            el("nav", "skip")
                .set("aria-label", words::SKIP_TO)
                .child(skip(words::TIMELINE, "timeline"))
                .child(skip(words::TEXT, "text")),
        )
        .child(masthead(reading))
        .child(sharing(reading))
        .child(map_pane(reading))
        .child(place_card(reading))
        .child(timeline(reading))
        .child(column(reading))
}

fn masthead(reading: Reading) -> El {
    let loaded = reading.loaded();
    let entry = &loaded.life.entry;
    let (first, last) = (entry.first_day.ymd().0, entry.last_day.ymd().0);
    let source = &entry.source;
    let credit = el("p", "credit")
        .text(words::TEXT_BY)
        .child(link(&source.url, &format!("{}, {}", source.title, source.publisher)))
        .text(", ")
        .child(link(&source.licence_url, &source.licence));
    let opens =
        |words: &str, panel: &str| button("plain", words, || {}).set("popovertarget", panel);
    el("header", "masthead")
        .child(el("h1", "").text(&entry.title))
        .child(el("p", "years").text(&format!("{first}–{last}")))
        .child(credit)
        .child(opens(words::SHARE, "sharing"))
        .child(opens("?", "help").set("aria-label", words::HELP).set("title", words::HELP_KEY))
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

/// Does the address have this parameter before its fragment?
fn has_parameter(name: &str) -> bool {
    let search = window().location().search().unwrap_or_default();
    search.trim_start_matches('?').split('&').any(|part| part.split('=').next() == Some(name))
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
