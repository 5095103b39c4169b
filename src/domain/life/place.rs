use serde::{Deserialize, Serialize};

use crate::domain::great_circle::LonLat;
use crate::domain::time::{DateSpan, Day};

/// An entry of the gazetteer that a life refers to.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Place {
    /// Stable, kebab-case.
    pub id: String,
    /// Today's usual name.
    pub title: String,
    /// Its names, by preference.
    pub names: Vec<Toponym>,
    /// What sort of thing it is.
    pub kind: PlaceKind,
    /// The noun a reader sees: town, prison, governorate…
    pub type_label: String,
    /// Where it is; `None` where nobody knows. Never dropped for that.
    pub point: Option<LonLat>,
    /// How far, in kilometres, the true spot or extent may be from the point.
    pub precision_km: f64,
    /// Ids of the places it lies in, nearest first.
    pub part_of: Vec<String>,
    /// Where the coordinate comes from.
    pub source: String,
    /// Doubt, relocation, identification.
    pub note: Option<String>,
    /// GeoNames id.
    pub geonames: Option<u64>,
    /// Wikidata item.
    pub wikidata: Option<String>,
    /// How often the text names it.
    pub mentions: usize,
}

/// A name of a place; it may hold only for a span of time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Toponym {
    /// The bare name.
    pub toponym: String,
    /// When it was in use (EDTF interval); always, if absent.
    #[serde(default)]
    pub when: Option<DateSpan>,
}

/// What sort of thing a place is; decides how it is drawn and how it is found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
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

impl PlaceKind {
    /// The word used in data files.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Settlement => "settlement",
            Self::Site => "site",
            Self::District => "district",
            Self::Province => "province",
            Self::Region => "region",
            Self::State => "state",
            Self::Continent => "continent",
            Self::Water => "water",
            Self::Line => "line",
        }
    }

    /// Is it an area rather than a spot on the map?
    #[must_use]
    pub fn is_area(self) -> bool {
        !matches!(self, Self::Settlement | Self::Site)
    }
}

impl Place {
    /// Its name on a day: the first name in use then, else the first name.
    #[must_use]
    pub fn name_on(&self, day: Day) -> &str {
        self.name(self.name_in_use(day).unwrap_or_default())
    }

    /// One of its names by its index; the title, if there is none such.
    #[must_use]
    pub fn name(&self, index: usize) -> &str {
        self.names.get(index).map_or(&self.title, |name| &name.toponym)
    }

    /// Index of the first name in use on a day. `None`: there was no such place
    /// under any of its names; a state is not drawn before it was founded.
    #[must_use]
    pub fn name_in_use(&self, day: Day) -> Option<usize> {
        self.names.iter().position(|name| name.holds_on(day))
    }
}

impl Toponym {
    /// Was it in use on that day?
    #[must_use]
    pub fn holds_on(&self, day: Day) -> bool {
        self.when.as_ref().is_none_or(|when| when.includes(day))
    }
}
