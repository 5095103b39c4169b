//! Lists the files under a folder, at any depth.

use std::io;
use std::path::{Path, PathBuf};

use walkdir::WalkDir;

use super::write_file::WriteError;

/// The files under a folder, sorted: their paths within it, with `/` between the
/// names. Links to folders are followed. A folder that does not exist has none.
///
/// # Errors
/// A folder cannot be read, or links lead in a circle.
pub(super) fn list_files(folder: &Path) -> Result<Vec<String>, WriteError> {
    let mut files = Vec::new();
    for entry in WalkDir::new(folder).follow_links(true) {
        match entry {
            Ok(entry) if entry.file_type().is_dir() => {}
            Ok(entry) => files.push(relative(folder, entry.path())),
            Err(error) if error.io_error().is_some_and(|e| e.kind() == io::ErrorKind::NotFound) => {
                // A link that leads nowhere is listed, so that a build removes it.
                let link = error.path().filter(|path| error.depth() > 0 && path.is_symlink());
                files.extend(link.map(|path| relative(folder, path)));
            }
            Err(error) => {
                let path = error.path().map_or_else(|| folder.to_owned(), PathBuf::from);
                let circle = || io::Error::other("links lead in a circle");
                return Err(WriteError::new(path, error.into_io_error().unwrap_or_else(circle)));
            }
        }
    }
    files.sort();
    Ok(files)
}

fn relative(folder: &Path, path: &Path) -> String {
    let path = path.strip_prefix(folder).unwrap_or(path);
    let names: Vec<_> = path.iter().map(|name| name.to_string_lossy()).collect();
    names.join("/")
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn files_of_all_depths_are_listed_in_order() {
        let folder = tempfile::tempdir().unwrap();
        assert!(list_files(&folder.path().join("none")).unwrap().is_empty());
        fs::create_dir_all(folder.path().join("b/c")).unwrap();
        for file in ["b/c/2", "b/1", "a"] {
            fs::write(folder.path().join(file), "").unwrap();
        }
        assert_eq!(list_files(folder.path()).unwrap(), ["a", "b/1", "b/c/2"]);
    }

    #[cfg(unix)]
    #[test]
    fn links_are_followed_and_listed_where_they_lead_nowhere() {
        use std::os::unix::fs::symlink;
        let folder = tempfile::tempdir().unwrap();
        let other = tempfile::tempdir().unwrap();
        fs::write(other.path().join("1"), "").unwrap();
        symlink(other.path(), folder.path().join("linked")).unwrap();
        symlink("nowhere", folder.path().join("broken")).unwrap();
        assert_eq!(list_files(folder.path()).unwrap(), ["broken", "linked/1"]);
    }
}
