//! Finding, placing and dating: text and gazetteer in, findings out.
//!
//! 1. [`Document`] cuts the text into sections, passages and tokens.
//! 2. [`find_dates`] finds the dates and anchors them; see [`dates`].
//! 3. [`find_mentions`] finds the names ([`recognise`]) and decides which place
//!    each one means on its day ([`resolve`]).
//!
//! Nothing here does I/O, and no input makes it fail: what cannot be decided is
//! a finding without a place.

pub mod dates;
mod document;
mod gazetteer;
mod offsets;
mod recognise;
mod resolve;
mod token;

pub use dates::{DateFinding, DateMeaning, DatePart, find_dates, find_dates_in};
pub use document::{Document, Paragraph};
pub use gazetteer::{
    CompiledError, EntryId, Facts, Frequency, Gazetteer, Lexeme, Record, UnitKind, World,
    WorldError, WorldHandle, WorldPlace, WorldWriter, fold,
};
pub use offsets::CodePoints;
pub use recognise::{Clue, Clues};
pub use resolve::{Candidate, Finding, find_mentions};
pub use token::{Token, TokenKind, tokens};
