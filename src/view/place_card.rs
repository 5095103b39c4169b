use std::sync::Arc;

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use super::icon_button::IconButton;
use super::reader::{passage_id, scroll_to};
use super::reading::{Loaded, Pane, Reading};
use super::stays_table::stay_when;
use crate::domain::{Certainty, Passage, Place, Segment, Stay, excerpts, fixed, span_words};

const CROSS: &str = "M3.5 2.4L8 6.9l4.5-4.5 1.1 1.1L9.1 8l4.5 4.5-1.1 1.1L8 9.1l-4.5 4.5\
    -1.1-1.1L6.9 8 2.4 3.5z";

/// The biography of the selected place; nothing if none is selected.
#[component]
pub fn PlaceCard(reading: Reading) -> impl IntoView {
    let place = Memo::new(move |_| reading.selected.get());
    lend_focus(place);
    move || {
        let id = place.get()?;
        let loaded = reading.loaded();
        let place = loaded.life.place(&id)?.clone();
        Some(view! { <Card reading place /> })
    }
}

/// An opening card takes the focus, a closing one gives it back to where it
/// came from; a card that the address opens takes nothing.
fn lend_focus(place: Memo<Option<String>>) {
    let lender = StoredValue::new_local(None::<HtmlElement>);
    let as_html = |element: Option<web_sys::Element>| element?.dyn_into::<HtmlElement>().ok();
    Effect::new(move |before: Option<bool>| {
        let open = place.with(Option::is_some);
        match (before, open) {
            (Some(false), true) => {
                lender.set_value(as_html(document().active_element()));
                request_animation_frame(move || {
                    if let Some(card) = as_html(document().query_selector(".card").ok().flatten()) {
                        let _ = card.focus();
                    }
                });
            }
            (Some(true), false) => {
                if let Some(lender) = lender.try_update_value(Option::take).flatten() {
                    let _ = lender.focus();
                }
            }
            _ => {}
        }
        open
    });
}

#[component]
fn Card(reading: Reading, place: Place) -> impl IntoView {
    let loaded = reading.loaded();
    let name = {
        let place = place.clone();
        move || place.name_on(reading.day.get()).to_owned()
    };
    let today = {
        let (place, name) = (place.clone(), name.clone());
        move || (name() != place.title).then(|| format!("today {}", place.title))
    };
    let lies_in: Vec<String> = place
        .part_of
        .iter()
        .filter_map(|id| loaded.life.place(id).map(|p| p.title.clone()))
        .take(2)
        .collect();
    let kind = if lies_in.is_empty() {
        place.type_label.clone()
    } else {
        format!("{}, {}", place.type_label, lies_in.join(", "))
    };
    let on_key = move |event: web_sys::KeyboardEvent| {
        if event.key() == "Escape" {
            reading.select(None);
        }
    };
    view! {
        <section class="card" role="region" aria-label="Place" tabindex="-1" on:keydown=on_key>
            <header class="card-head">
                <h2>{name}</h2>
                <IconButton
                    class="close"
                    label="Close"
                    title="Close (Esc)"
                    icon=CROSS
                    press=move || reading.select(None)
                />
                <p class="card-kind">
                    {kind} {move || today().map(|today| format!(" · {today}"))}
                </p>
            </header>
            <div class="card-body" tabindex="0" role="group" aria-label="About this place">
                <Names place=place.clone() />
                <Stays reading loaded=loaded.clone() place=place.id.clone() />
                <Passages reading loaded=loaded.clone() place=place.id.clone() />
                <Position place />
            </div>
        </section>
    }
}

/// Every name with the time it held; one name that always held says nothing.
#[component]
fn Names(place: Place) -> impl IntoView {
    let dated = place.names.iter().any(|n| n.when.is_some());
    (dated || place.names.len() > 1).then(|| {
        let names = place
            .names
            .iter()
            .map(|name| {
                let when = name.when.as_ref().map(span_words);
                view! {
                    <li>
                        <span class="name">{name.toponym.clone()}</span>
                        {when.map(|when| view! { <span class="when">{when}</span> })}
                    </li>
                }
            })
            .collect_view();
        view! {
            <h3>"Names"</h3>
            <ul class="names">{names}</ul>
        }
    })
}

