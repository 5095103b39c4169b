//! The integration tests, in one program: it links the library once.
//!
//! ```sh
//! cargo test --all-features --test it golden   # one file
//! ```

mod cli;
mod diagnostics;
mod document;
mod draft;
mod explain;
mod export;
mod export_html;
mod first_life;
mod forty_days;
mod golden;
mod killed;
mod life_seeds;
mod places;
mod properties;
mod serve;
#[path = "../support/mod.rs"]
mod support;
