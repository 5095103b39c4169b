//! State: whether time scrolls the text or scrolling moves time.

use leptos::prelude::*;

/// Whether time moves the text or the text moves time. Whoever moved last leads.
#[derive(Clone, Copy)]
pub struct TextSync {
    /// Did the reader, by scrolling, move time? Then time does not move the text.
    pub text_leads: StoredValue<bool>,
    /// Counts the requests to scroll the text back to the words of the current stay.
    pub recall: RwSignal<u32>,
    /// Where the program last scrolled the text to, in pixels. A scroll that
    /// ends there is not the reader's.
    pub scroll_top_set_by_us_px: StoredValue<i32>,
}

impl TextSync {
    pub fn new() -> Self {
        Self {
            text_leads: StoredValue::new(false),
            recall: RwSignal::new(0),
            scroll_top_set_by_us_px: StoredValue::new(0),
        }
    }
}
