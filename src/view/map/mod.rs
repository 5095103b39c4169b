//! The map: the only part of the program that names Leaflet.

mod bindings;
mod borders;
mod chart;
mod chart_handle;
mod control_boxes;
mod dots;
mod ground;
mod map_pane;
mod map_tools;
mod paper;
mod person;
mod places;
mod precision;
mod records;
mod trail;

pub use map_pane::MapPane;
