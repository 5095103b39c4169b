//! Compares the files of a build with those in `data/`, and writes the difference.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::Path;

use super::exchange::{Staging, make_folder_of};
use super::list_files::list_files;
use super::write_file::{WriteError, replace_file};

/// The list of lives.
pub(super) const LIVES: &str = "lives.json";
/// The kinds of stay and of event.
pub(super) const KINDS: &str = "kinds.json";

/// A file to be written, by its path under `data/`.
pub(super) struct File {
    pub path: String,
    pub bytes: Vec<u8>,
}

impl File {
    pub fn new(path: impl Into<String>, bytes: Vec<u8>) -> Self {
        Self { path: path.into(), bytes }
    }
}

/// The paths whose files on disk differ from those to be written, sorted. With
/// `complete`, files that should not exist are included.
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
            Err(error) => return Err(WriteError::new(data.join(&file.path), error)),
        }
    }
    if complete {
        let wanted: BTreeSet<&str> = files.iter().map(|f| f.path.as_str()).collect();
        let present = list_files(data)?;
        changed.extend(present.into_iter().filter(|path| !wanted.contains(path.as_str())));
    }
    Ok(changed.into_iter().collect())
}

/// Writes the changed files and removes those that no seed accounts for. Either
/// all changes are made or none, where the system allows it ([`super::exchange`]).
pub(super) fn write(data: &Path, files: &[File], changed: &[String]) -> Result<(), WriteError> {
    let staging = Staging::beside(data).map_err(|error| WriteError::new(data, error))?;
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

/// Puts all the new data together: the changed files are written, the others
/// taken over.
fn assemble(
    data: &Path,
    staging: &Staging,
    files: &[File],
    changed: &[String],
) -> Result<(), WriteError> {
    let changed: BTreeSet<&str> = changed.iter().map(String::as_str).collect();
    let present = list_files(data)?;
    for path in present.iter().filter(|path| !changed.contains(path.as_str())) {
        staging.keep(path).map_err(|error| WriteError::new(data.join(path), error))?;
    }
    for file in files.iter().filter(|file| changed.contains(file.path.as_str())) {
        let target = staging.folder.join(&file.path);
        make_folder_of(&target)
            .and_then(|()| fs::write(&target, &file.bytes))
            .map_err(|error| WriteError::new(&target, error))?;
    }
    Ok(())
}

/// Replaces one file after the other. The list of lives comes last, because it
/// names the others.
fn write_one_by_one(data: &Path, files: &[File], changed: &[String]) -> Result<(), WriteError> {
    let mut order: Vec<&String> = changed.iter().collect();
    order.sort_by_key(|path| path.as_str() == LIVES);
    for path in order {
        let target = data.join(path);
        let wrong = |error| WriteError::new(&target, error);
        match files.iter().find(|f| f.path == *path) {
            Some(file) => make_folder_of(&target)
                .and_then(|()| replace_file(&target, &file.bytes))
                .map_err(wrong)?,
            None => fs::remove_file(&target).map_err(wrong)?,
        }
    }
    Ok(())
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
