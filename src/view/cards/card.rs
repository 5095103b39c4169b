//! The frame that the cards of places and records share: heading, close button, focus
//! management.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, KeyboardEvent};

use crate::view::effect::effect;
use crate::view::keys::focus;
use crate::view::state::{PageState, Selection};
use crate::view::strings;
use crate::view::widgets::IconButton;

const CROSS: &str = "M3.5 2.4L8 6.9l4.5-4.5 1.1 1.1L9.1 8l4.5 4.5-1.1 1.1L8 9.1l-4.5 4.5\
    -1.1-1.1L6.9 8 2.4 3.5z";

/// The frame of a card: a name, a button to close it, and what it is over the
/// rest.
#[component]
pub fn Card(
    state: PageState,
    #[prop(into)] name: Signal<String>,
    /// What has the name, in a line.
    #[prop(into)]
    kind: Signal<String>,
    children: Children,
) -> impl IntoView {
    let close = move || state.select(None);
    let press = move |event: KeyboardEvent| {
        if event.key() == "Escape" {
            close();
        }
    };
    // The body is focusable, because it scrolls.
    view! {
        <section
            class="card"
            role="region"
            aria-label=strings::PLACE
            tabindex="-1"
            on:keydown=press
        >
            <header class="card-head">
                <h2>{move || name.get()}</h2>
                <IconButton class="close" name=strings::CLOSE path=CROSS on_press=move |()| close() />
                <p class="card-kind">{move || kind.get()}</p>
            </header>
            <div class="card-body" tabindex="0" role="group" aria-label=strings::ABOUT_PLACE>
                {children()}
            </div>
        </section>
    }
    .into_any()
}

/// Moves the focus into a card that opens, and back to where it was when the card
/// closes. A card that the address opens does not take the focus.
pub fn manage_focus(state: PageState) {
    let return_to = StoredValue::new_local(None::<HtmlElement>);
    let mut before = None::<Option<Selection>>;
    effect(move || {
        let selected = state.selected.get();
        match (&before, &selected) {
            (Some(before), Some(_)) if *before != selected => {
                let active = document().active_element();
                // An element of the last card is gone by the time this one closes.
                let outside = active.filter(|e| !e.matches("body, .card, .card *").unwrap_or(true));
                if outside.is_some() || before.is_none() {
                    return_to.set_value(outside.and_then(|element| element.dyn_into().ok()));
                }
                request_animation_frame(|| focus(".card"));
            }
            (Some(Some(_)), None) => {
                // Unless the reader is elsewhere already.
                let active = document().active_element();
                let is_lost =
                    active.is_none_or(|e| e.matches("body, .card, .card *").unwrap_or(true));
                let element = return_to.try_update_value(Option::take).flatten();
                if let Some(element) = element.filter(|_| is_lost) {
                    let _ = element.focus();
                }
            }
            _ => {}
        }
        before = Some(selected);
    });
}
