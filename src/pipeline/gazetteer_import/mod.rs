//! Makes the world layer from packages of the registries: GeoNames places, the
//! units they lie in, and words that are not only names of places.

mod centroid;
mod error;
mod lexicon;
mod packages;
mod spelling;
mod unit_names;
mod unit_paths;
mod units;

use std::collections::HashMap;
use std::path::Path;

use crate::geoparse::{UnitKind, WorldHandle, WorldPlace, WorldWriter};
pub use error::ImportError;
use packages::{City, Packages};
use spelling::Spelling;
use units::Units;

/// Which places and names to import.
#[derive(Clone, Copy, Debug)]
pub struct ImportOptions {
    /// Leave out places with a smaller population.
    pub min_population: u64,
    /// Keep names in scripts other than Latin.
    pub all_scripts: bool,
}

/// The result of an import.
#[derive(Debug)]
pub struct Imported {
    /// The content of `world.index`.
    pub bytes: Vec<u8>,
    /// Towns in it.
    pub towns: usize,
    /// Countries, provinces and districts in it.
    pub units: usize,
}

/// Makes the index of the world layer from a folder into which the packages
/// have been installed, as script/import-gazetteer does. `own` is the folder of
/// the project's own word lists.
///
/// # Errors
/// A package is missing, or is not in the form that is expected.
pub fn import_world(
    folder: &Path,
    own: &Path,
    options: ImportOptions,
) -> Result<Imported, ImportError> {
    let packages = Packages::read(folder, own)?;
    let spelling = Spelling { all_scripts: options.all_scripts, common: &packages.words };
    let mut writer = WorldWriter::default();
    let units = Units::write(&packages, &mut writer);
    let mut towns = 0;
    let mut capitals: HashMap<&str, (u64, WorldHandle)> = HashMap::new();
    for city in packages.cities.iter().filter(|city| city.population >= options.min_population) {
        let container = units.container(city);
        let town = writer.place(WorldPlace {
            geonames: Some(city.geonameid),
            title: &city.name,
            kind: UnitKind::Town,
            point: city.point(),
            population: city.population,
            container,
        });
        writer.name(&city.name, town, true);
        for name in spelling.other_names(city) {
            writer.name(name, town, false);
        }
        towns += 1;
        // Several towns of a country may bear the name of its capital: the
        // largest is taken.
        if packages.countries.get(&city.countrycode).is_some_and(|c| is_capital(city, &c.capital)) {
            let known = capitals.entry(&city.countrycode).or_insert((city.population, town));
            if known.0 < city.population {
                *known = (city.population, town);
            }
        }
    }
    for (code, country) in units.countries() {
        writer.country(code_bytes(code), country, capitals.get(code).map(|&(_, town)| town));
    }
    lexicon::write(&packages, &units, &mut writer);
    let bytes = writer
        .finish()
        .map_err(|e| ImportError { path: folder.to_owned(), reason: e.to_string() })?;
    Ok(Imported { bytes, towns, units: units.len() })
}

fn is_capital(city: &City, capital: &str) -> bool {
    !capital.is_empty()
        && (city.name == capital || city.alternatenames.iter().any(|n| n == capital))
}

/// ISO codes have two letters.
fn code_bytes(code: &str) -> [u8; 2] {
    let mut bytes = code.bytes();
    [bytes.next().unwrap_or_default(), bytes.next().unwrap_or_default()]
}
