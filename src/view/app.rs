use leptos::mount::mount_to;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::HtmlElement;

use super::address::keep_address;
use super::column::Column;
use super::fetch::load;
use super::map_pane::MapPane;
use super::place_card::PlaceCard;
use super::reading::Reading;
use super::timeline::{Timeline, page_key};

/// Loads a life into the shell that index.html shows meanwhile, and puts the
/// page, or the reason why there is none, in its place.
///
/// Mounted once, not switched by a signal: the compiler then need not know how
/// to turn the one view into the other, which is a tenth of the program.
pub fn show_life(shell: HtmlElement) {
    // The platform's own `spawn_local`: Leptos sets its own up on mounting.
    spawn_local(async move {
        let loaded = load().await;
        shell.set_inner_html("");
        match loaded {
            Ok(loaded) => {
                mount_to(shell, || view! { <Page reading=Reading::new(loaded) /> }).forget()
            }
            Err(reason) => mount_to(shell, || view! { <Failed reason /> }).forget(),
        }
    });
}

#[component]
fn Failed(reason: String) -> impl IntoView {
    let again = move |_| {
        // Where reloading is refused, the reader's own reload is left.
        let _ = window().location().reload();
    };
    view! {
        <div class="shell" role="alert">
            <p class="shell-title">"This life cannot be shown"</p>
            <p>{reason}</p>
            <button type="button" class="plain" on:click=again>
                "Try again"
            </button>
        </div>
    }
}

#[component]
fn Page(reading: Reading) -> impl IntoView {
    let loaded = reading.loaded();
    let entry = &loaded.life.entry;
    let source = entry.source.clone();
    let years = format!("{}–{}", entry.first_day.ymd().0, entry.last_day.ymd().0);
    document().set_title(&format!("{} · Chronotope", entry.title));
    keep_address(reading);
    view! {
        <div class="page" on:keydown=move |event| page_key(reading, &event)>
            <nav class="skip" aria-label="Skip to">
                <a href="#timeline" on:click=move |event| skip(&event, "timeline")>"Timeline"</a>
                <a href="#text" on:click=move |event| skip(&event, "text")>"Text"</a>
            </nav>
            <header class="masthead">
                <h1>{entry.title.clone()}</h1>
                <p class="years">{years}</p>
                <p class="credit">
                    "Text: " <a href=source.url>{source.title} ", " {source.publisher}</a> ", "
                    <a href=source.licence_url>{source.licence}</a>
                </p>
            </header>
            <MapPane reading />
            <PlaceCard reading />
            <Timeline reading />
            <Column reading />
        </div>
    }
}

/// The map alone has a hundred stops for the Tab key: these links pass it. The
/// fragment belongs to the address of the state, so the focus is moved here.
fn skip(event: &web_sys::MouseEvent, target: &str) {
    event.prevent_default();
    let target = document().get_element_by_id(target);
    if let Some(target) = target.and_then(|t| t.dyn_into::<HtmlElement>().ok()) {
        let _ = target.focus();
    }
}
