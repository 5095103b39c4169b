//! The identity of a place in either layer, and the facts that decide between places
//! of the same name.

use serde::{Deserialize, Serialize};

use super::fold::fold;
use super::world::{Record, World};
use crate::domain::great_circle::LonLat;
use crate::domain::life::{Place, PlaceKind};

/// An entry of the gazetteer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum EntryId {
    /// Curated: its number among the curated entries.
    Curated(u32),
    /// GeoNames: the index of its record.
    World(u32),
}

/// The facts about a place that count in a decision.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub struct Facts {
    /// Where it is.
    pub point: Option<LonLat>,
    /// What it is.
    pub kind: PlaceKind,
    /// How widely known it is: about the decimal logarithm of its inhabitants, or
    /// an estimate for places without any.
    pub prominence: f64,
    /// How far it reaches from its point, in kilometres.
    pub radius_km: f64,
    /// Is it of the curated layer?
    pub curated: bool,
}

/// The place returned for an entry that does not exist.
pub(super) fn nowhere() -> Place {
    let Facts { kind, point, radius_km, .. } = Facts::nothing();
    Place {
        id: String::new(),
        names: Vec::new(),
        title: String::new(),
        kind,
        type_label: String::new(),
        point,
        precision_km: radius_km,
        part_of: Vec::new(),
        source: String::new(),
        note: None,
        geonames: None,
        wikidata: None,
        mentions: 0,
    }
}

impl Facts {
    /// The facts returned for an entry that does not exist.
    pub(super) fn nothing() -> Self {
        Self {
            point: None,
            kind: PlaceKind::Settlement,
            prominence: 0.0,
            radius_km: 0.0,
            curated: false,
        }
    }
}

/// `geonames-123`. For a unit without a GeoNames id, the names of its containers and
/// its own, joined.
pub(super) fn world_id(world: &World, index: u32) -> String {
    match world.record(index).filter(Record::has_geonames_id) {
        Some(record) => format!("geonames-{}", record.number),
        None => {
            let mut names: Vec<String> = world
                .within(index)
                .filter_map(|unit| fold(world.title(unit)))
                .map(|name| name.replace(' ', "-"))
                .collect();
            names.reverse();
            names.join("-")
        }
    }
}
