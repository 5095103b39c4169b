//! A handle to the map, which exists only once Leaflet has been started.

use leptos::prelude::*;

use super::chart::Chart;

/// The map, once it has been made.
pub(super) type ChartHandle = StoredValue<Option<Chart>, LocalStorage>;

/// Does something with the map, if it has been made.
pub(super) fn with_chart(chart: ChartHandle, act: impl FnOnce(&Chart)) {
    chart.with_value(|chart| {
        if let Some(chart) = chart {
            act(chart);
        }
    });
}
