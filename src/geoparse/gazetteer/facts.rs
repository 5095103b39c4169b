//! What is known of an entry: its facts, what it lies in, and its place.

use super::entry::{EntryId, Facts, world_id};
use super::layered::Gazetteer;
use super::world::{Record, UnitKind};
use crate::domain::great_circle::distance_km;
use crate::domain::life::{Place, PlaceKind, Toponym};

/// How far a town's point may be from what a text means by its name, in kilometres.
const TOWN_PRECISION_KM: f64 = 5.0;

impl Gazetteer {
    /// The facts about an entry that count in a decision.
    #[must_use]
    pub fn facts(&self, entry: EntryId) -> Facts {
        match entry {
            EntryId::Curated(i) => match self.curated.index.facts.get(i as usize) {
                Some(facts) => *facts,
                None => Facts::nothing(),
            },
            EntryId::World(record) => self.world_facts(record),
        }
    }

    /// The entries that an entry lies in, at any depth.
    pub fn containers(&self, entry: EntryId, each: &mut impl FnMut(EntryId)) {
        match entry {
            EntryId::Curated(i) => {
                self.curated.containers(i).iter().for_each(|&outer| each(outer));
            }
            EntryId::World(record) => {
                let Some(world) = &self.world else { return };
                let mut country = None;
                for unit in world.within(record).skip(1) {
                    country = Some(self.entry_of(unit));
                    each(self.entry_of(unit));
                }
                if let Some(EntryId::Curated(country)) = country {
                    self.curated.containers(country).iter().for_each(|&outer| each(outer));
                }
            }
        }
    }

    /// Does one entry lie in the other, at any depth? A region without a list
    /// of what lies in it contains what lies within its reach.
    #[must_use]
    pub fn is_within(&self, inner: EntryId, outer: EntryId) -> bool {
        self.has_container(inner, outer) || self.reaches(outer, inner)
    }

    /// Is one entry said to lie in the other, at any depth?
    pub(super) fn has_container(&self, inner: EntryId, outer: EntryId) -> bool {
        let mut found = false;
        self.containers(inner, &mut |container| found |= container == outer);
        found
    }

    fn reaches(&self, outer: EntryId, inner: EntryId) -> bool {
        // Columbus in Indiana is within reach of Kentucky.
        if let (EntryId::Curated(outer), EntryId::World(_)) = (outer, inner)
            && self.has_modern_unit(outer)
        {
            return false;
        }
        let (outer, inner) = (self.facts(outer), self.facts(inner));
        let area = matches!(
            outer.kind,
            PlaceKind::Region | PlaceKind::Province | PlaceKind::State | PlaceKind::District
        );
        area && outer.curated
            && outer.radius_km > inner.radius_km * 1.5
            && outer
                .point
                .zip(inner.point)
                .is_some_and(|(a, b)| distance_km(a, b) <= outer.radius_km)
    }

    pub(super) fn curated_containers(&self, index: u32) -> Vec<EntryId> {
        let Some(place) = self.curated.place(index) else { return Vec::new() };
        let mut within = Vec::new();
        let mut open: Vec<&str> = place.part_of.iter().map(String::as_str).collect();
        while let Some(id) = open.pop() {
            let Some(outer) = self.curated.find(id) else { continue };
            let entry = EntryId::Curated(outer);
            if !within.contains(&entry) {
                within.push(entry);
                let place = self.curated.place(outer);
                open.extend(place.iter().flat_map(|p| &p.part_of).map(String::as_str));
            }
        }
        if let (Some(world), Some((record, _))) = (&self.world, self.record_of(place)) {
            for unit in world.within(record).skip(1).map(|unit| self.entry_of(unit)) {
                if unit != EntryId::Curated(index) && !within.contains(&unit) {
                    within.push(unit);
                }
            }
        }
        within
    }

    pub(super) fn curated_facts(&self, index: u32) -> Facts {
        let Some(place) = self.curated.place(index) else { return Facts::nothing() };
        Facts {
            point: place.point,
            kind: place.kind,
            prominence: self.prominence_of(place),
            radius_km: place.precision_km,
            curated: true,
        }
    }

