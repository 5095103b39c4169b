//! Writes the world layer.

use std::collections::BTreeMap;
use std::fmt;

use super::lexeme::Lexeme;
use super::record::{FIRST_UNIT, MAX_NUMBER, MAX_UNITS, Record, UNIT_LENGTH, UnitKind, UnitRow};
use super::{MAGIC, TITLES_PER_BLOCK};
use crate::domain::great_circle::LonLat;
use crate::geoparse::gazetteer::container;
use crate::geoparse::gazetteer::fold::fold;
use crate::geoparse::gazetteer::memory::write_varint;

/// Writes a world layer: the places first, in any order, then
/// [`WorldWriter::finish`].
#[derive(Default)]
pub struct WorldWriter {
    places: Vec<Added>,
    /// Folded name → places, and whether it is their usual name.
    names: BTreeMap<String, BTreeMap<WorldHandle, bool>>,
    countries: Vec<([u8; 2], WorldHandle, Option<WorldHandle>)>,
    lexicon: BTreeMap<String, Lexeme>,
}

/// A place that has been added.
pub type WorldHandle = u32;

/// Why places cannot be written.
#[derive(Debug)]
pub enum WorldWriteError {
    /// A GeoNames id has reached the numbers kept for units without an id.
    GeonamesId {
        /// The id.
        id: u32,
        /// The name of its place.
        title: String,
    },
    /// There are more places than numbers.
    TooManyPlaces,
    /// There are more administrative units than the format can refer to.
    TooManyUnits,
    /// The names cannot be indexed.
    Names(fst::Error),
}

/// A town or administrative unit to be added.
#[derive(Clone, Copy, Debug)]
pub struct WorldPlace<'a> {
    /// Its GeoNames id; units may have none.
    pub geonames: Option<u32>,
    /// Its usual name.
    pub title: &'a str,
    /// What it is.
    pub kind: UnitKind,
    /// Where it is.
    pub point: LonLat,
    /// How many live there.
    pub population: u64,
    /// What it lies in.
    pub container: Option<WorldHandle>,
}

struct Added {
    record: Record,
    has_geonames_id: bool,
    title: String,
    kind: UnitKind,
    container: Option<WorldHandle>,
}

impl WorldWriter {
    /// Adds a place.
    pub fn place(&mut self, place: WorldPlace<'_>) -> WorldHandle {
        let WorldPlace { geonames, title, kind, point, population, container } = place;
        let handle = self.places.len() as WorldHandle;
        let LonLat { lon, lat } = point;
        let record = Record {
            number: geonames.unwrap_or(FIRST_UNIT + handle),
            lat,
            lon,
            log_population: (1.0 + population as f64).ln(),
            container: None,
            is_unit: kind > UnitKind::Town,
        };
        let has_geonames_id = geonames.is_some();
        let title = title.to_owned();
        self.places.push(Added { record, has_geonames_id, title, kind, container });
        handle
    }

    /// Gives a place a name; `preferred` if it is the usual one.
    pub fn name(&mut self, name: &str, place: WorldHandle, preferred: bool) {
        if let Some(folded) = fold(name) {
            *self.names.entry(folded).or_default().entry(place).or_default() |= preferred;
        }
    }

    /// Says which place is a country, and which its capital.
    pub fn country(&mut self, code: [u8; 2], place: WorldHandle, capital: Option<WorldHandle>) {
        self.countries.push((code, place, capital));
    }

    /// Adds what a word is besides a place name. What was added before is kept.
    pub fn word(&mut self, word: &str, lexeme: Lexeme) {
        let Some(folded) = fold(word) else { return };
        let known = self.lexicon.entry(folded).or_default();
        known.common = known.common.max(lexeme.common);
        known.given_name = known.given_name.max(lexeme.given_name);
        known.surname = known.surname.max(lexeme.surname);
        known.demonym = known.demonym.or(lexeme.demonym);
    }

    /// Is a word the name of any place that has been added?
    #[must_use]
    pub fn is_named(&self, name: &str) -> bool {
        fold(name).is_some_and(|folded| self.names.contains_key(&folded))
    }

    /// The file.
    ///
    /// # Errors
    ///
    /// The places do not fit the format: see [`WorldWriteError`].
    pub fn finish(self) -> Result<Vec<u8>, WorldWriteError> {
        self.check_numbers()?;
        let order = Order::of(&self.places)?;
        let (records, titles) = self.records(&order);
        let (names, candidates) = self.names(&order)?;
        let countries = self.countries(&order);
        let lexicon = self.lexicon(&order)?;
        let sections =
            [&*names, &*candidates, &*records, &*order.units, &*titles, &*countries, &*lexicon];
        Ok(container::pack(MAGIC, sections))
    }

    fn check_numbers(&self) -> Result<(), WorldWriteError> {
        for Added { record, title, has_geonames_id, .. } in &self.places {
            if *has_geonames_id && record.number >= FIRST_UNIT {
                let title = title.clone();
                return Err(WorldWriteError::GeonamesId { id: record.number, title });
            }
            if record.number > MAX_NUMBER {
                return Err(WorldWriteError::TooManyPlaces);
            }
        }
        Ok(())
    }

