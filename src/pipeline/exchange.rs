//! Replaces the old data by the new in one step.
//!
//! The new data is put together in a folder beside the old one; unchanged files are
//! hard links. Then the two folders exchange their names. At every moment, also if
//! a build is killed, `data/` is either the old data or the new. If a killed build
//! leaves its folder behind, the next build removes it.
//!
//! Linux and macOS can exchange two names. Elsewhere, and where `data/` is a mount
//! point or the folder above it is not writable, the files are replaced one after
//! the other, the list of lives last. A build killed in between leaves old and new
//! files. `build --check` lists them, and the next build replaces the rest.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// A lock that a build holds while it writes.
pub(super) struct BuildLock {
    _folder: Option<fs::File>,
}

impl BuildLock {
    /// Waits until no other build of the project writes. Does not wait where the
    /// system cannot lock folders.
    pub fn wait(root: &Path) -> Self {
        let folder = fs::File::open(root).ok();
        #[cfg(unix)]
        if let Some(folder) = &folder {
            let _ = rustix::fs::flock(folder, rustix::fs::FlockOperation::LockExclusive);
        }
        Self { _folder: folder }
    }
}

/// The folder in which new data is put together, beside the old data. The old data
/// may be a link to a folder.
pub(super) struct Staging {
    data: PathBuf,
    /// The folder of the new data.
    pub folder: PathBuf,
}

impl Staging {
    /// The staging folder of a data folder. Removes what a killed build has left.
    pub fn beside(data: &Path) -> io::Result<Self> {
        let data = fs::canonicalize(data).unwrap_or_else(|_| data.to_owned());
        let mut name = std::ffi::OsString::from(".");
        name.push(data.file_name().unwrap_or_default());
        name.push(".new");
        let staging = Self { folder: data.with_file_name(name), data };
        match fs::remove_dir_all(&staging.folder) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
            _ => Ok(staging),
        }
    }

    /// Creates the folder, with the permissions of the old one. `None` if it cannot
    /// be created.
    pub fn begin(&self) -> Option<()> {
        fs::create_dir(&self.folder).ok()?;
        if let Ok(old) = fs::metadata(&self.data) {
            let _ = fs::set_permissions(&self.folder, old.permissions());
        }
        Some(())
    }

    /// Adds an unchanged file of the old data.
    pub fn keep(&self, path: &str) -> io::Result<()> {
        let (old, new) = (self.data.join(path), self.folder.join(path));
        make_folder_of(&new)?;
        fs::hard_link(&old, &new).or_else(|_| fs::copy(&old, &new).map(|_| ()))
    }

    /// Replaces the old data by the new. `None` if the system cannot do it in one
    /// step; then the old data is unchanged.
    pub fn finish(&self) -> Option<()> {
        let done = if self.data.exists() {
            exchange(&self.folder, &self.data)
        } else {
            fs::rename(&self.folder, &self.data)
        };
        // The folder now has the old data, or new data that could not be used. If it
        // cannot be removed, the next build tries again.
        self.abandon();
        done.ok()
    }

    /// Removes the folder.
    pub fn abandon(&self) {
        let _ = fs::remove_dir_all(&self.folder);
    }
}

#[cfg(any(target_os = "linux", target_os = "android", target_vendor = "apple"))]
fn exchange(a: &Path, b: &Path) -> io::Result<()> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    Ok(renameat_with(CWD, a, CWD, b, RenameFlags::EXCHANGE)?)
}

#[cfg(not(any(target_os = "linux", target_os = "android", target_vendor = "apple")))]
fn exchange(_: &Path, _: &Path) -> io::Result<()> {
    Err(io::ErrorKind::Unsupported.into())
}

pub(super) fn make_folder_of(path: &Path) -> io::Result<()> {
    path.parent().map_or(Ok(()), fs::create_dir_all)
}
