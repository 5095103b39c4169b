use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::HtmlElement;

use crate::domain::formats::format_decimal;
use crate::view::html::{El, button, effect, el};
use crate::view::map::chart::{Chart, ChartEvent};
use crate::view::mount::Host;
use crate::view::player::wants_no_motion;
use crate::view::state::{Moment, PageState};
use crate::view::yield_to_browser::yield_to_browser;
use crate::view::{fetch, strings};

/// The map: its element is made here and then left to the chart.
pub fn map_pane(state: PageState, host: &Host) -> El {
    let chart = StoredValue::new_local(None::<Chart>);
    // What was last chosen on the map itself.
    let picked = StoredValue::new(None::<usize>);
    let ground = el("div", "ground");
    if let Some(ground) = ground.html() {
        fit_to_paper(ground.clone());
        // With the next frame: Leaflet needs to know how large its element is.
        let host = host.clone();
        request_animation_frame(move || open(state, chart, picked, &ground, &host));
    }
    // The map follows the address (back and forth), not its own events.
    effect(move || {
        if let Some(view) = state.map.view.get() {
            with(chart, |chart| chart.look_at(view));
        }
    });
    effect(move || {
        let (scene, follow) = (state.scene.get(), state.map.follow.get());
        chart.update_value(|chart| {
            if let Some(chart) = chart {
                chart.show(scene, follow, !wants_no_motion());
            }
        });
    });
    let mut before = None::<Moment>;
    effect(move || {
        let moment = state.moment.get();
        // What was chosen on the map is in sight.
        let elsewhere = picked.get_value() != moment.selected;
        let chosen = moment
            .selected
            .filter(|_| elsewhere && before.is_some_and(|b| b.selected != moment.selected));
        let sight = chosen
            .and_then(|id| state.loaded.with_value(|l| l.dataset.as_ref().and_then(|c| c.at(id))));
        with(chart, |chart| chart.show_features(moment, sight, !wants_no_motion()));
        before = Some(moment);
    });
    let whole = move || {
        state.map.follow.set(false);
        with(chart, Chart::show_whole_life);
    };
    let online = RwSignal::new(false);
    effect(move || {
        let online = online.get();
        with(chart, |chart| chart.show_streets(online));
    });
    let switch = |words: &str, on: RwSignal<bool>| {
        button("", words, move || on.update(|on| *on = !*on))
            .live("aria-pressed", move || on.get().to_string())
    };
    let own = state.is_own();
    let tools = el("div", "map-tools")
        .child(button("", if own { strings::EVERYTHING } else { strings::WHOLE_LIFE }, whole))
        .children((!own).then(|| switch(strings::FOLLOW, state.map.follow)))
        .child(switch(strings::TODAYS_MAP, online).set("title", strings::TODAYS_MAP_FROM))
        .child(button("", strings::FULL_SCREEN, full_screen));
    el("section", "map")
        .set("role", "region")
        .set("aria-label", strings::MAP)
        .child(ground)
        .child(tools)
}

/// Width of the map on paper, in the pixels of CSS: within A4 and US Letter.
const PAPER_PX: f64 = 660.0;

/// On paper the map is as it was on the screen, scaled as a picture: Leaflet
/// would have to fetch and draw anew for a size it is not told of in time.
fn fit_to_paper(ground: HtmlElement) {
    let measure = move |_| {
        let (width, height) = (ground.client_width(), ground.client_height());
        let scale = PAPER_PX / f64::from(width.max(1));
        let style = ground.style();
        for (name, value) in [
            ("--width", format!("{width}px")),
            ("--height", format!("{height}px")),
            ("--scale", format_decimal(scale, 4)),
        ] {
            let _ = style.set_property(name, &value);
        }
    };
    let listener = window_event_listener_untyped("beforeprint", measure);
    on_cleanup(move || listener.remove());
}

/// The page on the whole screen, or back.
fn full_screen() {
    let document = document();
    if document.fullscreen_element().is_some() {
        document.exit_fullscreen();
    } else if let Some(root) = document.document_element() {
        // Refused in a frame that does not allow it: the page stays as it is.
        let _ = root.request_fullscreen();
    }
}

fn open(
    state: PageState,
    chart: StoredValue<Option<Chart>, LocalStorage>,
    picked: StoredValue<Option<usize>>,
    ground: &HtmlElement,
    host: &Host,
) {
    let events = move |event: ChartEvent| match event {
        ChartEvent::Selected(place) => state.select(Some(&place)),
        ChartEvent::Picked(feature) => {
            picked.set_value(feature);
            match feature {
                Some(feature) => state.select_feature(feature),
                None => state.select(None),
            }
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
            if state.is_own()
                && !made.draws_features()
                && let Some(note) =
                    el("p", "no-canvas").set("role", "alert").text(strings::NO_CANVAS).html()
            {
                let _ = ground.append_child(&note);
            }
            made.show(state.scene.get_untracked(), false, false);
            made.show_features(state.moment.get_untracked(), None, false);
            chart.set_value(Some(made));
            // The page can be used; the ground follows once that is on the screen.
            let year = state.loaded().life.entry.last_day.ymd().0;
            let host = host.clone();
            request_animation_frame(move || {
                spawn_local(async move {
                    if let Err(reason) = lay_ground(chart, year).await {
                        host.warn(&(strings::NO_GROUND.to_owned() + &reason));
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

/// Draws the base map part by part: each takes longer than all else on the page.
async fn lay_ground(
    chart: StoredValue<Option<Chart>, LocalStorage>,
    year: i32,
) -> Result<(), String> {
    // The page may have given way to another meanwhile.
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
    // Whatever becomes of land and water: the hills come from elsewhere.
    yield_to_browser().await;
    draw(&Chart::draw_relief);
    basemap.map(drop)
}

fn with(chart: StoredValue<Option<Chart>, LocalStorage>, act: impl FnOnce(&Chart)) {
    chart.with_value(|chart| {
        if let Some(chart) = chart {
            act(chart);
        }
    });
}
