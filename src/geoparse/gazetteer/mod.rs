//! The two gazetteer layers, asked as one: the hand-made historical one, whose
//! names hold in time, and the world of GeoNames.

mod entry;
mod fold;
mod historical;
mod lookup;
mod memory;
mod names;
mod world;

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

pub use entry::{EntryId, Facts};
pub use fold::fold;
pub use historical::CompiledError;
pub use world::{
    Frequency, Lexeme, Record, UnitKind, World, WorldError, WorldHandle, WorldPlace, WorldWriter,
};

use super::token::Token;
use crate::domain::life::{Place, Toponym};
use crate::domain::time::Day;
use historical::Historical;
use names::State;

/// Names and the places they can mean, in two layers.
#[derive(Debug)]
pub struct Gazetteer {
    historical: Historical,
    world: Option<World>,
    /// Records of the world for which a historical entry speaks.
    spoken_for: HashMap<u32, u32>,
    /// Historical entries that speak for a record: units of today, of which
    /// the world layer knows what lies in them.
    of_today: HashSet<u32>,
}

/// What a name can mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Meaning {
    /// The place.
    pub entry: EntryId,
    /// Is it the place's usual name, or one made for it by hand?
    pub main: bool,
    /// Which of a historical entry's names; its validity is to be asked for.
    name: Option<u32>,
}

impl Meaning {
    /// Is the name made by hand, not only the place?
    pub(super) fn is_hand_made(&self) -> bool {
        self.name.is_some()
    }
}

impl Gazetteer {
    /// Puts both layers together.
    #[must_use]
    pub fn new(historical: Vec<Place>, world: Option<World>) -> Self {
        let spoken_for = world.iter().flat_map(|world| spoken_for(world, &historical)).collect();
        let mut layer = Historical::new(historical);
        layer.index.spoken_for = spoken_for;
        let mut gazetteer = Self::of(layer, world);
        let entries = || 0..gazetteer.historical.len() as u32;
        let facts = entries().map(|entry| gazetteer.historical_facts(entry)).collect();
        let containers = entries().map(|entry| gazetteer.historical_containers(entry)).collect();
        gazetteer.historical.complete(facts, containers);
        gazetteer
    }

    /// Opens a compiled historical layer; the world is given back if it was
    /// made of other sources.
    pub fn open(
        compiled: impl AsRef<[u8]> + Send + Sync + 'static,
        sources: u32,
        world: Option<World>,
    ) -> Result<Result<Self, Option<World>>, CompiledError> {
        Ok(match Historical::open(compiled, Some(sources))? {
            Some(historical) => Ok(Self::of(historical, world)),
            None => Err(world),
        })
    }

    /// Opens a compiled layer and the world layer that were made together.
    ///
    /// # Errors
    /// The compiled layer is damaged, or is not one.
    pub fn open_prebuilt(
        compiled: impl AsRef<[u8]> + Send + Sync + 'static,
        world: World,
    ) -> Result<Self, CompiledError> {
        match Historical::open(compiled, None)? {
            Some(historical) => Ok(Self::of(historical, Some(world))),
            None => Err(CompiledError::Damaged),
        }
    }

    /// The historical layer as a file. `sources` is the checksum of what it
    /// was made of, the world layer included.
    #[must_use]
    pub fn compile(&self, sources: u32) -> Vec<u8> {
        self.historical.compile(sources)
    }

    fn of(historical: Historical, world: Option<World>) -> Self {
        let spoken_for: HashMap<u32, u32> = historical.index.spoken_for.iter().copied().collect();
        let of_today = spoken_for.values().copied().collect();
        Self { historical, world, spoken_for, of_today }
    }

