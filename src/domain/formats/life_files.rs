//! Reads a life from its data files: places, itinerary and kinds of stay. An error names
//! the file it is in.

use super::itinerary_error::ItineraryError;
use super::itinerary_geojson::parse_itinerary;
use super::linked_places::{PlacesError, parse_places};
use crate::domain::life::{DateOrderError, KindTable, Life, LifeEntry};

/// Why a life cannot be read. Each message begins with the path of the file.
#[derive(Debug, thiserror::Error)]
pub enum LifeFileError {
    /// Its places cannot be read.
    #[error("{file}: {source}")]
    Places {
        /// The path, relative to lives.json.
        file: String,
        /// What is wrong with the file.
        source: PlacesError,
    },
    /// Its stays cannot be read.
    #[error("{file}: {source}")]
    Itinerary {
        /// The path, relative to lives.json.
        file: String,
        /// What is wrong with the file.
        source: ItineraryError,
    },
    /// The dates of its stays contradict their order.
    #[error("{file}: {source}")]
    DateOrder {
        /// The path, relative to lives.json.
        file: String,
        /// Which stay is out of order.
        source: DateOrderError,
    },
}

/// Reads a life from the contents of its `places.geojson` and
/// `itinerary.geojson`. `kinds` is the content of `kinds.json`, parsed.
///
/// ```
/// use chronotope::domain::formats::parse_life;
/// use chronotope::domain::life::{KindTable, LifeEntry};
///
/// # let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/tiny/data");
/// # let read = |file: &str| std::fs::read_to_string(format!("{folder}/{file}"));
/// let lives: Vec<LifeEntry> = serde_json::from_str(&read("lives.json")?)?;
/// let kinds: KindTable = serde_json::from_str(&read("kinds.json")?)?;
/// let entry = lives.into_iter().next().unwrap();
/// let (places, itinerary) = (read(&entry.files.places)?, read(&entry.files.itinerary)?);
/// let life = parse_life(entry, kinds, &places, &itinerary)?;
/// assert_eq!(life.itinerary.stays[0].name, "Aldby");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// One of the files is not what it should be, or the dates of the stays
/// contradict their order.
pub fn parse_life(
    entry: LifeEntry,
    kinds: KindTable,
    places: &str,
    itinerary: &str,
) -> Result<Life, LifeFileError> {
    let (places_file, itinerary_file) = (entry.files.places.clone(), entry.files.itinerary.clone());
    let places = parse_places(places)
        .map_err(|source| LifeFileError::Places { file: places_file, source })?;
    let (stays, events) = parse_itinerary(itinerary, &kinds)
        .map_err(|source| LifeFileError::Itinerary { file: itinerary_file.clone(), source })?;
    Life::new(entry, places, stays, events, kinds)
        .map_err(|source| LifeFileError::DateOrder { file: itinerary_file, source })
}
