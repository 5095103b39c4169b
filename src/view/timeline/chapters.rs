//! The chapters over the timeline's strip, and the buttons that zoom it.

use leptos::prelude::*;

use super::percent::percent;
use crate::page_model::{Axis, Chapter, chapters as life_chapters};
use crate::view::state::PageState;
use crate::view::strings;

/// The chapters of the text above the years they cover, and the buttons that zoom
/// the timeline.
#[component]
pub fn Chapters(state: PageState) -> impl IntoView {
    let loaded = state.loaded();
    let chapters = life_chapters(&loaded.life, &loaded.text);
    // A chapter that a deeper one follows is shown by its parts.
    let innermost = chapters
        .iter()
        .enumerate()
        .filter(|(i, chapter)| chapters.get(i + 1).is_none_or(|next| next.level <= chapter.level))
        .map(|(_, chapter)| view! { <ChapterButton state chapter=chapter.clone() /> })
        .collect_view();
    view! {
        <div class="periods" role="group" aria-label=strings::CHAPTERS>
            <div class="chapters">{innermost}</div>
            <ZoomButton state name=strings::ZOOM_OUT sign="−" factor=0.5 />
            <ZoomButton state name=strings::ZOOM_IN sign="+" factor=2.0 />
            <ZoomButton state name=strings::ZOOM_ALL sign="⇹" factor=0.0 />
        </div>
    }
    .into_any()
}

/// Zooms the timeline around the day.
#[component]
fn ZoomButton(
    state: PageState,
    name: &'static str,
    sign: &'static str,
    factor: f64,
) -> impl IntoView {
    let zoom = move |_| {
        let (anchor, whole) = (state.time.day.get_untracked(), state.whole());
        state.time.axis.update(|axis| *axis = axis.zoomed(factor, anchor, whole));
    };
    view! {
        <button type="button" aria-label=name title=name on:click=zoom>
            {sign}
        </button>
    }
    .into_any()
}

/// A bracket over the years of a chapter. Pressing it zooms to them; pressing it
/// again zooms back out.
#[component]
fn ChapterButton(state: PageState, chapter: Chapter) -> impl IntoView {
    let (title, tooltip) = (chapter.title.clone(), chapter.title);
    let years = Axis { first: chapter.from, last: chapter.to };
    let share = move |day| state.time.axis.get().share(day).clamp(0.0, 1.0);
    let zoom = move |_| {
        let whole = state.whole();
        // A little wider than the chapter, so that its ends are in sight.
        let zoomed = years.zoomed(0.95, years.day_at(0.5), whole);
        let is_zoomed = state.time.axis.get_untracked() == zoomed;
        state.time.axis.set(if is_zoomed { whole } else { zoomed });
    };
    view! {
        <button
            class="chapter"
            type="button"
            title=tooltip
            style:left=move || percent(share(years.first))
            style:width=move || percent(share(years.last) - share(years.first))
            on:click=zoom
        >
            <span>{title}</span>
        </button>
    }
    .into_any()
}
