//! The caption, the player and the slider with its strip.

mod caption;
mod chapters;
mod controls;
mod drawing;
mod gestures;
mod legend;
mod options;
mod percent;
mod slider;
mod slider_keys;
mod strip;
mod ticks;
mod timeline_panel;
mod window;

pub use legend::Legend;
pub use percent::percent;
pub use timeline_panel::Timeline;
