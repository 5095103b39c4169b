//! What must hold for every input, not only for those we thought of.

mod address;
mod days;
mod itinerary;
mod search;
mod text;
mod words;
