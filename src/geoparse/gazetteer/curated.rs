//! The curated layer: places entered by hand, each name with the time in which it
//! was in use.
//!
//! It is built from the tables that people write, or opened from a file that was
//! compiled from them. A place in the file is decoded when it is first needed. The
//! sections of the file ([`container`]):
//!
//! ```text
//! sources   checksum of what the file was compiled from
//! names     fst: folded name → index into the meanings
//! ids       fst: id → entry
//! index     data for frequent lookups (see `CuratedIndex`)
//! places    one after the other
//! ```

use std::collections::BTreeMap;
use std::fmt;
use std::sync::OnceLock;

use serde::{Deserialize, Serialize};

use super::container::{self, ContainerError};
use super::entry::{EntryId, Facts};
use super::fold::fold;
use super::memory::Memory;
use super::names::Names;
use crate::domain::life::Place;

const MAGIC: &[u8; 8] = b"CHRTOPH3";

pub(super) struct CuratedLayer {
    pub names: Names<Memory>,
    ids: Names<Memory>,
    pub index: CuratedIndex,
    encoded: Memory,
    places: Vec<OnceLock<Place>>,
}

/// The data for frequent lookups.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(super) struct CuratedIndex {
    /// Where each place's bytes end.
    ends: Vec<u32>,
    /// The meanings of all names, each an entry and the index of its name; then where the
    /// meanings of each name end.
    meanings: Vec<(u32, u32)>,
    meanings_end: Vec<u32>,
    /// Pairs of a record of the world layer and the entry that overrides it.
    pub overrides: Vec<(u32, u32)>,
    pub facts: Vec<Facts>,
    containers: Vec<EntryId>,
    containers_end: Vec<u32>,
}

/// Why a compiled layer is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CompiledError {
    /// It is not a compiled gazetteer.
    Foreign,
    /// It is cut off, or something in it has changed.
    Damaged,
}

impl CuratedLayer {
    /// The layer of these places.
    pub fn new(places: Vec<Place>) -> Self {
        let mut by_name: BTreeMap<String, Vec<(u32, u32)>> = BTreeMap::new();
        let mut ids: BTreeMap<String, u64> = BTreeMap::new();
        let mut index = CuratedIndex::default();
        let mut encoded = Vec::new();
        for (entry, place) in (0..).zip(&places) {
            ids.insert(place.id.clone(), u64::from(entry));
            for (nth, name) in (0..).zip(&place.names) {
                let Some(folded) = fold(&name.toponym) else { continue };
                by_name.entry(folded).or_default().push((entry, nth));
            }
            encoded.extend(postcard::to_allocvec(place).unwrap_or_default());
            index.ends.push(encoded.len() as u32);
        }
        let names = map(by_name.keys().zip(0..));
        for means in by_name.into_values() {
            index.meanings.extend(means);
            index.meanings_end.push(index.meanings.len() as u32);
        }
        let encoded = Memory::new(encoded);
        let places = places.into_iter().map(OnceLock::from).collect();
        Self { names, ids: map(ids), index, encoded, places }
    }

    /// Adds the facts and containers of all entries, which depend on the world layer.
    pub fn complete(&mut self, facts: Vec<Facts>, containers: Vec<Vec<EntryId>>) {
        self.index.facts = facts;
        for within in containers {
            self.index.containers.extend(within);
            self.index.containers_end.push(self.index.containers.len() as u32);
        }
    }

    pub fn len(&self) -> usize {
        self.places.len()
    }

    pub fn find(&self, id: &str) -> Option<u32> {
        self.ids.get(id).map(|entry| entry as u32)
    }

    /// A place by its number.
    pub fn place(&self, entry: u32) -> Option<&Place> {
        let entry = entry as usize;
        let cell = self.places.get(entry)?;
        if let Some(place) = cell.get() {
            return Some(place);
        }
        let start = entry.checked_sub(1).map_or(Some(&0), |before| self.index.ends.get(before))?;
        let end = self.index.ends.get(entry)?;
        let bytes = self.encoded.as_ref().get(*start as usize..*end as usize)?;
        let place = postcard::from_bytes(bytes).ok()?;
        Some(cell.get_or_init(|| place))
    }

    /// Entries that a name can mean, and which of their names it is.
    pub fn meanings(&self, value: u64) -> &[(u32, u32)] {
        group(&self.index.meanings, &self.index.meanings_end, value as usize)
    }

    /// The entries that an entry lies in, at any depth.
    pub fn containers(&self, entry: u32) -> &[EntryId] {
        group(&self.index.containers, &self.index.containers_end, entry as usize)
    }

