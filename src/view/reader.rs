use leptos::prelude::*;
use web_sys::{Event, KeyboardEvent};

use super::dom::{El, el};
use super::loaded::Loaded;
use super::reader_scroll::{Scrolling, passage_id};
use super::reader_unroll::unroll;
use super::reading::{Pane, Reading};
use super::words;
use crate::domain::life::{Passage, PassageKind, Text};
use crate::page_model::{PageLink, Segment, segments};

/// The source in full, with its places and dates as links; it scrolls to the
/// passage that holds.
pub fn reader(reading: Reading) -> El {
    let loaded = reading.loaded();
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
        .set("aria-label", words::TEXT)
        .set("tabindex", "0")
        .hidden_while(move || reading.pane.get() != Pane::Text)
        .child(text);
    match pane.html() {
        Some(html) => {
            let scrolling = Scrolling::follow_time(reading, html.clone());
            unroll(reading, html.clone(), empty, put_words);
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
    if title.is_empty() { words::INTRODUCTION } else { title }
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

fn put_words(reading: Reading, loaded: &Loaded, passage: &Passage, mut element: El) {
    if passage.kind == PassageKind::Caption {
        element = element.child(el("span", "visually-hidden").text(words::PICTURE));
    }
    if !passage.stays.is_empty() {
        element = element.class_while("current", holds(reading, passage.stays.clone()));
    }
    for piece in segments(passage, &loaded.life.itinerary.stays) {
        element = segment(reading, passage, piece, element);
    }
}

/// Is it one of these stays that holds?
fn holds(reading: Reading, stays: Vec<usize>) -> impl Fn() -> bool {
    move || reading.current_stay.get().is_some_and(|stay| stays.contains(&stay))
}

/// Adds a piece of a passage: plain, or a link, and marked while it proves the
/// stay that holds.
fn segment(reading: Reading, passage: &Passage, segment: Segment, into: El) -> El {
    let Segment { text, mention, date, stays, footnote } = segment;
    let day = date.and_then(|i| {
        let edtf = &passage.dates[i].edtf;
        let whole = reading.whole();
        edtf.earliest.or(edtf.latest).filter(|day| (whole.first..=whole.last).contains(day))
    });
    let inner = match (mention, day) {
        (Some(mention), _) => Some(place_link(reading, &passage.mentions[mention].place)),
        (None, Some(day)) => {
            let link = PageLink { date: Some(day), ..PageLink::default() };
            Some(anchor("date", &link, move || reading.go_to(day)))
        }
        (None, None) => footnote.then(|| el("sup", "footnote")),
    };
    let proof = stays.first().map(|first| {
        el("span", "proof")
            .set("data-stay", &first.to_string())
            .class_while("holds", holds(reading, stays.clone()))
    });
    match (proof, inner) {
        (Some(proof), Some(inner)) => into.child(proof.child(inner.text(&text))),
        (Some(one), None) | (None, Some(one)) => into.child(one.text(&text)),
        (None, None) => into.text(&text),
    }
}

fn place_link(reading: Reading, place: &str) -> El {
    let link = PageLink { sel: Some(place.to_owned()), ..PageLink::default() };
    let (id, selected) = (place.to_owned(), place.to_owned());
    anchor("mention", &link, move || reading.select(Some(&id))).class_while("selected", move || {
        reading.selected.with(|now| now.as_deref() == Some(selected.as_str()))
    })
}

/// A link that acts here, and can be copied like any other.
fn anchor(class: &str, link: &PageLink, act: impl Fn() + 'static) -> El {
    el("a", class).set("href", &link.to_string()).on("click", move |event: Event| {
        event.prevent_default();
        act();
    })
}
