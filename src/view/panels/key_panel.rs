//! The key to colours and marks.

use leptos::prelude::*;

use crate::view::state::PageState;
use crate::view::strings;
use crate::view::timeline::Legend;

/// The element of index.html with the marks that are the same for every life.
const MARKS: &str = "key-marks";

/// What the colours and marks of map and timeline mean; a popover.
#[component]
pub fn KeyPanel(state: PageState) -> impl IntoView {
    let marks = document().get_element_by_id(MARKS).map(|marks| marks.inner_html());
    view! {
        <div
            id="key"
            class="options key"
            popover="auto"
            tabindex="0"
            role="dialog"
            aria-label=strings::KEY
        >
            <h2>{strings::KEY}</h2>
            <h3>{strings::KINDS}</h3>
            <Legend state />
            <p>{strings::KINDS_ARE_SWITCHES}</p>
            <div inner_html=marks></div>
        </div>
    }
    .into_any()
}
