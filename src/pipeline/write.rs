use std::collections::BTreeSet;
use std::fmt;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::exchange::{Staging, make_folder_of};

/// The list of lives.
pub(super) const LIVES: &str = "lives.json";
/// The kinds of stay and of event.
pub(super) const KINDS: &str = "kinds.json";

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

/// Writes the changed files and removes those that no seed accounts for: all of
/// it or nothing, as far as the system can ([`super::exchange`]).
pub(super) fn write(data: &Path, files: &[File], changed: &[String]) -> Result<(), WriteError> {
    let staging = Staging::beside(data).map_err(|error| wrong_at(data, error))?;
    if changed.is_empty() {
        return Ok(());
    }
    if staging.begin().is_some() {
        if let Err(error) = assemble(data, &staging, files, changed) {
            staging.abandon();
            return Err(error);
        }
        if staging.finish().is_some() {
            return Ok(());
        }
    }
    write_one_by_one(data, files, changed)
}

/// The new data whole: what has changed is written, the rest taken over.
fn assemble(
    data: &Path,
    staging: &Staging,
    files: &[File],
    changed: &[String],
) -> Result<(), WriteError> {
    let changed: BTreeSet<&str> = changed.iter().map(String::as_str).collect();
    let mut present = Vec::new();
    list(data, "", &mut present)?;
    for path in present.iter().filter(|path| !changed.contains(path.as_str())) {
        staging.keep(path).map_err(|error| wrong_at(&data.join(path), error))?;
    }
    for file in files.iter().filter(|file| changed.contains(file.path.as_str())) {
        let target = staging.folder.join(&file.path);
        make_folder_of(&target)
            .and_then(|()| fs::write(&target, &file.bytes))
            .map_err(|error| wrong_at(&target, error))?;
    }
    Ok(())
}

/// Each file whole or not at all. The list of lives, which names the others,
/// comes last.
fn write_one_by_one(data: &Path, files: &[File], changed: &[String]) -> Result<(), WriteError> {
    let mut order: Vec<&String> = changed.iter().collect();
    order.sort_by_key(|path| path.as_str() == LIVES);
    for path in order {
        let target = data.join(path);
        let wrong = |error| wrong_at(&target, error);
        match files.iter().find(|f| f.path == *path) {
            Some(file) => make_folder_of(&target)
                .and_then(|()| write_beside(&target, &file.bytes))
                .map_err(wrong)?,
            None => fs::remove_file(&target).map_err(wrong)?,
        }
    }
    Ok(())
}

fn wrong_at(path: &Path, error: io::Error) -> WriteError {
    WriteError { path: path.to_owned(), error }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_by_one_ends_in_the_same_data_as_all_at_once() {
        let folder = tempfile::tempdir().unwrap();
        let files = [File::new(LIVES, b"[]".to_vec()), File::new("a/b.json", b"1".to_vec())];
        for (name, write) in [("once", write as fn(&_, &[_], &[_]) -> _), ("one", write_one_by_one)]
        {
            let data = folder.path().join(name);
            fs::create_dir_all(data.join("old")).unwrap();
            fs::write(data.join("old/c.json"), "2").unwrap();
            let changed = differences(&data, &files, true).unwrap();
            assert_eq!(changed, ["a/b.json", LIVES, "old/c.json"]);
            write(&data, &files, &changed).unwrap();
            assert!(differences(&data, &files, true).unwrap().is_empty(), "{name}");
        }
        let mut left: Vec<_> =
            fs::read_dir(folder.path()).unwrap().map(|e| e.unwrap().file_name()).collect();
        left.sort();
        assert_eq!(left, ["once", "one"]);
    }
}
