//! Chronotope turns the text of a life into a map that moves.
//!
//! Data flows one way: people write `seeds/`, [`build`] proves them and writes
//! `data/`, [`view`] shows `data/`. What both sides mean by a place, a stay or
//! a day is said once, in [`domain`]; what a text says is found by [`geoparse`].
//!
//! - [`domain`] and [`geoparse`] are pure: no files, no network, no browser.
//! - [`build`] and [`view`] never meet: each is behind its own feature, and
//!   each sees only the two pure halves.
//!
//! ARCHITECTURE.md has the map of the code and its invariants.

// Nothing that comes from outside is unwrapped.
#![cfg_attr(not(test), warn(clippy::unwrap_used, clippy::expect_used))]

#[cfg(feature = "builder")]
pub mod build;
pub mod domain;
pub mod geoparse;
#[cfg(feature = "viewer")]
pub mod view;
