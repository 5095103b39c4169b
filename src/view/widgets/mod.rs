//! Small parts that several panels are made of.

mod choice;
mod class_list;
mod copy_button;
mod external_link;
mod icon_button;
mod index_list;
mod words;

pub use choice::Choice;
pub use class_list::class_list;
pub use copy_button::CopyButton;
pub use external_link::ExternalLink;
pub use icon_button::{Icon, IconButton};
pub use index_list::IndexList;
pub use words::words;
