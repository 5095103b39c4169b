//! The gazetteer inside the program, so that it works in any folder.

use crate::compose::Diagnostic;
use crate::geoparse::{Gazetteer, Institutions, InstitutionsError, World};

// A test runs `chronotope gazetteer compile --check`, which proves that the second
// file was compiled with the first.
static WORLD: &[u8] = include_bytes!("../../seeds/gazetteer/world.index");
static COMPILED: &[u8] = include_bytes!("../../seeds/gazetteer/historical.index");

static INSTITUTIONS: &str = include_str!("../../seeds/gazetteer/institutions.tsv");

/// The table of institutions the program was built with.
///
/// # Errors
/// A row of the table is wrong. A test proves that none is.
pub fn embedded_institutions() -> Result<Institutions, InstitutionsError> {
    Institutions::parse(INSTITUTIONS)
}

/// Opens the gazetteer the program was built with.
///
/// # Errors
/// The program file is damaged.
pub fn embedded_gazetteer() -> Result<Gazetteer, Diagnostic> {
    let damaged = |error: &dyn std::fmt::Display| {
        Diagnostic::of_file("the gazetteer inside the program".as_ref(), error.to_string())
            .with_help("install chronotope again")
    };
    let world = World::open(WORLD).map_err(|error| damaged(&error))?;
    Gazetteer::open_prebuilt(COMPILED, world).map_err(|error| damaged(&error))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::great_circle::distance_km;

    #[test]
    fn every_institution_stands_in_a_town_of_the_gazetteer() {
        let institutions = embedded_institutions().unwrap();
        let gazetteer = embedded_gazetteer().unwrap();
        assert!(institutions.rows().len() >= 600);
        for row in institutions.rows() {
            let town = gazetteer.place(&row.town_id());
            let Some(town) = town else { panic!("{}: no town {}", row.names[0], row.town) };
            assert!(town.point.is_some() && town.precision_km > 0.0, "{}", row.names[0]);
            assert!(!row.source.is_empty(), "{}: no source", row.names[0]);
        }
    }

    /// Villages have these names too; who writes them means the institution.
    const BETTER_KNOWN: [&str; 4] = ["Castel Sant'Angelo", "Harvard", "La Scala", "Yale"];

    /// "Charenton" is a town: that is the gazetteer's to find.
    #[test]
    fn an_institution_is_not_the_name_of_a_place_elsewhere() {
        let gazetteer = embedded_gazetteer().unwrap();
        let mut wrong = Vec::new();
        for row in embedded_institutions().unwrap().rows() {
            let town = gazetteer.place(&row.town_id()).and_then(|town| town.point).unwrap();
            for name in row.names.iter().filter(|n| !BETTER_KNOWN.contains(&n.as_str())) {
                let far = |&entry: &_| {
                    let point = gazetteer.place_of(entry).point;
                    point.is_some_and(|point| distance_km(point, town) > 50.0)
                };
                if gazetteer.named(name).iter().any(far) {
                    wrong.push(format!("{name} ({})", row.town));
                }
            }
        }
        assert!(wrong.is_empty(), "{wrong:?}");
    }
}
