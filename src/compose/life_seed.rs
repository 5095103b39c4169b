use super::diagnostic::Diagnostic;
use super::life_toml::{ItineraryToml, LifeToml, StayToml};
use super::seed_file::SeedFile;

/// What people write of one life: well-formed, but not yet validated.
pub struct LifeSeed {
    /// Id: the name of its folder.
    pub id: String,
    /// `life.toml`
    pub life: LifeToml,
    /// `text.txt`, the source verbatim.
    pub text: String,
    /// `life.toml` as a file, for diagnostics.
    pub life_file: SeedFile,
    /// `itinerary.toml` as a file, for diagnostics.
    pub itinerary_file: SeedFile,
    /// The stays, in order of the file.
    pub stays: Vec<StayToml>,
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
    ) -> Result<Self, Vec<Diagnostic>> {
        let life: Result<LifeToml, _> = life_file.parse();
        let itinerary: Result<ItineraryToml, _> = itinerary_file.parse();
        match (life, itinerary) {
            (Ok(life), Ok(itinerary)) => Ok(Self {
                id,
                life,
                text: text.source,
                life_file,
                itinerary_file,
                stays: itinerary.stay,
            }),
            (life, itinerary) => Err([life.err(), itinerary.err()].into_iter().flatten().collect()),
        }
    }
}
