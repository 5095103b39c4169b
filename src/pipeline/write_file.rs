//! Writes a file atomically: readers see the old content or the new, never a part.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// A file cannot be read or written.
#[derive(Debug, thiserror::Error)]
#[error("{}: {error}", path.display())]
pub struct WriteError {
    path: PathBuf,
    #[source]
    error: io::Error,
}

impl WriteError {
    pub(super) fn new(path: impl Into<PathBuf>, error: io::Error) -> Self {
        Self { path: path.into(), error }
    }
}

/// Writes a file completely or not at all: no reader ever sees a part of it.
/// Where the path is a link, the file it points to is replaced. A device or a
/// pipe cannot be replaced, so it is written to directly.
///
/// # Errors
/// The file or its folder cannot be written.
pub fn write_file(path: &Path, bytes: &[u8]) -> Result<(), WriteError> {
    let written = match fs::canonicalize(path) {
        Ok(target) if target.is_file() => replace_file(&target, bytes),
        Ok(target) => fs::write(target, bytes),
        Err(error) if error.kind() == io::ErrorKind::NotFound => replace_file(path, bytes),
        Err(error) => Err(error),
    };
    written.map_err(|error| WriteError::new(path, error))
}

/// Writes a temporary file in the same folder and renames it over the target.
pub(super) fn replace_file(target: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut prefix = target.file_name().unwrap_or_default().to_owned();
    prefix.push(".");
    let mut builder = tempfile::Builder::new();
    builder.prefix(&prefix).suffix(".new");
    // As any other new file: a temporary one is readable by its owner alone.
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    let mut file = builder.tempfile_in(target.parent().unwrap_or(Path::new("")))?;
    file.write_all(bytes)?;
    file.persist(target)?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(folder: &Path) -> Vec<String> {
        let name = |entry: io::Result<fs::DirEntry>| entry.unwrap().file_name();
        let mut names: Vec<_> =
            fs::read_dir(folder).unwrap().map(|entry| name(entry).into_string().unwrap()).collect();
        names.sort();
        names
    }

    #[test]
    fn nothing_is_left_beside_the_file() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.json");
        for text in ["1", "2"] {
            write_file(&path, text.as_bytes()).unwrap();
            assert_eq!(fs::read_to_string(&path).unwrap(), text);
        }
        fs::create_dir(folder.path().join("b.json")).unwrap();
        assert!(replace_file(&folder.path().join("b.json"), b"3").is_err());
        assert_eq!(names(folder.path()), ["a.json", "b.json"]);
    }

    #[test]
    fn writers_at_the_same_time_do_not_mix_their_files() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.index");
        let contents = [1_u8, 2, 3, 4].map(|byte| vec![byte; 100_000]);
        std::thread::scope(|scope| {
            for bytes in &contents {
                scope.spawn(|| (0..20).for_each(|_| write_file(&path, bytes).unwrap()));
            }
        });
        assert!(contents.contains(&fs::read(&path).unwrap()));
        assert_eq!(names(folder.path()), ["a.index"]);
    }

    #[cfg(unix)]
    #[test]
    fn a_new_file_has_the_usual_permissions_and_a_link_stays_a_link() {
        use std::os::unix::fs::{MetadataExt, symlink};
        let folder = tempfile::tempdir().unwrap();
        let [usual, new, link] = ["usual", "new", "link"].map(|name| folder.path().join(name));
        fs::write(&usual, "").unwrap();
        write_file(&new, b"1").unwrap();
        let mode = |path: &Path| fs::metadata(path).unwrap().mode();
        assert_eq!(mode(&new), mode(&usual));
        symlink(&new, &link).unwrap();
        write_file(&link, b"2").unwrap();
        assert!(link.is_symlink());
        assert_eq!(fs::read_to_string(&new).unwrap(), "2");
    }
}
