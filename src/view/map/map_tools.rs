//! The buttons over the map: show everything, follow, today's map, full screen.

use leptos::prelude::*;

use super::chart::Chart;
use super::chart_handle::{ChartHandle, with_chart};
use crate::view::effect::effect;
use crate::view::state::PageState;
use crate::view::strings;

/// The buttons over the map.
#[component]
pub fn MapTools(state: PageState, chart: ChartHandle) -> impl IntoView {
    let show_everything = move |_| {
        state.map.follow.set(false);
        with_chart(chart, Chart::show_whole_life);
    };
    let streets = RwSignal::new(false);
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
            <Switch label=strings::BORDERS title=strings::BORDERS_HOW on=state.map.borders />
            <Switch label=strings::TODAYS_MAP title=strings::TODAYS_MAP_FROM on=streets />
            <button type="button" on:click=|_| toggle_full_screen()>
                {strings::FULL_SCREEN}
            </button>
        </div>
    }
}

#[component]
fn Switch(
    label: &'static str,
    #[prop(optional)] title: Option<&'static str>,
    on: RwSignal<bool>,
) -> impl IntoView {
    view! {
        <button
            type="button"
            title=title
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
