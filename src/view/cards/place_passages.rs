//! The part of a place's card that quotes the passages naming it.

use leptos::prelude::*;

use crate::domain::life::Passage;
use crate::page_model::{Segment, excerpts};
use crate::view::panes::text::scroll::show_in_text;
use crate::view::panes::text::section_title;
use crate::view::panes::text::text_range::TextRange;
use crate::view::state::PageState;
use crate::view::strings;

/// Every passage that names the place: its sentences about it, and a button that
/// shows them in the text.
#[component]
pub fn PlacePassages(
    state: PageState,
    /// Index of the place in the life.
    place: usize,
) -> impl IntoView {
    let loaded = state.loaded();
    let place = &loaded.life.places[place].id;
    let names_place = |passage: &Passage| passage.mentions.iter().any(|m| m.place == *place);
    let found: Vec<_> = loaded.text.passages().filter(|(_, p)| names_place(p)).collect();
    if found.is_empty() {
        return view! { <p class="no-stay">{strings::NO_PASSAGE}</p> }.into_any();
    }
    let count = strings::counted(found.len(), strings::PASSAGE);
    let items = found.into_iter().map(|(section, passage)| {
        let title = section_title(&loaded.text, section).to_owned();
        let first = passage.mentions.iter().find(|m| m.place == *place);
        let range = first.map(|m| TextRange::in_passage(passage, m.start, m.end));
        let open = move |_| {
            if let Some(range) = range {
                show_in_text(state, range, None);
            }
        };
        view! {
            <li>
                <blockquote>{quote(passage, place)}</blockquote>
                <button class="plain" type="button" on:click=open>
                    {title}
                </button>
            </li>
        }
    });
    let items = items.collect_view();
    view! {
        <h3>{count}</h3>
        <ul class="passages">{items}</ul>
    }
    .into_any()
}

/// The sentences that name the place, with the name marked. An ellipsis stands for
/// sentences left out between them.
fn quote(passage: &Passage, place: &str) -> Vec<AnyView> {
    let mut views = Vec::new();
    for (index, excerpt) in excerpts(passage, place).into_iter().enumerate() {
        if index > 0 {
            views.push(" … ".into_any());
        }
        for Segment { text, mention, footnote, .. } in excerpt {
            let is_name = mention.is_some_and(|i| passage.mentions[i].place == place);
            views.push(match (is_name, footnote) {
                (true, _) => view! { <mark>{text}</mark> }.into_any(),
                (false, true) => view! { <sup class="footnote">{text}</sup> }.into_any(),
                (false, false) => text.into_any(),
            });
        }
    }
    views
}
