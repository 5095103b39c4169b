//! Reads the folder of the gazetteer: tables written by hand (`*.toml`), the index
//! of the world layer, and the curated layer compiled from the tables.

use std::fs::{self, File};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use memmap2::Mmap;

use super::embedded_gazetteer::embedded_gazetteer;
use crate::compose::{Diagnostic, parse_place_tables};
use crate::geoparse::{Gazetteer, Opened, World};

/// The file name of the world layer.
pub const WORLD: &str = "world.index";
/// The file name of the compiled curated layer.
pub const COMPILED: &str = "historical.index";

/// Reads both layers of the gazetteer in a folder. Every TOML file is part of the
/// curated layer. If the folder does not exist, the gazetteer embedded in the
/// program is used.
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
        return Ok(Gazetteer::new(parse_place_tables(tables)?, world));
    };
    let sources = checksum(&tables, world.as_ref());
    match Gazetteer::open(compiled, sources, world) {
        Ok(Opened::Fresh(gazetteer)) => Ok(gazetteer),
        // The tables have changed since they were compiled.
        Ok(Opened::Stale(world)) => Ok(Gazetteer::new(parse_place_tables(tables)?, world)),
        Err(error) => Err(vec![
            Diagnostic::of_file(&path, error.to_string())
                .with_help("`chronotope gazetteer compile` makes it anew"),
        ]),
    }
}

/// Reads the tables of a folder and compiles them.
///
/// # Errors
/// A file cannot be read, or a table is wrong: a diagnostic for each mistake.
pub fn compile_gazetteer(folder: &Path) -> Result<Vec<u8>, Vec<Diagnostic>> {
    let tables = read_tables(folder)?;
    let world = read_world(&folder.join(WORLD)).map_err(|diagnostic| vec![diagnostic])?;
    let sources = checksum(&tables, world.as_ref());
    Ok(Gazetteer::new(parse_place_tables(tables)?, world).compile(sources))
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
    // Another version of the program may compile them differently.
    hasher.update(env!("CARGO_PKG_VERSION").as_bytes());
    hasher.finalize()
}

/// Opens the world layer. `None` if there is no such file: it is optional.
fn read_world(path: &Path) -> Result<Option<World>, Diagnostic> {
    let Some(bytes) = read_if_there(path)? else { return Ok(None) };
    World::open(bytes).map(Some).map_err(|e| {
        Diagnostic::of_file(path, e.to_string()).with_help("script/import-gazetteer makes it anew")
    })
}

/// Maps a file into memory, because copying it would take longer than everything
/// else. `None` if it does not exist.
fn read_if_there(path: &Path) -> Result<Option<Mmap>, Diagnostic> {
    #[expect(unsafe_code, reason = "a mapped file must not be cut off by others while we read")]
    // These files are only replaced as a whole, by renaming (write_file).
    match File::open(path).and_then(|file| unsafe { Mmap::map(&file) }) {
        Ok(map) => Ok(Some(map)),
        Err(e) if e.kind() == ErrorKind::NotFound => Ok(None),
        Err(e) => Err(Diagnostic::of_file(path, format!("it cannot be read: {e}"))),
    }
}
