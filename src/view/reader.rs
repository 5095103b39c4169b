use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, MouseEvent, ScrollBehavior, ScrollToOptions};

use super::player::wants_no_motion;
use super::reading::{Loaded, Pane, Reading};
use crate::domain::{Link, Passage, PassageKind, Segment, segments};

/// The source in full, with its places and dates as links; it scrolls to the
/// passage that holds.
#[component]
pub fn Reader(reading: Reading) -> impl IntoView {
    let pane = NodeRef::<html::Section>::new();
    let loaded = reading.loaded();
    let sections = loaded
        .text
        .sections
        .iter()
        .map(|section| {
            let passages = section
                .passages
                .iter()
                .map(|passage| show_passage(reading, &loaded, passage))
                .collect_view();
            let title = section.title.clone();
            let heading = match section.level {
                0 => ().into_any(),
                1 => view! { <h2>{title}</h2> }.into_any(),
                2 => view! { <h3>{title}</h3> }.into_any(),
                _ => view! { <h4>{title}</h4> }.into_any(),
            };
            view! { {heading} {passages} }
        })
        .collect_view();
    let note = loaded.life.entry.source.note.clone();
    scroll_with_time(reading, pane);
    view! {
        // Focusable, because it scrolls: the keyboard must reach it.
        <section id="text" class="reader" aria-label="Text" tabindex="0" node_ref=pane hidden=move || reading.pane.get() != Pane::Text>
            <div class="source-text">
                {sections} {note.map(|note| view! { <p class="source-note">{note}</p> })}
            </div>
        </section>
    }
}

/// The id of a passage's element; passages are known by where they begin.
pub fn passage_id(passage: &Passage) -> String {
    format!("passage-{}", passage.start)
}

fn show_passage(reading: Reading, loaded: &Loaded, passage: &Passage) -> AnyView {
    let id = passage_id(passage);
    let stays = passage.stays.clone();
    let current = move || reading.current_stay.get().is_some_and(|stay| stays.contains(&stay));
    let content = segments(passage, &loaded.life.itinerary.stays)
        .into_iter()
        .map(|segment| show_segment(reading, passage, segment))
        .collect_view();
    match passage.kind {
        PassageKind::Paragraph => {
            view! { <p id=id class="passage" class:current=current>{content}</p> }.into_any()
        }
        PassageKind::Caption => view! {
            <p id=id class="passage picture-caption" class:current=current>
                <span class="visually-hidden">"Picture: "</span>
                {content}
            </p>
        }
        .into_any(),
        PassageKind::Quotation => view! {
            <blockquote id=id class="passage quotation" class:current=current>{content}</blockquote>
        }
        .into_any(),
        PassageKind::Hatnote => view! { <p id=id class="passage hatnote">{content}</p> }.into_any(),
    }
}

fn show_segment(reading: Reading, passage: &Passage, segment: Segment) -> AnyView {
    let Segment { text, mention, date, stays, footnote } = segment;
    let place = mention.map(|i| passage.mentions[i].place.clone());
    let day = date.and_then(|i| {
        let edtf = &passage.dates[i].edtf;
        let entry = &reading.loaded().life.entry;
        edtf.earliest.or(edtf.latest).filter(|day| (entry.first_day..=entry.last_day).contains(day))
    });
    let inner = match (place, day) {
        (Some(place), _) => place_link(reading, place, text),
        (None, Some(day)) => {
            let href = Link { date: Some(day), ..Link::default() }.to_string();
            let go = move |event: MouseEvent| {
                event.prevent_default();
                reading.go_to(day);
            };
            view! { <a class="date" href=href on:click=go>{text}</a> }.into_any()
        }
        (None, None) if footnote => view! { <sup class="footnote">{text}</sup> }.into_any(),
        (None, None) => text.into_any(),
    };
    if stays.is_empty() {
        return inner;
    }
    let holds = move || reading.current_stay.get().is_some_and(|stay| stays.contains(&stay));
    view! { <span class="proof" class:holds=holds>{inner}</span> }.into_any()
}

fn place_link(reading: Reading, place: String, text: String) -> AnyView {
    let href = Link { sel: Some(place.clone()), ..Link::default() }.to_string();
    let selected = {
        let place = place.clone();
        move || reading.selected.with(|now| now.as_deref() == Some(place.as_str()))
    };
    let choose = move |event: MouseEvent| {
        event.prevent_default();
        reading.select(Some(&place));
    };
    view! {
        <a class="mention" class:selected=selected href=href on:click=choose>
            {text}
        </a>
    }
    .into_any()
}

/// Time → text: when another stay holds, its words come into view.
fn scroll_with_time(reading: Reading, pane: NodeRef<html::Section>) {
    Effect::new(move |_| {
        let Some(pane) = pane.get() else { return };
        let loaded = reading.loaded();
        let Some(stay) = reading.current_stay.get() else { return };
        if reading.pane.get() != Pane::Text {
            return;
        }
        let passage = loaded.text.passages().map(|(_, p)| p).find(|p| p.stays.contains(&stay));
        let Some(passage) = passage else { return };
        scroll_to(&pane, &passage_id(passage), false);
    });
}

/// Brings the words that hold, or else the passage, into the upper third.
pub fn scroll_to(pane: &HtmlElement, id: &str, smoothly: bool) {
    let Some(passage) = document().get_element_by_id(id) else { return };
    let target = passage.query_selector(".holds").ok().flatten().unwrap_or(passage);
    let Ok(target) = target.dyn_into::<HtmlElement>() else { return };
    let (outer, inner) = (pane.get_bounding_client_rect(), target.get_bounding_client_rect());
    let top = f64::from(pane.scroll_top()) + inner.top() - outer.top() - outer.height() / 3.0;
    let options = ScrollToOptions::new();
    options.set_top(top);
    let smooth = smoothly && !wants_no_motion();
    options.set_behavior(if smooth { ScrollBehavior::Smooth } else { ScrollBehavior::Instant });
    pane.scroll_to_with_scroll_to_options(&options);
}