#[component]
fn Stays(reading: Reading, loaded: Arc<Loaded>, place: String) -> impl IntoView {
    let stays: Vec<(usize, &Stay)> = loaded
        .life
        .itinerary
        .stays
        .iter()
        .enumerate()
        .filter(|(_, stay)| stay.place == place)
        .collect();
    let person = loaded.life.entry.title.clone();
    if stays.is_empty() {
        return view! { <p class="no-stay">"The text names this place, but not as one where "
        {person} " stayed." </p> }
        .into_any();
    }
    let rows = stays
        .into_iter()
        .map(|(index, stay)| {
            let class = format!("swatch {}", stay.kind.group().as_str());
            view! {
                <li class:current=move || reading.current_stay.get() == Some(index)>
                    <button type="button" on:click=move |_| reading.go_to_stay(index)>
                        <span class=class aria-hidden="true"></span>
                        <span class="stay-when">{stay_when(stay)}</span>
                        <span class="stay-kind">
                            {stay.kind.as_str()}
                            {(stay.certainty == Certainty::Implied).then_some(", implied")}
                        </span>
                    </button>
                    {stay.note.clone().map(|note| view! { <p class="note">{note}</p> })}
                </li>
            }
        })
        .collect_view();
    view! {
        <h3>"Stays"</h3>
        <ol class="stays">{rows}</ol>
    }
    .into_any()
}

/// Every passage that names the place, with the name marked.
#[component]
fn Passages(reading: Reading, loaded: Arc<Loaded>, place: String) -> impl IntoView {
    let found: Vec<_> = loaded
        .text
        .passages()
        .filter(|(_, passage)| passage.mentions.iter().any(|m| m.place == place))
        .collect();
    if found.is_empty() {
        return view! { <p class="no-stay">"No passage names this place."</p> }.into_any();
    }
    let count = found.len();
    let quotes = found
        .into_iter()
        .map(|(section, passage)| {
            let title = loaded.text.sections[section].title.clone();
            let id = passage_id(passage);
            view! {
                <li>
                    <blockquote>{marked(passage, &place)}</blockquote>
                    <button type="button" class="plain" on:click=move |_| show_in_text(reading, &id)>
                        {if title.is_empty() { "Introduction".to_owned() } else { title }}
                    </button>
                </li>
            }
        })
        .collect_view();
    view! {
        <h3>{if count == 1 { "1 passage".to_owned() } else { format!("{count} passages") }}</h3>
        <ul class="passages">{quotes}</ul>
    }
    .into_any()
}

/// The sentences that name the place, with the name marked; what is left out
/// between them is said so.
fn marked(passage: &Passage, place: &str) -> Vec<AnyView> {
    let mut pieces = Vec::new();
    for (nth, excerpt) in excerpts(passage, place).into_iter().enumerate() {
        if nth > 0 {
            pieces.push(" … ".into_any());
        }
        for Segment { text, mention, footnote, .. } in excerpt {
            let named = mention.is_some_and(|i| passage.mentions[i].place == place);
            pieces.push(match (named, footnote) {
                (true, _) => view! { <mark>{text}</mark> }.into_any(),
                (false, true) => view! { <sup class="footnote">{text}</sup> }.into_any(),
                (false, false) => text.into_any(),
            });
        }
    }
    pieces
}

/// On a narrow screen the card lies over the text and makes way for it.
fn show_in_text(reading: Reading, id: &str) {
    reading.pane.set(Pane::Text);
    let narrow = window().match_media("(max-width: 899px)").ok().flatten();
    if narrow.is_some_and(|query| query.matches()) {
        reading.select(None);
    }
    let pane = document().query_selector(".reader").ok().flatten();
    if let Some(pane) = pane.and_then(|pane| pane.dyn_into::<HtmlElement>().ok()) {
        scroll_to(&pane, id, true);
        let _ = pane.focus();
    }
}

#[component]
fn Position(place: Place) -> impl IntoView {
    let at = match place.point {
        Some(point) => format!(
            "{}° {}, {}° {}, within about {} km",
            fixed(point.lat.abs(), 4),
            if point.lat < 0.0 { "S" } else { "N" },
            fixed(point.lon.abs(), 4),
            if point.lon < 0.0 { "W" } else { "E" },
            fixed(place.precision_km, 1)
        ),
        None => "The position is not known.".to_owned(),
    };
    let links = [
        place.geonames.map(|id| ("GeoNames", format!("https://www.geonames.org/{id}"))),
        place.wikidata.map(|id| ("Wikidata", format!("https://www.wikidata.org/wiki/{id}"))),
    ];
    let links = links
        .into_iter()
        .flatten()
        .map(|(name, href)| view! { <a href=href rel="external noopener">{name}</a> })
        .collect_view();
    view! {
        <h3>"Position"</h3>
        <p class="position">{at}</p>
        <p class="position-source">"Source: " {place.source} " " {links}</p>
        {place.note.map(|note| view! { <p class="note">{note}</p> })}
    }
}
