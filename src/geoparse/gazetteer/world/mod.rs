//! The world layer: GeoNames as one file that is opened, not parsed.
//!
//! ```text
//! magic · CRC of what follows · lengths of the sections
//! names       fst: folded name → a candidate, or where its candidates lie
//! candidates  lists of candidates, as variable-length numbers
//! records     12 bytes a place, ordered by number
//! units       those that are countries, provinces or districts, in that order
//! titles      today's names, in the order of the records
//! countries   ISO code → record, and that of the capital
//! lexicon     fst: folded word → what else the word is (see `Lexeme`)
//! ```

mod lexeme;
mod record;
mod writer;

use std::fmt;

pub use lexeme::{Frequency, Lexeme};
pub use record::{FIRST_UNIT, Record, UnitKind};
pub use writer::{Handle as WorldHandle, WorldPlace, WorldWriter};

use super::memory::{Memory, read_varint};
use super::names::Names;
use crate::domain::great_circle::LonLat;
use record::{RECORD_LENGTH, UNIT_LENGTH, Unit};

const MAGIC: &[u8; 8] = b"CHRTOPE1";
const SECTIONS: usize = 7;
/// ISO code, record of the country, record of its capital.
const COUNTRY_LENGTH: usize = 8;
const HEADER: usize = MAGIC.len() + 4 + 8 * SECTIONS;
/// One offset is kept for so many titles.
const TITLES_A_BLOCK: usize = 32;

/// The opened file.
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
pub struct Candidate {
    /// Index of its record.
    pub record: u32,
    /// Is it the usual name, rather than one of the others?
    pub main: bool,
}

/// Why a file is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WorldError {
    /// It is no such file at all.
    Foreign,
    /// It ends too early, or too late.
    Truncated,
    /// Its checksum does not agree.
    Damaged,
}

impl World {
    /// Opens a file that has been read or mapped.
    pub fn open(file: impl AsRef<[u8]> + Send + Sync + 'static) -> Result<Self, WorldError> {
        let memory = Memory::new(file);
        let bytes = memory.as_ref();
        if bytes.len() < HEADER || &bytes[..MAGIC.len()] != MAGIC {
            return Err(if bytes.starts_with(&MAGIC[..bytes.len().min(MAGIC.len())]) {
                WorldError::Truncated
            } else {
                WorldError::Foreign
            });
        }
        let number = |at: usize, length: usize| {
            bytes[at..at + length].iter().rev().fold(0_u64, |n, &b| n << 8 | u64::from(b))
        };
        let checksum = number(MAGIC.len(), 4) as u32;
        let mut ranges = Vec::with_capacity(SECTIONS);
        let mut start = HEADER;
        for section in 0..SECTIONS {
            let length = number(MAGIC.len() + 4 + 8 * section, 8);
            let end = usize::try_from(length)
                .ok()
                .and_then(|length| start.checked_add(length))
                .filter(|&end| end <= bytes.len())
                .ok_or(WorldError::Truncated)?;
            ranges.push(start..end);
            start = end;
        }
        if start != bytes.len() {
            return Err(WorldError::Truncated);
        }
        if crc32fast::hash(&bytes[MAGIC.len() + 4..]) != checksum {
            return Err(WorldError::Damaged);
        }
        let section = |n: usize| memory.section(ranges[n].clone());
        let names = |n: usize| Names::open(section(n)).map_err(|_| WorldError::Damaged);
        let countries = section(5);
        let mut capitals: Vec<u32> =
            countries.as_ref().chunks_exact(COUNTRY_LENGTH).map(|row| three(&row[5..])).collect();
        capitals.sort_unstable();
        Ok(Self {
            capitals,
            checksum,
            names: names(0)?,
            candidates: section(1),
            records: section(2),
            units: section(3),
            titles: section(4),
            countries,
            lexicon: names(6)?,
        })
    }

    /// Tells one file from another.
    #[must_use]
    pub fn checksum(&self) -> u32 {
        self.checksum
    }

