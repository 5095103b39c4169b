use leptos::prelude::*;

use super::dom::{El, el};
use super::reading::Reading;
use super::stays_table::{kind_words, stay_link};
use super::words;
use crate::domain::life::stay_dates_text;
use crate::page_model::Figures;

/// The life in figures up to the slider's day; each leads to its stays.
pub fn figures_pane(reading: Reading) -> El {
    let figures = Memo::new(move |_| {
        let day = reading.day.get();
        reading.loaded.with_value(|l| Figures::until(&l.life, &l.resolved_stays, day))
    });
    let days = move || reading.day.get() - reading.whole().first;
    el("div", "")
        .child(
            el("p", "says")
                .text(&reading.loaded().life.entry.title)
                .text(words::UP_TO)
                .text_live(move || reading.date_words()),
        )
        .child(
            el("p", "figure")
                .child(el("b", "").text_live(move || {
                    words::grouped(figures.with(|f| f.travelled_km) as usize) + words::KM
                }))
                .text(words::TRAVELLED),
        )
        .child(figure(reading, words::PLACES, words::STAYED_AT, move || {
            figures.with(|f| (f.places.len() as i32, f.places.clone()))
        }))
        .child(
            figure(reading, words::DAYS, words::IN_CUSTODY, move || {
                figures.with(|f| (f.custody_days, f.custody.clone()))
            })
            .child(el("p", "share").text_live(move || {
                let share = figures.with(|f| f.custody_days) * 100 / days().max(1);
                words::of_the_days(share)
            })),
        )
        .child(figure(reading, words::ARRESTS, words::WITH_A_PLACE, move || {
            figures.with(|f| (f.arrests.len() as i32, f.arrests.clone()))
        }))
        .child(figure(reading, words::ESCAPES, words::WITH_A_PLACE, move || {
            figures.with(|f| (f.escapes.len() as i32, f.escapes.clone()))
        }))
}

/// A number that opens into its stays.
fn figure(
    reading: Reading,
    counted: [&'static str; 2],
    of: &str,
    figure: impl Fn() -> (i32, Vec<usize>) + Copy + 'static,
) -> El {
    let head = move || words::counted(figure().0 as usize, counted);
    let rows = move || figure().1.into_iter().map(|stay| row(reading, stay)).collect();
    el("details", "figure")
        .child(el("summary", "").child(el("b", "").text_live(head)).text(of))
        .child(el("ul", "").children_live(rows))
}

fn row(reading: Reading, index: usize) -> El {
    let loaded = reading.loaded();
    let stay = &loaded.life.itinerary.stays[index];
    el("li", "").child(stay_link(reading, index, &stay.name)).text(&format!(
        ", {}, {}",
        kind_words(stay),
        stay_dates_text(stay)
    ))
}
