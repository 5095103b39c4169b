//! The gazetteer: a curated layer and a world layer that are asked as one. Where both
//! know a place, the curated entry takes precedence.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

use super::curated::{CompiledError, CuratedLayer};
use super::entry::{EntryId, nowhere, world_id};
use super::names::State;
use super::overrides::overrides;
use super::world::{Lexeme, World};
use crate::domain::life::{Place, Toponym};
use crate::domain::time::Day;
use crate::geoparse::text::Token;

/// Names and the places they can mean, in two layers.
///
/// ```
/// use chronotope::domain::great_circle::LonLat;
/// use chronotope::geoparse::{Gazetteer, UnitKind, World, WorldPlace, WorldWriter};
///
/// let mut writer = WorldWriter::default();
/// let country = WorldPlace {
///     geonames: Some(3_017_382),
///     title: "France",
///     kind: UnitKind::Country,
///     point: LonLat { lon: 2.0, lat: 46.0 },
///     population: 67_000_000,
///     container: None,
/// };
/// let france = writer.place(country);
/// let lyon = writer.place(WorldPlace {
///     geonames: Some(2_996_944),
///     title: "Lyon",
///     kind: UnitKind::Town,
///     point: LonLat { lon: 4.85, lat: 45.75 },
///     population: 520_000,
///     container: Some(france),
/// });
/// writer.name("Lyon", lyon, true);
/// let world = World::open(writer.finish()?)?;
///
/// let gazetteer = Gazetteer::new(Vec::new(), Some(world));
/// assert_eq!(gazetteer.place("geonames-2996944").unwrap().title, "Lyon");
/// assert!(gazetteer.lies_in("geonames-2996944", "geonames-3017382"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug)]
pub struct Gazetteer {
    pub(super) curated: CuratedLayer,
    pub(super) world: Option<World>,
    /// GeoNames record → curated entry that overrides it.
    overrides: HashMap<u32, u32>,
    /// Curated entries that override a record: the world layer knows what lies
    /// in these units today.
    with_modern_unit: HashSet<u32>,
}

/// One of the places that a name can mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Meaning {
    /// The place.
    pub entry: EntryId,
    /// Is it the place's preferred name, or one that a curator listed?
    pub preferred: bool,
    /// Which of a curated entry's names it is; `None` for the world layer.
    name: Option<u32>,
}

impl Meaning {
    /// Did a curator list this very name, not only its place?
    pub(in crate::geoparse) fn is_curated(&self) -> bool {
        self.name.is_some()
    }
}

/// The result of [`Gazetteer::open`].
#[derive(Debug)]
#[expect(clippy::large_enum_variant, reason = "it is taken apart as soon as it is made")]
pub enum Opened {
    /// The compiled layer agrees with its sources.
    Fresh(Gazetteer),
    /// The sources have changed since it was compiled; the world layer is
    /// handed back.
    Stale(Option<World>),
}

impl Gazetteer {
    /// Puts both layers together.
    #[must_use]
    pub fn new(curated: Vec<Place>, world: Option<World>) -> Self {
        let overrides = world.iter().flat_map(|world| overrides(world, &curated)).collect();
        let mut layer = CuratedLayer::new(curated);
        layer.index.overrides = overrides;
        let mut gazetteer = Self::of(layer, world);
        let entries = || 0..gazetteer.curated.len() as u32;
        let facts = entries().map(|entry| gazetteer.curated_facts(entry)).collect();
        let containers = entries().map(|entry| gazetteer.curated_containers(entry)).collect();
        gazetteer.curated.complete(facts, containers);
        gazetteer
    }

    /// Opens a compiled curated layer. `sources` is the checksum of the tables
    /// and of the world layer as they are now.
    ///
    /// # Errors
    ///
    /// The file is not a compiled gazetteer, or is damaged.
    pub fn open(
        compiled: impl AsRef<[u8]> + Send + Sync + 'static,
        sources: u32,
        world: Option<World>,
    ) -> Result<Opened, CompiledError> {
        Ok(match CuratedLayer::open(compiled, Some(sources))? {
            Some(curated) => Opened::Fresh(Self::of(curated, world)),
            None => Opened::Stale(world),
        })
    }

    /// Opens a compiled layer and the world layer that were made together.
    ///
    /// # Errors
    ///
    /// The file is not a compiled gazetteer, or is damaged.
    pub fn open_prebuilt(
        compiled: impl AsRef<[u8]> + Send + Sync + 'static,
        world: World,
    ) -> Result<Self, CompiledError> {
        match CuratedLayer::open(compiled, None)? {
            Some(curated) => Ok(Self::of(curated, Some(world))),
            None => Err(CompiledError::Damaged),
        }
    }

