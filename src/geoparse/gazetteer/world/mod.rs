//! The world layer: GeoNames as one file that is opened, not parsed. Its sections
//! ([`container`]):
//!
//! ```text
//! names       fst: folded name → a candidate, or where its candidates lie
//! candidates  lists of candidates, as variable-length numbers
//! records     12 bytes a place, ordered by number
//! units       countries, provinces and districts, in that order
//! titles      today's names, in the order of the records
//! countries   ISO code → record, and that of the capital
//! lexicon     fst: folded word → what the word is besides a place name (see `Lexeme`)
//! ```

mod lexeme;
mod record;
mod writer;

use std::fmt;

pub use lexeme::{Frequency, Lexeme};
pub use record::{Record, UnitKind};
pub use writer::{WorldHandle, WorldPlace, WorldWriteError, WorldWriter};

use super::container::{self, Container, ContainerError};
use super::memory::{Memory, read_varint};
use super::names::Names;
use record::{RECORD_LENGTH, UNIT_LENGTH, UnitRow, three};

const MAGIC: &[u8; 8] = b"CHRTOPE1";
/// ISO code, record of the country, record of its capital.
const COUNTRY_LENGTH: usize = 8;
/// How many titles share one stored offset.
const TITLES_PER_BLOCK: usize = 32;

/// The world layer of the gazetteer, opened from its file.
#[derive(Clone, Debug)]
pub struct World {
    names: Names<Memory>,
    candidates: Memory,
    records: Memory,
    units: Memory,
    titles: Memory,
    countries: Memory,
    lexicon: Names<Memory>,
    /// Records of the capitals, in order.
    capitals: Vec<u32>,
    checksum: u32,
}

/// A place that a name can mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NamedRecord {
    /// Index of its record.
    pub record: u32,
    /// Is it the usual name, rather than one of the others?
    pub preferred: bool,
}

/// Why a file is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WorldError {
    /// It is not a world index.
    Foreign,
    /// It ends too early, or too late.
    Truncated,
    /// Its checksum does not match.
    Damaged,
}

impl World {
    /// Opens a file that has been read or mapped.
    ///
    /// # Errors
    ///
    /// The file is not a world index, or is damaged.
    pub fn open(file: impl AsRef<[u8]> + Send + Sync + 'static) -> Result<Self, WorldError> {
        let Container { checksum, sections } = container::unpack(MAGIC, &Memory::new(file))?;
        let [names, candidates, records, units, titles, countries, lexicon] = sections;
        let open = |names| Names::open(names).map_err(|_| WorldError::Damaged);
        let mut capitals: Vec<u32> =
            rows::<COUNTRY_LENGTH>(&countries).iter().map(|row| three(&row[5..])).collect();
        capitals.sort_unstable();
        Ok(Self {
            names: open(names)?,
            candidates,
            records,
            units,
            titles,
            countries,
            lexicon: open(lexicon)?,
            capitals,
            checksum,
        })
    }

    /// The checksum of the file, which identifies it.
    #[must_use]
    pub fn checksum(&self) -> u32 {
        self.checksum
    }

    /// The number of places.
    #[must_use]
    pub fn len(&self) -> usize {
        self.records().len()
    }

    /// Are there no places?
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Returns the record of a place by its index.
    #[must_use]
    pub fn record(&self, index: u32) -> Option<Record> {
        self.records().get(index as usize).map(Record::decode)
    }

    /// Index of the place with a GeoNames id.
    #[must_use]
    pub fn by_geonames(&self, id: u32) -> Option<u32> {
        let found = self.records().binary_search_by_key(&id, Record::number_of);
        found.ok().map(|index| index as u32)
    }

    /// The kind of a place: town, or which level of administrative unit.
    #[must_use]
    pub fn kind(&self, index: u32) -> UnitKind {
        if !self.record(index).is_some_and(|record| record.is_unit) {
            return UnitKind::Town;
        }
        let units = rows::<UNIT_LENGTH>(&self.units);
        units
            .binary_search_by_key(&index, |row| UnitRow::decode(row).record)
            .map_or(UnitKind::Town, |nth| UnitRow::decode(&units[nth]).kind)
    }

    fn records(&self) -> &[[u8; RECORD_LENGTH]] {
        rows(&self.records)
    }

