//! The dated ticks along the strip.

use leptos::prelude::*;

use super::percent::percent;
use crate::page_model::Tick;
use crate::view::state::PageState;

/// The most ticks that are easy to read, and the width in pixels that each needs.
const MAX_TICKS: i32 = 11;
const TICK_PX: f64 = 64.0;

/// Dates along the strip.
#[component]
pub fn Ticks(state: PageState) -> impl IntoView {
    let tick = move |Tick { day, label }| {
        let left = percent(state.time.axis.get().share(day));
        view! { <span class="tick" style:left=left>{label}</span> }
    };
    let ticks = move || {
        let width = window().inner_width().ok().and_then(|width| width.as_f64());
        let max_count = (width.unwrap_or(1000.0) / TICK_PX) as i32;
        state.time.axis.get().ticks(max_count.clamp(3, MAX_TICKS))
    };
    view! {
        <div class="ticks">
            {move || Some(ticks().into_iter().map(tick).collect_view().into_any())}
        </div>
    }
    .into_any()
}
