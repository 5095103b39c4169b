use leptos::prelude::*;
use web_sys::{Event, KeyboardEvent};

use crate::domain::life::{Passage, PassageKind, Text};
use crate::page_model::{PageLink, Segment, segments};
use crate::view::html::{El, el};
use crate::view::loaded::Loaded;
use crate::view::panes::text::fill::unroll;
use crate::view::panes::text::scroll::{Scrolling, passage_id};
use crate::view::state::{PageState, Pane};
use crate::view::strings;

/// The source in full, with its places and dates as links; it scrolls to the
/// passage that holds.
pub fn text_pane(state: PageState) -> El {
    let loaded = state.loaded();
    let mut text = el("div", "source-text");
    let mut empty = Vec::new();
    for section in &loaded.text.sections {
        if section.level > 0 {
            let heading = ["h2", "h3", "h4"][usize::from(section.level.min(3)) - 1];
            text = text.child(el(heading, "").text(&section.title));
        }
        for passage in &section.passages {
            let element = without_words(passage);
            empty.push(element.clone());
            text = text.child(element);
        }
    }
    if let Some(note) = &loaded.life.entry.source.note {
        text = text.child(el("p", "source-note").text(note));
    }
    // Focusable, because it scrolls: the keyboard must reach it.
    let pane = el("section", "reader")
        .set("id", "text")
        .set("aria-label", strings::TEXT)
        .set("tabindex", "0")
        .hidden_while(move || state.panes.open.get() != Pane::Text)
        .child(text);
    match pane.html() {
        Some(html) => {
            let scrolling = Scrolling::follow_time(state, html.clone());
            unroll(state, html.clone(), empty, put_words);
            pane.on("scroll", move |_: Event| scrolling.moved(&html))
                .on("wheel", move |_: Event| scrolling.taken())
                .on("touchmove", move |_: Event| scrolling.taken())
                .on("keydown", move |event: KeyboardEvent| {
                    if matches!(
                        event.key().as_str(),
                        "PageUp" | "PageDown" | "ArrowUp" | "ArrowDown" | "Home" | "End" | " "
                    ) {
                        scrolling.taken();
                    }
                })
        }
        None => pane,
    }
}

/// The heading over a passage; what stands before the first one has a name too.
pub fn section_title(text: &Text, section: usize) -> &str {
    let title = &text.sections[section].title;
    if title.is_empty() { strings::INTRODUCTION } else { title }
}

/// A passage before it has its words.
fn without_words(passage: &Passage) -> El {
    let (tag, class) = match passage.kind {
        PassageKind::Paragraph => ("p", "passage"),
        PassageKind::Caption => ("p", "passage picture-caption"),
        PassageKind::Quotation => ("blockquote", "passage quotation"),
        PassageKind::Hatnote => ("p", "passage hatnote"),
    };
    el(tag, class).set("id", &passage_id(passage.start))
}

fn put_words(state: PageState, loaded: &Loaded, passage: &Passage, mut element: El) {
    if passage.kind == PassageKind::Caption {
        element = element.child(el("span", "visually-hidden").text(strings::PICTURE));
    }
    if !passage.stays.is_empty() {
        element = element.class_while("current", holds(state, passage.stays.clone()));
    }
    for piece in segments(passage, &loaded.life.itinerary.stays) {
        element = segment(state, passage, piece, element);
    }
}

/// Is it one of these stays that holds?
fn holds(state: PageState, stays: Vec<usize>) -> impl Fn() -> bool {
    move || state.current_stay.get().is_some_and(|stay| stays.contains(&stay))
}

/// Adds a piece of a passage: plain, or a link, and marked while it proves the
/// stay that holds.
fn segment(state: PageState, passage: &Passage, segment: Segment, into: El) -> El {
    let Segment { text, mention, date, stays, footnote } = segment;
    let day = date.and_then(|i| {
        let edtf = &passage.dates[i].edtf;
        let whole = state.whole();
        edtf.earliest.or(edtf.latest).filter(|day| (whole.first..=whole.last).contains(day))
    });
    let inner = match (mention, day) {
        (Some(mention), _) => Some(place_link(state, &passage.mentions[mention].place)),
        (None, Some(day)) => {
            let link = PageLink { date: Some(day), ..PageLink::default() };
            Some(anchor("date", &link, move || state.go_to(day)))
        }
        (None, None) => footnote.then(|| el("sup", "footnote")),
    };
    let proof = stays.first().map(|first| {
        el("span", "proof")
            .set("data-stay", &first.to_string())
            .class_while("holds", holds(state, stays.clone()))
    });
    match (proof, inner) {
        (Some(proof), Some(inner)) => into.child(proof.child(inner.text(&text))),
        (Some(one), None) | (None, Some(one)) => into.child(one.text(&text)),
        (None, None) => into.text(&text),
    }
}

fn place_link(state: PageState, place: &str) -> El {
    let link = PageLink { sel: Some(place.to_owned()), ..PageLink::default() };
    let (id, selected) = (place.to_owned(), place.to_owned());
    anchor("mention", &link, move || state.select(Some(&id))).class_while("selected", move || {
        state.selected.with(|now| now.as_deref() == Some(selected.as_str()))
    })
}

/// A link that acts here, and can be copied like any other.
fn anchor(class: &str, link: &PageLink, act: impl Fn() + 'static) -> El {
    el("a", class).set("href", &link.to_string()).on("click", move |event: Event| {
        event.prevent_default();
        act();
    })
}