    fn records(&self, order: &Order) -> (Vec<u8>, Vec<u8>) {
        let mut records = Vec::new();
        let mut titles = Vec::new();
        let mut blocks = Vec::new();
        for (nth, &handle) in order.handles.iter().enumerate() {
            let Added { record, title, container, .. } = &self.places[handle as usize];
            let container =
                container.and_then(|c| order.unit_of.get(c as usize).copied().flatten());
            records.extend(Record { container, ..*record }.encode());
            if nth % TITLES_PER_BLOCK == 0 {
                blocks.extend((titles.len() as u32).to_le_bytes());
            }
            let title = shortened(title);
            titles.push(title.len() as u8);
            titles.extend(title.as_bytes());
        }
        (records, [blocks, titles].concat())
    }

    fn names(&self, order: &Order) -> Result<(Vec<u8>, Vec<u8>), WorldWriteError> {
        let mut candidates = Vec::new();
        let mut names = fst::MapBuilder::memory();
        for (name, places) in &self.names {
            let number = |(&place, &preferred): (&WorldHandle, &bool)| {
                u64::from(order.record(place)) << 1 | u64::from(preferred)
            };
            let value = if places.len() == 1 {
                places.iter().map(number).sum::<u64>() << 1
            } else {
                let start = candidates.len() as u64;
                write_varint(&mut candidates, places.len() as u64);
                places.iter().for_each(|place| write_varint(&mut candidates, number(place)));
                start << 1 | 1
            };
            names.insert(name, value)?;
        }
        Ok((names.into_inner()?, candidates))
    }

    fn countries(&self, order: &Order) -> Vec<u8> {
        const NONE: u32 = 0xff_ffff;
        let mut countries = Vec::new();
        for &(code, place, capital) in &self.countries {
            let capital = capital.map_or(NONE, |capital| order.record(capital));
            countries.extend(code);
            countries.extend(&order.record(place).to_le_bytes()[..3]);
            countries.extend(&capital.to_le_bytes()[..3]);
        }
        countries
    }

    fn lexicon(&self, order: &Order) -> Result<Vec<u8>, WorldWriteError> {
        let mut lexicon = fst::MapBuilder::memory();
        for (word, lexeme) in &self.lexicon {
            let demonym = lexeme.demonym.map(|country| order.record(country));
            lexicon.insert(word, Lexeme { demonym, ..*lexeme }.encode())?;
        }
        Ok(lexicon.into_inner()?)
    }
}

/// The order of the records, with the lookups that depend on it.
struct Order {
    /// Handles in the order of their records.
    handles: Vec<WorldHandle>,
    /// Record of each handle.
    record_of: Vec<u32>,
    /// Number of each handle among the units, if it is one.
    unit_of: Vec<Option<u16>>,
    /// The encoded units.
    units: Vec<u8>,
}

impl Order {
    fn of(places: &[Added]) -> Result<Self, WorldWriteError> {
        let mut handles: Vec<WorldHandle> = (0..places.len() as u32).collect();
        handles.sort_by_key(|&handle| places[handle as usize].record.number);
        let mut record_of = vec![0; handles.len()];
        let mut unit_of = vec![None; handles.len()];
        let mut units = Vec::new();
        for (record, &handle) in (0..).zip(&handles) {
            record_of[handle as usize] = record;
            let kind = places[handle as usize].kind;
            if kind > UnitKind::Town {
                let number = units.len() / UNIT_LENGTH;
                if number >= MAX_UNITS {
                    return Err(WorldWriteError::TooManyUnits);
                }
                unit_of[handle as usize] = Some(number as u16);
                units.extend(UnitRow { record, kind }.encode());
            }
        }
        Ok(Self { handles, record_of, unit_of, units })
    }

    fn record(&self, handle: WorldHandle) -> u32 {
        self.record_of.get(handle as usize).copied().unwrap_or(0)
    }
}

impl fmt::Display for WorldWriteError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::GeonamesId { id, title } => write!(
                f,
                "the GeoNames id {id} of `{title}` is not below {FIRST_UNIT}, where the numbers \
                 of units without an id begin; the file format needs wider numbers"
            ),
            Self::TooManyPlaces => write!(f, "there are more places than numbers of 24 bits"),
            Self::TooManyUnits => {
                write!(f, "there are more than {MAX_UNITS} administrative units")
            }
            Self::Names(error) => write!(f, "the names cannot be indexed: {error}"),
        }
    }
}

impl std::error::Error for WorldWriteError {}

impl From<fst::Error> for WorldWriteError {
    fn from(error: fst::Error) -> Self {
        Self::Names(error)
    }
}

/// The text cut to 255 bytes, so that its length fits in one byte.
fn shortened(title: &str) -> &str {
    let end = title.char_indices().map(|(at, c)| at + c.len_utf8()).take_while(|&end| end < 256);
    &title[..end.last().unwrap_or(0)]
}
