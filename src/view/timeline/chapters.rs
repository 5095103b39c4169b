use leptos::prelude::*;

use crate::page_model::{Axis, Chapter, chapters as life_chapters};
use crate::view::html::{El, button, el};
use crate::view::state::PageState;
use crate::view::strings;
use crate::view::timeline::strip::percent;

/// The chapters of the text over the time they tell of, and the axis' zoom.
pub fn chapters(state: PageState) -> El {
    let loaded = state.loaded();
    let chapters = life_chapters(&loaded.life, &loaded.text);
    // The innermost chapters: those that no deeper one follows at once.
    let innermost =
        |nth: &usize| chapters.get(nth + 1).is_none_or(|p| p.level <= chapters[*nth].level);
    let chapters = (0..chapters.len()).filter(innermost).map(|nth| chapter(state, &chapters[nth]));
    let zoom = |name: &str, sign: &str, times: f64| {
        let press = move || {
            let (around, whole) = (state.time.day.get_untracked(), state.whole());
            state.time.axis.update(|axis| *axis = axis.zoomed(times, around, whole));
        };
        button("", sign, press).set("aria-label", name).set("title", name)
    };
    el("div", "periods")
        .set("role", "group")
        .set("aria-label", strings::CHAPTERS)
        .child(el("div", "chapters").children(chapters))
        .child(zoom(strings::ZOOM_OUT, "−", 0.5))
        .child(zoom(strings::ZOOM_IN, "+", 2.0))
        .child(zoom(strings::ZOOM_ALL, "⇹", 0.0))
}

/// A bracket over its years; pressing it fills the axis with them.
fn chapter(state: PageState, chapter: &Chapter) -> El {
    let own = Axis { first: chapter.from, last: chapter.to };
    let share = move |day| state.time.axis.get().share(day).clamp(0.0, 1.0);
    let fill = move || {
        let whole = state.whole();
        // The same press leads back.
        let near = own.zoomed(0.95, own.day_at(0.5), whole);
        let now = state.time.axis.get_untracked();
        state.time.axis.set(if now == near { whole } else { near });
    };
    button("chapter", "", fill)
        .child(el("span", "").text(&chapter.title))
        .set("title", &chapter.title)
        .style_live("left", move || percent(share(own.first)))
        .style_live("width", move || percent(share(own.last) - share(own.first)))
}
