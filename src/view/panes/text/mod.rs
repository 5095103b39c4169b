//! The text: its passages, how scrolling and time follow each other, and how the
//! passages are filled in little by little.

mod fill;
pub mod scroll;
mod text_pane;

pub use text_pane::{section_title, text_pane};
