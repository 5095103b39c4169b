//! The buttons over the map: show everything, follow, today's map, full screen.

use leptos::prelude::*;

use super::chart::Chart;
use super::chart_handle::{ChartHandle, with_chart};
use crate::view::effect::effect;
use crate::view::state::PageState;
use crate::view::strings;

/// The buttons over the map.
#[component]
pub fn MapTools(state: PageState, chart: ChartHandle, streets: RwSignal<bool>) -> impl IntoView {
    let show_everything = move |_| {
        state.map.follow.set(false);
        with_chart(chart, Chart::show_whole_life);
    };
    effect(move || {
        let wanted = streets.get();
        with_chart(chart, |chart| chart.show_streets(wanted));
    });
    let own = state.is_own();
    view! {
        <div class="map-tools">
            <button type="button" on:click=show_everything>
                {if own { strings::EVERYTHING } else { strings::WHOLE_LIFE }}
            </button>
            {(!own).then(|| view! { <Switch label=strings::FOLLOW on=state.map.follow /> })}
            <StreetsSwitch on=streets />
            <button type="button" on:click=|_| toggle_full_screen()>
                {strings::FULL_SCREEN}
            </button>
        </div>
    }
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
            popovertarget=move || (!has_agreed.get()).then_some("todays-map")
            aria-pressed=move || on.get().to_string()
            on:click=toggle
        >
            {strings::TODAYS_MAP}
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

#[component]
fn Switch(label: &'static str, on: RwSignal<bool>) -> impl IntoView {
    view! {
        <button
            type="button"
            aria-pressed=move || on.get().to_string()
            on:click=move |_| on.update(|on| *on = !*on)
        >
            {label}
        </button>
    }
}

/// Shows the page on the whole screen, or back in the window.
fn toggle_full_screen() {
    let document = document();
    if document.fullscreen_element().is_some() {
        document.exit_fullscreen();
    } else if let Some(root) = document.document_element() {
        // A frame may not allow it; then nothing changes.
        let _ = root.request_fullscreen();
    }
}
