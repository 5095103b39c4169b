//! Panels that a button of the masthead opens.

mod key_panel;
mod lives_panel;
pub mod own_data;
mod print;
mod route_events;
mod route_panel;
mod sharing;

pub use key_panel::KeyPanel;
pub use lives_panel::LivesPanel;
pub use route_events::listen_to_route;
pub use route_panel::{RoutePanel, static_html};
pub use sharing::Sharing;
