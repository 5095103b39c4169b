use leptos::prelude::*;
use web_sys::{Event, KeyboardEvent};

use crate::domain::time::{day_text, parse_typed_date};
use crate::view::html::{El, choice, el};
use crate::view::state::{Pace, PageState};
use crate::view::strings;

/// What is set seldom: a panel that the browser itself opens and closes.
pub fn options(state: PageState) -> El {
    let old_style = state
        .loaded()
        .life
        .entry
        .new_style
        .map(|day| switch(&strings::old_style_before(&day_text(day)), state.time.old_style));
    el("div", "options")
        .set("id", "options")
        .set("popover", "auto")
        .set("role", "group")
        .set("aria-label", strings::MORE_SETTINGS)
        .children(go_to(state))
        .child(el("p", "").child(choice(
            strings::CLOCK,
            Pace::ALL.map(Pace::label),
            move || state.playback.pace.get() as usize,
            move |i| state.playback.pace.set(Pace::ALL[i]),
        )))
        .child(switch(strings::PLAY_AGAIN, state.playback.repeat))
        .children(old_style)
}

fn switch(label: &str, on: RwSignal<bool>) -> El {
    let tick = el("input", "")
        .set("type", "checkbox")
        .checked_live(move || on.get())
        .on("change", move |event: Event| on.set(event_target_checked(&event)));
    el("label", "").child(tick).text(label)
}

/// A date as one writes it, or as EDTF.
fn go_to(state: PageState) -> [El; 2] {
    let wrong = RwSignal::new(String::new());
    let go = move |event: Event| {
        let entry = event_target_value(&event);
        let span = parse_typed_date(&entry);
        let whole = state.whole();
        wrong.set(match span {
            _ if entry.trim().is_empty() => String::new(),
            None => strings::no_date(&entry),
            Some(span) => {
                let after = span.earliest.is_some_and(|day| day > whole.last);
                let before = span.latest.is_some_and(|day| day < whole.first);
                match span.earliest.or(span.latest).filter(|_| !after && !before) {
                    Some(day) => {
                        state.go_to(day);
                        String::new()
                    }
                    None => strings::outside(&day_text(whole.first), &day_text(whole.last)),
                }
            }
        });
    };
    let field = el("input", "")
        .set("type", "text")
        .set("placeholder", strings::DATE_EXAMPLE)
        .set("autocomplete", "off")
        .on("change", go)
        // Enter goes there again, though nothing has changed.
        .on("keydown", move |event: KeyboardEvent| {
            if event.key() == "Enter" {
                go(event.into());
            }
        });
    [
        el("label", "go-to").text(strings::GO_TO_DATE).child(field),
        el("p", "wrong").set("role", "alert").text_live(move || wrong.get()),
    ]
}
