//! The files of a life and of the base map.

mod borders;
mod decimal;
mod event_json;
mod itinerary_error;
pub mod itinerary_geojson;
mod life_files;
pub mod linked_places;
mod lpf_json;
mod topojson;

pub use borders::{Border, Borders, Span, StateName};
pub use decimal::{format_decimal, parse_decimal};
pub use event_json::EventProperties;
pub use itinerary_error::ItineraryError;
pub use life_files::{LifeFileError, parse_life};
pub use topojson::{Basemap, TopologyError};
