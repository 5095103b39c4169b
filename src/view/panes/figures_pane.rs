//! The pane "In figures": numbers up to the slider's day, each of which opens into the
//! stays it counts.

use std::sync::Arc;

use leptos::prelude::*;

use crate::domain::life::{EventOutcome, StayGroup, StayKind, stay_dates_text};
use crate::domain::time::span_text;
use crate::page_model::{Figures, duration_text, rounded_km};
use crate::view::panes::stay::{StayLink, kind_text};
use crate::view::panes::text::scroll::show_in_text;
use crate::view::panes::text::text_range::TextRange;
use crate::view::state::PageState;
use crate::view::strings;
use crate::view::widgets::IndexList;

/// The life in figures up to the slider's day. Each figure opens into the stays
/// that it counts.
#[component]
pub fn FiguresPane(state: PageState) -> impl IntoView {
    let figures = Memo::new(move |_| {
        let day = state.time.day.get();
        state.loaded.with_value(|l| Figures::until(&l.life, &l.resolved_stays, day))
    });
    // A memo for each number and each list: a step in time changes few of them.
    let stays =
        move |of: fn(&Figures) -> &Vec<usize>| Memo::new(move |_| figures.with(|f| of(f).clone()));
    let (places, journeys) = (stays(|f| &f.places), stays(|f| &f.journeys));
    let places_counted =
        Memo::new(move |_| strings::counted(places.with(Vec::len), strings::PLACES));
    let km = move |of: fn(&Figures) -> f64| Memo::new(move |_| rounded_km(figures.with(of)));
    let (travelled, inferred) = (km(|f| f.travelled_km), km(|f| f.inferred_km));
    let inferred = move || match inferred.get() {
        0 => String::new(),
        km => strings::inferred_of_this(&strings::about_km(km)),
    };
    // Which figures a life has does not change with the day.
    let (groups, kinds) = figures.with_untracked(|f| {
        let groups: Vec<_> = f.days.iter().map(|figure| figure.group.clone()).collect();
        let kinds: Vec<_> = f.counts.iter().map(|figure| figure.kind.clone()).collect();
        (groups, kinds)
    });
    let of_groups = groups.into_iter().enumerate();
    let of_groups = of_groups.map(|(i, group)| view! { <GroupDays state figures index=i group /> });
    let of_kinds = kinds.into_iter().enumerate();
    let of_kinds = of_kinds.map(|(i, kind)| view! { <KindCount state figures index=i kind /> });
    view! {
        <div>
            <p class="says">
                {state.loaded().life.entry.title.clone()}
                {strings::UP_TO}
                {move || state.date_words()}
            </p>
            <Figure
                state
                figure=Memo::new(move |_| strings::about_km(travelled.get()))
                label=strings::TRAVELLED.to_owned()
                stays=journeys
            >
                <p class="share">{move || inferred()}</p>
            </Figure>
            <Figure
                state
                figure=places_counted
                label=strings::STAYED_AT.to_owned()
                stays=places
            />
            {of_groups.collect_view()}
            {of_kinds.collect_view()}
        </div>
    }
}

/// The days in stays of one group, and their share of all days so far.
#[component]
fn GroupDays(
    state: PageState,
    figures: Memo<Figures>,
    /// Which of the figures of days.
    index: usize,
    group: Arc<StayGroup>,
) -> impl IntoView {
    let days = Memo::new(move |_| figures.with(|f| f.days[index].days));
    let stays = Memo::new(move |_| figures.with(|f| f.days[index].stays.clone()));
    let share = Memo::new(move |_| {
        let so_far = state.time.day.get() - state.whole().first;
        days.get() * 100 / so_far.max(1)
    });
    let inferred = Memo::new(move |_| figures.with(|f| f.days[index].inferred));
    let inferred = move || match inferred.get() {
        0 => String::new(),
        days => strings::inferred_of_this(&duration_text(days)),
    };
    view! {
        <Figure
            state
            figure=Memo::new(move |_| duration_text(days.get()))
            label=group.days_figure.clone().unwrap_or_default()
            stays
        >
            <p class="share">{move || strings::of_the_days(share.get()) + &inferred()}</p>
        </Figure>
    }
}

/// How often something happened: the stays and the events of one kind.
#[component]
fn KindCount(
    state: PageState,
    figures: Memo<Figures>,
    /// Which of the figures of counts.
    index: usize,
    kind: Arc<StayKind>,
) -> impl IntoView {
    let [one, many] = kind.figure.clone().unwrap_or_default();
    let figure = Memo::new(move |_| {
        let (count, failed) =
            figures.with(|f| (f.counts[index].count(), f.counts[index].failed.len()));
        strings::counted(count, [&one, &many]) + &strings::failed_attempts(failed)
    });
    let stays = Memo::new(move |_| figures.with(|f| f.counts[index].stays.clone()));
    let events = Memo::new(move |_| {
        figures.with(|f| {
            let counts = &f.counts[index];
            counts.events.iter().chain(&counts.failed).copied().collect::<Vec<_>>()
        })
    });
    view! { <Figure state figure label=strings::TOLD.to_owned() stays events /> }
}

/// A number that opens into the stays and events that it counts.
#[component]
fn Figure(
    state: PageState,
    /// The number with its unit: "6 arrests".
    figure: Memo<String>,
    /// What the number is of.
    label: String,
    /// Indices of the stays, in order.
    stays: Memo<Vec<usize>>,
    /// Indices of the events, in order.
    #[prop(optional)]
    events: Option<Memo<Vec<usize>>>,
    /// A further remark.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let events = Signal::derive(move || events.map(|events| events.get()).unwrap_or_default());
    view! {
        <details class="figure">
            <summary>
                <b>{move || figure.get()}</b>
                {label}
            </summary>
            <ul>
                <IndexList indices=stays item=move |index| view! { <StayItem state index /> }.into_any() />
                <IndexList indices=events item=move |index| view! { <EventItem state index /> }.into_any() />
            </ul>
            {children.map(|children| children())}
        </details>
    }
    .into_any()
}

#[component]
fn StayItem(state: PageState, index: usize) -> impl IntoView {
    let loaded = state.loaded();
    let stay = &loaded.life.itinerary.stays[index];
    let details = format!(", {}, {}", kind_text(stay), stay_dates_text(stay));
    view! {
        <li>
            <StayLink state index />
            {details}
        </li>
    }
}

/// An event, with its date as a button that goes to its words and its day.
#[component]
fn EventItem(state: PageState, index: usize) -> impl IntoView {
    let loaded = state.loaded();
    let event = &loaded.life.events[index];
    let day = event.day();
    let passage = loaded.text.passages().map(|(_, passage)| passage).find(|passage| {
        (passage.start..passage.start + passage.text.chars().count()).contains(&event.start)
    });
    let words = passage.map(|passage| {
        let (start, end) = (event.start - passage.start, event.end - passage.start);
        TextRange::in_passage(passage, start, end)
    });
    let open = move |_| match words {
        Some(words) => show_in_text(state, words, day),
        None => day.into_iter().for_each(|day| state.go_to(day)),
    };
    let failed = if event.outcome == EventOutcome::Failed { strings::FAILED } else { "" };
    let details = format!(", {}{failed}: ", event.kind.label);
    view! {
        <li>
            <button class="link" type="button" on:click=open>{span_text(&event.date)}</button>
            {details}
            <q>{event.quote.clone()}</q>
        </li>
    }
}
