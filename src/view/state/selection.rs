//! State: the selected place or record.

use std::fmt;

use crate::view::loaded::Loaded;

/// What the reader has selected.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Selection {
    /// A place of the life, by its id.
    Place(String),
    /// A record of the dataset, by its index.
    Record(usize),
}

impl Selection {
    /// Reads what an address selects: the id of a place of a life, or the number
    /// of a record of a dataset, counted from 1. `None` if nothing loaded has it.
    pub fn parse(word: &str, loaded: &Loaded) -> Option<Self> {
        let selection = match &loaded.dataset {
            Some(_) => Self::Record(word.parse::<usize>().ok()?.checked_sub(1)?),
            None => Self::Place(word.to_owned()),
        };
        selection.exists_in(loaded).then_some(selection)
    }

    /// Is there such a place or record?
    pub fn exists_in(&self, loaded: &Loaded) -> bool {
        match (self, &loaded.dataset) {
            (Self::Place(id), None) => loaded.life.place(id).is_some(),
            (Self::Record(index), Some(dataset)) => *index < dataset.records.len(),
            _ => false,
        }
    }

    /// The id of the selected place.
    pub fn place(&self) -> Option<&str> {
        match self {
            Self::Place(id) => Some(id),
            Self::Record(_) => None,
        }
    }

    /// The index of the selected record.
    pub fn record(&self) -> Option<usize> {
        match self {
            Self::Place(_) => None,
            Self::Record(index) => Some(*index),
        }
    }
}

/// Writes it as [`Selection::parse`] reads it.
impl fmt::Display for Selection {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Place(id) => f.write_str(id),
            Self::Record(index) => write!(f, "{}", index + 1),
        }
    }
}
