//! Panels that a button of the masthead opens.

mod key_panel;
mod lives_panel;
pub mod own_data;
mod sharing;

pub use key_panel::KeyPanel;
pub use lives_panel::LivesPanel;
pub use sharing::Sharing;
