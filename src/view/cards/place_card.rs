use leptos::prelude::*;
use web_sys::{HtmlElement, KeyboardEvent};

use super::record_card::record_card;
use crate::domain::formats::format_decimal;
use crate::domain::great_circle::LonLat;
use crate::domain::life::{Passage, Place, stay_dates_text};
use crate::domain::time::{Day, span_text};
use crate::page_model::{Segment, days_at, excerpts};
use crate::view::html::{El, button, effect, el, icon_button};
use crate::view::keys::focus;
use crate::view::panes::stays_table::{kind_words, swatch};
use crate::view::panes::text::scroll::{Words, show_words};
use crate::view::panes::text::section_title;
use crate::view::shell::link;
use crate::view::state::PageState;
use crate::view::strings;
use crate::view::timeline::percent;

const BACK: &str = "M10 3v10L4 8z";
const ON: &str = "M6 3v10l6-5z";
const CROSS: &str = "M3.5 2.4L8 6.9l4.5-4.5 1.1 1.1L9.1 8l4.5 4.5-1.1 1.1L8 9.1l-4.5 4.5\
    -1.1-1.1L6.9 8 2.4 3.5z";

/// The biography of the selected place; nothing if none is selected.
pub fn place_card(state: PageState) -> El {
    lend_focus(state);
    el("div", "card-place").children_live(move || {
        let Some(id) = state.selected.get() else { return Vec::new() };
        let loaded = state.loaded();
        let card = match state.moment.get_untracked().selected {
            Some(feature) => record_card(state, feature),
            None => loaded.life.place(&id).map(|place| card(state, place)),
        };
        card.into_iter().collect()
    })
}

/// An opening card takes the focus, a closing one gives it back to where it
/// came from; a card that the address opens takes nothing.
fn lend_focus(state: PageState) {
    let lender = StoredValue::new_local(None::<HtmlElement>);
    let mut before = None::<Option<String>>;
    effect(move || {
        let selected = state.selected.get();
        match (before.take(), &selected) {
            (Some(before), Some(_)) if before != selected => {
                use wasm_bindgen::JsCast;
                let active = document().active_element();
                // What goes with the card before cannot have it back.
                let outside = active.filter(|e| !e.matches("body, .card, .card *").unwrap_or(true));
                if outside.is_some() || before.is_none() {
                    lender.set_value(outside.and_then(|element| element.dyn_into().ok()));
                }
                request_animation_frame(|| focus(".card"));
            }
            (Some(Some(_)), None) => {
                if let Some(lender) = lender.try_update_value(Option::take).flatten() {
                    let _ = lender.focus();
                }
            }
            _ => {}
        }
        before = Some(selected);
    });
}

fn card(state: PageState, place: &Place) -> El {
    let loaded = state.loaded();
    let lies_in = place.part_of.iter().filter_map(|id| loaded.life.place(id));
    let mut kind = place.type_label.clone();
    for outer in lies_in.take(2) {
        kind += ", ";
        kind += &outer.title;
    }
    let named = place.clone();
    let name = move || named.name_on(state.time.day.get()).to_owned();
    let (today, now) = (place.title.clone(), name.clone());
    let today = move || {
        if now() == today { String::new() } else { " · ".to_owned() + &strings::today(&today) }
    };
    let kind = el("p", "card-kind").text(&kind).text_live(today);
    let body = [names(state, place), stays(state, place), passages(state, place), position(place)];
    framed(state, name, kind, body.into_iter().flatten().collect())
}

/// A card with its name, what it is, and what there is to say.
pub fn framed(
    state: PageState,
    name: impl Fn() -> String + 'static,
    kind: El,
    content: Vec<El>,
) -> El {
    let head = el("header", "card-head")
        .child(el("h2", "").text_live(name))
        .child(icon_button("close", strings::CLOSE, CROSS, move || state.select(None)))
        .child(kind);
    let body = el("div", "card-body")
        .set("tabindex", "0")
        .set("role", "group")
        .set("aria-label", strings::ABOUT_PLACE)
        .children(content);
    el("section", "card")
        .set("role", "region")
        .set("aria-label", strings::PLACE)
        .set("tabindex", "-1")
        .on("keydown", move |event: KeyboardEvent| {
            if event.key() == "Escape" {
                state.select(None);
            }
        })
        .child(head)
        .child(body)
}

/// Every name with the time it held, as words and as a bar over the life; one
/// name that always held says nothing.
fn names(state: PageState, place: &Place) -> Vec<El> {
    if place.names.len() < 2 && place.names.iter().all(|n| n.when.is_none()) {
        return Vec::new();
    }
    let whole = state.whole();
    let rows = place.names.iter().enumerate().map(|(nth, name)| {
        let when = name.when.as_ref();
        let share =
            |day: Option<Day>, open: f64| day.map_or(open, |day| whole.share(day).clamp(0.0, 1.0));
        let from = share(when.and_then(|w| w.earliest), 0.0);
        let to = share(when.and_then(|w| w.latest), 1.0);
        let place = place.clone();
        let current = move || place.name_in_use(state.time.day.get()).unwrap_or_default() == nth;
        let bar = el("span", "")
            .style_live("left", move || percent(from))
            .style_live("width", move || percent(to - from));
        el("li", "")
            .live("aria-current", truth(current))
            .child(el("span", "name").text(&name.toponym))
            .child(el("span", "when").text(&when.map(span_text).unwrap_or_default()))
            .child(el("span", "held").set("aria-hidden", "true").child(bar))
    });
    vec![el("h3", "").text(strings::NAMES), el("ul", "names").children(rows)]
}

