use leptos::prelude::*;

use crate::domain::life::stay_dates_text;
use crate::page_model::Figures;
use crate::view::html::{El, el};
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
        .child(figure(state, strings::PLACES, strings::STAYED_AT, move || {
            figures.with(|f| (f.places.len() as i32, f.places.clone()))
        }))
        .child(
            figure(state, strings::DAYS, strings::IN_CUSTODY, move || {
                figures.with(|f| (f.custody_days, f.custody.clone()))
            })
            .child(el("p", "share").text_live(move || {
                let share = figures.with(|f| f.custody_days) * 100 / days().max(1);
                strings::of_the_days(share)
            })),
        )
        .child(figure(state, strings::ARRESTS, strings::WITH_A_PLACE, move || {
            figures.with(|f| (f.arrests.len() as i32, f.arrests.clone()))
        }))
        .child(figure(state, strings::ESCAPES, strings::WITH_A_PLACE, move || {
            figures.with(|f| (f.escapes.len() as i32, f.escapes.clone()))
        }))
}

/// A number that opens into its stays.
fn figure(
    state: PageState,
    counted: [&'static str; 2],
    of: &str,
    figure: impl Fn() -> (i32, Vec<usize>) + Copy + 'static,
) -> El {
    let head = move || strings::counted(figure().0 as usize, counted);
    let rows = move || figure().1.into_iter().map(|stay| row(state, stay)).collect();
    el("details", "figure")
        .child(el("summary", "").child(el("b", "").text_live(head)).text(of))
        .child(el("ul", "").children_live(rows))
}

fn row(state: PageState, index: usize) -> El {
    let loaded = state.loaded();
    let stay = &loaded.life.itinerary.stays[index];
    el("li", "").child(stay_link(state, index, &stay.name)).text(&format!(
        ", {}, {}",
        kind_words(stay),
        stay_dates_text(stay)
    ))
}
