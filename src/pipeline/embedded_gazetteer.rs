//! The gazetteer inside the program, so that it works in any folder.

use crate::compose::Diagnostic;
use crate::geoparse::{Gazetteer, World};

// A test runs `chronotope gazetteer compile --check`, which proves that the second
// file was compiled with the first.
static WORLD: &[u8] = include_bytes!("../../seeds/gazetteer/world.index");
static COMPILED: &[u8] = include_bytes!("../../seeds/gazetteer/historical.index");

/// Opens the gazetteer the program was built with.
///
/// # Errors
/// The program file is damaged.
pub fn embedded_gazetteer() -> Result<Gazetteer, Diagnostic> {
    let damaged = |error: &dyn std::fmt::Display| {
        Diagnostic::of_file("the gazetteer inside the program".as_ref(), error.to_string())
            .with_help("install chronotope again")
    };
    let world = World::open(WORLD).map_err(|error| damaged(&error))?;
    Gazetteer::open_prebuilt(COMPILED, world).map_err(|error| damaged(&error))
}