    /// A place by its id.
    #[must_use]
    pub fn place(&self, id: &str) -> Option<Cow<'_, Place>> {
        self.find(id).map(|entry| self.place_of(entry))
    }

    /// The entry with an id.
    #[must_use]
    pub fn find(&self, id: &str) -> Option<EntryId> {
        if let Some(entry) = self.historical.find(id) {
            return Some(EntryId::Historical(entry));
        }
        let world = self.world.as_ref()?;
        if let Some(geonames) = id.strip_prefix("geonames-") {
            return world.by_geonames(geonames.parse().ok()?).map(|r| self.entry_of(r));
        }
        // Units without a GeoNames id are few, and rarely asked for by id.
        (0..world.len() as u32)
            .rev()
            .take_while(|&r| world.record(r).is_some_and(|r| !r.has_geonames_id()))
            .find(|&r| entry::world_id(world, r) == id)
            .map(|r| self.entry_of(r))
    }

    /// The place of an entry.
    #[must_use]
    pub fn place_of(&self, entry: EntryId) -> Cow<'_, Place> {
        match entry {
            EntryId::Historical(i) => match self.historical.place(i) {
                Some(place) => Cow::Borrowed(place),
                None => Cow::Owned(entry::nowhere()),
            },
            EntryId::World(record) => Cow::Owned(self.world_place(record)),
        }
    }

    /// Ids of the hand-made entries.
    pub fn historical_ids(&self) -> impl Iterator<Item = &str> {
        (0..self.historical.len() as u32)
            .filter_map(|entry| self.historical.place(entry))
            .map(|place| place.id.as_str())
    }

    /// Does one place lie in the other (at any depth), or are they the same?
    #[must_use]
    pub fn lies_in(&self, inner: &str, outer: &str) -> bool {
        inner == outer
            || self
                .find(inner)
                .zip(self.find(outer))
                .is_some_and(|(inner, outer)| self.has_container(inner, outer))
    }

    /// What the names of both layers say after their first word.
    pub(super) fn beginning(&self, word: &str) -> Beginning {
        Beginning {
            historical: self.historical.names.after_word(word),
            world: self.world.as_ref().map(|world| world.names().after_word(word)),
        }
    }

    /// Calls `found` with each name of either layer that begins at a token: how
    /// many tokens it takes, and a key for [`Self::meanings`].
    pub(super) fn names_at(
        &self,
        beginning: Beginning,
        tokens: &[Token<'_>],
        at: usize,
        found: &mut impl FnMut(usize, NameKey),
    ) {
        let names = &self.historical.names;
        names.matches(beginning.historical, tokens, at, &mut |m| {
            found(m.length, NameKey::Historical(m.value));
        });
        if let (Some(world), Some(state)) = (&self.world, beginning.world) {
            world.names().matches(state, tokens, at, &mut |m| {
                found(m.length, NameKey::World(m.value));
            });
        }
    }

    /// What a name means: places of its own layer, those of the world that are
    /// spoken for replaced by who speaks for them.
    pub(super) fn meanings(&self, key: NameKey, each: &mut impl FnMut(Meaning)) {
        match key {
            NameKey::Historical(value) => {
                for &(entry, name) in self.historical.meanings(value) {
                    each(Meaning {
                        entry: EntryId::Historical(entry),
                        main: true,
                        name: Some(name),
                    });
                }
            }
            NameKey::World(value) => {
                if let Some(world) = &self.world {
                    world.candidates(value, &mut |c| {
                        each(Meaning { entry: self.entry_of(c.record), main: c.main, name: None });
                    });
                }
            }
        }
    }

    /// Was the name in use on the day? It may have been at two times.
    pub(super) fn holds_on(&self, meaning: &Meaning, day: Day) -> bool {
        let EntryId::Historical(entry) = meaning.entry else { return true };
        let names = self.historical.place(entry).map(|place| &place.names);
        let Some((names, name)) =
            names.zip(meaning.name).and_then(|(all, nth)| Some((all, all.get(nth as usize)?)))
        else {
            return true;
        };
        let same = |other: &&Toponym| other.toponym == name.toponym;
        names.iter().filter(same).any(|name| name.holds_on(day))
    }

    /// Was the place given this name on some day, as those are that are called
    /// after a person?
    pub(super) fn is_given(&self, meaning: &Meaning) -> bool {
        let EntryId::Historical(entry) = meaning.entry else { return false };
        let names = self.historical.place(entry).map(|place| &place.names);
        names
            .zip(meaning.name)
            .and_then(|(names, nth)| names.get(nth as usize)?.when.as_ref())
            .is_some_and(|when| when.earliest.is_some())
    }

    /// Is the name one that its maker writes with these very words?
    pub(super) fn is_spelt(&self, key: NameKey, tokens: &[Token<'_>]) -> bool {
        self.spellings(key).any(|name| {
            let mut rest = name;
            tokens.iter().all(|token| {
                rest = rest.trim_start();
                rest.strip_prefix(token.text).map(|after| rest = after).is_some()
            })
        })
    }

    /// Does its maker write the name with small letters, such as no
    /// abbreviation has?
    pub(super) fn is_written_small(&self, key: NameKey) -> bool {
        self.spellings(key).any(|name| name.chars().any(char::is_lowercase))
    }

    /// Is the name only ever written as an abbreviation?
    pub(super) fn is_abbreviation(&self, key: NameKey) -> bool {
        let mut spellings = self.spellings(key).peekable();
        spellings.peek().is_some()
            && spellings.all(|name| name.ends_with('.') && name.chars().any(char::is_lowercase))
    }

    /// What a word with another behind it means: "Red" and " river".
    pub(super) fn named_with(
        &self,
        beginning: Beginning,
        generic: &str,
        each: &mut impl FnMut(Meaning),
    ) {
        if let Some(value) = self.historical.names.then(beginning.historical, generic) {
            self.meanings(NameKey::Historical(value), each);
        }
        if let (Some(world), Some(state)) = (&self.world, beginning.world)
            && let Some(value) = world.names().then(state, generic)
        {
            self.meanings(NameKey::World(value), each);
        }
    }

    fn spellings(&self, key: NameKey) -> impl Iterator<Item = &str> {
        let means = match key {
            NameKey::Historical(value) => self.historical.meanings(value),
            NameKey::World(_) => &[],
        };
        means.iter().filter_map(|&(entry, name)| {
            let names = &self.historical.place(entry)?.names;
            names.get(name as usize).map(|name| name.toponym.as_str())
        })
    }

    /// What else than a place a word is.
    #[must_use]
    pub fn lexeme(&self, word: &str) -> Lexeme {
        self.world.as_ref().map_or_else(Lexeme::default, |world| world.lexeme(word))
    }

    /// The entry for a country of the world layer.
    #[must_use]
    pub fn entry_of(&self, record: u32) -> EntryId {
        match self.spoken_for.get(&record) {
            Some(&historical) => EntryId::Historical(historical),
            None => EntryId::World(record),
        }
    }
}

/// How far one word leads into the names.
#[derive(Clone, Copy, Debug)]
pub(super) struct Beginning {
    historical: State,
    world: Option<State>,
}

/// A name found in one of the layers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum NameKey {
    Historical(u64),
    World(u64),
}

/// A historical entry speaks for the record with its GeoNames id; a state, a
/// province or a region without one for the unit of the same name near it.
fn spoken_for(world: &World, historical: &[Place]) -> Vec<(u32, u32)> {
    let mut pairs = Vec::new();
    for (entry, place) in (0..).zip(historical) {
        if let Some(record) = place
            .geonames
            .and_then(|id| u32::try_from(id).ok())
            .and_then(|id| world.by_geonames(id))
        {
            pairs.push((record, entry));
        }
        let Some(point) = place.point.filter(|_| place.kind.is_area()) else { continue };
        for folded in place.names.iter().filter_map(|name| fold(&name.toponym)) {
            for candidate in world.named(&folded) {
                let same = world.record(candidate.record).is_some_and(|record| {
                    candidate.main
                        && record.is_unit
                        && world.kind(candidate.record).could_be(place.kind)
                        && crate::domain::great_circle::distance_km(point, record.point())
                            < 100.0 + place.precision_km / 2.0
                });
                if same && pairs.iter().all(|&(known, _)| known != candidate.record) {
                    pairs.push((candidate.record, entry));
                }
            }
        }
    }
    pairs
}
