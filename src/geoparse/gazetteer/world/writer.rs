use std::collections::BTreeMap;

use super::lexeme::Lexeme;
use super::record::UNIT_LENGTH;
use super::record::{FIRST_UNIT, MOST_UNITS, Record, Unit, UnitKind};
use super::{MAGIC, TITLES_A_BLOCK};
use crate::domain::great_circle::LonLat;
use crate::geoparse::gazetteer::fold::fold;
use crate::geoparse::gazetteer::memory::write_varint;

/// Writes a world layer: the places first, in any order, then
/// [`WorldWriter::finish`].
#[derive(Default)]
pub struct WorldWriter {
    places: Vec<Added>,
    /// Folded name → places, and whether it is their usual name.
    names: BTreeMap<String, BTreeMap<Handle, bool>>,
    countries: Vec<([u8; 2], Handle, Option<Handle>)>,
    lexicon: BTreeMap<String, Lexeme>,
}

/// A place that has been added.
pub type Handle = u32;

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
    pub container: Option<Handle>,
}

struct Added {
    record: Record,
    title: String,
    kind: UnitKind,
    container: Option<Handle>,
}

impl WorldWriter {
    /// Adds a place.
    pub fn place(&mut self, place: WorldPlace<'_>) -> Handle {
        let WorldPlace { geonames, title, kind, point, population, container } = place;
        let handle = self.places.len() as Handle;
        let LonLat { lon, lat } = point;
        let record = Record {
            number: geonames.unwrap_or(FIRST_UNIT + handle),
            lat,
            lon,
            log_population: (1.0 + population as f64).ln(),
            container: None,
            is_unit: kind > UnitKind::Town,
        };
        self.places.push(Added { record, title: title.to_owned(), kind, container });
        handle
    }

    /// Gives a place a name; `main` if it is the usual one.
    pub fn name(&mut self, name: &str, place: Handle, main: bool) {
        if let Some(folded) = fold(name) {
            *self.names.entry(folded).or_default().entry(place).or_default() |= main;
        }
    }

    /// Says which place is a country, and which its capital.
    pub fn country(&mut self, code: [u8; 2], place: Handle, capital: Option<Handle>) {
        self.countries.push((code, place, capital));
    }

    /// Says what else a word is; what is said of it before stays.
    pub fn word(&mut self, word: &str, lexeme: Lexeme) {
        let Some(folded) = fold(word) else { return };
        let known = self.lexicon.entry(folded).or_default();
        known.common = known.common.max(lexeme.common);
        known.given_name = known.given_name.max(lexeme.given_name);
        known.surname = known.surname.max(lexeme.surname);
        known.demonym = known.demonym.or(lexeme.demonym);
    }

    /// Is it a name of any place?
    #[must_use]
    pub fn is_named(&self, name: &str) -> bool {
        fold(name).is_some_and(|folded| self.names.contains_key(&folded))
    }

    /// The file.
    pub fn finish(self) -> Result<Vec<u8>, fst::Error> {
        let mut order: Vec<Handle> = (0..self.places.len() as u32).collect();
        order.sort_by_key(|&handle| self.places[handle as usize].record.number);
        let mut index_of = vec![0; order.len()];
        let mut unit_of = vec![None; order.len()];
        let mut units = Vec::new();
        for (record, &handle) in (0..).zip(&order) {
            index_of[handle as usize] = record;
            let Added { kind, .. } = self.places[handle as usize];
            let number = units.len() / UNIT_LENGTH;
            if kind > UnitKind::Town && number < MOST_UNITS {
                unit_of[handle as usize] = Some(number as u16);
                units.extend(Unit { record, kind }.encode());
            }
        }
        let index = |handle: Handle| index_of.get(handle as usize).copied().unwrap_or(0);

        let mut records = Vec::new();
        let mut titles = Vec::new();
        let mut blocks = Vec::new();
        for (nth, &handle) in order.iter().enumerate() {
            let Added { record, title, container, .. } = &self.places[handle as usize];
            let container = container.and_then(|c| unit_of.get(c as usize).copied().flatten());
            records.extend(Record { container, ..*record }.encode());
            if nth % TITLES_A_BLOCK == 0 {
                blocks.extend((titles.len() as u32).to_le_bytes());
            }
            let title = shortened(title);
            titles.push(title.len() as u8);
            titles.extend(title.as_bytes());
        }
        let titles = [blocks, titles].concat();

        let mut candidates = Vec::new();
        let mut names = fst::MapBuilder::memory();
        for (name, places) in &self.names {
            let number =
                |(&place, &main): (&Handle, &bool)| u64::from(index(place)) << 1 | u64::from(main);
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
        let mut countries = Vec::new();
        for &(code, place, capital) in &self.countries {
            countries.extend(code);
            countries.extend(&index(place).to_le_bytes()[..3]);
            let none = [0xff; 4];
            countries.extend(&capital.map_or(none, |capital| index(capital).to_le_bytes())[..3]);
        }
        let mut lexicon = fst::MapBuilder::memory();
        for (word, lexeme) in &self.lexicon {
            let lexeme = Lexeme { demonym: lexeme.demonym.map(index), ..*lexeme };
            lexicon.insert(word, lexeme.encode())?;
        }

        let sections = [
            names.into_inner()?,
            candidates,
            records,
            units,
            titles,
            countries,
            lexicon.into_inner()?,
        ];
        let mut body: Vec<u8> =
            sections.iter().flat_map(|s| (s.len() as u64).to_le_bytes()).collect();
        sections.iter().for_each(|section| body.extend(section));
        let checksum = crc32fast::hash(&body).to_le_bytes();
        Ok([MAGIC.as_slice(), &checksum, &body].concat())
    }
}

/// At most 255 bytes, so that one byte can tell the length.
fn shortened(title: &str) -> &str {
    let end = title.char_indices().map(|(at, c)| at + c.len_utf8()).take_while(|&end| end < 256);
    &title[..end.last().unwrap_or(0)]
}
