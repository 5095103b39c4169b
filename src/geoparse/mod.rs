//! Finding, placing and dating: text and gazetteer in, findings out.
//!
//! 1. [`Document`] cuts the text into sections, passages and tokens.
//! 2. [`find_dates`] finds the dates and anchors them to the story.
//! 3. [`find_mentions`] finds the names ([`recognise`]) and decides which place
//!    each one means on its day ([`resolve`]).
//!
//! Nothing here does I/O, and no input makes it fail: what cannot be decided is
//! a finding without a place.

mod dates;
mod gazetteer;
mod recognise;
mod resolve;
#[cfg(test)]
mod sample;
mod text;

pub use dates::{DateFinding, DateMeaning, DatePart, find_dates, find_dates_in};
pub use gazetteer::{
    CompiledError, EntryId, Facts, Frequency, Gazetteer, Lexeme, Opened, Record, UnitKind, World,
    WorldError, WorldHandle, WorldPlace, WorldWriteError, WorldWriter, fold,
};
pub use recognise::{Clue, Clues};
pub use resolve::{Finding, PlaceCandidate, find_mentions};
use text::token;
pub use text::{CodePoints, Document, Paragraph, Token, TokenKind, tokens};
