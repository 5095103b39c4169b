//! The strip under the slider: stays as coloured bars, gaps, text density, and the
//! gestures on it.

use leptos::prelude::*;
use web_sys::PointerEvent;

use super::drawing::{self, Bar, HEIGHT};
use super::gestures::{Gestures, day_under};
use super::percent::percent;
use super::slider::Slider;
use super::ticks::Ticks;
use super::window::WindowHandles;
use crate::domain::life::{Certainty, Stay, Timing};
use crate::domain::time::Day;
use crate::view::state::PageState;
use crate::view::strings;

/// The strip with the slider and the window's handles on it. Over all of it, the
/// pointer shows date and place, and the wheel zooms.
#[component]
pub fn Scale(state: PageState) -> impl IntoView {
    let pointed = RwSignal::new(None::<Day>);
    let gestures = Gestures::new(state);
    let point = move |event: PointerEvent| {
        let hovers = event.pointer_type() == "mouse" && event.buttons() == 0;
        pointed.set(hovers.then(|| day_under(state, &event)).flatten());
    };
    view! {
        <div
            class="scale"
            on:pointermove=point
            on:pointerleave=move |_| pointed.set(None)
            on:wheel=move |event| gestures.wheel(&event)
        >
            <Strip state gestures pointed />
            <Slider state />
            <WindowHandles state />
            <FirstHint state />
        </div>
    }
    .into_any()
}

/// Says what the page is and how to begin. It disappears when the reader first uses the
/// page.
#[component]
fn FirstHint(state: PageState) -> impl IntoView {
    let is_used = RwSignal::new(false);
    for event in ["pointerdown", "keydown", "wheel"] {
        let listener = window_event_listener_untyped(event, move |_| is_used.set(true));
        on_cleanup(move || listener.remove());
    }
    let has_started = move || is_used.get() || state.time.day.get() != state.whole().first;
    view! {
        <p class="hint" aria-hidden="true" hidden=move || has_started()>
            {if state.is_own() { strings::HINT_OWN } else { strings::HINT }}
        </p>
    }
}

/// Stays as bars coloured by kind, dashes where the source says nothing, the density
/// of the text, the day, and dates.
#[component]
fn Strip(state: PageState, gestures: Gestures, pointed: RwSignal<Option<Day>>) -> impl IntoView {
    // Moved by `transform`, which costs no layout.
    let now = move || format!("translateX({})", position(state, state.time.day.get()));
    view! {
        <div
            class="strip"
            aria-hidden="true"
            on:pointerdown=move |event| gestures.down(&event)
            on:pointermove=move |event| gestures.moved(&event)
            on:pointerup=move |event| gestures.up(&event)
            on:pointercancel=move |event| gestures.cancelled(&event)
        >
            <Bars state />
            <span class="now" style:transform=move || now()></span>
            <div class="pointed">
                {move || pointed.get().map(|day| view! { <PointedDay state day /> })}
            </div>
            <Ticks state />
        </div>
    }
    .into_any()
}

/// The drawing. It is made once; zooming and panning only change its `viewBox`.
#[component]
fn Bars(state: PageState) -> impl IntoView {
    let (loaded, whole) = (state.loaded(), state.whole());
    let view_box = move || {
        let axis = state.time.axis.get();
        format!("{} 0 {} {HEIGHT}", axis.first - whole.first, axis.days())
    };
    let spans = loaded.dataset.as_ref().map_or_else(Vec::new, |dataset| {
        dataset.records.iter().map(|record| record.span).collect()
    });
    let itinerary = &loaded.life.itinerary;
    let stays = itinerary
        .stays
        .iter()
        .zip(&itinerary.schedule.timings)
        .map(|(stay, timing)| stay_bar(state, stay, timing, whole.first))
        .collect_view();
    view! {
        <svg class="bars" preserveAspectRatio="none" viewBox=move || view_box()>
            <path class="density" d=drawing::density_area(&loaded, whole) />
            <path class="spans" d=drawing::record_lanes(&spans, whole) />
            <path class="blank" d=drawing::unknown_journeys(&loaded, whole.first) />
            <path class="unplaced" d=drawing::unplaced_events(&loaded, whole.first) />
            {stays}
        </svg>
    }
    .into_any()
}

fn stay_bar(state: PageState, stay: &Stay, timing: &Timing, first: Day) -> AnyView {
    let group = &stay.kind.group;
    let id = group.id;
    let implied = if stay.certainty == Certainty::Implied { " implied" } else { "" };
    let Bar { firm, soft } = Bar::of(stay, timing, first);
    view! {
        <g
            class=format!("bar {}{implied}", group.class())
            class:out=move || !state.kinds.shows(id)
        >
            <path class="soft" d=soft />
            <path d=firm />
        </g>
    }
    .into_any()
}

/// Date and place under the pointer.
#[component]
fn PointedDay(state: PageState, day: Day) -> impl IntoView {
    let mut text = state.words_of_day(day);
    if let Some(place) = state.place_words_on(day) {
        text += " · ";
        text += &place;
    }
    // In the right half it lies on the left of the pointer.
    let class =
        if state.time.axis.get_untracked().share(day) > 0.5 { "hover end" } else { "hover" };
    view! {
        <span class=class style:left=move || position(state, day)>
            {text}
        </span>
    }
    .into_any()
}

/// Where a day lies on the strip, in per cent.
fn position(state: PageState, day: Day) -> String {
    percent(state.time.axis.get().share(day))
}
