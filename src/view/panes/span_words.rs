//! Formats the time of a record for readers.

use crate::domain::time::{DateSpan, Day, span_text};
use crate::view::strings;

/// When a record of the reader's own data applies, in words.
pub fn span_words(span: Option<(Day, Day)>) -> String {
    span.map_or_else(
        || strings::NO_TIME.to_owned(),
        |(first, last)| span_text(&DateSpan::between(first, last)),
    )
}