    fn unit(&self, number: u16) -> Option<UnitRow> {
        rows(&self.units).get(usize::from(number)).map(UnitRow::decode)
    }

    /// Today's name of a place.
    #[must_use]
    pub fn title(&self, index: u32) -> &str {
        self.find_title(index as usize).unwrap_or_default()
    }

    /// The country with an ISO 3166 code.
    #[must_use]
    pub fn country(&self, code: [u8; 2]) -> Option<u32> {
        self.countries().find(|row| row[..2] == code).map(|row| three(&row[2..]))
    }

    /// The ISO 3166 code of a country.
    #[must_use]
    pub fn country_code(&self, record: u32) -> Option<&str> {
        let row = self.countries().find(|row| three(&row[2..]) == record)?;
        std::str::from_utf8(&row[..2]).ok()
    }

    /// Is a place the capital of a country?
    #[must_use]
    pub fn is_capital(&self, record: u32) -> bool {
        self.capitals.binary_search(&record).is_ok()
    }

    fn countries(&self) -> impl Iterator<Item = &[u8; COUNTRY_LENGTH]> {
        rows(&self.countries).iter()
    }

    /// A place and what it lies in, the nearest first, itself included.
    pub fn within(&self, index: u32) -> impl Iterator<Item = u32> + '_ {
        // Four levels are written. The bound protects against cycles in a malformed file.
        std::iter::successors(Some(index), |&i| {
            self.record(i)?.container.and_then(|unit| self.unit(unit)).map(|unit| unit.record)
        })
        .take(6)
    }

    /// What a word is besides a place name.
    #[must_use]
    pub fn lexeme(&self, word: &str) -> Lexeme {
        self.lexicon.get_word(word).map_or_else(Lexeme::default, Lexeme::decode)
    }

    /// The names.
    pub(super) fn names(&self) -> &Names<Memory> {
        &self.names
    }

    /// The places of a whole folded name.
    pub(in crate::geoparse) fn named(&self, folded: &str) -> Vec<NamedRecord> {
        let mut candidates = Vec::new();
        if let Some(value) = self.names.get(folded) {
            self.candidates(value, &mut |c| candidates.push(c));
        }
        candidates
    }

    /// The places behind the value of a name.
    pub(in crate::geoparse) fn candidates(&self, value: u64, each: &mut impl FnMut(NamedRecord)) {
        let candidate = |n: u64| NamedRecord { record: (n >> 1) as u32, preferred: n & 1 == 1 };
        if value & 1 == 0 {
            each(candidate(value >> 1));
            return;
        }
        let list = self.candidates.as_ref();
        let mut at = (value >> 1) as usize;
        let count = read_varint(list, &mut at).unwrap_or(0);
        for _ in 0..count {
            let Some(n) = read_varint(list, &mut at) else { return };
            each(candidate(n));
        }
    }

    fn find_title(&self, index: usize) -> Option<&str> {
        let bytes = self.titles.as_ref();
        let blocks = self.len().div_ceil(TITLES_PER_BLOCK);
        let offset = bytes.get(index / TITLES_PER_BLOCK * 4..)?.first_chunk::<4>()?;
        let mut at = blocks * 4 + u32::from_le_bytes(*offset) as usize;
        for _ in 0..index % TITLES_PER_BLOCK {
            at += 1 + usize::from(*bytes.get(at)?);
        }
        let length = usize::from(*bytes.get(at)?);
        std::str::from_utf8(bytes.get(at + 1..at + 1 + length)?).ok()
    }
}

/// The rows of a table of fixed width.
fn rows<const WIDTH: usize>(table: &Memory) -> &[[u8; WIDTH]] {
    table.as_ref().as_chunks().0
}

impl fmt::Display for WorldError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Foreign => {
                "it is not a gazetteer index (`chronotope gazetteer import` makes one)"
            }
            Self::Truncated => "the gazetteer index is cut off or has something behind it",
            Self::Damaged => "the gazetteer index is damaged: its checksum does not agree",
        })
    }
}

impl std::error::Error for WorldError {}

impl From<ContainerError> for WorldError {
    fn from(error: ContainerError) -> Self {
        match error {
            ContainerError::Foreign => Self::Foreign,
            ContainerError::Truncated => Self::Truncated,
            ContainerError::Damaged => Self::Damaged,
        }
    }
}

#[cfg(test)]
mod tests;
