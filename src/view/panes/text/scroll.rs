//! Time ⇄ text. When another stay holds, its words come into view; when the
//! reader scrolls, the stay whose words come to the state line holds.

use std::time::Duration;

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, Node, Range};

use crate::domain::life::Passage;
use crate::domain::time::Day;
use crate::view::html::effect;
use crate::view::state::{PageState, Pane};

/// How far down the pane one reads: there the words that hold come to stand.
const READING_LINE: f64 = 1.0 / 3.0;
/// A stay that holds for so long is come to.
const SETTLED: Duration = Duration::from_millis(90);
/// So many milliseconds after time was moved the text may still be gliding.
const LATE_MS: f64 = 250.0;
/// What stands so many pixels below the line still counts as on it.
const TOLERANCE_PX: f64 = 12.0;

/// Whose movement is it? A pane that stands where we left it was moved by us.
#[derive(Clone, Copy)]
pub struct Scrolling {
    state: PageState,
    waiting: StoredValue<bool>,
}

impl Scrolling {
    /// Has the text follow time from now on.
    pub fn follow_time(state: PageState, pane: HtmlElement) -> Self {
        effect(move || {
            let Some(stay) = state.current_stay.get() else { return };
            if state.panes.open.get() != Pane::Text || !state.text_follows() {
                return;
            }
            // A little later: by then the words that hold are marked, and what a
            // quick drag only passes is not drawn; nobody could read it.
            let pane = pane.clone();
            let scroll = move || {
                let now = state.current_stay.try_get_untracked().flatten();
                if now == Some(stay) && state.text_follows() {
                    come_to(state, &pane, stay);
                }
            };
            set_timeout(scroll, SETTLED);
        });
        Self { state, waiting: StoredValue::new(false) }
    }

    /// The reader takes to the text: play ends, and what follows is the reader's.
    pub fn taken(self) {
        self.state.playback.playing.set(false);
        self.state.let_text_lead(None);
    }

    /// The pane has moved.
    pub fn moved(self, pane: &HtmlElement) {
        let ours = (pane.scroll_top() - self.state.text_sync.scroll_top_set_by_us_px.get_value())
            .abs()
            <= 1;
        let now = js_sys::Date::now();
        // The last of a scroll that ended before time was moved.
        let late =
            self.state.text_follows() && now - self.state.time.moved_at_ms.get_value() < LATE_MS;
        if ours || late || self.waiting.get_value() {
            return;
        }
        self.waiting.set_value(true);
        let pane = pane.clone();
        request_animation_frame(move || {
            // The page may be gone by now.
            let _ = self.waiting.try_set_value(false);
            if self.state.time.moved_at_ms.get_value() > now {
                return;
            }
            if let Some(stay) = stay_at_line(&pane) {
                self.state.text_sync.scroll_top_set_by_us_px.set_value(pane.scroll_top());
                self.state.follow_text(stay);
            }
        });
    }
}

/// The id of a passage's element; passages are known by where they begin.
pub fn passage_id(start: usize) -> String {
    format!("passage-{start}")
}

/// A stretch of a passage, as the page counts: in UTF-16.
#[derive(Clone, Copy)]
pub struct Words {
    passage: usize,
    from: u32,
    to: u32,
}

impl Words {
    /// From one code point of a passage to another.
    pub fn of(passage: &Passage, from: usize, to: usize) -> Self {
        let units = |end| passage.text.chars().take(end).map(|c| c.len_utf16() as u32).sum();
        Self { passage: passage.start, from: units(from), to: units(to) }
    }

    fn range(self) -> Option<Range> {
        let passage = document().get_element_by_id(&passage_id(self.passage))?;
        let range = document().create_range().ok()?;
        // By its first letter, lest it begin at the end of what stands before.
        let (node, after) = spot(&passage, self.from + 1).ok()?;
        range.set_start(&node, after - 1).ok()?;
        let (node, to) = spot(&passage, self.to).ok()?;
        range.set_end(&node, to).ok()?;
        Some(range)
    }
}

/// The piece of text that a count of UTF-16 leads to, and what is left of it
/// there; or what is left behind the node.
fn spot(node: &Node, mut left: u32) -> Result<(Node, u32), u32> {
    if node.node_type() == Node::TEXT_NODE {
        let length = node.node_value().map_or(0, |text| text.encode_utf16().count() as u32);
        return if left <= length { Ok((node.clone(), left)) } else { Err(left - length) };
    }
    // What only readers of the screen hear is not of the source.
    if node.dyn_ref::<Element>().is_some_and(|e| e.class_name() == "visually-hidden") {
        return Err(left);
    }
    let mut child = node.first_child();
    while let Some(node) = child {
        match spot(&node, left) {
            Err(rest) => left = rest,
            found => return found,
        }
        child = node.next_sibling();
    }
    Err(left)
}

/// Shows words because the reader asked for them, and selects them. Time goes to
/// the day they tell of, or, if that is not known, follows as if scrolled to.
pub fn show_words(state: PageState, words: Words, day: Option<Day>) {
    state.let_text_lead(day);
    state.panes.open.set(Pane::Text);
    // On a narrow screen the card lies over the text and makes way for it.
    let narrow = window().match_media("(max-width: 899px)").ok().flatten();
    if narrow.is_some_and(|query| query.matches()) {
        state.select(None);
    }
    point_out(state, words, day.is_some());
}

/// With the next frame; or when the words have come.
fn point_out(state: PageState, words: Words, dated: bool) {
    request_animation_frame(move || {
        let pane = document().get_element_by_id("text").and_then(|p| p.dyn_into().ok());
        let Some(pane): Option<HtmlElement> = pane else { return };
        let Some(range) = words.range() else {
            if pane.has_attribute("aria-busy") {
                point_out(state, words, dated);
            }
            return;
        };
        to_line(&pane, range.get_bounding_client_rect().top());
        if dated {
            state.text_sync.scroll_top_set_by_us_px.set_value(pane.scroll_top());
        }
        let _ = pane.focus();
        if let Ok(Some(selection)) = window().get_selection() {
            let _ = selection.remove_all_ranges();
            let _ = selection.add_range(&range);
        }
    });
}

/// Brings the words of a stay that holds, or else their passage, to the state
/// line.
pub fn come_to(state: PageState, pane: &HtmlElement, stay: usize) {
    let Some(loaded) = state.loaded.try_get_value() else { return };
    let passage = loaded.text.passage_of(stay).and_then(|i| loaded.text.passages().nth(i));
    let passage = passage.and_then(|(_, p)| document().get_element_by_id(&passage_id(p.start)));
    let Some(passage) = passage else { return };
    let target = passage.query_selector(".holds").ok().flatten().unwrap_or(passage);
    to_line(pane, target.get_bounding_client_rect().top());
    state.text_sync.scroll_top_set_by_us_px.set_value(pane.scroll_top());
}

/// Where one reads, as a height of the window.
pub fn reading_line(pane: &HtmlElement) -> f64 {
    let outer = pane.get_bounding_client_rect();
    outer.top() + outer.height() * READING_LINE
}

/// Brings what stands at a height of the window to the state line.
fn to_line(pane: &HtmlElement, top: f64) {
    pane.set_scroll_top(pane.scroll_top() + (top - reading_line(pane)) as i32);
}

/// The stay whose words are the last to begin above the state line; before
/// all of them, the first.
fn stay_at_line(pane: &HtmlElement) -> Option<usize> {
    let line = reading_line(pane) + TOLERANCE_PX;
    let proofs = pane.query_selector_all(".proof").ok()?;
    // They stand in the order of the text, one below the other.
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