    /// The layer as a file. `sources` is the checksum of its sources.
    pub fn compile(&self, sources: u32) -> Vec<u8> {
        let sources = sources.to_le_bytes();
        let index = postcard::to_allocvec(&self.index).unwrap_or_default();
        let names = [self.names.memory(), self.ids.memory()];
        container::pack(MAGIC, [&sources, names[0], names[1], &index, self.encoded.as_ref()])
    }

    /// Opens a file; `None` if it was compiled from other sources. Without `sources`,
    /// any are accepted.
    ///
    /// # Errors
    ///
    /// The file is not a compiled gazetteer, or is damaged.
    pub fn open(
        file: impl AsRef<[u8]> + Send + Sync + 'static,
        sources: Option<u32>,
    ) -> Result<Option<Self>, CompiledError> {
        let file = container::unpack(MAGIC, &Memory::new(file))?;
        let [made_of, names, ids, index, encoded] = file.sections;
        if sources.is_some_and(|sources| made_of.as_ref() != sources.to_le_bytes()) {
            return Ok(None);
        }
        let damaged = |_| CompiledError::Damaged;
        let index: CuratedIndex =
            postcard::from_bytes(index.as_ref()).map_err(|_| CompiledError::Damaged)?;
        let (names, ids) =
            (Names::open(names).map_err(damaged)?, Names::open(ids).map_err(damaged)?);
        let places = (0..index.ends.len()).map(|_| OnceLock::new()).collect();
        Ok(Some(Self { names, ids, index, encoded, places }))
    }
}

/// The keys must be in order, as those of a BTreeMap are: building cannot fail.
fn map<K: AsRef<[u8]>>(pairs: impl IntoIterator<Item = (K, u64)>) -> Names<Memory> {
    let bytes = fst::Map::from_iter(pairs).unwrap_or_default().into_fst().into_inner();
    Names::of(Memory::new(bytes))
}

fn group<'a, T>(all: &'a [T], ends: &[u32], nth: usize) -> &'a [T] {
    let start =
        nth.checked_sub(1).and_then(|before| ends.get(before)).map_or(0, |&end| end as usize);
    let end = ends.get(nth).map_or(start, |&end| end as usize);
    all.get(start..end).unwrap_or_default()
}

impl fmt::Debug for CuratedLayer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("CuratedLayer").field("places", &self.places.len()).finish_non_exhaustive()
    }
}

impl fmt::Display for CompiledError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Foreign => "it is not a compiled gazetteer",
            Self::Damaged => "the compiled gazetteer is cut off or damaged",
        })
    }
}

impl std::error::Error for CompiledError {}

impl From<ContainerError> for CompiledError {
    fn from(error: ContainerError) -> Self {
        match error {
            ContainerError::Foreign => Self::Foreign,
            ContainerError::Truncated | ContainerError::Damaged => Self::Damaged,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::life::{PlaceKind, Toponym};

    fn place(id: &str, names: &[&str]) -> Place {
        Place {
            id: id.to_owned(),
            title: names[0].to_owned(),
            names: names.iter().map(|n| Toponym { toponym: (*n).to_owned(), when: None }).collect(),
            kind: PlaceKind::Settlement,
            type_label: "town".to_owned(),
            point: None,
            precision_km: 1.0,
            part_of: Vec::new(),
            source: String::new(),
            note: None,
            geonames: None,
            wikidata: None,
            mentions: 0,
        }
    }

    #[test]
    fn what_is_compiled_is_what_was_made() {
        let made = CuratedLayer::new(vec![
            place("tiflis", &["Tiflis", "Tbilisi"]),
            place("gori", &["Gori"]),
        ]);
        let file = made.compile(7);
        let opened = CuratedLayer::open(file.clone(), Some(7)).unwrap().unwrap();
        assert_eq!(opened.place(1), made.place(1));
        assert_eq!(opened.find("gori"), Some(1));
        let tbilisi = opened.names.get("tbilisi").unwrap();
        assert_eq!(opened.meanings(tbilisi), [(0, 1)]);
        assert_eq!(opened.place(2), None);
        assert!(CuratedLayer::open(file, Some(8)).unwrap().is_none(), "of other sources");
    }

    #[test]
    fn a_file_that_is_not_whole_is_refused() {
        let good = CuratedLayer::new(vec![place("gori", &["Gori"])]).compile(7);
        for length in 0..good.len() {
            assert!(CuratedLayer::open(good[..length].to_vec(), Some(7)).is_err(), "{length}");
        }
        for at in 0..good.len() {
            let mut bad = good.clone();
            bad[at] ^= 0x40;
            assert!(CuratedLayer::open(bad, Some(7)).is_err(), "{at}");
        }
    }
}
