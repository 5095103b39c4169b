//! The card of a place: its names over time, the stays there, the passages that name it,
//! its position.

use leptos::prelude::*;

use super::card::Card;
use super::place_passages::PlacePassages;
use super::place_stays::PlaceStays;
use super::position_text::position_text;
use crate::domain::formats::format_decimal;
use crate::domain::life::Toponym;
use crate::domain::time::{Day, span_text};
use crate::page_model::Axis;
use crate::view::state::PageState;
use crate::view::strings;
use crate::view::timeline::percent;
use crate::view::widgets::ExternalLink;

/// The card of a place: its names over time, the stays there, the passages that name
/// it, and where it is.
#[component]
pub fn PlaceCard(
    state: PageState,
    /// Index of the place in the life.
    place: usize,
) -> impl IntoView {
    let name = Memo::new(move |_| {
        let day = state.time.day.get();
        state.loaded.with_value(|l| l.life.places[place].name_on(day).to_owned())
    });
    let title = state.loaded().life.places[place].title.clone();
    let kind = Signal::derive(move || {
        let kind = kind_text(state, place);
        match name.with(|name| *name == title) {
            true => kind,
            false => format!("{kind} · {}", strings::today(&title)),
        }
    });
    view! {
        <Card state name kind>
            <PlaceNames state place />
            <PlaceStays state place />
            <PlacePassages state place />
            <PlacePosition state place />
        </Card>
    }
}

/// What the place is, and what it is part of on the slider's day: "town, Gori uezd,
/// Tiflis Governorate".
fn kind_text(state: PageState, place: usize) -> String {
    let loaded = state.loaded();
    let place = &loaded.life.places[place];
    let mut text = place.type_label.clone();
    for outer in loaded.life.containers_on(place, state.time.day.get()).take(2) {
        text += ", ";
        text += outer;
    }
    text
}

/// Every name with the time when it was used, in words and as a bar over the
/// whole life. A single name that was always used is not listed.
#[component]
fn PlaceNames(state: PageState, place: usize) -> impl IntoView {
    let loaded = state.loaded();
    let names = &loaded.life.places[place].names;
    if names.len() < 2 && names.iter().all(|name| name.when.is_none()) {
        return None;
    }
    let in_use = Memo::new(move |_| {
        let day = state.time.day.get();
        state.loaded.with_value(|l| l.life.places[place].name_in_use(day).unwrap_or_default())
    });
    let whole = state.whole();
    let items = names.iter().enumerate().map(|(index, name)| {
        let [left, width] = bar(name, whole);
        view! {
            <li aria-current=move || (in_use.get() == index).then_some("true")>
                <span class="name">{name.toponym.clone()}</span>
                <span class="when">{name.when.as_ref().map(span_text).unwrap_or_default()}</span>
                <span class="held" aria-hidden="true">
                    <span style:left=left style:width=width></span>
                </span>
            </li>
        }
    });
    let items = items.collect_view();
    Some(view! {
        <h3>{strings::NAMES}</h3>
        <ul class="names">{items}</ul>
    })
}

/// Where the bar of a name begins and how long it is, in percent of the life.
fn bar(name: &Toponym, whole: Axis) -> [String; 2] {
    let share = |day: Option<Day>, open: f64| day.map_or(open, |d| whole.share(d).clamp(0.0, 1.0));
    let when = name.when.as_ref();
    let from = share(when.and_then(|when| when.earliest), 0.0);
    let to = share(when.and_then(|when| when.latest), 1.0);
    [percent(from), percent(to - from)]
}

/// Where the place is, how precisely that is known, and who says so.
#[component]
fn PlacePosition(state: PageState, place: usize) -> impl IntoView {
    let loaded = state.loaded();
    let place = &loaded.life.places[place];
    let precision = || strings::within_km(&format_decimal(place.precision_km, 1));
    let position = place.point.map_or_else(
        || strings::POSITION_UNKNOWN.to_owned(),
        |point| position_text(point) + &precision(),
    );
    let geonames = place.geonames.map(|id| {
        let address = format!("https://www.geonames.org/{id}");
        view! {
            <ExternalLink address text="GeoNames" />
            " "
        }
    });
    let wikidata = place.wikidata.as_ref().map(|id| {
        let address = format!("https://www.wikidata.org/wiki/{id}");
        view! { <ExternalLink address text="Wikidata" /> }
    });
    view! {
        <h3>{strings::POSITION}</h3>
        <p class="position">{position}</p>
        <p class="position-source">
            {strings::SOURCE}
            {place.source.clone()}
            " "
            {geonames}
            {wikidata}
        </p>
        {place.note.clone().map(|note| view! { <p class="note">{note}</p> })}
    }
}
