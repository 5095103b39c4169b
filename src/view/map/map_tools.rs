//! The buttons over the map: show everything, follow, today's map, full screen.

use leptos::prelude::*;

use super::chart_handle::{ChartHandle, with_chart};
use crate::view::effect::effect;
use crate::view::player::wants_no_motion;
use crate::view::presentation::fill_screen;
use crate::view::state::PageState;
use crate::view::strings;
use crate::view::widgets::Icon;

// Pictures in a field of 16 by 16; where two outlines overlap is a hole.
const PLUS: &str = "M7 3h2v4h4v2H9v4H7V9H3V7h4z";
const MINUS: &str = "M3 7h10v2H3z";
/// The corners of a frame around a dot.
const FRAME: &str = "M2 2h4.5v1.6H3.6v2.9H2zM9.5 2H14v4.5h-1.6V3.6H9.5zM2 9.5h1.6v2.9h2.9V14H2z\
    M12.4 9.5H14V14H9.5v-1.6h2.9zM8 5.8a2.2 2.2 0 1 1 0 4.4 2.2 2.2 0 0 1 0-4.4z";
/// Cross-hairs with a dot.
const CROSSHAIRS: &str = "M7.2 1h1.6v2.1a5 5 0 0 1 4.1 4.1H15v1.6h-2.1a5 5 0 0 1-4.1 4.1V15H7.2v-2.1\
    a5 5 0 0 1-4.1-4.1H1V7.2h2.1a5 5 0 0 1 4.1-4.1zM8 4.6a3.4 3.4 0 1 0 0 6.8 3.4 3.4 0 0 0 0-6.8z\
    M8 6.4a1.6 1.6 0 1 1 0 3.2 1.6 1.6 0 0 1 0-3.2z";
/// A folded map.
const FOLDED_MAP: &str = "M1.5 3.6l4-1.6 5 2 4-1.6v10l-4 1.6-5-2-4 1.6zM6.2 3.9v7.2l3.6 1.4V5.3z";
/// Two areas with a dashed line between them.
const BORDER: &str = "M2 2h5v1.6H3.6v8.8H7V14H2zM9 2h5v12H9v-1.6h3.4V3.6H9zM7.2 4.6h1.6v2H7.2zM7.2 7.8h1.6v2H7.2z\
    M7.2 11h1.6v2H7.2z";
/// Two arrows that point outwards.
const ARROWS: &str = "M9 2h5v5l-1.8-1.8-2.9 2.9-1.4-1.4 2.9-2.9zM7 14H2V9l1.8 1.8 2.9-2.9 1.4 1.4\
    -2.9 2.9z";
/// A screen on a stand.
const SCREEN: &str =
    "M1 2h14v1.6H14V11H8.8v1.2l3 2.8H9.6L8 13.4 6.4 15H4.2l3-2.8V11H2V3.6H1zM3.6 3.6v5.8h8.8V3.6z";
const LETTER_I: &str = "M7 7h2v6H7zM8 2.8a1.3 1.3 0 1 1 0 2.6 1.3 1.3 0 0 1 0-2.6z";

/// The step of a zoom button, in zoom levels.
const ZOOM_STEP: f64 = 0.5;

/// The buttons over the map: one column at its right edge.
#[component]
pub fn MapTools(state: PageState, chart: ChartHandle, streets: RwSignal<bool>) -> impl IntoView {
    let zoom = move |by: f64| with_chart(chart, |chart| chart.zoom_by(by, !wants_no_motion()));
    let fit = move |()| {
        state.map.follow.set(false);
        with_chart(chart, |chart| chart.fit_everything(!wants_no_motion()));
    };
    let credits = RwSignal::new(false);
    effect(move || {
        let wanted = streets.get();
        with_chart(chart, |chart| chart.show_streets(wanted));
    });
    let own = state.is_own();
    let follow =
        (!own).then(|| toggle(strings::FOLLOW, strings::FOLLOW_HOW, CROSSHAIRS, state.map.follow));
    let fit_how = if own { strings::FIT_RECORDS } else { strings::FIT_LIFE };
    view! {
        <div class="map-tools">
            {tool(strings::ZOOM_MAP_IN, strings::ZOOM_MAP_IN, PLUS, Callback::new(move |()| zoom(ZOOM_STEP)))}
            {tool(strings::ZOOM_MAP_OUT, strings::ZOOM_MAP_OUT, MINUS, Callback::new(move |()| zoom(-ZOOM_STEP)))}
            {tool(strings::FIT, fit_how, FRAME, Callback::new(fit))}
            {follow}
            <div class="layer-tools">
                {switch(strings::BORDERS, strings::BORDERS_HOW, BORDER, state.map.borders)}
                <StreetsSwitch on=streets />
            </div>
            {tool(strings::FULL_SCREEN, strings::FULL_SCREEN, ARROWS, Callback::new(|()| fill_screen(document().fullscreen_element().is_none())))}
            <div class="presentation">
                {switch(strings::PRESENTATION, strings::PRESENTATION_HOW, SCREEN, state.presenting)}
            </div>
            <div class="credits-tool" class:open=move || credits.get()>
                {toggle(strings::CREDITS, strings::CREDITS, LETTER_I, credits)}
            </div>
        </div>
    }
    .into_any()
}

/// Shows today's map. Another server is asked only after the reader has been told of
/// it and has agreed, once for each visit.
#[component]
fn StreetsSwitch(on: RwSignal<bool>) -> impl IntoView {
    let has_agreed = RwSignal::new(false);
    let agree = move |_| {
        has_agreed.set(true);
        on.set(true);
    };
    let toggle = move |_| {
        if has_agreed.get_untracked() {
            on.update(|on| *on = !*on);
        }
    };
    view! {
        <button
            type="button"
            aria-label=strings::TODAYS_MAP
            title=strings::TODAYS_MAP_FROM
            popovertarget=move || (!has_agreed.get()).then_some("todays-map")
            aria-pressed=move || on.get().to_string()
            on:click=toggle
        >
            <Icon path=FOLDED_MAP />
        </button>
        <div
            id="todays-map"
            class="options"
            popover="auto"
            role="group"
            aria-label=strings::TODAYS_MAP
        >
            <p>{strings::TODAYS_MAP_FROM}</p>
            <button
                class="plain"
                type="button"
                popovertarget="todays-map"
                popovertargetaction="hide"
                on:click=agree
            >
                {strings::TODAYS_MAP_SHOW}
            </button>
        </div>
    }
}

fn tool(
    name: &'static str,
    title: &'static str,
    path: &'static str,
    on_press: Callback<()>,
) -> AnyView {
    view! {
        <button type="button" aria-label=name title=title on:click=move |_| on_press.run(())>
            <Icon path />
        </button>
    }
    .into_any()
}

/// A button that is pressed or not.
fn toggle(
    name: &'static str,
    title: &'static str,
    path: &'static str,
    on: RwSignal<bool>,
) -> AnyView {
    view! {
        <button
            type="button"
            aria-label=name
            title=title
            aria-pressed=move || on.get().to_string()
            on:click=move |_| on.update(|on| *on = !*on)
        >
            <Icon path />
        </button>
    }
    .into_any()
}

/// A switch, which is on or off.
fn switch(
    name: &'static str,
    title: &'static str,
    path: &'static str,
    on: RwSignal<bool>,
) -> AnyView {
    view! {
        <button
            type="button"
            role="switch"
            aria-label=name
            title=title
            aria-checked=move || on.get().to_string()
            on:click=move |_| on.update(|on| *on = !*on)
        >
            <Icon path />
        </button>
    }
    .into_any()
}
