//! A life as a page in one file, which opens from a disk without a network: the
//! page of a release build (`script/build`) with its styles, scripts, program and
//! the data of the life inside.
//!
//! Each file of the data is an element with its path as id; the page looks there
//! before it asks a server (view/fetch.rs). `bundle` says what is left out: the
//! service worker, the relief tiles, the downloads.

mod bundle;
mod life_files;
mod page_error;
mod single;

pub use bundle::single_page;
pub use life_files::LifeFiles;
pub use page_error::PageError;
