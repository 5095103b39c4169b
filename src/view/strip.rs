//! The strip over the slider: every stay as a bar, coloured by kind, and years.

use leptos::prelude::*;

use super::reading::Reading;
use crate::domain::{Certainty, Day, StayGroup, fixed};

/// Years between labels that the eye can take in over a life.
const LABELS: i32 = 11;

#[component]
pub fn Strip(reading: Reading) -> impl IntoView {
    let loaded = reading.loaded();
    let entry = &loaded.life.entry;
    let scale = Scale { first: entry.first_day, last: entry.last_day };
    let itinerary = &loaded.life.itinerary;
    let bars = itinerary
        .stays
        .iter()
        .zip(&itinerary.schedule.timings)
        .map(|(stay, timing)| {
            let (left, right) = (scale.share(timing.reach), scale.share(timing.leave));
            let class = format!("bar {}", stay.kind.group().as_str());
            view! {
                <rect
                    class=class
                    class:implied=stay.certainty == Certainty::Implied
                    x=fixed(left * WIDTH, 2)
                    width=fixed(((right - left) * WIDTH).max(1.0), 2)
                    y=if stay.concurrent { "13" } else { "2" }
                    height=if stay.concurrent { "4" } else { "10" }
                />
            }
        })
        .collect_view();
    let years = scale.years();
    let ticks = years
        .iter()
        .map(|&(year, share)| {
            view! { <span class="tick" style:left=percent(share)>{year}</span> }
        })
        .collect_view();
    let done = move || percent(scale.share(reading.day.get()));
    view! {
        <div class="strip" aria-hidden="true">
            <svg class="bars" viewBox="0 0 1000 18" preserveAspectRatio="none">
                {bars}
            </svg>
            <span class="now" style:left=done></span>
            <div class="ticks">{ticks}</div>
        </div>
        <ul class="legend" aria-label="Colours of the stays">
            {StayGroup::ALL
                .map(|group| {
                    view! {
                        <li>
                            <span class=format!("swatch {}", group.as_str())></span>
                            {group.label()}
                        </li>
                    }
                })
                .collect_view()}
        </ul>
    }
}

fn percent(share: f64) -> String {
    fixed(share * 100.0, 3) + "%"
}

/// Width of the strip's own coordinates.
const WIDTH: f64 = 1000.0;

#[derive(Clone, Copy)]
struct Scale {
    first: Day,
    last: Day,
}

impl Scale {
    /// Where a day lies, 0 to 1.
    fn share(self, day: Day) -> f64 {
        let whole = f64::from(self.last - self.first).max(1.0);
        (f64::from(day - self.first) / whole).clamp(0.0, 1.0)
    }

    /// Round years, about as many as there are labels, with their shares.
    fn years(self) -> Vec<(i32, f64)> {
        let (first, last) = (self.first.ymd().0, self.last.ymd().0);
        let step = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000]
            .into_iter()
            .find(|step| (last - first) / step < LABELS)
            .unwrap_or(2000);
        (first..=last)
            .filter(|year| year.rem_euclid(step) == 0)
            .filter_map(|year| Some((year, self.share(Day::first_of(year, 1)?))))
            .filter(|(_, share)| (0.01..0.99).contains(share))
            .collect()
    }
}
