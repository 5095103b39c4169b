//! What stands beside the map, one pane at a time.

mod column;
mod figures_pane;
pub mod records_table;
mod search_pane;
pub mod stays_table;
pub mod text;

pub use column::column;
