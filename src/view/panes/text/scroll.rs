//! How the text and the slider follow each other. When the current stay changes,
//! its words scroll into view. When the reader scrolls the text, the stay whose
//! words reach the reading line becomes the current one.

use std::time::Duration;

use leptos::html::Section;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use super::text_range::{TextRange, passage_id};
use crate::domain::time::Day;
use crate::view::effect::effect;
use crate::view::state::{PageState, Pane};

/// How far down the pane the reading line is, as a share of its height.
const READING_LINE: f64 = 1.0 / 3.0;
/// How long a stay must have been current before the text scrolls to it.
const SETTLE_TIME: Duration = Duration::from_millis(90);
/// How long after time was moved the text may still be scrolling, in milliseconds.
const LATE_SCROLL_MS: f64 = 250.0;
/// Words at most this far below the reading line count as on it, in pixels.
const TOLERANCE_PX: f64 = 12.0;

/// Tells the reader's scrolling from the program's. A pane that is still where the
/// program scrolled it to was not scrolled by the reader.
#[derive(Clone, Copy)]
pub struct TextScroll {
    state: PageState,
    pane: NodeRef<Section>,
    /// Is a scroll event waiting for the next frame?
    is_pending: StoredValue<bool>,
}

impl TextScroll {
    /// Has the text follow the slider from now on.
    pub fn follow_time(state: PageState, pane: NodeRef<Section>) -> Self {
        effect(move || {
            state.text_sync.recall.track();
            let Some(stay) = state.current_stay.get() else { return };
            if !state.moves_text() {
                return;
            }
            if state.panes.open.get() != Pane::Text || !state.text_follows() {
                return;
            }
            // Waits until the words of the stay are marked. During a quick drag the
            // stays in between are skipped, because nobody could read them.
            let scroll = move || {
                let now = state.current_stay.try_get_untracked().flatten();
                if now == Some(stay)
                    && state.text_follows()
                    && let Some(pane) = pane.get_untracked()
                {
                    scroll_to_stay(state, &pane, stay);
                }
            };
            set_timeout(scroll, SETTLE_TIME);
        });
        Self { state, pane, is_pending: StoredValue::new(false) }
    }

    /// The reader begins to scroll: playback ends and the text leads.
    pub fn on_reader_input(self) {
        self.state.playback.playing.set(false);
        self.state.let_text_lead(None);
    }

    /// The pane was scrolled, by the reader or by the program.
    pub fn on_scroll(self) {
        let Some(pane) = self.pane.get_untracked() else { return };
        let set_by_us_px = self.state.text_sync.scroll_top_set_by_us_px.get_value();
        let is_ours = (pane.scroll_top() - set_by_us_px).abs() <= 1;
        let now = js_sys::Date::now();
        let since_moved_ms = now - self.state.time.moved_at_ms.get_value();
        let is_late = self.state.text_follows() && since_moved_ms < LATE_SCROLL_MS;
        if is_ours || is_late || self.is_pending.get_value() {
            return;
        }
        self.is_pending.set_value(true);
        request_animation_frame(move || {
            // It cannot be set if the page was replaced meanwhile.
            if self.is_pending.try_set_value(false).is_some()
                || self.state.time.moved_at_ms.get_value() > now
            {
                return;
            }
            if let Some(stay) = stay_at_reading_line(&pane) {
                self.state.text_sync.scroll_top_set_by_us_px.set_value(pane.scroll_top());
                self.state.follow_text(stay);
            }
        });
    }
}

/// Opens the text at a range, at the reader's request, and selects the
/// range. The slider goes to `day`; if that is `None`, it follows the text as if
/// the reader had scrolled.
pub fn show_in_text(state: PageState, range: TextRange, day: Option<Day>) {
    state.let_text_lead(day);
    state.panes.open.set(Pane::Text);
    // On a narrow screen the card covers the text and makes way for it.
    let narrow = window().match_media("(max-width: 899px)").ok().flatten();
    if narrow.is_some_and(|query| query.matches()) {
        state.select(None);
    }
    select_range(state, range, day.is_some());
}

/// Scrolls to a range and selects it: in the next frame, or as soon as the text
/// has been filled in.
fn select_range(state: PageState, range: TextRange, is_dated: bool) {
    request_animation_frame(move || {
        let pane = document().get_element_by_id("text").and_then(|p| p.dyn_into().ok());
        let Some(pane): Option<HtmlElement> = pane else { return };
        let Some(found) = range.in_document() else {
            if pane.has_attribute("aria-busy") {
                select_range(state, range, is_dated);
            }
            return;
        };
        scroll_to_height(&pane, found.get_bounding_client_rect().top());
        if is_dated {
            state.text_sync.scroll_top_set_by_us_px.set_value(pane.scroll_top());
        }
        let _ = pane.focus();
        if let Ok(Some(selection)) = window().get_selection() {
            let _ = selection.remove_all_ranges();
            let _ = selection.add_range(&found);
        }
    });
}

/// Brings the words that prove a stay, or else their passage, to the reading line.
pub fn scroll_to_stay(state: PageState, pane: &HtmlElement, stay: usize) {
    let Some(loaded) = state.loaded.try_get_value() else { return };
    let passage = loaded.text.passage_of(stay).and_then(|i| loaded.text.passages().nth(i));
    let passage = passage.and_then(|(_, p)| document().get_element_by_id(&passage_id(p.start)));
    let Some(passage) = passage else { return };
    let target = passage.query_selector(".proof.current").ok().flatten().unwrap_or(passage);
    scroll_to_height(pane, target.get_bounding_client_rect().top());
    state.text_sync.scroll_top_set_by_us_px.set_value(pane.scroll_top());
}

/// Where the reading line is, in pixels below the top of the window.
pub fn reading_line(pane: &HtmlElement) -> f64 {
    let outer = pane.get_bounding_client_rect();
    outer.top() + outer.height() * READING_LINE
}

/// Brings what is at a height of the window to the reading line.
fn scroll_to_height(pane: &HtmlElement, top: f64) {
    pane.set_scroll_top(pane.scroll_top() + (top - reading_line(pane)) as i32);
}

/// The stay whose words are the last to begin above the reading line; if there is
/// none, the first stay.
fn stay_at_reading_line(pane: &HtmlElement) -> Option<usize> {
    let line = reading_line(pane) + TOLERANCE_PX;
    let proofs = pane.query_selector_all(".proof").ok()?;
    // A binary search: they are in the order of the text, one below the other.
    let (mut from, mut to) = (0, proofs.length());
    while from < to {
        let middle = from + (to - from) / 2;
        let proof: Element = proofs.item(middle)?.dyn_into().ok()?;
        if proof.get_bounding_client_rect().top() <= line {
            from = middle + 1;
        } else {
            to = middle;
        }
    }
    let proof: Element = proofs.item(from.saturating_sub(1))?.dyn_into().ok()?;
    proof.get_attribute("data-stay")?.parse().ok()
}