    /// How many places there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.records.as_ref().len() / RECORD_LENGTH
    }

    /// Is there none?
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// A place by its index.
    #[must_use]
    pub fn record(&self, index: u32) -> Option<Record> {
        let at = index as usize * RECORD_LENGTH;
        self.records.as_ref().get(at..at + RECORD_LENGTH).and_then(Record::decode)
    }

    /// Index of the place with a GeoNames id.
    #[must_use]
    pub fn by_geonames(&self, id: u32) -> Option<u32> {
        let (mut low, mut high) = (0, self.len());
        while low < high {
            let middle = low + (high - low) / 2;
            let record = self.record(middle as u32)?;
            match record.number.cmp(&id) {
                std::cmp::Ordering::Less => low = middle + 1,
                std::cmp::Ordering::Greater => high = middle,
                std::cmp::Ordering::Equal => return Some(middle as u32),
            }
        }
        None
    }

    /// What a place is.
    #[must_use]
    pub fn kind(&self, index: u32) -> UnitKind {
        if !self.record(index).is_some_and(|record| record.is_unit) {
            return UnitKind::Town;
        }
        let (mut low, mut high) = (0, self.units.as_ref().len() / UNIT_LENGTH);
        while low < high {
            let middle = low + (high - low) / 2;
            let Some(unit) = self.unit(middle as u16) else { break };
            match unit.record.cmp(&index) {
                std::cmp::Ordering::Less => low = middle + 1,
                std::cmp::Ordering::Greater => high = middle,
                std::cmp::Ordering::Equal => return unit.kind,
            }
        }
        UnitKind::Town
    }

    fn unit(&self, number: u16) -> Option<Unit> {
        let at = usize::from(number) * UNIT_LENGTH;
        Unit::decode(self.units.as_ref().get(at..at + UNIT_LENGTH)?)
    }

    /// Today's name of a place.
    #[must_use]
    pub fn title(&self, index: u32) -> &str {
        self.find_title(index as usize).unwrap_or_default()
    }

    /// The country with an ISO 3166 code.
    #[must_use]
    pub fn country(&self, code: [u8; 2]) -> Option<u32> {
        self.rows().find(|row| row[..2] == code).map(|row| three(&row[2..]))
    }

    /// The ISO 3166 code of a country.
    #[must_use]
    pub fn country_code(&self, record: u32) -> Option<&str> {
        let row = self.rows().find(|row| three(&row[2..]) == record)?;
        std::str::from_utf8(&row[..2]).ok()
    }

    /// Is it the capital of a country?
    #[must_use]
    pub fn is_capital(&self, record: u32) -> bool {
        self.capitals.binary_search(&record).is_ok()
    }

    fn rows(&self) -> impl Iterator<Item = &[u8]> {
        self.countries.as_ref().chunks_exact(COUNTRY_LENGTH)
    }

    /// A place and what it lies in, the nearest first, itself included.
    pub fn within(&self, index: u32) -> impl Iterator<Item = u32> + '_ {
        // Four levels are written; a bound keeps a strange file from a circle.
        std::iter::successors(Some(index), |&i| {
            self.record(i)?.container.and_then(|unit| self.unit(unit)).map(|unit| unit.record)
        })
        .take(6)
    }

    /// What else than a place a word is.
    #[must_use]
    pub fn lexeme(&self, word: &str) -> Lexeme {
        self.lexicon.get_word(word).map_or_else(Lexeme::default, Lexeme::decode)
    }

    /// The names.
    pub(super) fn names(&self) -> &Names<Memory> {
        &self.names
    }

    /// The places of a whole folded name.
    pub(in crate::geoparse) fn named(&self, folded: &str) -> Vec<Candidate> {
        let mut candidates = Vec::new();
        if let Some(value) = self.names.get(folded) {
            self.candidates(value, &mut |c| candidates.push(c));
        }
        candidates
    }

    /// The places behind the value of a name.
    pub(in crate::geoparse) fn candidates(&self, value: u64, each: &mut impl FnMut(Candidate)) {
        let candidate = |n: u64| Candidate { record: (n >> 1) as u32, main: n & 1 == 1 };
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
        let blocks = self.len().div_ceil(TITLES_A_BLOCK);
        let offset = bytes.get(index / TITLES_A_BLOCK * 4..)?.first_chunk::<4>()?;
        let mut at = blocks * 4 + u32::from_le_bytes(*offset) as usize;
        for _ in 0..index % TITLES_A_BLOCK {
            at += 1 + usize::from(*bytes.get(at)?);
        }
        let length = usize::from(*bytes.get(at)?);
        std::str::from_utf8(bytes.get(at + 1..at + 1 + length)?).ok()
    }
}

