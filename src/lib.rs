//! Chronotope turns the text of a life into a map that moves.
//!
//! Data flows one way: people write `seeds/`, `pipeline` validates them and
//! writes `data/`, `view` shows `data/`.
//!
//! - [`domain`]: the types that every part shares.
//! - [`geoparse`]: finds places and dates in a text and resolves them.
//! - [`compose`]: text and itinerary in, a validated life out.
//! - [`draft`]: mentions and dates in, the stays of the text's subject out.
//! - [`export`]: a life in the formats of other tools.
//! - [`dataset`]: reads anybody's records with times.
//! - [`page_model`]: what the page derives from its state.
//! - `pipeline` (feature `builder`): files; seeds to data.
//! - `view` (feature `viewer`): the page.
//!
//! All but the last two are pure: no files, no network, no browser. The last
//! two never meet.
//!
//! ARCHITECTURE.md has the map of the code and its invariants.

// Nothing that comes from outside is unwrapped.
#![cfg_attr(not(test), warn(clippy::unwrap_used, clippy::expect_used))]

pub mod compose;
pub mod dataset;
pub mod domain;
pub mod draft;
pub mod export;
pub mod geoparse;
pub mod page_model;
#[cfg(feature = "builder")]
pub mod pipeline;
#[cfg(feature = "viewer")]
pub mod view;
