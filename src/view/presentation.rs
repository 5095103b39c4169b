//! Presentation: map, caption and slider alone, in large type, for a projector. The style
//! sheet does it (public/styles/presentation.css).

use leptos::prelude::*;
use web_sys::Event;

use crate::view::effect::effect;
use crate::view::state::PageState;

/// The class of the document while the page is presented.
const CLASS: &str = "presenting";

/// Escape ends it, unless the key closes something that is open.
pub fn leave(state: PageState) {
    let open = document().query_selector(":popover-open, .card");
    if state.presenting.get_untracked() && matches!(open, Ok(None)) {
        state.presenting.set(false);
    }
}

/// Keeps the document true to the state: its class, and the full screen, where the browser
/// allows it. Leaving the full screen ends the presentation: the browser keeps that Escape
/// to itself.
pub fn follow(state: PageState) {
    let ended = window_event_listener_untyped("fullscreenchange", move |_| {
        if document().fullscreen_element().is_none() {
            state.presenting.set(false);
        }
    });
    effect(move || {
        let on = state.presenting.get();
        let Some(root) = document().document_element() else { return };
        let list = root.class_list();
        if list.contains(CLASS) != on {
            let _ = list.toggle_with_force(CLASS, on);
            fill_screen(on);
            // The map has another size now.
            request_animation_frame(|| {
                if let Ok(event) = Event::new("resize") {
                    let _ = window().dispatch_event(&event);
                }
            });
        }
    });
    on_cleanup(move || {
        ended.remove();
        if let Some(root) = document().document_element() {
            let _ = root.class_list().remove_1(CLASS);
        }
    });
}

/// Shows the page on the whole screen, or back in the window.
pub fn fill_screen(on: bool) {
    let document = document();
    if !on {
        if document.fullscreen_element().is_some() {
            document.exit_fullscreen();
        }
    } else if let Some(root) = document.document_element() {
        // A browser or a frame may not allow it; then nothing changes.
        let _ = root.request_fullscreen();
    }
}
