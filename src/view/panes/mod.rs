//! The panes beside the map, one open at a time.

mod column;
mod figures_pane;
mod pane_table;
mod records_table;
mod search;
mod search_box;
mod search_results;
mod sortable_table;
pub mod span_words;
pub mod stay;
mod stays_table;
pub mod text;

pub use column::Column;
pub use pane_table::{pane_of_word, word_of_pane};
