//! The error of an import: which source package is missing or malformed, and why.

use std::path::PathBuf;

/// A package is missing, or is not in the form that is expected.
#[derive(Debug, thiserror::Error)]
#[error("{}: {reason}", path.display())]
pub struct ImportError {
    /// The file or folder.
    pub path: PathBuf,
    /// What is wrong with it.
    pub reason: String,
}
