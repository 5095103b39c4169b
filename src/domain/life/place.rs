//! A place of the gazetteer: its names over time, its kind, its position and how precise
//! that is.

use serde::{Deserialize, Serialize};

use crate::domain::great_circle::LonLat;
use crate::domain::serde_words::serde_words;
use crate::domain::time::{DateSpan, Day};

/// An entry of the gazetteer that a life refers to.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Place {
    /// Stable, kebab-case.
    pub id: String,
    /// Today's usual name.
    pub title: String,
    /// Its names, the preferred one first.
    pub names: Vec<Toponym>,
    /// What sort of thing it is.
    pub kind: PlaceKind,
    /// The noun shown to readers: town, prison, governorate, …
    pub type_label: String,
    /// Its position. `None` if it is not known; such a place stays in every list.
    pub point: Option<LonLat>,
    /// How far the true spot, or the farthest part of an area, may be from the
    /// point, in kilometres.
    pub precision_km: f64,
    /// Ids of the places it lies in, nearest first.
    pub part_of: Vec<String>,
    /// Where the coordinates come from.
    pub source: String,
    /// A remark: doubt, relocation, identification.
    pub note: Option<String>,
    /// GeoNames id.
    pub geonames: Option<u64>,
    /// Wikidata item.
    pub wikidata: Option<String>,
    /// How often the text names it.
    pub mentions: usize,
}

/// A name of a place, perhaps one of a span of time only.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Toponym {
    /// The bare name.
    pub toponym: String,
    /// When it was in use, as an EDTF interval. `None` means always.
    #[serde(default)]
    pub when: Option<DateSpan>,
}

/// The sort of a place. It decides how the place is drawn and found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PlaceKind {
    /// City, town, village, hamlet.
    Settlement,
    /// A building, square, prison, factory.
    Site,
    /// Part of a province.
    District,
    /// Governorate, province, grand duchy.
    Province,
    /// An area without one government: Siberia, the Caucasus.
    Region,
    /// A state, past or present.
    State,
    /// A continent.
    Continent,
    /// Sea, lake, river.
    Water,
    /// Canal, front, railway, circle of latitude.
    Line,
}

serde_words!(PlaceKind {
    Settlement = "settlement",
    Site = "site",
    District = "district",
    Province = "province",
    Region = "region",
    State = "state",
    Continent = "continent",
    Water = "water",
    Line = "line",
});

impl PlaceKind {
    /// Is a place of this kind an area or a line, rather than a spot on the map?
    #[must_use]
    pub fn is_area(self) -> bool {
        !matches!(self, Self::Settlement | Self::Site)
    }
}

impl Place {
    /// The name on a day: the first that was in use, else the first of all.
    #[must_use]
    pub fn name_on(&self, day: Day) -> &str {
        self.name(self.name_in_use(day).unwrap_or_default())
    }

    /// The name with this index, or the title if there is no such name.
    #[must_use]
    pub fn name(&self, index: usize) -> &str {
        self.names.get(index).map_or(&self.title, |name| &name.toponym)
    }

    /// The index of the first name in use on a day. `None` if none was: then the
    /// place is not drawn, such as a state before its foundation.
    #[must_use]
    pub fn name_in_use(&self, day: Day) -> Option<usize> {
        self.names.iter().position(|name| name.in_use_on(day))
    }
}

impl Toponym {
    /// Was the name in use on a day?
    #[must_use]
    pub fn in_use_on(&self, day: Day) -> bool {
        self.when.as_ref().is_none_or(|when| when.includes(day))
    }
}
