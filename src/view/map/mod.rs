//! The map: the only part of the program that names Leaflet.

mod bindings;
mod chart;
mod dots;
mod ground;
mod map_pane;
mod person;
mod places;
mod precision;
mod records;
mod trail;

pub use map_pane::map_pane;
