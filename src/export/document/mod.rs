//! A life as an HTML document: for search engines, paper, and browsers without
//! scripts. `data/<life>/itinerary.html` is also part of index.html until the page
//! starts (script/finish.mjs puts it there).
//!
//! Everything that comes from data is escaped. There are no style attributes,
//! because the page's policy forbids them. The map's colours are presentation
//! attributes, so that the document can be read alone; public/styles/shell.css
//! overrides them.

mod map;

use super::credit::credits_geonames;
use super::escape::Escaped;
use crate::domain::formats::Basemap;
use crate::domain::life::{Certainty, Life, Section, Stay, Text, stay_dates_text};
use crate::domain::time::span_text;
use crate::page_model::PageLink;

/// Writes the document; the same bytes each time.
#[must_use]
pub fn write(life: &Life, text: &Text, basemap: &Basemap) -> Vec<u8> {
    let entry = &life.entry;
    let title = Escaped(&entry.title);
    let (first, last) = (entry.first_day.ymd().0, entry.last_day.ymd().0);
    let mut html = format!("<article class=\"itinerary\">\n<h1>{title}, {first}–{last}</h1>\n");
    html += &format!("<p>{}</p>\n", credit(life));
    html += &format!(
        "<p>Where the text has {title}, stay by stay, {}: {}, each with the words that say so. \
         On the map a dot is a place and a line a way, dashed where the text leaves open where \
         it led.</p>\n",
        Escaped(&span_text(&entry.span)),
        counted(life.itinerary.stays.len(), "stay"),
    );
    html += &map::svg(life, basemap);
    html += &list(life, text);
    html += "</article>\n";
    html.into_bytes()
}

/// Whose words these are, and under which licences.
fn credit(life: &Life) -> String {
    let source = &life.entry.source;
    let mut credit = format!(
        "Quotes from {}, {}, {}.",
        link(&source.url, &source.title),
        Escaped(&source.publisher),
        link(&source.licence_url, &source.licence)
    );
    if credits_geonames(life) {
        credit += &format!(
            " Coordinates in part from {}, {}.",
            link("https://www.geonames.org", "GeoNames"),
            link("https://creativecommons.org/licenses/by/4.0/", "CC BY 4.0")
        );
    }
    credit + &format!(" Land: {}.", link("https://www.naturalearthdata.com", "Natural Earth"))
}

/// The stays in order of time, under the chapters of the text that mention them.
fn list(life: &Life, text: &Text) -> String {
    let chapters = chapters(text, life.itinerary.stays.len());
    let mut html = String::new();
    let mut before = None;
    for (index, stay) in life.itinerary.stays.iter().enumerate() {
        if before != Some(chapters[index]) {
            if before.is_some() {
                html += "</ol>\n";
            }
            if !chapters[index].is_empty() {
                html += &format!("<h2>{}</h2>\n", Escaped(chapters[index]));
            }
            html += &format!("<ol start=\"{}\">\n", index + 1);
            before = Some(chapters[index]);
        }
        html += &item(life, index, stay);
    }
    if before.is_some() {
        html += "</ol>\n";
    }
    html
}

fn item(life: &Life, index: usize, stay: &Stay) -> String {
    let date = life.itinerary.schedule.timings[index].drawn_arrival;
    let date = PageLink { date: Some(date), ..PageLink::default() }.to_string();
    let place = PageLink { sel: Some(stay.place.clone()), ..PageLink::default() }.to_string();
    let implied = if stay.certainty == Certainty::Implied { ", implied" } else { "" };
    format!(
        "<li><a href=\"{}\">{}</a> — <a href=\"{}\">{}</a> ({}{implied}) <q>{}</q></li>\n",
        Escaped(&date),
        Escaped(&stay_dates_text(stay)),
        Escaped(&place),
        Escaped(&stay.name),
        Escaped(&stay.kind.label),
        Escaped(&stay.quote)
    )
}

/// For each stay the heading over the words that prove it, down to the second
/// depth; empty before the first heading.
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

/// A link to elsewhere; of what data says, only the web's own addresses.
fn link(address: &str, words: &str) -> String {
    let words = Escaped(words);
    if address.starts_with("https://") || address.starts_with("http://") {
        format!("<a href=\"{}\" rel=\"external noopener\">{words}</a>", Escaped(address))
    } else {
        words.to_string()
    }
}

fn counted(count: usize, what: &str) -> String {
    format!("{count} {what}{}", if count == 1 { "" } else { "s" })
}
