//! The words of the passages: those that are seen at first at once, the others
//! little by little. To make and lay out the text of a whole life takes longer
//! than all the rest of the page, and nobody reads it in the first second.

use std::ops::Range;

use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::HtmlElement;

use crate::domain::life::Passage;
use crate::view::html::{El, breathe};
use crate::view::loaded::Loaded;
use crate::view::panes::text::scroll::{come_to, reading_line};
use crate::view::state::PageState;

/// At least so many bytes of text are put in at first: above the passage that
/// holds, and from it on.
const ABOVE: usize = 800;
const BELOW: usize = 4000;
/// At least so many are put in at a time later.
const AT_ONCE: usize = 3000;

/// Puts its words into a passage that has none yet.
type PutWords = fn(PageState, &Loaded, &Passage, El);

/// Fills the passages of the text, which are all there and empty. While some are,
/// the pane says that it is busy.
pub fn unroll(state: PageState, pane: HtmlElement, passages: Vec<El>, put_words: PutWords) {
    // What the words follow lives as long as the pane.
    let owner = Owner::current().unwrap_or_default();
    let fill = move |range: Range<usize>| {
        let loaded = state.loaded();
        let empty = loaded.text.passages().zip(&passages).skip(range.start).take(range.len());
        owner.with(|| {
            for ((_, passage), element) in empty {
                put_words(state, &loaded, passage, element.clone());
            }
        });
        passages.get(range.start).and_then(El::html)
    };
    let lengths: Vec<usize> =
        state.loaded().text.passages().map(|(_, passage)| passage.text.len()).collect();
    let seen = seen_at_first(state, &lengths);
    fill(seen.clone());
    let _ = pane.set_attribute("aria-busy", "true");
    let at_first = pane.clone();
    let rest = async move {
        let later = chunks(&lengths, seen.end..lengths.len());
        for range in later.into_iter().chain(chunks(&lengths, 0..seen.start)) {
            breathe().await;
            // The page may have given way to another.
            let Some(left_at) = state.text_sync.scroll_top_set_by_us_px.try_get_value() else {
                return;
            };
            let before = pane.scroll_height();
            let Some(first) = fill(range) else { continue };
            // What is read stays where it is.
            if first.get_bounding_client_rect().top() < reading_line(&pane) {
                let grown = pane.scroll_height() - before;
                pane.set_scroll_top(pane.scroll_top() + grown);
                state.text_sync.scroll_top_set_by_us_px.set_value(left_at + grown);
            }
        }
        let _ = pane.remove_attribute("aria-busy");
        come_to_what_holds(state, &pane);
    };
    // With the next frame the map is made; in the one after, all that is there
    // has been seen.
    request_animation_frame(move || {
        come_to_what_holds(state, &at_first);
        request_animation_frame(|| spawn_local(rest));
    });
}

/// Unless the reader has taken to the text already.
fn come_to_what_holds(state: PageState, pane: &HtmlElement) {
    let stay = state.current_stay.try_get_untracked().flatten();
    if let Some(stay) = stay.filter(|_| state.text_follows()) {
        come_to(state, pane, stay);
    }
}

/// The passages around the words that hold.
fn seen_at_first(state: PageState, lengths: &[usize]) -> Range<usize> {
    let stay = state.current_stay.get_untracked();
    let current = stay.and_then(|stay| state.loaded().text.passage_of(stay)).unwrap_or(0);
    let until = |most: usize, lengths: &mut dyn Iterator<Item = &usize>| {
        let mut sum = 0;
        lengths
            .take_while(|&&length| {
                let room = sum < most;
                sum += length;
                room
            })
            .count()
    };
    let above = until(ABOVE, &mut lengths[..current].iter().rev());
    let below = until(BELOW, &mut lengths[current..].iter());
    current - above..current + below
}

/// Passages in stretches of about the same length.
fn chunks(lengths: &[usize], all: Range<usize>) -> Vec<Range<usize>> {
    let mut chunks = Vec::new();
    let (mut from, mut sum) = (all.start, 0);
    for i in all.clone() {
        sum += lengths[i];
        if sum >= AT_ONCE || i + 1 == all.end {
            chunks.push(from..i + 1);
            (from, sum) = (i + 1, 0);
        }
    }
    chunks
}
