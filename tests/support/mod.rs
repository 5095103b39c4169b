//! Copies a small project into a temporary folder and runs the command line on it.
#![allow(dead_code, reason = "each test file uses a part of it")]

pub mod findings;

use std::fs;
use std::path::{Path, PathBuf};

use assert_cmd::Command;

pub struct Project {
    folder: tempfile::TempDir,
}

impl Project {
    /// A copy of tests/tiny.
    pub fn tiny() -> Self {
        Self::copy_of("tests/tiny")
    }

    /// A copy of the seeds of a project in the repository.
    pub fn copy_of(project: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        copy(&repository().join(project).join("seeds"), &folder.path().join("seeds"));
        Self { folder }
    }

    pub fn path(&self, relative: &str) -> PathBuf {
        self.folder.path().join(relative)
    }

    pub fn read(&self, relative: &str) -> String {
        fs::read_to_string(self.path(relative)).unwrap()
    }

    pub fn write(&self, relative: &str, content: impl AsRef<[u8]>) {
        fs::write(self.path(relative), content).unwrap();
    }

    /// Replaces words of a seed file, which must contain them.
    pub fn edit(&self, relative: &str, from: &str, to: &str) {
        let before = self.read(relative);
        assert!(before.contains(from), "`{from}` is not in {relative}");
        self.write(relative, before.replacen(from, to, 1));
    }

    pub fn chronotope(&self, arguments: &[&str]) -> Command {
        let mut command = Command::cargo_bin("chronotope").unwrap();
        command.current_dir(self.folder.path()).args(arguments);
        command
    }
}

pub fn repository() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The command line on the repository's own data.
pub fn chronotope(arguments: &[&str]) -> Command {
    let mut command = Command::cargo_bin("chronotope").unwrap();
    command.current_dir(repository()).args(arguments);
    command
}

/// Every file below a folder, by its path relative to it.
pub fn files(folder: &Path) -> Vec<(String, Vec<u8>)> {
    fn walk(root: &Path, folder: &Path, found: &mut Vec<(String, Vec<u8>)>) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                walk(root, &path, found);
            } else {
                let name = path.strip_prefix(root).unwrap().display().to_string();
                found.push((name, fs::read(&path).unwrap()));
            }
        }
    }
    let mut found = Vec::new();
    if folder.exists() {
        walk(folder, folder, &mut found);
    }
    found.sort();
    found
}

pub fn copy(from: &Path, to: &Path) {
    for (name, bytes) in files(from) {
        let target = to.join(name);
        fs::create_dir_all(target.parent().unwrap()).unwrap();
        fs::write(target, bytes).unwrap();
    }
}
