use std::path::{Path, PathBuf};

/// The folder of the built page: the one asked for, or the project's `dist`.
pub fn page_folder(root: &Path, asked: Option<&Path>) -> PathBuf {
    asked.map_or_else(|| root.join("dist"), Path::to_owned)
}
