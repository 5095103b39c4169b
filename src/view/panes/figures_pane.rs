use leptos::prelude::*;

use crate::domain::life::stay_dates_text;
use crate::page_model::Figures;
use crate::view::panes::stay::{StayLink, kind_text};
use crate::view::state::PageState;
use crate::view::strings;

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
    let count = move |stays: Memo<Vec<usize>>| Memo::new(move |_| stays.with(Vec::len));
    let (places, arrests, escapes) =
        (stays(|f| &f.places), stays(|f| &f.arrests), stays(|f| &f.escapes));
    let travelled_km = Memo::new(move |_| figures.with(|f| f.travelled_km) as usize);
    let custody_days = Memo::new(move |_| figures.with(|f| f.custody_days));
    let share_of_days = Memo::new(move |_| {
        let days = state.time.day.get() - state.whole().first;
        custody_days.get() * 100 / days.max(1)
    });
    view! {
        <div>
            <p class="says">
                {state.loaded().life.entry.title.clone()}
                {strings::UP_TO}
                {move || state.date_words()}
            </p>
            <p class="figure">
                <b>{move || strings::grouped(travelled_km.get()) + strings::KM}</b>
                {strings::TRAVELLED}
            </p>
            <Figure
                state
                count=count(places)
                unit=strings::PLACES
                label=strings::STAYED_AT
                stays=places
            />
            <Figure
                state
                count=Memo::new(move |_| custody_days.get() as usize)
                unit=strings::DAYS
                label=strings::IN_CUSTODY
                stays=stays(|f| &f.custody)
            >
                <p class="share">{move || strings::of_the_days(share_of_days.get())}</p>
            </Figure>
            <Figure
                state
                count=count(arrests)
                unit=strings::ARRESTS
                label=strings::WITH_A_PLACE
                stays=arrests
            />
            <Figure
                state
                count=count(escapes)
                unit=strings::ESCAPES
                label=strings::WITH_A_PLACE
                stays=escapes
            />
        </div>
    }
}

/// A number that opens into the stays that it counts.
#[component]
fn Figure(
    state: PageState,
    count: Memo<usize>,
    /// What is counted: one, and many of it.
    unit: [&'static str; 2],
    label: &'static str,
    /// Indices of the stays, in order.
    stays: Memo<Vec<usize>>,
    /// What else there is to say.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    view! {
        <details class="figure">
            <summary>
                <b>{move || strings::counted(count.get(), unit)}</b>
                {label}
            </summary>
            <ul>
                <For each=move || stays.get() key=|&index| index let:index>
                    <StayItem state index />
                </For>
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
