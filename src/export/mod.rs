//! Writes a life in the formats of other tools. Pure: the functions return bytes
//! and touch no files.
//!
//! An export is made from the data of a life ([`Life`](crate::domain::life::Life)),
//! not from its seeds. It therefore agrees with the page and needs no gazetteer. A
//! build writes the files in `data/` with the same functions.
//!
//! The module `entry` defines how uncertain dates become the times of other tools.

mod credit;
mod csv;
#[cfg(feature = "builder")]
pub mod document;
mod entry;
mod escape;
mod feature_collection;
mod format;
pub mod format_info;
mod geojson;
pub mod html;
mod kepler;
mod kml;
mod line;
mod lpf;
mod time_dimension;
mod timeline;

pub use format::{FORMATS, Format, GEOJSON, LPF};
