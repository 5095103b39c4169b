use leptos::prelude::*;
use web_sys::HtmlElement;

use super::chart::{Chart, ChartEvent};
use super::dom::{El, button, el};
use super::player::wants_no_motion;
use super::reading::Reading;

/// The map: its element is made here and then left to the chart.
pub fn map_pane(reading: Reading) -> El {
    let chart = StoredValue::new_local(None::<Chart>);
    let ground = el("div", "ground");
    if let Some(ground) = ground.html() {
        // With the next frame: Leaflet needs to know how large its element is.
        request_animation_frame(move || open(reading, chart, &ground));
    }
    // The map follows the address (back and forth), not its own events.
    Effect::new(move |_| {
        if let Some(view) = reading.map_view.get() {
            with(chart, |chart| chart.look_at(view));
        }
    });
    Effect::new(move |_| {
        let (scene, follow) = (reading.scene.get(), reading.follow.get());
        chart.update_value(|chart| {
            if let Some(chart) = chart {
                chart.show(scene, follow, !wants_no_motion());
            }
        });
    });
    let whole = move || {
        reading.follow.set(false);
        with(chart, Chart::show_whole_life);
    };
    let follow = move || reading.follow.update(|follow| *follow = !*follow);
    let tools = el("div", "map-tools").child(button("", "Whole life", whole)).child(
        button("", "Follow", follow).live("aria-pressed", move || reading.follow.get().to_string()),
    );
    el("section", "map").set("role", "region").set("aria-label", "Map").child(ground).child(tools)
}

fn open(reading: Reading, chart: StoredValue<Option<Chart>, LocalStorage>, ground: &HtmlElement) {
    let events = move |event: ChartEvent| match event {
        ChartEvent::Selected(place) => reading.select(Some(&place)),
        ChartEvent::Moved(view) => {
            if reading.map_view.get_untracked() != Some(view) {
                reading.map_view.set(Some(view));
            }
        }
        ChartEvent::TakenOver => reading.follow.set(false),
    };
    match Chart::new(ground, &reading.loaded(), reading.map_view.get_untracked(), events) {
        Ok(mut made) => {
            made.show(reading.scene.get_untracked(), false, false);
            chart.set_value(Some(made));
            if let Some(root) = document().document_element() {
                let _ = root.set_attribute("data-ready", "true");
            }
        }
        Err(reason) => leptos::logging::error!("{reason}"),
    }
}

fn with(chart: StoredValue<Option<Chart>, LocalStorage>, act: impl FnOnce(&Chart)) {
    chart.with_value(|chart| {
        if let Some(chart) = chart {
            act(chart);
        }
    });
}
