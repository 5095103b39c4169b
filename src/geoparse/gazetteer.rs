use std::collections::HashMap;

use super::token::tokens;
use crate::domain::{Day, Place};

/// Names and the places they can mean, in two layers: the hand-made historical
/// one, and the world.
#[derive(Debug, Default)]
pub struct Gazetteer {
    entries: Vec<Entry>,
    by_id: HashMap<String, usize>,
    /// First word, folded → names that begin with it, the longest first.
    names: HashMap<String, Vec<Name>>,
}

/// A place as the engine knows it.
#[derive(Clone, Debug)]
pub struct Entry {
    /// The place.
    pub place: Place,
    /// Where it comes from.
    pub layer: Layer,
    /// Inhabitants today; 0 if unknown.
    pub population: u64,
}

/// Which gazetteer an entry comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layer {
    /// Made by hand, each coordinate with its source.
    Historical,
    /// GeoNames.
    World,
}

#[derive(Debug)]
struct Name {
    words: Vec<String>,
    /// Index of the entry and of the name among its names.
    means: Vec<(usize, usize)>,
}

/// Adjectives of direction, which texts write small or large at will.
const DIRECTIONS: [&str; 10] = [
    "northern", "southern", "eastern", "western", "central", "north", "south", "east", "west",
    "upper",
];

impl Gazetteer {
    /// Builds the index over both layers.
    #[must_use]
    pub fn new(entries: Vec<Entry>) -> Self {
        let mut gazetteer = Self::default();
        for entry in entries {
            gazetteer.add(entry);
        }
        for names in gazetteer.names.values_mut() {
            names.sort_by_key(|name| std::cmp::Reverse(name.words.len()));
        }
        gazetteer
    }

    /// An entry by its index.
    #[must_use]
    pub fn entry(&self, index: usize) -> &Entry {
        &self.entries[index]
    }

    /// A place by its id.
    #[must_use]
    pub fn place(&self, id: &str) -> Option<&Place> {
        self.by_id.get(id).map(|&i| &self.entries[i].place)
    }

    /// Index of a place by its id.
    #[must_use]
    pub fn index_of(&self, id: &str) -> Option<usize> {
        self.by_id.get(id).copied()
    }

    /// All entries, historical first.
    #[must_use]
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// Does one place lie in the other (at any depth), or are they the same?
    #[must_use]
    pub fn lies_in(&self, inner: &str, outer: &str) -> bool {
        let mut open = vec![inner];
        let mut seen = Vec::new();
        while let Some(id) = open.pop() {
            if id == outer {
                return true;
            }
            if !seen.contains(&id) {
                seen.push(id);
                if let Some(place) = self.place(id) {
                    open.extend(place.part_of.iter().map(String::as_str));
                }
            }
        }
        false
    }

    /// The longest name that the words begin with: how many words it takes, and
    /// the entries (with the index of the name) it can mean.
    pub(super) fn longest_match(&self, words: &[&str]) -> Option<(usize, &[(usize, usize)])> {
        let names = self.names.get(&fold(words.first()?))?;
        names
            .iter()
            .find(|name| {
                name.words.len() <= words.len()
                    && name.words.iter().zip(words).all(|(name, word)| same_word(name, word))
            })
            .map(|name| (name.words.len(), name.means.as_slice()))
    }

    /// Was the name in use on the day?
    pub(super) fn holds_on(&self, (entry, name): (usize, usize), day: Day) -> bool {
        self.entries[entry].place.names.get(name).is_none_or(|name| name.holds_on(day))
    }

    fn add(&mut self, entry: Entry) {
        let index = self.entries.len();
        for (nth, name) in entry.place.names.iter().enumerate() {
            let words: Vec<String> =
                tokens(&name.toponym).iter().map(|t| t.text.to_owned()).collect();
            let Some(first) = words.first() else { continue };
            let names = self.names.entry(fold(first)).or_default();
            match names.iter_mut().find(|known| known.words == words) {
                Some(known) if known.means.iter().any(|&(entry, _)| entry == index) => {}
                Some(known) => known.means.push((index, nth)),
                None => names.push(Name { words, means: vec![(index, nth)] }),
            }
        }
        self.by_id.insert(entry.place.id.clone(), index);
        self.entries.push(entry);
    }
}

fn fold(word: &str) -> String {
    word.to_lowercase()
}

/// The same letters, and a capital where the name has one; only adjectives of
/// direction may be written small.
fn same_word(name: &str, word: &str) -> bool {
    if name == word {
        return true;
    }
    let folded = fold(word);
    if folded != fold(name) {
        return false;
    }
    let capital = |w: &str| w.chars().next().is_some_and(char::is_uppercase);
    capital(word) || !capital(name) || DIRECTIONS.contains(&folded.as_str())
}
