//! The text pane: the source in full, scrolled in step with the slider.

use leptos::html::Section;
use leptos::prelude::*;
use web_sys::KeyboardEvent;

use super::fill::Filling;
use super::passage::{PassageView, TextMarks};
use super::scroll::TextScroll;
use crate::view::state::{PageState, Pane};
use crate::view::strings;

/// The source in full, with its places and dates as links. It scrolls to the
/// passage of the current stay.
#[component]
pub fn TextPane(state: PageState) -> impl IntoView {
    let pane = NodeRef::<Section>::new();
    let scroll = TextScroll::follow_time(state, pane);
    let filling = Filling::start(state);
    let is_busy = filling.is_busy;
    let sections = sections(state, &filling);
    filling.fill_rest(pane);
    let note = state.loaded().life.entry.source.note.clone();
    let press = move |event: KeyboardEvent| {
        let scrolls = ["PageUp", "PageDown", "ArrowUp", "ArrowDown", "Home", "End", " "];
        if scrolls.contains(&event.key().as_str()) {
            scroll.on_reader_input();
        }
    };
    // Focusable, because it scrolls: the keyboard must reach it.
    view! {
        <section
            id="text"
            class="reader"
            aria-label=strings::TEXT
            aria-busy=move || is_busy.get().then_some("true")
            tabindex="0"
            hidden=move || state.panes.open.get() != Pane::Text
            node_ref=pane
            on:scroll=move |_| scroll.on_scroll()
            on:wheel=move |_| scroll.on_reader_input()
            on:touchmove=move |_| scroll.on_reader_input()
            on:keydown=press
        >
            <div class="source-text">
                {sections}
                {note.map(|note| view! { <p class="source-note">{note}</p> })}
            </div>
        </section>
    }
    .into_any()
}

fn sections(state: PageState, filling: &Filling) -> Vec<AnyView> {
    let loaded = state.loaded();
    let marks = TextMarks::new(state);
    let mut is_filled = filling.is_filled.iter().copied();
    let mut views = Vec::new();
    for (section, content) in loaded.text.sections.iter().enumerate() {
        views.extend(heading(content.level, &content.title));
        // As many signals as passages.
        for (passage, is_filled) in (0..content.passages.len()).zip(&mut is_filled) {
            let position = (section, passage);
            let marks = marks.clone();
            views.push(view! { <PassageView state position marks is_filled /> }.into_any());
        }
    }
    views
}

/// The heading of a section; the part before the first heading has none.
fn heading(level: u8, title: &str) -> Option<AnyView> {
    let title = title.to_owned();
    Some(match level {
        0 => return None,
        1 => view! { <h2>{title}</h2> }.into_any(),
        2 => view! { <h3>{title}</h3> }.into_any(),
        _ => view! { <h4>{title}</h4> }.into_any(),
    })
}