    fn prominence_of(&self, place: &Place) -> f64 {
        let record = self.record_of(place);
        let capital = record
            .zip(self.world.as_ref())
            .is_some_and(|((index, _), world)| world.is_capital(index));
        prominence(place, record.map(|(_, record)| record)).max(if capital { 7.0 } else { 0.0 })
    }

    fn record_of(&self, place: &Place) -> Option<(u32, Record)> {
        let world = self.world.as_ref()?;
        let index = world.by_geonames(u32::try_from(place.geonames?).ok()?)?;
        Some((index, world.record(index)?))
    }

    fn world_facts(&self, index: u32) -> Facts {
        let record = self.world.as_ref().and_then(|world| world.record(index));
        let (Some(world), Some(record)) = (&self.world, record) else {
            return Facts::nothing();
        };
        let kind = if record.is_unit { world.kind(index) } else { UnitKind::Town };
        let people = record.log_population * std::f64::consts::LOG10_E;
        Facts {
            point: Some(record.point()),
            kind: kind_of(kind),
            prominence: match kind {
                // The capital of a small island is no metropolis.
                UnitKind::Town if world.is_capital(index) => {
                    (people + 1.0).max((people + 3.0).min(6.8))
                }
                UnitKind::Town => people.max(2.0),
                UnitKind::District => 4.6,
                UnitKind::Province => people.max(5.5),
                UnitKind::Country => 8.0,
            },
            radius_km: radius_of(kind),
            curated: false,
        }
    }

    pub(super) fn world_place(&self, index: u32) -> Place {
        let facts = self.world_facts(index);
        let (title, id, geonames, source) = match &self.world {
            Some(world) => {
                let record = world.record(index).filter(Record::has_geonames_id);
                let geonames = record.map(|record| u64::from(record.number));
                let code = world.within(index).last().and_then(|c| world.country_code(c));
                let country = code.map_or_else(String::new, |code| format!(" ({code})"));
                let source = match geonames {
                    Some(id) => format!("GeoNames {id}{country}"),
                    None => format!("GeoNames, the middle of its towns{country}"),
                };
                (world.title(index).to_owned(), world_id(world, index), geonames, source)
            }
            None => Default::default(),
        };
        Place {
            id,
            names: vec![Toponym { toponym: title.clone(), when: None }],
            title,
            kind: facts.kind,
            type_label: match facts.kind {
                PlaceKind::State => "country",
                PlaceKind::Province => "province",
                PlaceKind::District => "district",
                _ => "town",
            }
            .to_owned(),
            point: facts.point,
            precision_km: facts.radius_km,
            part_of: Vec::new(),
            source,
            note: None,
            geonames,
            wikidata: None,
            mentions: 0,
        }
    }
}

fn kind_of(kind: UnitKind) -> PlaceKind {
    match kind {
        UnitKind::Town => PlaceKind::Settlement,
        UnitKind::District => PlaceKind::District,
        UnitKind::Province => PlaceKind::Province,
        UnitKind::Country => PlaceKind::State,
    }
}

fn radius_of(kind: UnitKind) -> f64 {
    match kind {
        UnitKind::Town => TOWN_PRECISION_KM,
        UnitKind::District => 40.0,
        UnitKind::Province => 200.0,
        UnitKind::Country => 500.0,
    }
}

/// The prominence of a curated place, estimated from its kind, its extent and, where
/// GeoNames knows it, its population. Curators list places that are known
/// beyond their neighbourhood, and larger ones are known more widely.
fn prominence(place: &Place, record: Option<Record>) -> f64 {
    let people = record.map_or(0.0, |r| r.log_population * std::f64::consts::LOG10_E);
    let extent = place.precision_km.max(1.0).log10();
    match place.kind {
        PlaceKind::Continent => 9.0,
        PlaceKind::State => 8.0,
        PlaceKind::Region | PlaceKind::Province => people.max(5.0 + extent * 0.6),
        PlaceKind::Water => 4.0 + extent,
        PlaceKind::District | PlaceKind::Line => people.max(5.0),
        PlaceKind::Settlement => people.max(4.5),
        PlaceKind::Site => 4.7,
    }
}
