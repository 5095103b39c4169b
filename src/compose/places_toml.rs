//! Reads the tables of places that are written by hand: `seeds/gazetteer/*.toml`,
//! and `places.toml` in the folder of a life.

use std::collections::HashSet;
use std::path::PathBuf;

use serde::Deserialize;
use toml::Spanned;

use super::diagnostic::Diagnostic;
use super::seed_file::SeedFile;
use crate::domain::great_circle::LonLat;
use crate::domain::life::{Place, PlaceKind, Toponym};

/// Reads tables of places, each a path with its content.
///
/// # Errors
/// A diagnostic for each mistake in any of them.
pub fn parse_place_tables(tables: Vec<(PathBuf, Vec<u8>)>) -> Result<Vec<Place>, Vec<Diagnostic>> {
    let mut wrong = Vec::new();
    let mut files = Vec::new();
    for (path, bytes) in tables {
        let read = SeedFile::new(&path, bytes).and_then(|file| {
            let table: PlaceTableToml = file.parse()?;
            Ok((file, table))
        });
        match read {
            Ok(read) => files.push(read),
            Err(diagnostic) => wrong.push(diagnostic),
        }
    }
    let all = files.iter().flat_map(|(_, table)| &table.place);
    let ids: HashSet<&str> = all.map(|place| place.id.get_ref().as_str()).collect();
    let mut seen = HashSet::new();
    let mut places = Vec::new();
    for (file, table) in &files {
        for place in &table.place {
            check_place(place, file, &mut wrong);
            for outer in place.part_of.iter().filter(|id| !ids.contains(id.get_ref().as_str())) {
                wrong.push(file.wrong(outer, format!("there is no place `{}`", outer.get_ref())));
            }
            if !seen.insert(place.id.get_ref().as_str()) {
                let message = format!("the place `{}` is defined twice", place.id.get_ref());
                wrong.push(file.wrong(&place.id, message));
            }
            places.push(place.to_place());
        }
    }
    if wrong.is_empty() { Ok(places) } else { Err(wrong) }
}

/// Reads a life's own `places.toml`. `part_of` is not checked here, because it may
/// refer to the common gazetteer.
///
/// # Errors
/// A diagnostic for each mistake.
pub fn parse_own_places(file: &SeedFile) -> Result<Vec<Place>, Vec<Diagnostic>> {
    let table: PlaceTableToml = file.parse().map_err(|diagnostic| vec![diagnostic])?;
    let mut wrong = Vec::new();
    for (index, place) in table.place.iter().enumerate() {
        check_place(place, file, &mut wrong);
        let id = place.id.get_ref();
        if table.place[..index].iter().any(|other| other.id.get_ref() == id) {
            wrong.push(file.wrong(&place.id, format!("the place `{id}` is defined twice")));
        }
    }
    let places = table.place.iter().map(PlaceToml::to_place).collect();
    if wrong.is_empty() { Ok(places) } else { Err(wrong) }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PlaceTableToml {
    #[serde(default)]
    place: Vec<PlaceToml>,
}

/// One `[[place]]`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PlaceToml {
    id: Spanned<String>,
    title: String,
    kind: PlaceKind,
    #[serde(rename = "type")]
    type_label: String,
    names: Spanned<Vec<Toponym>>,
    lat: Option<Spanned<f64>>,
    lon: Option<Spanned<f64>>,
    precision_km: f64,
    #[serde(default)]
    part_of: Vec<Spanned<String>>,
    geonames: Option<u64>,
    wikidata: Option<String>,
    source: String,
    note: Option<String>,
}

impl PlaceToml {
    fn to_place(&self) -> Place {
        let degrees = |value: &Option<Spanned<f64>>| value.as_ref().map(|v| *v.get_ref());
        Place {
            id: self.id.get_ref().clone(),
            title: self.title.clone(),
            names: self.names.get_ref().clone(),
            kind: self.kind,
            type_label: self.type_label.clone(),
            point: degrees(&self.lon).zip(degrees(&self.lat)).map(|(lon, lat)| LonLat { lon, lat }),
            precision_km: self.precision_km,
            part_of: self.part_of.iter().map(|id| id.get_ref().clone()).collect(),
            source: self.source.clone(),
            note: self.note.clone(),
            geonames: self.geonames,
            wikidata: self.wikidata.clone(),
            mentions: 0,
        }
    }
}

fn check_place(place: &PlaceToml, file: &SeedFile, wrong: &mut Vec<Diagnostic>) {
    let id = place.id.get_ref();
    let kebab = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
    if id.is_empty() || !id.bytes().all(kebab) {
        wrong.push(
            file.wrong(&place.id, format!("`{id}` is not a valid id: use only a-z, 0-9 and `-`")),
        );
    }
    if place.names.get_ref().iter().all(|n| n.toponym.trim().is_empty()) {
        wrong.push(file.wrong(&place.names, format!("the place `{id}` has no name")));
    }
    for (degrees, limit) in [(&place.lat, 90.0), (&place.lon, 180.0)] {
        if let Some(degrees) = degrees
            // Not `>`: that would let NaN through.
            && !(-limit..=limit).contains(degrees.get_ref())
        {
            let message = format!("{} is not within ±{limit} degrees", degrees.get_ref());
            wrong.push(file.wrong(degrees, message));
        }
    }
    if place.lat.is_some() != place.lon.is_some() {
        wrong.push(file.wrong(&place.id, format!("`{id}` has only one of `lat` and `lon`")));
    }
    if !(0.0..f64::INFINITY).contains(&place.precision_km) {
        let message = format!(
            "the `precision_km` of `{id}` must be a distance in kilometres, not {}",
            place.precision_km
        );
        wrong.push(file.wrong(&place.id, message));
    }
}
