use crate::view::cards::place_card::{degrees, framed};
use crate::view::html::{El, el};
use crate::view::panes::records_table::when_words;
use crate::view::shell::link;
use crate::view::state::PageState;
use crate::view::strings;

/// More of a property than this is not shown.
const LONGEST: usize = 2000;

/// All that the file says of a feature.
pub fn record_card(state: PageState, feature: usize) -> Option<El> {
    let loaded = state.loaded();
    let dataset = loaded.dataset.as_ref()?;
    let known = dataset.records.get(feature)?;
    let rows = dataset.fields(feature).into_iter().flat_map(|field| {
        [el("dt", "").text(&field.name), el("dd", "").child(value_words(&field.value.text()))]
    });
    let title = known.title.to_string();
    let body = vec![
        el("p", "")
            .text(&dataset.at(feature).map_or_else(|| strings::NO_PLACE.to_owned(), degrees)),
        el("h3", "").text(strings::PROPERTIES),
        el("dl", "properties").children(rows),
    ];
    let head = el("p", "card-kind").text(&when_words(known.span));
    Some(framed(state, move || title.clone(), head, body))
}

/// A value as text, whatever it is; an address of the web is a link.
fn value_words(text: &str) -> El {
    // Text of either direction keeps to its own line.
    link(text, &text.chars().take(LONGEST).collect::<String>()).set("dir", "auto")
}
