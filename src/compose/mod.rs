//! Builds a validated life from its text and its itinerary, both written by hand.
//! It does not access files.
//!
//! A [`LifeSeed`] holds the files of a life's folder. [`validate()`] checks
//! each stay against the text, or returns a [`Diagnostic`] for each mistake.
//! [`compose`] makes the life that the page and the exports read.

mod diagnostic;
mod kinds_toml;
mod life_data;
mod life_seed;
mod life_toml;
mod new_life;
mod places_toml;
mod seed_file;
mod suggest;
mod validate;

pub use diagnostic::Diagnostic;
pub use kinds_toml::{core_kinds, parse_kinds};
pub use life_data::{Composed, Report, compose};
pub use life_seed::LifeSeed;
pub use life_toml::{EventToml, ItineraryToml, LifeToml, OverruleToml, StayToml};
pub use new_life::{Manuscript, NewLife, NewLifeError, NewLifeOptions, new_life, read_manuscript};
pub use places_toml::parse_place_tables;
pub use seed_file::SeedFile;
pub use validate::{Validated, life_gazetteer, validate};
