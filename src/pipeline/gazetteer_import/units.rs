//! Countries, provinces and districts: their names come with the towns that
//! lie in them, their points are the middle of these towns.

use std::collections::{BTreeMap, HashMap};

use super::packages::{City, Location, Packages};
use crate::domain::great_circle::{LonLat, distance_km};
use crate::geoparse::{UnitKind, WorldHandle, WorldPlace, WorldWriter, fold};

pub(super) struct Units {
    countries: BTreeMap<String, WorldHandle>,
    /// The nearest unit of each town.
    of_city: HashMap<u32, WorldHandle>,
    count: usize,
}

/// Two rows for one town are not farther apart.
const SAME_TOWN_KM: f64 = 15.0;

/// Country, province, district; the last two may be empty.
type Path<'a> = (&'a str, &'a str, &'a str);

impl Units {
    pub fn write(packages: &Packages, writer: &mut WorldWriter) -> Self {
        let mut units = Self { countries: BTreeMap::new(), of_city: HashMap::new(), count: 0 };
        units.write_countries(packages, writer);
        let paths = paths(packages);
        let mut middles: BTreeMap<Path<'_>, Middle> = BTreeMap::new();
        for (city, &(country, province, district)) in packages.cities.iter().zip(&paths) {
            for path in [(country, province, ""), (country, province, district)] {
                middles.entry(path).or_default().add(city);
            }
        }
        let mut written: HashMap<Path<'_>, WorldHandle> = HashMap::new();
        for (&path, middle) in &middles {
            if let Some(unit) = units.write_unit(path, middle, packages, &written, writer) {
                written.insert(path, unit);
            }
        }
        for (city, &(country, province, district)) in packages.cities.iter().zip(&paths) {
            let unit = [(country, province, district), (country, province, "")]
                .iter()
                .find_map(|path| written.get(path))
                .or_else(|| units.countries.get(country));
            if let Some(&unit) = unit {
                units.of_city.insert(city.geonameid, unit);
            }
        }
        units
    }

    /// The unit that a town lies in.
    pub fn container(&self, city: &City) -> Option<WorldHandle> {
        self.of_city.get(&city.geonameid).copied()
    }

    /// The country with a code.
    pub fn country(&self, code: &str) -> Option<WorldHandle> {
        self.countries.get(code).copied()
    }

    /// The countries with their codes, in order.
    pub fn countries(&self) -> impl Iterator<Item = (&str, WorldHandle)> {
        self.countries.iter().map(|(code, &handle)| (code.as_str(), handle))
    }

    pub fn len(&self) -> usize {
        self.count
    }

    fn write_countries(&mut self, packages: &Packages, writer: &mut WorldWriter) {
        for (code, country) in &packages.countries {
            let about = packages.about_countries.get(code);
            let towns = packages.cities.iter().filter(|city| city.countrycode == *code);
            let mut middle = Middle::default();
            towns.for_each(|city| middle.add(city));
            let point = about
                .and_then(|about| about.latlng)
                .map(|(lat, lon)| LonLat { lon, lat })
                .or(middle.point());
            let Some(point) = point else { continue };
            let handle = writer.place(WorldPlace {
                geonames: Some(country.geonameid),
                title: &country.name,
                kind: UnitKind::Country,
                point,
                population: country.population,
                container: None,
            });
            writer.name(&country.name, handle, true);
            let others = about.into_iter().flat_map(|about| &about.alt_spellings);
            for name in others.filter(|name| name.len() > 3 && name.chars().any(char::is_lowercase))
            {
                writer.name(name, handle, false);
            }
            self.countries.insert(code.clone(), handle);
            self.count += 1;
        }
    }

    fn write_unit(
        &mut self,
        (country, province, district): Path<'_>,
        middle: &Middle,
        packages: &Packages,
        written: &HashMap<Path<'_>, WorldHandle>,
        writer: &mut WorldWriter,
    ) -> Option<WorldHandle> {
        let state = self.countries.get(country).copied();
        let (title, kind, container) = match (province, district) {
            ("", _) => return None,
            (province, "") => (province, UnitKind::Province, state),
            (province, district) => {
                let container = written.get(&(country, province, "")).copied().or(state);
                (district, UnitKind::District, container)
            }
        };
        let point = middle.point()?;
        let us_state = (country == "US" && kind == UnitKind::Province)
            .then(|| packages.us_states.values().find(|s| s.name == title))
            .flatten();
        let geonames = us_state.map(|state| state.geonameid);
        let population = middle.people;
        let unit = writer.place(WorldPlace { geonames, title, kind, point, population, container });
        writer.name(title, unit, true);
        for name in short_names(title) {
            // A county is not meant by the bare name: towns are.
            writer.name(name, unit, kind == UnitKind::Province);
        }
        self.count += 1;
        Some(unit)
    }
}

