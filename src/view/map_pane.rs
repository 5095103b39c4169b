use leptos::html;
use leptos::prelude::*;

use super::chart::{Chart, ChartEvent};
use super::player::wants_no_motion;
use super::reading::Reading;

/// The map. Leptos makes its element and then leaves it to the chart.
#[component]
pub fn MapPane(reading: Reading) -> impl IntoView {
    let ground = NodeRef::<html::Div>::new();
    let chart = StoredValue::new_local(None::<Chart>);
    let events = move |event: ChartEvent| match event {
        ChartEvent::Selected(place) => reading.select(Some(&place)),
        ChartEvent::Moved(view) => {
            if reading.map_view.get_untracked() != Some(view) {
                reading.map_view.set(Some(view));
            }
        }
        ChartEvent::TakenOver => reading.follow.set(false),
    };
    Effect::new(move |_| {
        let Some(ground) = ground.get() else { return };
        if chart.with_value(Option::is_some) {
            return;
        }
        let view = reading.map_view.get_untracked();
        match Chart::new(&ground, &reading.loaded(), view, events) {
            Ok(made) => {
                chart.set_value(Some(made));
                draw(reading, chart);
                if let Some(root) = document().document_element() {
                    let _ = root.set_attribute("data-ready", "true");
                }
            }
            Err(reason) => leptos::logging::error!("{reason}"),
        }
    });
    // The map follows the address (back and forth), not its own events.
    Effect::new(move |_| {
        let Some(view) = reading.map_view.get() else { return };
        chart.with_value(|chart| {
            if let Some(chart) = chart {
                chart.look_at(view);
            }
        });
    });
    on_cleanup(move || {
        chart.update_value(|chart| {
            if let Some(chart) = chart.take() {
                chart.remove();
            }
        });
    });
    let whole = move |_| {
        reading.follow.set(false);
        chart.with_value(|chart| {
            if let Some(chart) = chart {
                chart.show_whole_life();
            }
        });
    };
    view! {
        <section class="map" role="region" aria-label="Map">
            <div class="ground" node_ref=ground></div>
            <div class="map-tools">
                <button type="button" on:click=whole>
                    "Whole life"
                </button>
                <button
                    type="button"
                    aria-pressed=move || reading.follow.get().to_string()
                    on:click=move |_| reading.follow.update(|follow| *follow = !*follow)
                >
                    "Follow"
                </button>
            </div>
        </section>
    }
}

/// Scene → map, as differences.
fn draw(reading: Reading, chart: StoredValue<Option<Chart>, LocalStorage>) {
    Effect::new(move |_| {
        let scene = reading.scene.get();
        let follow = reading.follow.get();
        chart.update_value(|chart| {
            if let Some(chart) = chart {
                chart.show(scene, follow, !wants_no_motion());
            }
        });
    });
}
