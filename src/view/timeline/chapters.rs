//! The chapters over the timeline's strip, and the buttons that zoom it.

use leptos::prelude::*;

use super::percent::percent;
use crate::page_model::{Axis, Chapter, chapters as life_chapters, innermost};
use crate::view::state::PageState;
use crate::view::strings;

/// The least width of a chapter, in pixels.
const MIN_PX: usize = 24;

/// The chapters of the text above the years they cover, and the buttons that zoom
/// the timeline.
#[component]
pub fn Chapters(state: PageState) -> impl IntoView {
    let loaded = state.loaded();
    let chapters = innermost(life_chapters(&loaded.life, &loaded.text));
    let spans: Vec<Axis> = chapters.iter().map(|c| Axis { first: c.from, last: c.to }).collect();
    let boxes = Memo::new(move |_| boxes(&spans, state.time.axis.get()));
    let innermost = chapters
        .into_iter()
        .enumerate()
        .map(|(index, chapter)| view! { <ChapterButton state chapter index boxes /> })
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

/// Left edge and width of each chapter as lengths in CSS; `None` out of sight. A chapter is
/// over its years, but never smaller than a finger can press: it moves those after it.
fn boxes(spans: &[Axis], axis: Axis) -> Vec<Option<[String; 2]>> {
    let share = |day| axis.share(day).clamp(0.0, 1.0);
    let in_sight: Vec<bool> = spans.iter().map(|s| share(s.last) > share(s.first)).collect();
    let shown: Vec<&Axis> =
        spans.iter().zip(&in_sight).filter(|(_, shown)| **shown).map(|(span, _)| span).collect();
    let px = |count: usize| format!("{}px", count * MIN_PX);
    let left = |nth: usize| {
        let begins = shown[..=nth]
            .iter()
            .enumerate()
            .map(|(i, span)| format!("{} + {}", percent(share(span.first)), px(nth - i)));
        let begins: Vec<String> = begins.collect();
        let room = px(shown.len() - nth);
        format!("max({}, min(max({}), 100% - {room}))", px(nth), begins.join(", "))
    };
    let mut nth = 0;
    let mut next = |is_shown: &bool| {
        is_shown.then(|| {
            let from = left(nth);
            let end = percent(share(shown[nth].last));
            nth += 1;
            let most =
                if nth < shown.len() { left(nth) } else { format!("max(100%, {})", px(nth)) };
            let width = format!("calc(min({most}, max({end}, {from} + {})) - {from})", px(1));
            [from, width]
        })
    };
    in_sight.iter().map(&mut next).collect()
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

/// A bracket over the years of a chapter. Pressing it goes there: date, text and map;
/// the timeline zooms to its years. Pressing it again zooms the timeline back out.
#[component]
fn ChapterButton(
    state: PageState,
    chapter: Chapter,
    index: usize,
    boxes: Memo<Vec<Option<[String; 2]>>>,
) -> impl IntoView {
    let (years_text, name) = (chapter.years(), chapter.name().to_owned());
    let years = Axis { first: chapter.from, last: chapter.to };
    let edge =
        move |edge: usize| boxes.with(|boxes| boxes[index].as_ref().map(|b| b[edge].clone()));
    let enter = move |_| {
        let whole = state.whole();
        // A little wider than the chapter, so that its ends are in sight.
        let zoomed = years.zoomed(0.95, years.day_at(0.5), whole);
        let is_zoomed = state.time.axis.get_untracked() == zoomed;
        if !is_zoomed {
            state.go_to_span(years.first, years.last);
        }
        state.time.axis.set(if is_zoomed { whole } else { zoomed });
    };
    view! {
        <button
            class="chapter"
            type="button"
            title=chapter.title
            hidden=move || boxes.with(|boxes| boxes[index].is_none())
            style:left=move || edge(0)
            style:width=move || edge(1)
            on:click=enter
        >
            <span class="chapter-years">{years_text}</span>
            <span>{name}</span>
        </button>
    }
    .into_any()
}