    /// The curated layer as a file. `sources` is the checksum of its sources, the world
    /// layer included.
    #[must_use]
    pub fn compile(&self, sources: u32) -> Vec<u8> {
        self.curated.compile(sources)
    }

    fn of(curated: CuratedLayer, world: Option<World>) -> Self {
        let overrides: HashMap<u32, u32> = curated.index.overrides.iter().copied().collect();
        let with_modern_unit = overrides.values().copied().collect();
        Self { curated, world, overrides, with_modern_unit }
    }

    /// Returns the place with this id. `None` if neither layer has it.
    #[must_use]
    pub fn place(&self, id: &str) -> Option<Cow<'_, Place>> {
        self.find(id).map(|entry| self.place_of(entry))
    }

    /// The entry with an id.
    #[must_use]
    pub fn find(&self, id: &str) -> Option<EntryId> {
        if let Some(entry) = self.curated.find(id) {
            return Some(EntryId::Curated(entry));
        }
        let world = self.world.as_ref()?;
        if let Some(geonames) = id.strip_prefix("geonames-") {
            return world.by_geonames(geonames.parse().ok()?).map(|r| self.entry_of(r));
        }
        // Units without a GeoNames id are few, and rarely looked up by id.
        (0..world.len() as u32)
            .rev()
            .take_while(|&r| world.record(r).is_some_and(|r| !r.has_geonames_id()))
            .find(|&r| world_id(world, r) == id)
            .map(|r| self.entry_of(r))
    }

    /// The place of an entry.
    #[must_use]
    pub fn place_of(&self, entry: EntryId) -> Cow<'_, Place> {
        match entry {
            EntryId::Curated(i) => match self.curated.place(i) {
                Some(place) => Cow::Borrowed(place),
                None => Cow::Owned(nowhere()),
            },
            EntryId::World(record) => Cow::Owned(self.world_place(record)),
        }
    }

    /// Ids of the curated entries.
    pub fn curated_ids(&self) -> impl Iterator<Item = &str> {
        (0..self.curated.len() as u32)
            .filter_map(|entry| self.curated.place(entry))
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

    /// The state of both name indexes after the first word of a name.
    pub(in crate::geoparse) fn beginning(&self, word: &str) -> Beginning {
        Beginning {
            curated: self.curated.names.after_word(word),
            world: self.world.as_ref().map(|world| world.names().after_word(word)),
        }
    }

    /// Calls `found` with each name of either layer that begins at a token: how
    /// many tokens it takes, and a key for [`Self::meanings`].
    pub(in crate::geoparse) fn names_at(
        &self,
        beginning: Beginning,
        tokens: &[Token<'_>],
        at: usize,
        found: &mut impl FnMut(usize, NameKey),
    ) {
        let names = &self.curated.names;
        names.matches(beginning.curated, tokens, at, &mut |m| {
            found(m.length, NameKey::Curated(m.value));
        });
        if let (Some(world), Some(state)) = (&self.world, beginning.world) {
            world.names().matches(state, tokens, at, &mut |m| {
                found(m.length, NameKey::World(m.value));
            });
        }
    }

    /// What a name means: places of its own layer, where a curated entry
    /// replaces the GeoNames record that it overrides.
    pub(in crate::geoparse) fn meanings(&self, key: NameKey, each: &mut impl FnMut(Meaning)) {
        match key {
            NameKey::Curated(value) => {
                for &(entry, name) in self.curated.meanings(value) {
                    each(Meaning {
                        entry: EntryId::Curated(entry),
                        preferred: true,
                        name: Some(name),
                    });
                }
            }
            NameKey::World(value) => {
                if let Some(world) = &self.world {
                    world.candidates(value, &mut |c| {
                        each(Meaning {
                            entry: self.entry_of(c.record),
                            preferred: c.preferred,
                            name: None,
                        });
                    });
                }
            }
        }
    }

    /// Was the name in use on the day? It may have been at two times.
    pub(in crate::geoparse) fn in_use_on(&self, meaning: &Meaning, day: Day) -> bool {
        let EntryId::Curated(entry) = meaning.entry else { return true };
        let names = self.curated.place(entry).map(|place| &place.names);
        let Some((names, name)) =
            names.zip(meaning.name).and_then(|(all, nth)| Some((all, all.get(nth as usize)?)))
        else {
            return true;
        };
        let same = |other: &&Toponym| other.toponym == name.toponym;
        names.iter().filter(same).any(|name| name.in_use_on(day))
    }

    /// Was the place given this name on a known date, as places are that are
    /// named after a person?
    pub(in crate::geoparse) fn is_eponym(&self, meaning: &Meaning) -> bool {
        let EntryId::Curated(entry) = meaning.entry else { return false };
        let names = self.curated.place(entry).map(|place| &place.names);
        names
            .zip(meaning.name)
            .and_then(|(names, nth)| names.get(nth as usize)?.when.as_ref())
            .is_some_and(|when| when.earliest.is_some())
    }

    /// Does a curator write the name exactly so, in upper and lower case?
    pub(in crate::geoparse) fn matches_exact_case(
        &self,
        key: NameKey,
        tokens: &[Token<'_>],
    ) -> bool {
        self.spellings(key).any(|name| {
            let mut rest = name;
            tokens.iter().all(|token| {
                rest = rest.trim_start();
                rest.strip_prefix(token.text).map(|after| rest = after).is_some()
            })
        })
    }

    /// Does a curator write the name with lower-case letters, so that it cannot be an
    /// abbreviation?
    pub(in crate::geoparse) fn has_lower_case(&self, key: NameKey) -> bool {
        self.spellings(key).any(|name| name.chars().any(char::is_lowercase))
    }

    /// Is the name only ever written as an abbreviation?
    pub(in crate::geoparse) fn is_abbreviation(&self, key: NameKey) -> bool {
        let mut spellings = self.spellings(key).peekable();
        spellings.peek().is_some() && spellings.all(abbreviates)
    }

    /// Is the name also written as an abbreviation?
    pub(in crate::geoparse) fn is_short_form(&self, key: NameKey) -> bool {
        self.spellings(key).any(abbreviates)
    }

    /// What a word with another behind it means: "Red" and " river".
    pub(in crate::geoparse) fn named_with(
        &self,
        beginning: Beginning,
        generic: &str,
        each: &mut impl FnMut(Meaning),
    ) {
        if let Some(value) = self.curated.names.then(beginning.curated, generic) {
            self.meanings(NameKey::Curated(value), each);
        }
        if let (Some(world), Some(state)) = (&self.world, beginning.world)
            && let Some(value) = world.names().then(state, generic)
        {
            self.meanings(NameKey::World(value), each);
        }
    }

    /// What a word with another behind it means, of which only the first letters are
    /// given: "Frankfurt" and " an der o".
    pub(in crate::geoparse) fn named_from(
        &self,
        beginning: Beginning,
        rest: &str,
        each: &mut impl FnMut(Meaning),
    ) {
        let curated = &self.curated.names;
        curated.completions(beginning.curated, rest, &mut |value| {
            self.meanings(NameKey::Curated(value), each);
        });
        if let (Some(world), Some(state)) = (&self.world, beginning.world) {
            world.names().completions(state, rest, &mut |value| {
                self.meanings(NameKey::World(value), each);
            });
        }
    }

    fn spellings(&self, key: NameKey) -> impl Iterator<Item = &str> {
        let means = match key {
            NameKey::Curated(value) => self.curated.meanings(value),
            NameKey::World(_) => &[],
        };
        means.iter().filter_map(|&(entry, name)| {
            let names = &self.curated.place(entry)?.names;
            names.get(name as usize).map(|name| name.toponym.as_str())
        })
    }

    /// What a word is besides a place name.
    #[must_use]
    pub fn lexeme(&self, word: &str) -> Lexeme {
        self.world.as_ref().map_or_else(Lexeme::default, |world| world.lexeme(word))
    }

    /// Does the curated entry correspond to a present-day administrative unit?
    pub(in crate::geoparse) fn has_modern_unit(&self, curated: u32) -> bool {
        self.with_modern_unit.contains(&curated)
    }

    /// The entry of a GeoNames record.
    #[must_use]
    pub fn entry_of(&self, record: u32) -> EntryId {
        match self.overrides.get(&record) {
            Some(&curated) => EntryId::Curated(curated),
            None => EntryId::World(record),
        }
    }
}

/// Does a spelling end as an abbreviation does, and not as initials do: "Mass."?
fn abbreviates(spelling: &str) -> bool {
    spelling.ends_with('.') && spelling.chars().any(char::is_lowercase)
}

/// The state of both name indexes after one word.
#[derive(Clone, Copy, Debug)]
pub(in crate::geoparse) struct Beginning {
    curated: State,
    world: Option<State>,
}

/// A name found in one of the layers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::geoparse) enum NameKey {
    Curated(u64),
    World(u64),
}
