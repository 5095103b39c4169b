//! The keys that move the slider's thumb and the handles of the window.

use web_sys::KeyboardEvent;

use crate::domain::time::Day;
use crate::view::state::PageState;

/// Where a key moves a thumb: an arrow by a day, with Shift by ten; PageUp and
/// PageDown by a calendar month; Home and End to the ends of the life, also when the
/// timeline shows only a part of it. `None` for any other key.
pub fn day_after_key(state: PageState, event: &KeyboardEvent, day: Day) -> Option<Day> {
    let whole = state.whole();
    let step = if event.shift_key() { 10 } else { 1 };
    let target = match event.key().as_str() {
        "ArrowRight" | "ArrowUp" => day + step,
        "ArrowLeft" | "ArrowDown" => day - step,
        "PageUp" => day.plus_months(1),
        "PageDown" => day.plus_months(-1),
        "Home" => whole.first,
        "End" => whole.last,
        _ => return None,
    };
    event.prevent_default();
    Some(target.clamp(whole.first, whole.last))
}
