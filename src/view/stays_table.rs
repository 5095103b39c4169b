use std::sync::Arc;

use leptos::prelude::*;

use super::reading::{Loaded, Reading};
use crate::domain::{Certainty, Stay, span_words};

/// Every stay in a row: the map's equal for those who cannot see it, and the
/// quickest way to any date.
#[component]
pub fn StaysTable(reading: Reading) -> impl IntoView {
    let loaded = reading.loaded();
    let sort = RwSignal::new((SortBy::Time, true));
    let title = loaded.life.entry.title.clone();
    let rows = move || {
        let (by, ascending) = sort.get();
        sorted(&loaded, by, ascending)
            .into_iter()
            .map(|index| show_row(reading, &loaded, index))
            .collect_view()
    };
    let heads = SortBy::ALL.map(|by| show_head(by, sort)).collect_view();
    view! {
        <table class="stays-table" aria-label="Stays">
            <caption>{format!("Every stay of {title} that the text gives, in its own dates")}</caption>
            <thead>
                <tr>{heads}</tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum SortBy {
    Time,
    Place,
    Kind,
}

impl SortBy {
    const ALL: [Self; 3] = [Self::Time, Self::Place, Self::Kind];

    fn label(self) -> &'static str {
        match self {
            Self::Time => "When",
            Self::Place => "Place",
            Self::Kind => "Kind",
        }
    }
}

/// Indices of the stays in the order wanted; equals stay in order of time.
fn sorted(loaded: &Loaded, by: SortBy, ascending: bool) -> Vec<usize> {
    let stays = &loaded.life.itinerary.stays;
    let mut order: Vec<usize> = (0..stays.len()).collect();
    match by {
        SortBy::Time => {}
        SortBy::Place => order.sort_by_key(|&i| (stays[i].name.as_str(), i)),
        SortBy::Kind => order.sort_by_key(|&i| (stays[i].kind.as_str(), i)),
    }
    if !ascending {
        order.reverse();
    }
    order
}

fn show_head(by: SortBy, sort: RwSignal<(SortBy, bool)>) -> AnyView {
    let order = move || match sort.get() {
        (now, true) if now == by => Some("ascending"),
        (now, false) if now == by => Some("descending"),
        _ => None,
    };
    let press = move |_| {
        sort.update(|(now, ascending)| {
            *ascending = *now != by || !*ascending;
            *now = by;
        });
    };
    view! {
        <th scope="col" aria-sort=order>
            <button type="button" on:click=press>
                {by.label()}
            </button>
        </th>
    }
    .into_any()
}

fn show_row(reading: Reading, loaded: &Arc<Loaded>, index: usize) -> AnyView {
    let stay = &loaded.life.itinerary.stays[index];
    let place = stay.place.clone();
    let go = move |_| {
        reading.go_to_stay(index);
        reading.select(Some(&place));
    };
    let current = move || reading.current_stay.get() == Some(index);
    let swatch = format!("swatch {}", stay.kind.group().as_str());
    let implied = (stay.certainty == Certainty::Implied).then_some(", implied");
    view! {
        <tr class:current=current aria-current=move || current().then_some("true")>
            <td>{stay_when(stay)}</td>
            <td>
                <button type="button" class="link" on:click=go>
                    {stay.name.clone()}
                </button>
            </td>
            <td>
                <span class=swatch aria-hidden="true"></span>
                " "
                {stay.kind.as_str()}
                {implied}
            </td>
        </tr>
    }
    .into_any()
}

/// "November 1903 to January 1904"; what the text leaves open is said so.
pub fn stay_when(stay: &Stay) -> String {
    match (&stay.arrive, &stay.depart) {
        (Some(a), Some(d)) if a == d => span_words(a),
        (Some(a), Some(d)) => format!("{} to {}", span_words(a), span_words(d)),
        (Some(a), None) => span_words(a),
        (None, Some(d)) => format!("until {}", span_words(d)),
        (None, None) => "undated".to_owned(),
    }
}
