//! A life as a page in one HTML file, which opens from a disk without a network.
//! The file contains the page of a release build (`script/build`): its styles,
//! scripts and program, and the data of the life.
//!
//! Each data file is an element with the path of the file as its id. The page
//! looks for the element before it asks a server (view/fetch.rs). The service
//! worker, the relief tiles and the downloads are left out (see `bundle`).

mod bundle;
mod life_files;
mod page_error;
mod single;

pub use bundle::single_page;
pub use life_files::LifeFiles;
pub use page_error::PageError;
