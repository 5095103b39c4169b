//! The map: the only part of the program that names Leaflet.

mod bindings;
mod borders;
mod callout;
mod camera;
mod chart;
mod chart_handle;
mod control_boxes;
mod dots;
mod elements;
mod ground;
mod map_keys;
mod map_pane;
mod map_tools;
mod marks;
mod paper;
mod person;
mod place_mark;
mod places;
mod precision;
mod records;
mod sight;
mod stop_numbers;
mod trail;

pub use map_pane::MapPane;
