//! The text itself, before anything is looked up: its layout, its tokens and
//! the units its offsets are counted in.

mod document;
mod offsets;
pub(in crate::geoparse) mod token;

pub use document::{Document, Paragraph};
pub use offsets::CodePoints;
pub use token::{Token, TokenKind, tokens};
