//! The empty life that frames a dataset of the reader, so that timeline, playback and
//! address treat both alike.

use crate::dataset::Dataset;
use crate::domain::life::{KindTable, Life, LifeEntry, LifeFiles, Source};
use crate::domain::time::DateSpan;

/// A life without stays that spans the days of a dataset, so that timeline,
/// playback and address work for both. `name` is its title if the file has none.
/// `None` if no record has a time.
#[must_use]
pub fn dataset_frame(dataset: &Dataset, name: &str) -> Option<Life> {
    let (first_day, last) = dataset.span()?;
    // A timeline has two ends.
    let last_day = last.max(first_day + 1);
    let entry = LifeEntry {
        id: String::new(),
        title: dataset.title.clone().unwrap_or_else(|| name.to_owned()),
        span: DateSpan::between(first_day, last_day),
        first_day,
        last_day,
        born: None,
        died: None,
        language: None,
        new_style: None,
        source: Source::default(),
        licence: String::new(),
        files: LifeFiles::default(),
    };
    Life::new(entry, Vec::new(), Vec::new(), Vec::new(), KindTable::default()).ok()
}
