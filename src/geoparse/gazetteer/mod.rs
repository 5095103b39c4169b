//! The gazetteer: which places a name can mean, and what is known of them.
//!
//! It has two layers that are asked as one ([`Gazetteer`]). The curated layer
//! (`curated`) is written by people, and its names are valid for a time. The
//! world layer (`world`) is GeoNames. Where both have a place, the curated entry
//! overrides the GeoNames record.

mod container;
mod curated;
mod entry;
mod facts;
mod fold;
mod institutions;
mod layered;
mod lookup;
mod memory;
mod names;
mod overrides;
mod world;

pub use curated::CompiledError;
pub use entry::{EntryId, Facts};
pub use fold::fold;
pub use institutions::{Institution, Institutions, InstitutionsError, NamedInstitution};
pub(super) use layered::{Beginning, NameKey};
pub use layered::{Gazetteer, Meaning, Opened};
pub use world::{
    Frequency, Lexeme, Record, UnitKind, World, WorldError, WorldHandle, WorldPlace,
    WorldWriteError, WorldWriter,
};
