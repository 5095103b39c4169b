use std::collections::BTreeSet;
use std::fmt;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// The list of lives.
pub(super) const LIVES: &str = "lives.json";

/// A file to be written, by its path under `data/`.
pub(super) struct File {
    pub path: String,
    pub bytes: Vec<u8>,
}

/// A file that cannot be read or written.
#[derive(Debug)]
pub struct WriteError {
    path: PathBuf,
    error: io::Error,
}

impl File {
    pub fn new(path: impl Into<String>, bytes: Vec<u8>) -> Self {
        Self { path: path.into(), bytes }
    }
}

/// Paths that differ between what is on disk and what would be written, sorted;
/// with `complete`, also files that should not be there.
pub(super) fn differences(
    data: &Path,
    files: &[File],
    complete: bool,
) -> Result<Vec<String>, WriteError> {
    let mut changed = BTreeSet::new();
    for file in files {
        match fs::read(data.join(&file.path)) {
            Ok(bytes) if bytes == file.bytes => {}
            Ok(_) => {
                changed.insert(file.path.clone());
            }
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                changed.insert(file.path.clone());
            }
            Err(error) => return Err(WriteError { path: data.join(&file.path), error }),
        }
    }
    if complete {
        let wanted: BTreeSet<&str> = files.iter().map(|f| f.path.as_str()).collect();
        let mut present = Vec::new();
        list(data, "", &mut present)?;
        changed.extend(present.into_iter().filter(|path| !wanted.contains(path.as_str())));
    }
    Ok(changed.into_iter().collect())
}

/// Writes the changed files, each whole or not at all, and removes those that
/// no seed accounts for. The list of lives, which names the others, comes last.
pub(super) fn write(data: &Path, files: &[File], changed: &[String]) -> Result<(), WriteError> {
    let mut order: Vec<&String> = changed.iter().collect();
    order.sort_by_key(|path| path.as_str() == LIVES);
    for path in order {
        let target = data.join(path);
        let wrong = |error| WriteError { path: target.clone(), error };
        match files.iter().find(|f| f.path == *path) {
            Some(file) => write_whole(&target, &file.bytes).map_err(wrong)?,
            None => fs::remove_file(&target).map_err(wrong)?,
        }
    }
    Ok(())
}

fn write_whole(target: &Path, bytes: &[u8]) -> io::Result<()> {
    if let Some(folder) = target.parent() {
        fs::create_dir_all(folder)?;
    }
    write_beside(target, bytes)
}

/// Writes a file whole or not at all. What is no file (a device, a pipe) is
/// written as it is; of a link, the file it leads to is written.
pub fn write_file(path: &Path, bytes: &[u8]) -> Result<(), WriteError> {
    let written = match fs::canonicalize(path) {
        Ok(target) if target.is_file() => write_beside(&target, bytes),
        Ok(target) => fs::write(target, bytes),
        Err(error) if error.kind() == io::ErrorKind::NotFound => write_beside(path, bytes),
        Err(error) => Err(error),
    };
    written.map_err(|error| WriteError { path: path.to_owned(), error })
}

/// To a new file beside it first, then renamed over it.
fn write_beside(target: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut name = target.file_name().unwrap_or_default().to_owned();
    name.push(format!(".{}.new", std::process::id()));
    let beside = target.with_file_name(name);
    let written = fs::write(&beside, bytes).and_then(|()| fs::rename(&beside, target));
    if written.is_err() {
        let _ = fs::remove_file(&beside);
    }
    written
}

fn list(folder: &Path, prefix: &str, found: &mut Vec<String>) -> Result<(), WriteError> {
    let wrong = |error| WriteError { path: folder.to_owned(), error };
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        Err(error) => return Err(wrong(error)),
    };
    for entry in entries {
        let entry = entry.map_err(wrong)?;
        let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
        if entry.path().is_dir() {
            list(&entry.path(), &format!("{name}/"), found)?;
        } else {
            found.push(name);
        }
    }
    Ok(())
}

impl fmt::Display for WriteError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.path.display(), self.error)
    }
}

impl std::error::Error for WriteError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        Some(&self.error)
    }
}
