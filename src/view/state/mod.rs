//! The state of the page, a file for each concern.

mod kind_filter;
mod map;
mod moment;
mod navigation;
mod page_state;
mod panes;
mod playback;
mod route;
mod route_stops;
mod selection;
mod text_sync;
mod time;

pub use map::Shot;
pub use moment::Moment;
pub use page_state::PageState;
pub use panes::Pane;
pub use playback::{Pace, Speed};
pub use selection::Selection;
