//! Keys that work from anywhere on the page.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, KeyboardEvent};

use crate::view::fetch::parameter;
use crate::view::player::told;
use crate::view::state::PageState;
use crate::view::{popover, presentation};

/// `,` and `.` go from stay to stay, `/` searches, `f` presents, `?` opens the help. In a
/// text field they are ordinary characters.
pub fn page_key(state: PageState, event: &KeyboardEvent) {
    if event.ctrl_key() || event.meta_key() || event.alt_key() || is_for_typing(event) {
        return;
    }
    match event.key().as_str() {
        "," => step(state, false),
        "." => step(state, true),
        "f" | "F" if parameter("embed").is_none() => state.presenting.update(|on| *on = !*on),
        "Escape" => return presentation::leave(state),
        "/" => focus(".search-box"),
        "?" => popover::show("help"),
        _ => return,
    }
    event.prevent_default();
}

/// To the next stop of what is told, or else to the next stay.
fn step(state: PageState, forward: bool) {
    if state.playback.beat.get_untracked().is_some() {
        told::step(state, forward);
    } else {
        step_stay(state, forward);
    }
}

/// To the next stay, or back. It is announced, unless the slider has the focus and says it.
pub fn step_stay(state: PageState, forward: bool) {
    state.step_stay(forward);
    let is_said = document().active_element().is_some_and(|e| e.id() == "timeline");
    state.time.stepped_to.set((!is_said).then(|| state.time.day.get_untracked()));
}

fn is_for_typing(event: &KeyboardEvent) -> bool {
    let target = event.target().and_then(|t| t.dyn_into::<Element>().ok());
    target.is_some_and(|target| {
        let field = "input:not([type=range], [type=checkbox]), textarea, select";
        target.matches(field).unwrap_or(false)
    })
}

/// Moves the focus to the first element of a selector.
pub fn focus(selector: &str) {
    let target = document().query_selector(selector).ok().flatten();
    if let Some(target) = target.and_then(|t| t.dyn_into::<HtmlElement>().ok()) {
        let _ = target.focus();
    }
}
