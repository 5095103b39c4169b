//! A life as an HTML document: for search engines, paper, and browsers without
//! scripts. `data/<life>/itinerary.html` is also the content of index.html until
//! the page starts (script/document.mjs puts it there).
//!
//! The templates of maud escape everything that comes from data. There are no
//! style attributes, because the page's content security policy forbids them. The
//! map's colours are presentation attributes, so that the document can be read
//! alone; public/styles/shell.css overrides them.

mod map;
mod path;
mod window;

use maud::{Markup, html};

use super::credit::credits_geonames;
use crate::domain::formats::Basemap;
use crate::domain::life::{Certainty, Life, Section, Stay, Text, stay_dates_text};
use crate::domain::time::span_text;
use crate::page_model::PageLink;

/// Writes the document. The same life gives the same bytes each time.
#[must_use]
pub fn write(life: &Life, text: &Text, basemap: &Basemap) -> Vec<u8> {
    let entry = &life.entry;
    let document = html! {
        article class="itinerary" {
            "\n" h1 { (entry.title) ", " (entry.years_text()) }
            "\n" p { (credit(life)) }
            "\n" p {
                "The stays of " (entry.title) " that the text tells of, "
                (span_text(&entry.span)) ": " (counted(life.itinerary.stays.len(), "stay"))
                ", each with the words that prove it. On the map, a dot is a place and a line a \
                 journey. A dashed line joins two places where the text does not say what lay \
                 between them."
            }
            "\n" (map::svg(life, basemap))
            (list(life, text))
            @if entry.goes_on() {
                p { "The text goes on; its places are mapped to here." }
            }
        }
        "\n"
    };
    document.into_string().replace(is_forbidden, "\u{fffd}").into_bytes()
}

/// The control characters that HTML does not allow, not even as references.
fn is_forbidden(c: char) -> bool {
    matches!(c, '\0'..='\x08' | '\x0b'..='\x1f' | '\x7f')
}

/// The sources of quotes, coordinates and land, and their licences.
fn credit(life: &Life) -> Markup {
    let source = &life.entry.source;
    html! {
        "Quotes from " (link(&source.url, &source.title)) ", " (source.publisher) ", "
        (link(&source.licence_url, &source.licence)) "."
        @if credits_geonames(life) {
            " Coordinates in part from " (link("https://www.geonames.org", "GeoNames")) ", "
            (link("https://creativecommons.org/licenses/by/4.0/", "CC BY 4.0")) "."
        }
        " Land: " (link("https://www.naturalearthdata.com", "Natural Earth")) "."
    }
}

/// The stays in order of time, under the headings of the text's chapters.
fn list(life: &Life, text: &Text) -> Markup {
    let stays = &life.itinerary.stays;
    let chapters = chapters(text, stays.len());
    let indices: Vec<usize> = (0..stays.len()).collect();
    html! {
        @for group in indices.chunk_by(|&a, &b| chapters[a] == chapters[b]) {
            @let chapter = chapters[group[0]];
            @if !chapter.is_empty() {
                h2 { (chapter) } "\n"
            }
            ol start=(group[0] + 1) {
                "\n"
                @for &index in group {
                    (item(life, index, &stays[index])) "\n"
                }
            }
            "\n"
        }
    }
}

fn item(life: &Life, index: usize, stay: &Stay) -> Markup {
    let date = life.itinerary.schedule.timings[index].drawn_arrival;
    let date = PageLink { date: Some(date), ..PageLink::default() };
    let place = PageLink { sel: Some(stay.place.clone()), ..PageLink::default() };
    html! {
        li {
            a href=(date) { (stay_dates_text(stay)) } " — "
            a href=(place) { (stay.name) } " (" (stay.kind.label)
            @if stay.certainty == Certainty::Implied { ", implied" }
            ") " q { (stay.quote) }
        }
    }
}

/// For each stay the heading of the section whose words prove it, from the first
/// two levels of headings; empty before the first heading.
fn chapters(text: &Text, stays: usize) -> Vec<&str> {
    let mut chapters = vec![""; stays];
    let mut chapter = "";
    for Section { title, level, passages } in &text.sections {
        if *level <= 2 {
            chapter = title;
        }
        for &stay in passages.iter().flat_map(|passage| &passage.stays) {
            if let Some(of_stay) = chapters.get_mut(stay) {
                *of_stay = chapter;
            }
        }
    }
    chapters
}

/// A link to another site. Addresses come from data too: only those of the web
/// become links, never `javascript:`.
fn link(address: &str, words: &str) -> Markup {
    html! {
        @if address.starts_with("https://") || address.starts_with("http://") {
            a href=(address) rel="external noopener" { (words) }
        } @else {
            (words)
        }
    }
}

fn counted(count: usize, what: &str) -> String {
    format!("{count} {what}{}", if count == 1 { "" } else { "s" })
}
