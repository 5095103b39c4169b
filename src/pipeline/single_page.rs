//! Reads the files that the page in one file contains.

use std::fmt::Display;
use std::fs;
use std::path::Path;

use serde::de::IgnoredAny;

use super::read::{ReadError, read, read_life};
use super::write::{KINDS, LIVES};
use crate::domain::life::LifeFiles as LifePaths;
use crate::export::html::{LifeFiles, single_page as put_together};

const BASEMAP: &str = "basemap/natural-earth.topojson";

/// Not every project has borders.
const BORDERS: &str = "basemap/borders.topojson";

/// The page with one life of `data` as one HTML file. `page` is the folder of a
/// release build. The same files give the same text each time.
///
/// # Errors
/// A file of the life or of the page is missing or not as a build writes it.
pub fn single_page(data: &Path, page: &Path, life: &str) -> Result<String, ReadError> {
    let files = life_files(data, life)?;
    let read_page = |name: &str| {
        let path = page.join(name);
        fs::read(&path).map_err(|e| e.to_string())
    };
    put_together(&files, &read_page)
        .map_err(|error| ReadError { path: page.join(error.file), reason: error.reason })
}

fn life_files(data: &Path, id: &str) -> Result<LifeFiles, ReadError> {
    let mut entry = read_life(data, id)?.entry;
    // The downloads are not part of the file.
    entry.files.downloads.clear();
    let wrong = |path: &str, error: &dyn Display| ReadError {
        path: data.join(path),
        reason: error.to_string(),
    };
    let list = serde_json::to_string(&[&entry]).map_err(|e| wrong(LIVES, &e))?;
    let mut files = vec![(LIVES.to_owned(), list)];
    let LifePaths { places, itinerary, text, .. } = &entry.files;
    let borders = data.join(BORDERS).exists().then_some(BORDERS);
    for path in [KINDS, places, itinerary, text, BASEMAP].into_iter().chain(borders) {
        let json = read(&data.join(path))?;
        // Only in JSON can text that would end an element be escaped.
        serde_json::from_str::<IgnoredAny>(&json).map_err(|e| wrong(path, &e))?;
        files.push((path.to_owned(), json));
    }
    let document = read(&data.join(id).join("itinerary.html"))?;
    Ok(LifeFiles { title: entry.title, document, files })
}
