use super::feature_collection::collection;
use super::{itinerary_geojson, linked_places};
use crate::domain::life::{Life, LifeEntry};

/// Reads a life from the contents of its `places.geojson` and
/// `itinerary.geojson`.
///
/// # Errors
/// The message names the file and what is wrong with it.
pub fn parse_life(entry: LifeEntry, places: &str, itinerary: &str) -> Result<Life, String> {
    let in_file = |file: &str, reason: &dyn std::fmt::Display| format!("{file}: {reason}");
    let places = collection(places)
        .and_then(|places| linked_places::from_collection(&places))
        .map_err(|e| in_file(&entry.files.places, &e))?;
    let stays = collection(itinerary)
        .and_then(|stays| itinerary_geojson::stays_from_collection(&stays))
        .map_err(|e| in_file(&entry.files.itinerary, &e))?;
    let file = entry.files.itinerary.clone();
    Life::new(entry, places, stays).map_err(|e| in_file(&file, &e))
}
