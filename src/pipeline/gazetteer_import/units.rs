//! Countries, provinces and districts. Their names come from the rows of the
//! towns in them, their points are the weighted centroids of these towns.

use std::collections::{BTreeMap, HashMap};

use super::centroid::Centroid;
use super::packages::{City, Packages};
use super::unit_names::short_names;
use super::unit_paths::{UnitPath, unit_paths};
use crate::domain::great_circle::LonLat;
use crate::geoparse::{UnitKind, WorldHandle, WorldPlace, WorldWriter};

/// The units that have been written, by what they are looked up with.
pub(super) struct Units {
    countries: BTreeMap<String, WorldHandle>,
    /// The smallest unit that each town lies in, by GeoNames id.
    of_city: HashMap<u32, WorldHandle>,
    count: usize,
}

impl Units {
    /// Writes every unit of the packages.
    pub fn write(packages: &Packages, writer: &mut WorldWriter) -> Self {
        let mut units = Self { countries: BTreeMap::new(), of_city: HashMap::new(), count: 0 };
        units.write_countries(packages, writer);
        let paths = unit_paths(packages);
        let mut centroids: BTreeMap<UnitPath<'_>, Centroid> = BTreeMap::new();
        for (city, &(country, province, district)) in packages.cities.iter().zip(&paths) {
            for path in [(country, province, ""), (country, province, district)] {
                centroids.entry(path).or_default().add(city.point(), city.population);
            }
        }
        let mut written: HashMap<UnitPath<'_>, WorldHandle> = HashMap::new();
        for (&path, centroid) in &centroids {
            if let Some(unit) = units.write_unit(path, centroid, packages, &written, writer) {
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

    /// The smallest unit that a town lies in.
    pub fn container(&self, city: &City) -> Option<WorldHandle> {
        self.of_city.get(&city.geonameid).copied()
    }

    /// The country with an ISO code.
    pub fn country(&self, code: &str) -> Option<WorldHandle> {
        self.countries.get(code).copied()
    }

    /// The countries with their codes, in order.
    pub fn countries(&self) -> impl Iterator<Item = (&str, WorldHandle)> {
        self.countries.iter().map(|(code, &handle)| (code.as_str(), handle))
    }

    /// How many units were written.
    pub fn len(&self) -> usize {
        self.count
    }

    fn write_countries(&mut self, packages: &Packages, writer: &mut WorldWriter) {
        for (code, country) in &packages.countries {
            let about = packages.about_countries.get(code);
            let towns = packages.cities.iter().filter(|city| city.countrycode == *code);
            let mut centroid = Centroid::default();
            towns.for_each(|city| centroid.add(city.point(), city.population));
            let point = about
                .and_then(|about| about.latlng)
                .map(|(lat, lon)| LonLat { lon, lat })
                .or(centroid.point());
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
        (country, province, district): UnitPath<'_>,
        centroid: &Centroid,
        packages: &Packages,
        written: &HashMap<UnitPath<'_>, WorldHandle>,
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
        let point = centroid.point()?;
        let us_state = (country == "US" && kind == UnitKind::Province)
            .then(|| packages.us_states.values().find(|s| s.name == title))
            .flatten();
        let geonames = us_state.map(|state| state.geonameid);
        let population = centroid.population;
        let unit = writer.place(WorldPlace { geonames, title, kind, point, population, container });
        writer.name(title, unit, true);
        for name in short_names(title) {
            // The bare name of a county means the town of that name.
            writer.name(name, unit, kind == UnitKind::Province);
        }
        self.count += 1;
        Some(unit)
    }
}
