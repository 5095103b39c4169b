//! Small parts that several panels are made of.

mod external_link;
mod icon_button;

pub use external_link::ExternalLink;
pub use icon_button::IconButton;
