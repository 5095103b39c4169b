use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsCast;

use super::address::keep_address;
use super::column::Column;
use super::fetch::load;
use super::map_pane::MapPane;
use super::place_card::PlaceCard;
use super::reading::Reading;
use super::timeline::{Timeline, page_key};

/// The page: loading, failed, or a life to read.
#[component]
pub fn App() -> impl IntoView {
    let state = RwSignal::new(None::<Result<Reading, String>>);
    let owner = Owner::current();
    let fetch = move || {
        state.set(None);
        let owner = owner.clone();
        spawn_local(async move {
            let loaded = load().await;
            let reading = match owner {
                Some(owner) => owner.with(|| loaded.map(Reading::new)),
                None => loaded.map(Reading::new),
            };
            state.set(Some(reading));
        });
    };
    fetch();
    move || match state.get() {
        None => view! { <Loading /> }.into_any(),
        Some(Ok(reading)) => view! { <Page reading /> }.into_any(),
        Some(Err(reason)) => {
            let fetch = fetch.clone();
            view! { <Failed reason retry=move || fetch() /> }.into_any()
        }
    }
}

#[component]
fn Loading() -> impl IntoView {
    view! {
        <div class="shell" role="status">
            <p class="shell-title">"Chronotope"</p>
            <p>"Unfolding the map…"</p>
        </div>
    }
}

#[component]
fn Failed(reason: String, retry: impl Fn() + Send + 'static) -> impl IntoView {
    view! {
        <div class="shell" role="alert">
            <p class="shell-title">"This life cannot be shown"</p>
            <p>{reason}</p>
            <button type="button" class="plain" on:click=move |_| retry()>
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
    if let Some(target) = target.and_then(|t| t.dyn_into::<web_sys::HtmlElement>().ok()) {
        let _ = target.focus();
    }
}