fn three(bytes: &[u8]) -> u32 {
    u32::from_le_bytes([bytes[0], bytes[1], bytes[2], 0])
}

/// A point is kept to a few metres.
fn round(degrees: f64) -> f64 {
    (degrees * 1e4).round() / 1e4
}

impl Record {
    /// Where it is.
    #[must_use]
    pub fn point(&self) -> LonLat {
        LonLat { lon: round(self.lon), lat: round(self.lat) }
    }
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geoparse::gazetteer::fold::fold;

    fn small() -> Vec<u8> {
        let mut writer = WorldWriter::default();
        let town = |geonames: u32, lon: f64, lat: f64, population: u64| WorldPlace {
            geonames: Some(geonames),
            title: "Berlin",
            kind: UnitKind::Town,
            point: LonLat { lon, lat },
            population,
            container: None,
        };
        let de = writer.place(WorldPlace {
            geonames: None,
            title: "Germany",
            kind: UnitKind::Country,
            ..town(0, 10.0, 51.0, 83_000_000)
        });
        let berlin = writer
            .place(WorldPlace { container: Some(de), ..town(2950159, 13.41, 52.524, 3_426_354) });
        writer.country(*b"DE", de, Some(berlin));
        let other = writer.place(town(5245497, -88.943, 43.968, 5_420));
        writer.name("Berlin", berlin, true);
        writer.name("Berlin", other, true);
        writer.name("Berlino", berlin, false);
        writer.name("Germany", de, true);
        writer.word("reading", Lexeme { common: Frequency::High, ..Lexeme::default() });
        writer.word("german", Lexeme { demonym: Some(de), ..Lexeme::default() });
        writer.finish().unwrap()
    }

    #[test]
    fn what_is_written_is_read() {
        let world = World::open(small()).unwrap();
        assert_eq!(world.len(), 3);
        let both = world.named(&fold("BERLIN").unwrap());
        assert_eq!(both.len(), 2);
        assert!(both.iter().all(|c| c.main));
        let berlin = world.by_geonames(2950159).unwrap();
        assert_eq!(world.named("berlino"), [Candidate { record: berlin, main: false }]);
        let record = world.record(berlin).unwrap();
        assert_eq!(world.title(berlin), "Berlin");
        assert_eq!(record.point(), LonLat { lon: 13.41, lat: 52.524 });
        assert!((3_250_000..3_600_000).contains(&record.population()), "{}", record.population());
        let within: Vec<&str> = world.within(berlin).map(|i| world.title(i)).collect();
        assert_eq!(within, ["Berlin", "Germany"]);
        let de = world.country(*b"DE").unwrap();
        assert_eq!(world.country_code(de), Some("DE"));
        assert!(world.is_capital(berlin) && !world.is_capital(de));
        assert_eq!(world.lexeme("German").demonym, Some(de));
        assert_eq!(world.lexeme("Reading").common, Frequency::High);
        assert_eq!(world.lexeme("Berlin"), Lexeme::default());
    }

    #[test]
    fn a_file_that_is_not_whole_is_refused() {
        let good = small();
        for length in 0..good.len() {
            let error = World::open(good[..length].to_vec()).unwrap_err();
            assert_eq!(error, WorldError::Truncated, "{length}");
        }
        assert_eq!(World::open(b"id\tname\n".repeat(20)).unwrap_err(), WorldError::Foreign);
        for at in HEADER..good.len() {
            let mut bad = good.clone();
            bad[at] ^= 0x10;
            assert_eq!(World::open(bad).unwrap_err(), WorldError::Damaged, "{at}");
        }
        let long = [good, vec![0]].concat();
        assert_eq!(World::open(long).unwrap_err(), WorldError::Truncated);
    }
}
