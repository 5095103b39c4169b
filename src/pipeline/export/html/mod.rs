//! A life as a page in one file, which opens from a disk and asks no one for
//! anything: the page of a release build (`script/build`) with its styles, its
//! scripts, its program and the data of the life put into it.
//!
//! The data stand in elements that are named by their paths; there the page looks
//! before it asks a server (view/fetch.rs). What is left out is named in
//! [`bundle`]: the worker, the relief's tiles, the downloads.

mod bundle;
mod single;

use std::fmt::Display;
use std::path::Path;

use serde::de::IgnoredAny;

use crate::pipeline::read::{ReadError, read, read_life};
use crate::pipeline::write::LIVES;

const BASEMAP: &str = "basemap/natural-earth.topojson";

/// What the page says and reads of one life.
struct Inside {
    title: String,
    /// For whom the program does not reach.
    document: String,
    /// By their paths under `data/`.
    files: Vec<(String, String)>,
}

/// A life of `data` as one HTML file, made of the release build in a folder; the
/// same text each time.
pub fn single_page(data: &Path, folder: &Path, life: &str) -> Result<String, ReadError> {
    let inside = inside(data, life)?;
    bundle::put_into_one(folder, &inside)
}

fn inside(data: &Path, id: &str) -> Result<Inside, ReadError> {
    let mut entry = read_life(data, id)?.entry;
    // What is not in the page is not offered in it.
    entry.files.downloads.clear();
    let wrong = |path: &str, error: &dyn Display| ReadError {
        path: data.join(path),
        reason: error.to_string(),
    };
    let list = serde_json::to_string(&[&entry]).map_err(|e| wrong(LIVES, &e))?;
    let mut files = vec![(LIVES.to_owned(), list)];
    for path in [&entry.files.places, &entry.files.itinerary, &entry.files.text, BASEMAP] {
        let json = read(&data.join(path))?;
        // Only within JSON it is known how to write what would end an element.
        serde_json::from_str::<IgnoredAny>(&json).map_err(|e| wrong(path, &e))?;
        files.push((path.to_owned(), json));
    }
    let document = read(&data.join(id).join("itinerary.html"))?;
    Ok(Inside { title: entry.title, document, files })
}
