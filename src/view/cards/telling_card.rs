//! The card of told play, beside the person.

use leptos::prelude::*;

use crate::domain::life::stay_dates_text;
use crate::domain::time::Day;
use crate::page_model::{Beat, BeatKind, Figures, Stop, rounded_km};
use crate::view::player::{told, voice};
use crate::view::state::PageState;
use crate::view::strings;

/// What told play says, on the map beside the person. The map puts it in its place.
#[component]
pub fn TellingCard(state: PageState) -> impl IntoView {
    let beat = Memo::new(move |_| {
        let beat = state.playback.beat.get()?;
        state.loaded.with_value(|l| l.telling().beat(beat).copied())
    });
    let is_closing = move || beat.get().is_some_and(|beat| beat.kind == BeatKind::Closing);
    view! {
        <div class="telling" hidden=move || beat.get().is_none()>
            <div role="status" aria-label=strings::TELLING>
                {move || beat.get().map(|beat| words(state, beat))}
            </div>
            <div class="telling-tools">
                <button type="button" hidden=move || !is_closing() on:click=move |_| told::play_again(state)>
                    {strings::AGAIN}
                </button>
                <button type="button" title=strings::PREVIOUS_KEY on:click=move |_| told::step(state, false)>
                    {strings::PREVIOUS}
                </button>
                <button type="button" hidden=is_closing
                    title=strings::NEXT_KEY on:click=move |_| told::step(state, true)>
                    {strings::NEXT}
                </button>
                <VoiceSwitch state beat />
            </div>
        </div>
    }
    .into_any()
}

/// Has the browser read aloud, where it has a voice of its own. A browser may load its
/// voices late, so it is asked at every beat.
#[component]
fn VoiceSwitch(state: PageState, beat: Memo<Option<Beat>>) -> impl IntoView {
    let is_missing =
        Memo::new(move |_| beat.get().is_none() || !voice::is_available(state.loaded().language()));
    let switch = move |event| {
        state.playback.voice.set(event_target_checked(&event));
        voice::hush();
    };
    view! {
        <label hidden=move || is_missing.get()>
            <input
                type="checkbox"
                prop:checked=move || state.playback.voice.get()
                on:change=switch
            />
            {strings::VOICE}
        </label>
    }
    .into_any()
}

/// The words of a beat, under the chapter and the number of the stop.
fn words(state: PageState, beat: Beat) -> AnyView {
    let loaded = state.loaded();
    let telling = loaded.telling();
    let Some(stop) = telling.stops.get(beat.stop) else { return ().into_any() };
    let chapter = telling.chapters.get(stop.chapter);
    let (years, name) = chapter.map(|c| (c.years.clone(), c.name.clone())).unwrap_or_default();
    let number = strings::stop_of(beat.stop + 1, telling.stops.len());
    let (progress, years, title) = match beat.kind {
        BeatKind::Chapter => (number, years, name.clone()),
        BeatKind::Passing(months) => (number, years, strings::time_passes(months)),
        BeatKind::Journey => (number, years, journey_words(state, beat)),
        BeatKind::Stop => (number, years, String::new()),
        BeatKind::Closing => (loaded.life.entry.title.clone(), String::new(), figures(state)),
    };
    let content = if beat.kind == BeatKind::Stop {
        sentence(state, stop)
    } else {
        view! { <p class="telling-title">{title}</p> }.into_any()
    };
    view! {
        <p class="telling-progress">
            <span>{progress}</span>
            <span title=name>{years}</span>
        </p>
        {content}
    }
    .into_any()
}

fn sentence(state: PageState, stop: &Stop) -> AnyView {
    let picture = if stop.is_caption { strings::PICTURE } else { "" };
    view! {
        <p class="telling-head">
            <b>{place_name(state, stop.stay, stop.day)}</b>
            <span>{date_words(state, stop.stay, stop.day)}</span>
        </p>
        <blockquote>{picture.to_owned() + &stop.words}</blockquote>
    }
    .into_any()
}

/// The day of a stay, where the source gives it; else the dates that it gives, or
/// the day that is shown.
fn date_words(state: PageState, stay: usize, day: Day) -> String {
    let loaded = state.loaded();
    let stay = &loaded.life.itinerary.stays[stay];
    let is_day = stay.arrive.as_ref().is_some_and(|date| date.earliest == date.latest);
    if is_day || (stay.arrive.is_none() && stay.depart.is_none()) {
        state.words_of_day(day)
    } else {
        stay_dates_text(stay)
    }
}

fn place_name(state: PageState, stay: usize, day: Day) -> String {
    let loaded = state.loaded();
    let place = &loaded.life.itinerary.stays[stay].place;
    loaded.life.place(place).map_or(place.as_str(), |place| place.name_on(day)).to_owned()
}

/// "from Gori to Tiflis", or that the whereabouts between them are unknown.
fn journey_words(state: PageState, beat: Beat) -> String {
    let loaded = state.loaded();
    let stops = &loaded.telling().stops;
    let before = &stops[beat.stop.saturating_sub(1)];
    let from = place_name(state, before.stay, beat.from);
    let to = place_name(state, stops[beat.stop].stay, beat.to);
    if loaded.life.itinerary.is_gap(before.stay) {
        strings::unknown_between(&from, &to)
    } else {
        strings::on_the_way(&from, &to)
    }
}

/// The main figures of the whole life.
fn figures(state: PageState) -> String {
    let loaded = state.loaded();
    let last = loaded.life.entry.last_day;
    let figures = Figures::until(&loaded.life, &loaded.resolved_stays, last);
    let km = strings::about_km(rounded_km(figures.travelled_km));
    let places = strings::counted(figures.places.len(), strings::PLACES);
    let counts = figures.counts.iter().filter(|figure| figure.count() > 0).map(|figure| {
        let unit = figure.kind.figure.clone().unwrap_or_default();
        strings::counted(figure.count(), [&unit[0], &unit[1]])
    });
    let figures: Vec<String> = [km, places].into_iter().chain(counts).collect();
    figures.join(" · ")
}
