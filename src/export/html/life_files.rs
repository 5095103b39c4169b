/// What the page shows and reads of one life.
pub struct LifeFiles {
    /// Who it is about.
    pub title: String,
    /// The life as a document, for readers without scripts.
    pub document: String,
    /// Paths under `data/` with their contents, all of them JSON.
    pub files: Vec<(String, String)>,
}
