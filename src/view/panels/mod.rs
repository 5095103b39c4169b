//! Panels that a button of the masthead opens.

pub mod own_data;
mod sharing;

pub use sharing::Sharing;
