//! The contents that `export --to html` embeds in the page: one life's data files and its
//! HTML document.

/// The files of one life that the page reads.
pub struct LifeFiles {
    /// The title of the life.
    pub title: String,
    /// The life as an HTML document, for browsers without scripts.
    pub document: String,
    /// Paths under `data/` and the contents of these files, which are JSON.
    pub files: Vec<(String, String)>,
}