/// The middle of towns, weighed by their people.
#[derive(Default)]
struct Middle {
    sum: (f64, f64),
    weight: f64,
    /// Where the first lies: longitudes are summed as distances from it, so
    /// that a unit across the antimeridian keeps its middle.
    origin: Option<LonLat>,
    people: u64,
}

impl Middle {
    fn add(&mut self, city: &City) {
        // Villages say something about the extent, cities do not say all.
        let weight = (city.population as f64 + 1000.0).sqrt();
        let LonLat { lon, lat } = city.point();
        let origin = *self.origin.get_or_insert(LonLat { lon, lat });
        let east = (lon - origin.lon + 540.0).rem_euclid(360.0) - 180.0;
        self.sum.0 += weight * east;
        self.sum.1 += weight * lat;
        self.weight += weight;
        self.people += city.population;
    }

    fn point(&self) -> Option<LonLat> {
        let origin = self.origin?;
        let lon = (origin.lon + self.sum.0 / self.weight + 540.0).rem_euclid(360.0) - 180.0;
        Some(LonLat { lon, lat: self.sum.1 / self.weight })
    }
}

/// Country, province and district of each town: of the row of the same name
/// near it; else the province that most towns of its code lie in.
fn paths(packages: &Packages) -> Vec<Path<'_>> {
    let mut by_name: HashMap<(&str, String), Vec<&Location>> = HashMap::new();
    for location in &packages.locations {
        if let Some(name) = fold(&location.name) {
            by_name.entry((&location.country, name)).or_default().push(location);
        }
    }
    let row = |city: &City| {
        let near = by_name.get(&(city.countrycode.as_str(), fold(&city.name)?))?;
        near.iter()
            .map(|location| (distance_km(location.point, city.point()), *location))
            .min_by(|a, b| a.0.total_cmp(&b.0))
            .filter(|(km, _)| *km <= SAME_TOWN_KM)
            .map(|(_, location)| location)
    };
    let rows: Vec<Option<&Location>> = packages.cities.iter().map(row).collect();

    let mut votes: HashMap<(&str, &str), BTreeMap<&str, usize>> = HashMap::new();
    for (city, location) in packages.cities.iter().zip(&rows) {
        if let Some(location) = location.filter(|l| !l.admin1.is_empty()) {
            let code = (city.countrycode.as_str(), city.admin1code.as_str());
            *votes.entry(code).or_default().entry(&location.admin1).or_default() += 1;
        }
    }
    let elected: HashMap<(&str, &str), &str> = votes
        .into_iter()
        .filter_map(|(code, votes)| {
            votes.into_iter().max_by_key(|&(_, count)| count).map(|(name, _)| (code, name))
        })
        .collect();
    packages
        .cities
        .iter()
        .zip(rows)
        .map(|(city, location)| {
            let country = city.countrycode.as_str();
            match location.filter(|l| !l.admin1.is_empty()) {
                Some(location) => (country, location.admin1.as_str(), location.admin2.as_str()),
                None => {
                    let code = (country, city.admin1code.as_str());
                    (country, elected.get(&code).copied().unwrap_or(""), "")
                }
            }
        })
        .collect()
}

/// What a unit is called without the word for what it is.
fn short_names(title: &str) -> Vec<&str> {
    const AFTER: [&str; 30] = [
        " Province",
        " District",
        " Region",
        " Oblast",
        " Oblast'",
        " Krai",
        " Kray",
        " Rayon",
        " Raion",
        " Sheng",
        " Shi",
        " Xian",
        " Prefecture",
        " Governorate",
        " State",
        " Area",
        " Department",
        " Division",
        " Municipality",
        " Voivodeship",
        " Autonomous Region",
        " Huizu Zizhiqu",
        " Uygur Zizhiqu",
        " Zhuangzu Zizhiqu",
        " Avtonomnyy Okrug",
        "-fu",
        "-ken",
        "-to",
        "-do",
        " Special Region",
    ];
    const BEFORE: [&str; 26] = [
        "Province of ",
        "Provincia di ",
        "Provincia de ",
        "Provincia del ",
        "Departement de la ",
        "Departement de l'",
        "Departement du ",
        "Departement des ",
        "Departement de ",
        "Departamento de ",
        "Regierungsbezirk ",
        "Landkreis ",
        "Republic of ",
        "Respublika ",
        "Region of ",
        "County of ",
        "Borough of ",
        "City of ",
        "Raionul ",
        "Judetul ",
        "Gorod ",
        "Powiat ",
        "Muhafazat ",
        "Wilaya de ",
        "Estado de ",
        "Comarca de ",
    ];
    let after = AFTER.iter().filter_map(|generic| title.strip_suffix(generic));
    let before = BEFORE.iter().filter_map(|generic| title.strip_prefix(generic));
    after.chain(before).filter(|name| name.len() > 2).collect()
}
