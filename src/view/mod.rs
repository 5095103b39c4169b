//! The page: reads `data/`, shows it, and writes nothing but the address, and the
//! reader's own route into the browser's storage.
//!
//! One state (`state`) drives everything; what is shown is derived from it.
//! Effects occur only at the edges: Leaflet (`map`), the address (`address`), the
//! browser's storage (`route_storage`) and the scroll position of the text
//! (`panes::text::scroll`).

// A named closure is called in the attribute: written in place, all closures of
// one result share a type, which saved 2 kB (benches/page, "Size of the program").
#![allow(clippy::redundant_closure, reason = "closures written in place share a type")]

mod address;
mod cards;
mod effect;
mod fetch;
mod keys;
mod kind_colours;
mod loaded;
mod map;
mod masthead;
mod mount;
mod notice;
mod page;
mod panels;
mod panes;
mod player;
mod popover;
mod presentation;
mod route_storage;
mod shell;
mod skip_links;
mod start;
mod state;
mod status_text;
mod strings;
mod timeline;
mod widgets;
mod yield_to_browser;

pub use start::start;
