//! The files that people write for one life, parsed but not yet validated.

use super::diagnostic::Diagnostic;
use super::life_toml::{EventToml, ItineraryToml, LifeToml, StayToml};
use super::places_toml::parse_own_places;
use super::seed_file::SeedFile;
use crate::domain::life::Place;

/// The files that people write for one life: well-formed, but not yet validated.
pub struct LifeSeed {
    /// Id: the name of its folder.
    pub id: String,
    /// `life.toml`
    pub life: LifeToml,
    /// `text.txt`, the source verbatim.
    pub text: String,
    /// `life.toml` as a file, for diagnostics.
    pub life_file: SeedFile,
    /// The life's own places, with their file: `places.toml`.
    pub places: Option<(SeedFile, Vec<Place>)>,
    /// `itinerary.toml` as a file, for diagnostics.
    pub itinerary_file: SeedFile,
    /// The stays, in order of the file.
    pub stays: Vec<StayToml>,
    /// What happened within the stays, in order of the file.
    pub events: Vec<EventToml>,
}

impl LifeSeed {
    /// Reads the files of a life's folder.
    ///
    /// # Errors
    /// A diagnostic for each file that is not well-formed.
    pub fn parse(
        id: String,
        text: SeedFile,
        life_file: SeedFile,
        itinerary_file: SeedFile,
        places_file: Option<SeedFile>,
    ) -> Result<Self, Vec<Diagnostic>> {
        let life: Result<LifeToml, _> = life_file.parse();
        let itinerary: Result<ItineraryToml, _> = itinerary_file.parse();
        let places: Result<Option<_>, Vec<Diagnostic>> =
            places_file.map(|file| Ok((parse_own_places(&file)?, file))).transpose();
        match (life, itinerary, places) {
            (Ok(life), Ok(itinerary), Ok(places)) => Ok(Self {
                id,
                life,
                text: text.source,
                places: places.map(|(places, file)| (file, places)),
                life_file,
                itinerary_file,
                stays: itinerary.stay,
                events: itinerary.event,
            }),
            (life, itinerary, places) => {
                let wrong = [life.err(), itinerary.err()].into_iter().flatten();
                Err(wrong.chain(places.err().into_iter().flatten()).collect())
            }
        }
    }
}
