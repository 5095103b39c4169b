//! The card of the selected place or record.

mod place_card;
mod record_card;

pub use place_card::place_card;
