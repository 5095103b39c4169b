//! Fills the passages with their text: those that are in view first at once, the
//! others stretch by stretch. To make and lay out the text of a whole life takes
//! longer than the rest of the page, and nobody reads all of it in the first
//! second.

use std::ops::Range;

use leptos::html::Section;
use leptos::prelude::*;
use leptos::task::{spawn_local, tick};
use web_sys::HtmlElement;

use super::scroll::{reading_line, scroll_to_stay};
use super::text_range::passage_id;
use crate::view::state::PageState;
use crate::view::yield_to_browser::yield_to_browser;

/// How much text is filled in at first, in bytes: before the passage of the current
/// stay, and from it on. Whole passages are filled in, so it may be more.
const FIRST_BEFORE: usize = 800;
const FIRST_AFTER: usize = 4000;
/// How much text is filled in at a time afterwards, in bytes, rounded up to whole
/// passages.
const STRETCH: usize = 3000;

/// Which passages have their text.
#[derive(Clone)]
pub struct Filling {
    state: PageState,
    /// Length of each passage, in bytes.
    lengths: Vec<usize>,
    /// Has the passage its text?
    pub is_filled: Vec<RwSignal<bool>>,
    /// Is text still missing?
    pub is_busy: RwSignal<bool>,
    filled_at_first: Range<usize>,
}

impl Filling {
    /// Has the passages filled that are in view first.
    pub fn start(state: PageState) -> Self {
        let loaded = state.loaded();
        let lengths: Vec<usize> = loaded.text.passages().map(|(_, p)| p.text.len()).collect();
        let stay = state.current_stay.get_untracked();
        let current = stay.and_then(|stay| loaded.text.passage_of(stay)).unwrap_or(0);
        let filled_at_first = around(&lengths, current);
        let is_filled =
            (0..lengths.len()).map(|i| RwSignal::new(filled_at_first.contains(&i))).collect();
        Self { state, lengths, is_filled, is_busy: RwSignal::new(true), filled_at_first }
    }

    /// Fills the other passages once the first are on the screen.
    pub fn fill_rest(self, pane: NodeRef<Section>) {
        let state = self.state;
        // In the next frame the map is made; in the one after it all of the first
        // view has been painted.
        request_animation_frame(move || {
            if let Some(pane) = pane.try_get_untracked().flatten() {
                scroll_to_current_stay(state, &pane);
                request_animation_frame(|| spawn_local(self.fill_stretches(pane)));
            }
        });
    }

    async fn fill_stretches(self, pane: HtmlElement) {
        let first = &self.filled_at_first;
        let after = stretches(&self.lengths, first.end..self.lengths.len());
        for stretch in after.into_iter().chain(stretches(&self.lengths, 0..first.start)) {
            yield_to_browser().await;
            if self.fill_stretch(&pane, stretch).await.is_none() {
                return;
            }
        }
        self.is_busy.try_set(false);
        scroll_to_current_stay(self.state, &pane);
    }

    /// Fills passages, and keeps in place what the reader sees. `None` if the page
    /// was replaced meanwhile.
    async fn fill_stretch(&self, pane: &HtmlElement, stretch: Range<usize>) -> Option<()> {
        let loaded = self.state.loaded.try_get_value()?;
        let (_, passage) = loaded.text.passages().nth(stretch.start)?;
        let height_before = pane.scroll_height();
        for is_filled in &self.is_filled[stretch] {
            is_filled.try_set(true);
        }
        // Waits until the passages have reacted to their signals.
        tick().await;
        let set_by_us_px = self.state.text_sync.scroll_top_set_by_us_px;
        let set_before = set_by_us_px.try_get_value()?;
        let first = document().get_element_by_id(&passage_id(passage.start))?;
        if first.get_bounding_client_rect().top() < reading_line(pane) {
            let grown = pane.scroll_height() - height_before;
            pane.set_scroll_top(pane.scroll_top() + grown);
            set_by_us_px.set_value(set_before + grown);
        }
        Some(())
    }
}

/// Does nothing if the reader has scrolled already.
fn scroll_to_current_stay(state: PageState, pane: &HtmlElement) {
    let stay = state.current_stay.try_get_untracked().flatten();
    if let Some(stay) = stay.filter(|_| state.text_follows()) {
        scroll_to_stay(state, pane, stay);
    }
}

/// The passages around the current one that are in view first.
fn around(lengths: &[usize], current: usize) -> Range<usize> {
    let count = |min_bytes: usize, lengths: &mut dyn Iterator<Item = &usize>| {
        let mut sum = 0;
        lengths
            .take_while(|&&length| {
                let has_room = sum < min_bytes;
                sum += length;
                has_room
            })
            .count()
    };
    let before = count(FIRST_BEFORE, &mut lengths[..current].iter().rev());
    let after = count(FIRST_AFTER, &mut lengths[current..].iter());
    current - before..current + after
}

/// Divides passages into stretches of about the same length.
fn stretches(lengths: &[usize], all: Range<usize>) -> Vec<Range<usize>> {
    let mut stretches = Vec::new();
    let (mut from, mut sum) = (all.start, 0);
    for i in all.clone() {
        sum += lengths[i];
        if sum >= STRETCH || i + 1 == all.end {
            stretches.push(from..i + 1);
            (from, sum) = (i + 1, 0);
        }
    }
    stretches
}
