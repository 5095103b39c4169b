//! A mistake in a seed file, with its position, for display to the author.

use std::fmt;
use std::ops::Range;
use std::path::{Path, PathBuf};

/// A mistake in a seed file: which file, where, what, and how to correct it.
/// `pipeline` shows it with the line of the file; `Display` is one line without it.
#[derive(Clone, Debug)]
pub struct Diagnostic {
    file: PathBuf,
    /// The text of the file and the offending bytes; absent if it cannot be read.
    excerpt: Option<(String, Range<usize>)>,
    message: String,
    help: Option<String>,
}

impl Diagnostic {
    /// A mistake at a range of bytes of a file.
    #[must_use]
    pub fn at(file: &Path, source: &str, span: Range<usize>, message: impl Into<String>) -> Self {
        let span = span.start.min(source.len())..span.end.clamp(span.start, source.len());
        Self {
            file: file.to_owned(),
            excerpt: Some((source.to_owned(), span)),
            message: message.into(),
            help: None,
        }
    }

    /// A mistake that concerns a whole file.
    #[must_use]
    pub fn of_file(file: &Path, message: impl Into<String>) -> Self {
        Self { file: file.to_owned(), excerpt: None, message: message.into(), help: None }
    }

    /// Adds how to correct the mistake.
    #[must_use]
    pub fn with_help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// The path of the seed file.
    #[must_use]
    pub fn file(&self) -> &Path {
        &self.file
    }

    /// The text of the file and the offending range of bytes, which lies within
    /// it. `None`: the mistake concerns the whole file.
    #[must_use]
    pub fn excerpt(&self) -> Option<(&str, Range<usize>)> {
        self.excerpt.as_ref().map(|(source, span)| (source.as_str(), span.clone()))
    }

    /// What is wrong.
    #[must_use]
    pub fn message(&self) -> &str {
        &self.message
    }

    /// How to correct it.
    #[must_use]
    pub fn help(&self) -> Option<&str> {
        self.help.as_deref()
    }

    /// A mistake that `toml` found.
    #[must_use]
    pub fn of_toml(file: &Path, source: &str, error: &toml::de::Error) -> Self {
        let span = error.span().unwrap_or(0..0);
        Self::at(file, source, span, error.message().trim())
    }
}

impl fmt::Display for Diagnostic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.file.display(), self.message)
    }
}

impl std::error::Error for Diagnostic {}