fn stays(state: PageState, place: &Place) -> Vec<El> {
    let loaded = state.loaded();
    let itinerary = &loaded.life.itinerary;
    let own: Vec<usize> =
        (0..itinerary.stays.len()).filter(|&i| itinerary.stays[i].place == place.id).collect();
    if own.is_empty() {
        let words = strings::not_stayed(&loaded.life.entry.title);
        return vec![el("p", "no-stay").text(&words)];
    }
    let rows = own.iter().map(|&index| {
        let stay = &itinerary.stays[index];
        let go = button("", "", move || state.go_to_stay(index))
            .child(swatch(stay))
            .child(el("span", "stay-when").text(&stay_dates_text(stay)))
            .child(el("span", "stay-kind").text(&kind_words(stay)));
        let note = stay.note.as_ref().map(|note| el("p", "note").text(note));
        el("li", "")
            .live("aria-current", truth(move || state.current_stay.get() == Some(index)))
            .child(go)
            .children(note)
    });
    let in_all = strings::in_all(days_at(&loaded.life, &place.id, None));
    let mut head = el("h3", "steps").text(&(strings::counted(own.len(), strings::STAY) + &in_all));
    if own.len() > 1 {
        let begins: Vec<Day> =
            own.iter().map(|&i| itinerary.schedule.timings[i].drawn_arrival).collect();
        let earlier = begins.clone();
        let day = move || state.time.day.get_untracked();
        head = head
            .child(icon_button("", strings::PREVIOUS_HERE, BACK, move || {
                if let Some(&begin) = earlier.iter().rfind(|&&begin| begin < day()) {
                    state.go_to(begin);
                }
            }))
            .child(icon_button("", strings::NEXT_HERE, ON, move || {
                if let Some(&begin) = begins.iter().find(|&&begin| begin > day()) {
                    state.go_to(begin);
                }
            }));
    }
    vec![head, el("ol", "stays").children(rows)]
}

/// "true", or nothing.
fn truth(holds: impl Fn() -> bool) -> impl Fn() -> String {
    move || if holds() { "true" } else { "" }.to_owned()
}

/// Every passage that names the place, with the name marked.
fn passages(state: PageState, place: &Place) -> Vec<El> {
    let loaded = state.loaded();
    let named = |passage: &Passage| passage.mentions.iter().any(|m| m.place == place.id);
    let found: Vec<_> = loaded.text.passages().filter(|(_, passage)| named(passage)).collect();
    if found.is_empty() {
        return vec![el("p", "no-stay").text(strings::NO_PASSAGE)];
    }
    let count = strings::counted(found.len(), strings::PASSAGE);
    let rows = found.into_iter().map(|(section, passage)| {
        let title = section_title(&loaded.text, section);
        let first = passage.mentions.iter().find(|m| m.place == place.id);
        let words = first.map(|m| Words::of(passage, m.start, m.end));
        el("li", "").child(marked(passage, &place.id)).child(button("plain", title, move || {
            if let Some(words) = words {
                show_words(state, words, None);
            }
        }))
    });
    vec![el("h3", "").text(&count), el("ul", "passages").children(rows)]
}

/// The sentences that name the place, with the name marked; what is left out
/// between them is said so.
fn marked(passage: &Passage, place: &str) -> El {
    let mut quote = el("blockquote", "");
    for (nth, excerpt) in excerpts(passage, place).into_iter().enumerate() {
        if nth > 0 {
            quote = quote.text(" … ");
        }
        for Segment { text, mention, footnote, .. } in excerpt {
            let named = mention.is_some_and(|i| passage.mentions[i].place == place);
            quote = match (named, footnote) {
                (true, _) => quote.child(el("mark", "").text(&text)),
                (false, true) => quote.child(el("sup", "footnote").text(&text)),
                (false, false) => quote.text(&text),
            };
        }
    }
    quote
}

/// "41.9842° N, 44.1137° E"
pub fn degrees(LonLat { lon, lat }: LonLat) -> String {
    let [north, south, east, west] = strings::SIDES;
    let side = |degrees: f64, [more, less]: [&str; 2]| {
        format_decimal(degrees.abs(), 4) + "° " + if degrees < 0.0 { less } else { more }
    };
    side(lat, [north, south]) + ", " + &side(lon, [east, west])
}

/// Where it is, how exactly, and who says so.
fn position(place: &Place) -> Vec<El> {
    let at = match place.point {
        Some(point) => degrees(point) + &strings::within_km(&format_decimal(place.precision_km, 1)),
        None => strings::POSITION_UNKNOWN.to_owned(),
    };
    let mut source = el("p", "position-source").text(strings::SOURCE).text(&place.source).text(" ");
    if let Some(id) = place.geonames {
        source =
            source.child(link(&format!("https://www.geonames.org/{id}"), "GeoNames")).text(" ");
    }
    if let Some(id) = &place.wikidata {
        source = source.child(link(&format!("https://www.wikidata.org/wiki/{id}"), "Wikidata"));
    }
    let mut all = vec![el("h3", "").text(strings::POSITION), el("p", "position").text(&at), source];
    all.extend(place.note.as_ref().map(|note| el("p", "note").text(note)));
    all
}
