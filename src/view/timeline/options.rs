//! The popover with the timeline's less frequent settings.

use leptos::prelude::*;
use web_sys::{Event, KeyboardEvent};

use crate::domain::time::{day_text, parse_typed_date};
use crate::view::state::{Pace, PageState};
use crate::view::strings;
use crate::view::widgets::Choice;

/// The popover with settings that are changed seldom.
#[component]
pub fn Options(state: PageState) -> impl IntoView {
    let old_style = state.loaded().life.entry.new_style.map(|day| {
        let label = strings::old_style_before(&day_text(day));
        view! { <Checkbox label on=state.time.old_style /> }
    });
    let pace = move || state.playback.pace.get() as usize;
    view! {
        <div
            class="options"
            id="options"
            popover="auto"
            role="group"
            aria-label=strings::MORE_SETTINGS
        >
            <GoToDate state />
            <p>
                <Choice
                    name=strings::CLOCK
                    labels=Pace::ALL.map(Pace::label)
                    chosen=Signal::derive(pace)
                    on_choose=move |i: usize| state.playback.pace.set(Pace::ALL[i])
                />
            </p>
            <Checkbox label=strings::PLAY_AGAIN on=state.playback.repeat />
            {old_style}
        </div>
    }
    .into_any()
}

#[component]
fn Checkbox(#[prop(into)] label: String, on: RwSignal<bool>) -> impl IntoView {
    view! {
        <label>
            <input
                type="checkbox"
                prop:checked=move || on.get()
                on:change=move |event| on.set(event_target_checked(&event))
            />
            {label}
        </label>
    }
    .into_any()
}

/// A field for a date, in English or EDTF.
#[component]
fn GoToDate(state: PageState) -> impl IntoView {
    let error = RwSignal::new(String::new());
    let go = move |event: Event| {
        let result = go_to_typed_date(state, &event_target_value(&event));
        error.set(result.err().unwrap_or_default());
    };
    // There is no `change` event when Enter is pressed on the same date again.
    let enter = move |event: KeyboardEvent| {
        if event.key() == "Enter" {
            go(event.into());
        }
    };
    view! {
        <label class="go-to">
            {strings::GO_TO_DATE}
            <input
                type="text"
                placeholder=strings::DATE_EXAMPLE
                autocomplete="off"
                on:change=go
                on:keydown=enter
            />
        </label>
        <p class="wrong" role="alert">
            {move || error.get()}
        </p>
    }
    .into_any()
}

/// Goes to the first day of a typed date; nothing happens if the field is empty.
fn go_to_typed_date(state: PageState, entry: &str) -> Result<(), String> {
    if entry.trim().is_empty() {
        return Ok(());
    }
    let span = parse_typed_date(entry).ok_or_else(|| strings::no_date(entry))?;
    let whole = state.whole();
    let is_outside = span.earliest.is_some_and(|day| day > whole.last)
        || span.latest.is_some_and(|day| day < whole.first);
    match span.earliest.or(span.latest).filter(|_| !is_outside) {
        Some(day) => {
            state.go_to(day);
            Ok(())
        }
        None => Err(strings::outside(&day_text(whole.first), &day_text(whole.last))),
    }
}
