//! The error for a built page that cannot be made into a single HTML file.

/// A file of the built page is missing or not as a release build writes it.
#[derive(Debug, thiserror::Error)]
#[error("{file}: {reason}")]
pub struct PageError {
    /// Its name in the folder of the page.
    pub file: String,
    /// What is wrong with it.
    pub reason: String,
}
