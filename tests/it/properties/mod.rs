//! Property tests: what must be true for every input, tested with random ones.

mod address;
mod days;
mod itinerary;
mod search;
mod text;
mod words;
