//! Scales the map for printing.

use leptos::prelude::*;
use web_sys::HtmlElement;

use crate::domain::formats::format_decimal;

/// Width of the map on paper, in CSS pixels: it fits A4 and US Letter.
const PAPER_PX: f64 = 660.0;

/// On paper the map is scaled as a picture. Leaflet learns of the paper's size too
/// late to draw for it.
pub fn fit_to_paper(ground: HtmlElement) {
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
