//! The source text: its passages, how the text and the slider follow each other,
//! and how the passages are filled in stretch by stretch.

mod fill;
mod passage;
pub mod scroll;
mod text_pane;
pub mod text_range;

use crate::domain::life::Text;
use crate::view::strings;
pub use text_pane::TextPane;

/// The heading over a passage. The part before the first heading has a name too.
pub fn section_title(text: &Text, section: usize) -> &str {
    let title = &text.sections[section].title;
    if title.is_empty() { strings::INTRODUCTION } else { title }
}
