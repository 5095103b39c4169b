use leptos::prelude::*;

use super::super::dom::{El, button, el};
use super::super::reading::Reading;
use super::super::words;
use super::strip::percent;
use crate::domain::{Axis, Period, periods};

/// The chapters of the text over the time they tell of, and the axis' zoom.
pub fn chapters(reading: Reading) -> El {
    let loaded = reading.loaded();
    let periods = periods(&loaded.life, &loaded.text);
    // The innermost chapters: those that no deeper one follows at once.
    let innermost =
        |nth: &usize| periods.get(nth + 1).is_none_or(|p| p.level <= periods[*nth].level);
    let chapters = (0..periods.len()).filter(innermost).map(|nth| chapter(reading, &periods[nth]));
    let zoom = |name: &str, sign: &str, times: f64| {
        let press = move || {
            let (around, whole) = (reading.day.get_untracked(), reading.whole());
            reading.axis.update(|axis| *axis = axis.zoomed(times, around, whole));
        };
        button("", sign, press).set("aria-label", name).set("title", name)
    };
    el("div", "periods")
        .set("role", "group")
        .set("aria-label", words::CHAPTERS)
        .child(el("div", "chapters").children(chapters))
        .child(zoom(words::ZOOM_OUT, "−", 0.5))
        .child(zoom(words::ZOOM_IN, "+", 2.0))
        .child(zoom(words::ZOOM_ALL, "⇹", 0.0))
}

/// A bracket over its years; pressing it fills the axis with them.
fn chapter(reading: Reading, period: &Period) -> El {
    let own = Axis { first: period.from, last: period.to };
    let share = move |day| reading.axis.get().share(day).clamp(0.0, 1.0);
    let fill = move || {
        let whole = reading.whole();
        // The same press leads back.
        let near = own.zoomed(0.95, own.day_at(0.5), whole);
        let now = reading.axis.get_untracked();
        reading.axis.set(if now == near { whole } else { near });
    };
    button("chapter", "", fill)
        .child(el("span", "").text(&period.title))
        .set("title", &period.title)
        .style_live("left", move || percent(share(own.first)))
        .style_live("width", move || percent(share(own.last) - share(own.first)))
}
