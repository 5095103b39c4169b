//! Reads a life from `data/`, as a build has written it.

use std::fs;
use std::path::{Path, PathBuf};

use super::write::{KINDS, LIVES};
use crate::domain::formats::parse_life;
use crate::domain::life::{KindTable, Life, LifeEntry};

/// A file of the data cannot be read, or is not as a build writes it.
#[derive(Debug, thiserror::Error)]
#[error("{}: {reason}", path.display())]
pub struct ReadError {
    pub(super) path: PathBuf,
    pub(super) reason: String,
}

/// Reads a life from the data that a build has written.
///
/// # Errors
/// A file is missing or not as a build writes it, or there is no such life.
pub fn read_life(data: &Path, id: &str) -> Result<Life, ReadError> {
    let list = data.join(LIVES);
    let wrong = |reason: String| ReadError { path: list.clone(), reason };
    let lives: Vec<LifeEntry> =
        serde_json::from_str(&read(&list)?).map_err(|e| wrong(e.to_string()))?;
    let Some(entry) = lives.iter().find(|life| life.id == id) else {
        let known: Vec<&str> = lives.iter().map(|life| life.id.as_str()).collect();
        return Err(wrong(format!("there is no life `{id}`; there is: {}", known.join(", "))));
    };
    let places = read(&data.join(&entry.files.places))?;
    let itinerary = read(&data.join(&entry.files.itinerary))?;
    parse_life(entry.clone(), read_kinds(data)?, &places, &itinerary)
        .map_err(|e| ReadError { path: data.to_owned(), reason: e.to_string() })
}

fn read_kinds(data: &Path) -> Result<KindTable, ReadError> {
    let path = data.join(KINDS);
    let text = read(&path)?;
    serde_json::from_str(&text).map_err(|e| ReadError { path, reason: e.to_string() })
}

pub(super) fn read(path: &Path) -> Result<String, ReadError> {
    fs::read_to_string(path).map_err(|e| ReadError { path: path.to_owned(), reason: e.to_string() })
}
