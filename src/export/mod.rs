//! A life in the formats that other tools read: a life in, bytes out. Pure: no
//! files.
//!
//! An export is made from the data of a life ([`Life`](crate::domain::life::Life)),
//! never from its seeds. So it agrees with the page, needs no gazetteer, and works
//! where only `data/` is. A build writes its own files with the same functions.
//!
//! One rule, in `entry`, turns uncertain dates into the times of other tools.

mod credit;
mod csv;
#[cfg(feature = "builder")]
pub mod document;
mod entry;
mod escape;
mod feature_collection;
mod format;
mod geojson;
pub mod html;
mod kepler;
mod kml;
mod line;
mod lpf;
mod time_dimension;
mod timeline;

pub use format::{FORMATS, Format, GEOJSON, LPF};
