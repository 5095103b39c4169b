//! The card of a record of the reader's own data: all its fields.

use leptos::prelude::*;

use super::card::Card;
use super::position_text::position_text;
use crate::view::panes::span_words::span_words;
use crate::view::state::PageState;
use crate::view::strings;
use crate::view::widgets::ExternalLink;

/// Longer values are cut, in characters.
const MAX_VALUE_CHARS: usize = 2000;

/// All fields of a record, with the values as the file writes them.
#[component]
pub fn RecordCard(
    state: PageState,
    /// Index of the record in the dataset.
    record: usize,
) -> impl IntoView {
    let loaded = state.loaded();
    let dataset = loaded.dataset.as_ref()?;
    let entry = dataset.records.get(record)?;
    let title = entry.title.to_string();
    let position = dataset.at(record).map_or_else(|| strings::NO_PLACE.to_owned(), position_text);
    let fields = dataset.fields(record).into_iter().map(|field| {
        let value = field.value.text();
        let shown: String = value.chars().take(MAX_VALUE_CHARS).collect();
        // The direction of a text does not affect the lines around it.
        view! {
            <dt>{field.name.to_string()}</dt>
            <dd>
                <ExternalLink address=value.to_string() text=shown dir="auto" />
            </dd>
        }
    });
    let fields = fields.collect_view();
    Some(view! {
        <Card state name=title kind=span_words(entry.span)>
            <p>{position}</p>
            <h3>{strings::PROPERTIES}</h3>
            <dl class="properties">{fields}</dl>
        </Card>
    })
}
