//! One passage of the source text, with its mentions, dates and quotes marked.

use leptos::prelude::*;

use super::text_range::{NOT_OF_SOURCE, passage_id};
use crate::domain::life::{Passage, PassageKind};
use crate::page_model::{PageLink, Segment, segments};
use crate::view::state::PageState;
use crate::view::strings;
use crate::view::widgets::ExternalLink;

/// What is marked in the text. With selectors a change of the current stay
/// reaches only the few passages that are about it.
#[derive(Clone)]
pub struct TextMarks {
    current_stay: Selector<Option<usize>>,
    selected_place: Selector<Option<String>>,
}

impl TextMarks {
    pub fn new(state: PageState) -> Self {
        Self {
            current_stay: Selector::new(move || state.current_stay.get()),
            selected_place: Selector::new(move || {
                state.selected.with(|now| Some(now.as_ref()?.place()?.to_owned()))
            }),
        }
    }

    /// Is one of these stays the current one?
    fn is_current(&self, stays: Vec<usize>) -> impl Fn() -> bool + Send + Sync + use<> {
        let current_stay = self.current_stay.clone();
        // Not `any`: it would stop at the first, and miss changes of the others.
        move || stays.iter().filter(|&&stay| current_stay.selected(&Some(stay))).count() > 0
    }

    fn is_selected(&self, place: &str) -> impl Fn() -> bool + Send + Sync + use<> {
        let (selected_place, place) = (self.selected_place.clone(), Some(place.to_owned()));
        move || selected_place.selected(&place)
    }
}

/// A passage: at first an empty element, later with its text.
#[component]
pub fn PassageView(
    state: PageState,
    /// Index of its section, and its own index in that.
    position: (usize, usize),
    marks: TextMarks,
    is_filled: RwSignal<bool>,
) -> impl IntoView {
    let loaded = state.loaded();
    let passage = &loaded.text.sections[position.0].passages[position.1];
    let id = passage_id(passage.start);
    let is_current = marks.is_current(passage.stays.clone());
    let content = move || is_filled.get().then(|| content(state, position, &marks));
    match passage.kind {
        PassageKind::Quotation => view! {
            <blockquote id=id class="passage quotation" class:current=move || is_current()>
                {move || content()}
            </blockquote>
        }
        .into_any(),
        kind => view! {
            <p id=id class=paragraph_class(kind) class:current=move || is_current()>
                {move || content()}
            </p>
        }
        .into_any(),
    }
}

fn paragraph_class(kind: PassageKind) -> &'static str {
    match kind {
        PassageKind::Paragraph | PassageKind::Quotation => "passage",
        PassageKind::Caption => "passage picture-caption",
        PassageKind::Hatnote => "passage hatnote",
    }
}

/// The text of a passage.
fn content(state: PageState, (section, passage): (usize, usize), marks: &TextMarks) -> AnyView {
    let loaded = state.loaded();
    let passage = &loaded.text.sections[section].passages[passage];
    let label = (passage.kind == PassageKind::Caption)
        .then(|| picture_label(&loaded.life.entry.source.url));
    let pieces: Vec<AnyView> = segments(passage, &loaded.life.itinerary.stays)
        .into_iter()
        .map(|segment| piece(state, passage, segment, marks))
        .collect();
    view! {
        {label}
        {pieces}
    }
    .into_any()
}

/// Says of a caption what it is. The picture itself is not part of the source text.
fn picture_label(source: &str) -> impl IntoView + use<> {
    view! {
        <span class=NOT_OF_SOURCE>
            <ExternalLink address=source.to_owned() text=strings::PICTURE />
            ": "
        </span>
    }
}

/// A piece of a passage: plain text or a link, in a span if it proves a stay.
fn piece(state: PageState, passage: &Passage, segment: Segment, marks: &TextMarks) -> AnyView {
    let Segment { text, mention, date, stays, footnote } = segment;
    let day = date.and_then(|i| {
        let whole = state.whole();
        passage.dates[i].day().filter(|day| (whole.first..=whole.last).contains(day))
    });
    let inner = match (mention, day) {
        (Some(mention), _) => place_link(state, &passage.mentions[mention].place, text, marks),
        (None, Some(day)) => {
            let link = PageLink { date: Some(day), ..PageLink::default() };
            let open = move |event: leptos::ev::MouseEvent| {
                event.prevent_default();
                state.go_to(day);
            };
            view! { <a class="date" href=link.to_string() on:click=open>{text}</a> }.into_any()
        }
        (None, None) if footnote => view! { <sup class="footnote">{text}</sup> }.into_any(),
        (None, None) => text.into_any(),
    };
    let Some(first) = stays.first().map(ToString::to_string) else { return inner };
    let is_current = marks.is_current(stays);
    view! { <span class="proof" data-stay=first class:current=move || is_current()>{inner}</span> }
        .into_any()
}

/// A link that selects a place here, and can be copied like any other.
fn place_link(state: PageState, place: &str, text: String, marks: &TextMarks) -> AnyView {
    let link = PageLink { sel: Some(place.to_owned()), ..PageLink::default() };
    let (id, is_selected) = (place.to_owned(), marks.is_selected(place));
    let open = move |event: leptos::ev::MouseEvent| {
        event.prevent_default();
        state.select_place(&id);
    };
    view! {
        <a
            class="mention"
            class:selected=move || is_selected()
            href=link.to_string()
            on:click=open
        >
            {text}
        </a>
    }
    .into_any()
}
