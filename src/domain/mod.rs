//! The types that every part of the program shares. Pure: no input or output,
//! no browser.
//!
//! - [`time`]: days, EDTF spans, dates as English text, dates as people type them.
//! - [`life`]: places, stays, the itinerary and what follows from it, the text.
//! - [`formats`]: the files that hold them.
//! - [`great_circle`]: distances and directions on the sphere.
//! - [`planar`]: geometry in the plane of a drawing.
//! - [`prose`]: where a text is cut: footnote marks, ends of sentences.

pub mod argsort;
pub mod formats;
pub mod great_circle;
pub mod json;
pub mod life;
pub mod planar;
pub mod prose;
pub(crate) mod serde_fields;
mod serde_words;
pub mod time;
