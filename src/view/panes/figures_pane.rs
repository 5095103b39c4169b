use leptos::prelude::*;

use crate::domain::life::{EventOutcome, stay_dates_text};
use crate::domain::time::span_text;
use crate::page_model::Figures;
use crate::view::html::{El, button, el};
use crate::view::panes::stays_table::{kind_words, stay_link};
use crate::view::state::PageState;
use crate::view::strings;

/// The life in figures up to the slider's day; each leads to its stays.
pub fn figures_pane(state: PageState) -> El {
    let figures = Memo::new(move |_| {
        let day = state.time.day.get();
        state.loaded.with_value(|l| Figures::until(&l.life, &l.resolved_stays, day))
    });
    let days = move || state.time.day.get() - state.whole().first;
    // Which figures a life has does not change with the day.
    let (groups, kinds) = figures.with_untracked(|f| {
        let groups: Vec<_> = f.days.iter().map(|figure| figure.group.clone()).collect();
        let kinds: Vec<_> = f.counts.iter().map(|figure| figure.kind.clone()).collect();
        (groups, kinds)
    });
    let of_groups = groups.into_iter().enumerate().map(|(i, group)| {
        let of = group.days_figure.clone().unwrap_or_default();
        figure(state, strings::DAYS.map(str::to_owned), &of, move || {
            figures.with(|f| (f.days[i].days as usize, f.days[i].stays.clone(), Vec::new()))
        })
        .child(el("p", "share").text_live(move || {
            let share = figures.with(|f| f.days[i].days) * 100 / days().max(1);
            strings::of_the_days(share)
        }))
    });
    let of_kinds = kinds.into_iter().enumerate().map(|(i, kind)| {
        let counted = kind.figure.clone().unwrap_or_default();
        figure(state, counted, strings::TOLD, move || {
            figures.with(|f| {
                let counts = &f.counts[i];
                let events = counts.events.iter().chain(&counts.failed).copied().collect();
                (counts.count(), counts.stays.clone(), events)
            })
        })
    });
    el("div", "")
        .child(
            el("p", "says")
                .text(&state.loaded().life.entry.title)
                .text(strings::UP_TO)
                .text_live(move || state.date_words()),
        )
        .child(
            el("p", "figure")
                .child(el("b", "").text_live(move || {
                    strings::grouped(figures.with(|f| f.travelled_km) as usize) + strings::KM
                }))
                .text(strings::TRAVELLED),
        )
        .child(figure(state, strings::PLACES.map(str::to_owned), strings::STAYED_AT, move || {
            figures.with(|f| (f.places.len(), f.places.clone(), Vec::new()))
        }))
        .children(of_groups)
        .children(of_kinds)
}

/// A number that opens into its stays and events.
fn figure(
    state: PageState,
    counted: [String; 2],
    of: &str,
    figure: impl Fn() -> (usize, Vec<usize>, Vec<usize>) + Copy + 'static,
) -> El {
    let head = move || strings::counted(figure().0, [&counted[0], &counted[1]]);
    let rows = move || {
        let (_, stays, events) = figure();
        let stays = stays.into_iter().map(|stay| stay_row(state, stay));
        stays.chain(events.into_iter().map(|event| event_row(state, event))).collect()
    };
    el("details", "figure")
        .child(el("summary", "").child(el("b", "").text_live(head)).text(of))
        .child(el("ul", "").children_live(rows))
}

fn stay_row(state: PageState, index: usize) -> El {
    let loaded = state.loaded();
    let stay = &loaded.life.itinerary.stays[index];
    el("li", "").child(stay_link(state, index, &stay.name)).text(&format!(
        ", {}, {}",
        kind_words(stay),
        stay_dates_text(stay)
    ))
}

/// An event leads to its day.
fn event_row(state: PageState, index: usize) -> El {
    let loaded = state.loaded();
    let event = &loaded.life.events[index];
    let date = span_text(&event.date);
    let link = match event.day() {
        Some(day) => button("link", &date, move || state.go_to(day)),
        None => el("span", "").text(&date),
    };
    let failed = if event.outcome == EventOutcome::Failed { strings::FAILED } else { "" };
    let quote = el("q", "").text(&event.quote);
    el("li", "").child(link).text(&format!(", {}{failed}: ", event.kind.label)).child(quote)
}
