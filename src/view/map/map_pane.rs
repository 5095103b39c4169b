//! The map pane: creates the Leaflet map and keeps it in step with the page's state.

use leptos::html::Div;
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::HtmlElement;

use super::chart::{Chart, ChartEvent};
use super::chart_handle::{ChartHandle, with_chart};
use super::map_tools::MapTools;
use super::paper::fit_to_paper;
use super::stop_numbers::number_stops;
use crate::view::cards::{RouteBar, TellingCard};
use crate::view::effect::effect;
use crate::view::notice::Notice;
use crate::view::player::wants_no_motion;
use crate::view::state::{Moment, PageState, Selection};
use crate::view::yield_to_browser::yield_to_browser;
use crate::view::{fetch, strings};

/// The map with its buttons. Its element is made here; Leaflet fills it.
#[component]
pub fn MapPane(state: PageState, notice: Notice) -> impl IntoView {
    let chart: ChartHandle = StoredValue::new_local(None);
    // The record last picked on the map itself.
    let picked = StoredValue::new(None::<usize>);
    // Is today's map shown?
    let streets = RwSignal::new(false);
    let ground = NodeRef::<Div>::new();
    ground.on_load(move |ground| {
        fit_to_paper(ground.clone().into());
        // In the next frame: Leaflet needs to know the size of its element.
        request_animation_frame(move || {
            open(state, chart, picked, &ground.into(), notice.clone());
            watch_streets(chart, streets, notice);
        });
    });
    follow_state(state, chart, picked);
    view! {
        <section class="map" role="region" aria-label=strings::MAP>
            <div class="ground" node_ref=ground></div>
            {(!state.is_own()).then(|| view! { <TellingCard state /> <RouteBar state /> })}
            <MapTools state chart streets />
        </section>
    }
    .into_any()
}

/// Draws on the map what the state says, now and after every change.
fn follow_state(state: PageState, chart: ChartHandle, picked: StoredValue<Option<usize>>) {
    // The view changes with the address (back and forth), not with the map's own
    // events.
    effect(move || {
        if let Some(view) = state.map.view.get() {
            with_chart(chart, |chart| chart.look_at(view));
        }
    });
    effect(move || {
        // Told play moves the camera itself.
        let is_told = state.playback.beat.get().is_some();
        let (scene, follow) = (state.scene.get(), state.map.follow.get() && !is_told);
        chart.update_value(|chart| {
            if let Some(chart) = chart {
                chart.show(scene, follow, !wants_no_motion());
            }
        });
    });
    effect(move || {
        let day = state.map.borders.get().then(|| state.time.day.get());
        with_chart(chart, |chart| chart.show_borders(day));
    });
    effect(move || number_stops(state));
    effect(move || {
        if let Some(place) = state.map.sight.get() {
            with_chart(chart, |chart| chart.look_for(place, !wants_no_motion()));
        }
    });
    effect(move || {
        let shot = state.map.shot.get();
        in_next_frame(chart, move |chart| {
            if let Some(shot) = shot {
                chart.fly(shot, !wants_no_motion());
            }
        });
    });
    effect(move || {
        if state.playback.beat.get().is_some() {
            in_next_frame(chart, Chart::place_card);
        }
    });
    let mut before = None::<Moment>;
    effect(move || {
        let moment = state.moment.get();
        // A record picked on the map is in sight already.
        let is_elsewhere = picked.get_value() != moment.selected;
        let chosen = moment
            .selected
            .filter(|_| is_elsewhere && before.is_some_and(|b| b.selected != moment.selected));
        let sight = chosen
            .and_then(|id| state.loaded.with_value(|l| l.dataset.as_ref().and_then(|c| c.at(id))));
        with_chart(chart, |chart| chart.show_records(moment, sight, !wants_no_motion()));
        before = Some(moment);
    });
}

/// Does something with the map once the card has its words and they are measured.
fn in_next_frame(chart: ChartHandle, act: impl Fn(&Chart) + 'static) {
    request_animation_frame(move || {
        // Another page may be shown by now.
        let _ = chart.try_with_value(|chart| {
            if let Some(chart) = chart {
                chart.measure_card();
                act(chart);
            }
        });
    });
}

/// Switches today's map off, and says so, when its server cannot be reached.
fn watch_streets(chart: ChartHandle, streets: RwSignal<bool>, notice: Notice) {
    chart.update_value(|chart| {
        if let Some(chart) = chart {
            chart.watch_streets(move || {
                streets.set(false);
                notice.show_error(strings::TODAYS_MAP_FAILED.to_owned());
            });
        }
    });
}

fn open(
    state: PageState,
    chart: ChartHandle,
    picked: StoredValue<Option<usize>>,
    ground: &HtmlElement,
    notice: Notice,
) {
    let events = move |event: ChartEvent| match event {
        ChartEvent::Selected(place) => state.select_place(&place),
        ChartEvent::Picked(feature) => {
            picked.set_value(feature);
            state.select(feature.map(Selection::Record));
        }
        ChartEvent::Moved(view) => {
            if state.map.view.get_untracked() != Some(view) {
                state.map.view.set(Some(view));
            }
        }
        ChartEvent::TakenOver => state.map.follow.set(false),
    };
    match Chart::new(ground, &state.loaded(), state.map.view.get_untracked(), events) {
        Ok(mut made) => {
            if state.is_own() && !made.draws_records() {
                notice.show_error(strings::NO_CANVAS.to_owned());
            }
            // A view that the address gives is kept, even if the person is out of
            // sight.
            made.show(state.scene.get_untracked(), false, false);
            made.zoom_about_person(state.map.follow.get_untracked());
            made.show_records(state.moment.get_untracked(), None, false);
            chart.set_value(Some(made));
            number_stops(state);
            // The page can be used; land and water follow in the next frame.
            let year = state.loaded().life.entry.last_day.ymd().0;
            request_animation_frame(move || {
                spawn_local(async move {
                    if let Err(reason) = lay_ground(state, chart, year).await {
                        notice.show_error(strings::NO_GROUND.to_owned() + &reason);
                    }
                });
            });
            if let Some(root) = document().document_element() {
                let _ = root.set_attribute("data-ready", "true");
            }
        }
        Err(reason) => leptos::logging::error!("{reason}"),
    }
}

/// Draws the base map part by part, since each part takes longer than a frame.
async fn lay_ground(state: PageState, chart: ChartHandle, year: i32) -> Result<(), String> {
    // Another page may be shown by now.
    let draw = |part: &dyn Fn(&Chart)| {
        let _ = chart.try_with_value(|chart| chart.as_ref().map(part));
    };
    let basemap = fetch::basemap(year).await;
    if let Ok(basemap) = &basemap {
        yield_to_browser().await;
        draw(&|chart| chart.draw_land(basemap));
        yield_to_browser().await;
        draw(&|chart| chart.draw_water(basemap));
    }
    // The relief comes from other files: it is drawn also without land and water.
    yield_to_browser().await;
    draw(&Chart::draw_relief);
    // Without borders the map still shows everything about the life.
    if let Ok(borders) = fetch::borders().await {
        yield_to_browser().await;
        let day = state.map.borders.get_untracked().then(|| state.time.day.get_untracked());
        draw(&|chart| {
            chart.lay_borders(&borders);
            chart.show_borders(day);
        });
    }
    basemap.map(drop)
}
