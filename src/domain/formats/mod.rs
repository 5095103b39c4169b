//! The files of a life and of the base map.

mod decimal;
mod event_json;
pub mod itinerary_geojson;
mod life_files;
pub mod linked_places;
mod lpf_json;
mod topojson;

pub use decimal::{format_decimal, parse_decimal};
pub use event_json::EventProperties;
pub use life_files::{LifeFileError, parse_life};
pub use topojson::{Basemap, TopologyError};
