//! Reads everything under `seeds/`: the gazetteer, the kinds, the lives and the base map.

use std::fs;
use std::path::Path;

use super::gazetteer::read_gazetteer;
use super::list_files::list_files;
use super::write::File;
use crate::compose::{Diagnostic, LifeSeed, SeedFile, core_kinds, parse_kinds};
use crate::domain::formats::{Basemap, Borders};
use crate::domain::life::KindTable;
use crate::geoparse::Gazetteer;

/// All seeds, parsed but not yet validated.
pub(super) struct Seeds {
    pub gazetteer: Gazetteer,
    pub kinds: KindTable,
    pub lives: Vec<LifeSeed>,
    pub basemap: BasemapSeed,
}

/// The base map, and its files as they are copied to the data.
#[derive(Default)]
pub(super) struct BasemapSeed {
    topology: String,
    pub files: Vec<File>,
}

/// Reads the gazetteer and the named lives: all, if none is named.
pub(super) fn read(root: &Path, lives: &[String]) -> Result<Seeds, Vec<Diagnostic>> {
    let seeds = root.join("seeds");
    let gazetteer = read_gazetteer(&seeds.join("gazetteer"))?;
    let kinds = read_kinds(&seeds.join("kinds.toml")).map_err(|diagnostic| vec![diagnostic])?;
    let folder = seeds.join("lives");
    let ids = if lives.is_empty() { subfolders(&folder)? } else { lives.to_vec() };
    let mut wrong = Vec::new();
    let mut read = Vec::new();
    for id in ids {
        match read_life(&folder.join(&id), id) {
            Ok(life) => read.push(life),
            Err(diagnostics) => wrong.extend(diagnostics),
        }
    }
    let basemap = read_basemap(&seeds.join("basemap")).unwrap_or_else(|diagnostic| {
        wrong.push(diagnostic);
        BasemapSeed::default()
    });
    if wrong.is_empty() { Ok(Seeds { gazetteer, kinds, lives: read, basemap }) } else { Err(wrong) }
}

fn read_life(folder: &Path, id: String) -> Result<LifeSeed, Vec<Diagnostic>> {
    let read = |name: &str| read_file(&folder.join(name));
    let (text, life_file, itinerary_file) =
        match (read("text.txt"), read("life.toml"), read("itinerary.toml")) {
            (Ok(text), Ok(life), Ok(itinerary)) => (text, life, itinerary),
            (text, life, itinerary) => {
                return Err([text.err(), life.err(), itinerary.err()]
                    .into_iter()
                    .flatten()
                    .collect());
            }
        };
    let places = folder.join("places.toml");
    let places = places.exists().then(|| read_file(&places)).transpose();
    let places = places.map_err(|diagnostic| vec![diagnostic])?;
    LifeSeed::parse(id, text, life_file, itinerary_file, places)
}

/// Reads the table of kinds. A project without one uses the one in the program.
fn read_kinds(path: &Path) -> Result<KindTable, Diagnostic> {
    if path.exists() { parse_kinds(&read_file(path)?) } else { core_kinds() }
}

/// Reads the base map. Its files are copied to the data unchanged.
fn read_basemap(folder: &Path) -> Result<BasemapSeed, Diagnostic> {
    let topology = read_file(&folder.join("natural-earth.topojson"))?;
    Basemap::parse(&topology.source, i32::MAX)
        .map_err(|e| Diagnostic::of_file(&topology.path, e.to_string()))?;
    let topology = topology.source;
    let mut files =
        vec![File::new("basemap/natural-earth.topojson", topology.clone().into_bytes())];
    let borders = folder.join("borders.topojson");
    if borders.exists() {
        let borders = read_file(&borders)?;
        Borders::parse(&borders.source)
            .map_err(|e| Diagnostic::of_file(&borders.path, e.to_string()))?;
        files.push(File::new("basemap/borders.topojson", borders.source.into_bytes()));
    }
    let relief = folder.join("relief");
    let tiles =
        list_files(&relief).map_err(|error| Diagnostic::of_file(&relief, error.to_string()))?;
    for name in tiles {
        let tile = relief.join(&name);
        let bytes = fs::read(&tile).map_err(|e| Diagnostic::of_file(&tile, e.to_string()))?;
        files.push(File::new(format!("basemap/relief/{name}"), bytes));
    }
    Ok(BasemapSeed { topology, files })
}

impl BasemapSeed {
    /// The base map of a year. The topology has been parsed before, so it is valid.
    pub fn in_year(&self, year: i32) -> Basemap {
        Basemap::parse(&self.topology, year).unwrap_or_default()
    }
}

fn read_file(path: &Path) -> Result<SeedFile, Diagnostic> {
    let bytes =
        fs::read(path).map_err(|e| Diagnostic::of_file(path, format!("it cannot be read: {e}")))?;
    SeedFile::new(path, bytes)
}

fn subfolders(folder: &Path) -> Result<Vec<String>, Vec<Diagnostic>> {
    let wrong = |e: std::io::Error| vec![Diagnostic::of_file(folder, e.to_string())];
    let mut ids = Vec::new();
    for entry in fs::read_dir(folder).map_err(wrong)? {
        let entry = entry.map_err(wrong)?;
        if entry.path().is_dir() {
            ids.push(entry.file_name().to_string_lossy().into_owned());
        }
    }
    ids.sort();
    Ok(ids)
}
