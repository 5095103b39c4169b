//! New data in place of the old, in one step.
//!
//! The new data is put together in a folder beside the old one, what has not
//! changed by hard links, and the two folders exchange their names: whoever
//! looks, and whenever a build is killed, `data/` is wholly the old or wholly
//! the new. A folder that a killed build left is removed by the next.
//!
//! Linux and macOS can exchange two names. Where the system cannot (Windows,
//! `data/` mounted from elsewhere, no right to write beside it), the files are
//! replaced one after the other, each whole, the list of lives last: a build
//! killed just then leaves a mix, which `build --check` names and the next build
//! mends.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// Held while a build writes: the next one waits.
pub(super) struct BuildLock {
    _folder: Option<fs::File>,
}

impl BuildLock {
    /// Waits for other builds of the project. Where the system has no locks for
    /// folders, nobody waits.
    pub fn wait(root: &Path) -> Self {
        let folder = fs::File::open(root).ok();
        #[cfg(unix)]
        if let Some(folder) = &folder {
            let _ = rustix::fs::flock(folder, rustix::fs::FlockOperation::LockExclusive);
        }
        Self { _folder: folder }
    }
}

/// Where new data is put together: beside the old, which may be a link.
pub(super) struct Staging {
    data: PathBuf,
    /// The new data.
    pub folder: PathBuf,
}

impl Staging {
    /// Of a data folder; removes what a killed build left.
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

    /// An empty folder like the old one. `None`: there cannot be one.
    pub fn begin(&self) -> Option<()> {
        fs::create_dir(&self.folder).ok()?;
        if let Ok(old) = fs::metadata(&self.data) {
            let _ = fs::set_permissions(&self.folder, old.permissions());
        }
        Some(())
    }

    /// Takes a file of the old data over as it is.
    pub fn keep(&self, path: &str) -> io::Result<()> {
        let (old, new) = (self.data.join(path), self.folder.join(path));
        make_folder_of(&new)?;
        fs::hard_link(&old, &new).or_else(|_| fs::copy(&old, &new).map(|_| ()))
    }

    /// Puts the new data in place of the old. `None` if it cannot be done
    /// atomically; the old data is then unchanged.
    pub fn finish(&self) -> Option<()> {
        let done = if self.data.exists() {
            exchange(&self.folder, &self.data)
        } else {
            fs::rename(&self.folder, &self.data)
        };
        // The old data now, or the new that is of no use; if it cannot be
        // removed, the next build tries again.
        self.abandon();
        done.ok()
    }

    /// Removes what was put together.
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
