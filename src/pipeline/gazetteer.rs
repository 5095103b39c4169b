//! The gazetteer's folder: tables that people write (`*.toml`), the index of
//! the world layer, and the historical layer compiled from the tables.

use std::collections::HashSet;
use std::fs::{self, File};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use memmap2::Mmap;

use super::diagnostic::Diagnostic;
use super::embedded_gazetteer::embedded_gazetteer;
use super::seeds::SeedFile;
use super::tables::{HistoricalToml, PlaceToml};
use crate::domain::life::Place;
use crate::geoparse::{Gazetteer, World};

/// The world layer's file.
pub const WORLD: &str = "world.index";
/// The historical layer's compiled file.
pub const COMPILED: &str = "historical.index";

/// Reads both layers of the gazetteer in a folder: every TOML file is part of
/// the historical one. Where there is no such folder, the gazetteer inside the
/// program is taken.
///
/// # Errors
/// A file cannot be read, or a table is wrong: a diagnostic for each mistake.
pub fn read_gazetteer(folder: &Path) -> Result<Gazetteer, Vec<Diagnostic>> {
    if !folder.exists() {
        return embedded_gazetteer().map_err(|diagnostic| vec![diagnostic]);
    }
    let (tables, world) = std::thread::scope(|scope| {
        let world = scope.spawn(|| read_world(&folder.join(WORLD)));
        (read_tables(folder), world.join())
    });
    let tables = tables?;
    let world = match world {
        Ok(world) => world.map_err(|diagnostic| vec![diagnostic])?,
        Err(panic) => std::panic::resume_unwind(panic),
    };
    let path = folder.join(COMPILED);
    let Some(compiled) = read_if_there(&path).map_err(|diagnostic| vec![diagnostic])? else {
        return Ok(Gazetteer::new(parse(tables)?, world));
    };
    let sources = checksum(&tables, world.as_ref());
    match Gazetteer::open(compiled, sources, world) {
        Ok(Ok(gazetteer)) => Ok(gazetteer),
        // The tables have changed since: they are what counts.
        Ok(Err(world)) => Ok(Gazetteer::new(parse(tables)?, world)),
        Err(error) => Err(vec![
            Diagnostic::of_file(&path, error.to_string())
                .help("`chronotope gazetteer compile` makes it anew"),
        ]),
    }
}

/// Reads the tables of a folder and compiles them.
pub fn compile_gazetteer(folder: &Path) -> Result<Vec<u8>, Vec<Diagnostic>> {
    let tables = read_tables(folder)?;
    let world = read_world(&folder.join(WORLD)).map_err(|diagnostic| vec![diagnostic])?;
    let sources = checksum(&tables, world.as_ref());
    Ok(Gazetteer::new(parse(tables)?, world).compile(sources))
}

type Table = (PathBuf, Vec<u8>);

fn read_tables(folder: &Path) -> Result<Vec<Table>, Vec<Diagnostic>> {
    let wrong = |path: &Path, e: std::io::Error| {
        vec![Diagnostic::of_file(path, format!("it cannot be read: {e}"))]
    };
    let mut paths = Vec::new();
    for entry in fs::read_dir(folder).map_err(|e| wrong(folder, e))? {
        paths.push(entry.map_err(|e| wrong(folder, e))?.path());
    }
    paths.retain(|path| path.extension().is_some_and(|e| e == "toml"));
    paths.sort();
    paths
        .into_iter()
        .map(|path| {
            let bytes = fs::read(&path).map_err(|e| wrong(&path, e))?;
            Ok((path, bytes))
        })
        .collect()
}

fn checksum(tables: &[Table], world: Option<&World>) -> u32 {
    let mut hasher = crc32fast::Hasher::new();
    for (path, bytes) in tables {
        hasher.update(path.file_name().unwrap_or_default().as_encoded_bytes());
        hasher.update(bytes);
    }
    hasher.update(&world.map_or(0, World::checksum).to_le_bytes());
    // A new version of the program may keep other things.
    hasher.update(env!("CARGO_PKG_VERSION").as_bytes());
    hasher.finalize()
}

fn parse(tables: Vec<Table>) -> Result<Vec<Place>, Vec<Diagnostic>> {
    let mut wrong = Vec::new();
    let mut files = Vec::new();
    for (path, bytes) in tables {
        let read = SeedFile::new(&path, bytes).and_then(|file| {
            let table: HistoricalToml = file.parse()?;
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
            check_place(place, &ids, file, &mut wrong);
            if !seen.insert(place.id.get_ref().as_str()) {
                let message = format!("the place `{}` stands twice", place.id.get_ref());
                wrong.push(file.wrong(&place.id, message));
            }
            places.push(place.to_place());
        }
    }
    if wrong.is_empty() { Ok(places) } else { Err(wrong) }
}

/// A gazetteer may do without the world layer.
fn read_world(path: &Path) -> Result<Option<World>, Diagnostic> {
    let Some(bytes) = read_if_there(path)? else { return Ok(None) };
    World::open(bytes).map(Some).map_err(|e| {
        Diagnostic::of_file(path, e.to_string()).help("script/import-gazetteer makes it anew")
    })
}

/// Maps a file into memory: copying it would take longer than all the rest.
fn read_if_there(path: &Path) -> Result<Option<Mmap>, Diagnostic> {
    #[expect(unsafe_code, reason = "a mapped file must not be cut off by others while we read")]
    // These files are only ever replaced as a whole, by renaming.
    match File::open(path).and_then(|file| unsafe { Mmap::map(&file) }) {
        Ok(map) => Ok(Some(map)),
        Err(e) if e.kind() == ErrorKind::NotFound => Ok(None),
        Err(e) => Err(Diagnostic::of_file(path, format!("it cannot be read: {e}"))),
    }
}

fn check_place(
    place: &PlaceToml,
    ids: &HashSet<&str>,
    file: &SeedFile,
    wrong: &mut Vec<Diagnostic>,
) {
    let id = place.id.get_ref();
    let kebab = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
    if id.is_empty() || !id.bytes().all(kebab) {
        wrong.push(file.wrong(&place.id, format!("`{id}` is not kebab-case")));
    }
    if place.names.get_ref().iter().all(|n| n.toponym.trim().is_empty()) {
        wrong.push(file.wrong(&place.names, format!("the place `{id}` has no name")));
    }
    for (degrees, limit) in [(&place.lat, 90.0), (&place.lon, 180.0)] {
        if let Some(degrees) = degrees
            // Not `>`: that would let through what is no number at all.
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
        let message = format!("`{id}` has no `precision_km` but {}", place.precision_km);
        wrong.push(file.wrong(&place.id, message));
    }
    for outer in &place.part_of {
        if !ids.contains(outer.get_ref().as_str()) {
            wrong.push(file.wrong(outer, format!("there is no place `{}`", outer.get_ref())));
        }
    }
}
