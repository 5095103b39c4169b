use std::fs;
use std::path::{Path, PathBuf};

use toml::Spanned;

use super::diagnostic::Diagnostic;
use super::gazetteer::read_gazetteer;
use super::tables::{ItineraryToml, LifeToml, StayToml};
use super::write::File;
use crate::domain::formats::Basemap;
use crate::geoparse::Gazetteer;

/// Everything people wrote, read and well-formed, but not yet proved.
pub(super) struct Seeds {
    pub gazetteer: Gazetteer,
    pub lives: Vec<LifeSeed>,
    pub basemap: BasemapSeed,
}

/// The base map, and the files as they go into the data.
#[derive(Default)]
pub(super) struct BasemapSeed {
    topology: String,
    pub files: Vec<File>,
}

/// The folder of one life.
pub(super) struct LifeSeed {
    pub id: String,
    pub life: LifeToml,
    pub text: String,
    pub life_file: SeedFile,
    pub itinerary_file: SeedFile,
    pub stays: Vec<StayToml>,
}

/// A seed file with its text, for diagnostics.
pub(super) struct SeedFile {
    pub path: PathBuf,
    pub source: String,
}

/// Reads the gazetteer and the named lives (all, if none is named).
pub(super) fn read(root: &Path, lives: &[String]) -> Result<Seeds, Vec<Diagnostic>> {
    let seeds = root.join("seeds");
    let gazetteer = read_gazetteer(&seeds.join("gazetteer"))?;
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
    if wrong.is_empty() { Ok(Seeds { gazetteer, lives: read, basemap }) } else { Err(wrong) }
}

fn read_life(folder: &Path, id: String) -> Result<LifeSeed, Vec<Diagnostic>> {
    let read = |name: &str| SeedFile::read(&folder.join(name));
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
    let life: Result<LifeToml, _> = life_file.parse();
    let itinerary: Result<ItineraryToml, _> = itinerary_file.parse();
    match (life, itinerary) {
        (Ok(life), Ok(itinerary)) => Ok(LifeSeed {
            id,
            life,
            text: text.source,
            life_file,
            itinerary_file,
            stays: itinerary.stay,
        }),
        (life, itinerary) => Err([life.err(), itinerary.err()].into_iter().flatten().collect()),
    }
}

/// The base map goes into the data as it is, once it is known to be readable.
fn read_basemap(folder: &Path) -> Result<BasemapSeed, Diagnostic> {
    let topology = SeedFile::read(&folder.join("natural-earth.topojson"))?;
    Basemap::parse(&topology.source, i32::MAX)
        .map_err(|e| Diagnostic::of_file(&topology.path, e.to_string()))?;
    let topology = topology.source;
    let mut files =
        vec![File::new("basemap/natural-earth.topojson", topology.clone().into_bytes())];
    let mut tiles = Vec::new();
    list_files(&folder.join("relief"), &mut tiles)
        .map_err(|(path, e)| Diagnostic::of_file(&path, e.to_string()))?;
    tiles.sort();
    for tile in tiles {
        let bytes = fs::read(&tile).map_err(|e| Diagnostic::of_file(&tile, e.to_string()))?;
        let relative = tile.strip_prefix(folder).unwrap_or(&tile);
        let name: Vec<_> = relative.iter().map(|part| part.to_string_lossy()).collect();
        files.push(File::new(format!("basemap/{}", name.join("/")), bytes));
    }
    Ok(BasemapSeed { topology, files })
}

impl BasemapSeed {
    /// As it was in a year. Read once already, it is readable.
    pub fn in_year(&self, year: i32) -> Basemap {
        Basemap::parse(&self.topology, year).unwrap_or_default()
    }
}

fn list_files(folder: &Path, files: &mut Vec<PathBuf>) -> Result<(), (PathBuf, std::io::Error)> {
    let wrong = |e| (folder.to_owned(), e);
    if !folder.exists() {
        return Ok(());
    }
    for entry in fs::read_dir(folder).map_err(wrong)? {
        let path = entry.map_err(wrong)?.path();
        if path.is_dir() {
            list_files(&path, files)?;
        } else {
            files.push(path);
        }
    }
    Ok(())
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

impl SeedFile {
    pub fn read(path: &Path) -> Result<Self, Diagnostic> {
        let bytes = fs::read(path)
            .map_err(|e| Diagnostic::of_file(path, format!("it cannot be read: {e}")))?;
        Self::new(path, bytes)
    }

    pub fn new(path: &Path, bytes: Vec<u8>) -> Result<Self, Diagnostic> {
        let source = String::from_utf8(bytes).map_err(|e| {
            let good = e.utf8_error().valid_up_to();
            let line = 1 + e.as_bytes()[..good].iter().filter(|&&b| b == b'\n').count();
            let bad = e.as_bytes()[good];
            let message = format!("line {line} is not UTF-8: byte 0x{bad:02X} at offset {good}");
            Diagnostic::of_file(path, message).help("save the file with the encoding UTF-8")
        })?;
        Ok(Self { path: path.to_owned(), source })
    }

    pub fn parse<T: serde::de::DeserializeOwned>(&self) -> Result<T, Diagnostic> {
        toml::from_str(&self.source).map_err(|e| Diagnostic::of_toml(&self.path, &self.source, &e))
    }

    /// A mistake at a value of this file.
    pub fn wrong<T>(&self, value: &Spanned<T>, message: impl Into<String>) -> Diagnostic {
        Diagnostic::at(&self.path, &self.source, value.span(), message)
    }
}
