//! A file written by hand, kept with its path and text so that errors can point
//! at the line.

use std::path::{Path, PathBuf};

use toml::Spanned;

use super::diagnostic::Diagnostic;

/// A file written by hand, with its text for diagnostics.
pub struct SeedFile {
    /// Its path, as diagnostics name it.
    pub path: PathBuf,
    /// Its content.
    pub source: String,
}

impl SeedFile {
    /// A file with this content.
    ///
    /// # Errors
    /// It is not UTF-8: the diagnostic names line, byte and offset.
    pub fn new(path: &Path, bytes: Vec<u8>) -> Result<Self, Diagnostic> {
        let source = String::from_utf8(bytes).map_err(|e| {
            let good = e.utf8_error().valid_up_to();
            let line = 1 + e.as_bytes()[..good].iter().filter(|&&b| b == b'\n').count();
            let bad = e.as_bytes()[good];
            let message = format!("line {line} is not UTF-8: byte 0x{bad:02X} at offset {good}");
            Diagnostic::of_file(path, message).with_help("save the file with the encoding UTF-8")
        })?;
        Ok(Self { path: path.to_owned(), source })
    }

    /// Reads it as TOML.
    ///
    /// # Errors
    /// The file is not valid TOML, or a value is missing or of the wrong type.
    pub fn parse<T: serde::de::DeserializeOwned>(&self) -> Result<T, Diagnostic> {
        toml::from_str(&self.source).map_err(|e| Diagnostic::of_toml(&self.path, &self.source, &e))
    }

    /// A mistake at the first place of these words in this file.
    pub fn wrong_words(&self, words: &str, message: impl Into<String>) -> Diagnostic {
        let start = self.source.find(words).unwrap_or(0);
        Diagnostic::at(&self.path, &self.source, start..start + words.len(), message)
    }

    /// A mistake at a value of this file.
    pub fn wrong<T>(&self, value: &Spanned<T>, message: impl Into<String>) -> Diagnostic {
        Diagnostic::at(&self.path, &self.source, value.span(), message)
    }
}
