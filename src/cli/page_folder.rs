//! The folder of the built page, for the subcommands that need it.

use std::path::{Path, PathBuf};

/// The folder of the built page: `asked`, or the project's `dist` by default.
pub fn page_folder(root: &Path, asked: Option<&Path>) -> PathBuf {
    asked.map_or_else(|| root.join("dist"), Path::to_owned)
}
