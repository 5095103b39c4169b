//! The rows of the world layer: places, and the units they lie in.

use crate::domain::great_circle::LonLat;
use crate::domain::life::PlaceKind;

/// A place of the world layer, as it lies in the file.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Record {
    /// GeoNames id; for units without one, a number from `FIRST_UNIT` on.
    pub number: u32,
    /// Degrees.
    pub lat: f64,
    /// Degrees.
    pub lon: f64,
    /// Natural logarithm of its inhabitants and one more.
    pub log_population: f64,
    /// The unit it lies in: an index into the units.
    pub container: Option<u16>,
    /// Is it a unit itself, rather than a town?
    pub is_unit: bool,
}

/// The kind of a place of the world layer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum UnitKind {
    /// City, town or village.
    Town,
    /// District or county: the second level of administration.
    District,
    /// Province or state of a federation: the first level.
    Province,
    /// Country.
    Country,
}

impl UnitKind {
    /// Can a curated entry of that kind be the same place?
    pub(in crate::geoparse) fn could_be(self, kind: PlaceKind) -> bool {
        match self {
            Self::Town => kind == PlaceKind::Settlement,
            Self::Country => kind == PlaceKind::State,
            Self::Province => {
                matches!(kind, PlaceKind::Province | PlaceKind::Region | PlaceKind::State)
            }
            Self::District => matches!(kind, PlaceKind::Province | PlaceKind::District),
        }
    }
}

pub(super) const RECORD_LENGTH: usize = 12;
/// Numbers from here on are ours: for administrative units without a GeoNames
/// id. The writer refuses GeoNames ids that have reached them.
pub const FIRST_UNIT: u32 = 0xe0_0000;
/// Numbers have 24 bits.
pub(super) const MAX_NUMBER: u32 = 0xff_ffff;

/// Degrees are stored in 24 bits: steps of 2.5 metres at the equator.
const STEPS: f64 = ((1 << 24) - 1) as f64;
/// Logarithms of populations are stored in 8 bits.
const LOG_STEPS: f64 = 12.0;
const IS_UNIT: u16 = 0x8000;
const NO_UNIT: u16 = 0x7fff;

impl Record {
    /// The position of the place, rounded to 10⁻⁴ degrees.
    #[must_use]
    pub fn point(&self) -> LonLat {
        LonLat { lon: rounded(self.lon), lat: rounded(self.lat) }
    }

    /// Is its number a GeoNames id?
    #[must_use]
    pub fn has_geonames_id(&self) -> bool {
        self.number < FIRST_UNIT
    }

    /// The number of inhabitants, accurate to a few per cent.
    #[must_use]
    pub fn population(&self) -> u64 {
        (self.log_population.exp() - 1.0).round() as u64
    }

    pub(super) fn encode(&self) -> [u8; RECORD_LENGTH] {
        let mut bytes = [0; RECORD_LENGTH];
        let steps = |degrees: f64, half: f64| {
            (((degrees + half) / (2.0 * half)).clamp(0.0, 1.0) * STEPS).round() as u32
        };
        let link = self.container.unwrap_or(NO_UNIT) | if self.is_unit { IS_UNIT } else { 0 };
        bytes[0..3].copy_from_slice(&self.number.to_le_bytes()[..3]);
        bytes[3..6].copy_from_slice(&steps(self.lat, 90.0).to_le_bytes()[..3]);
        bytes[6..9].copy_from_slice(&steps(self.lon, 180.0).to_le_bytes()[..3]);
        bytes[9] = (self.log_population * LOG_STEPS).round() as u8;
        bytes[10..12].copy_from_slice(&link.to_le_bytes());
        bytes
    }

    /// The number alone, by which the rows are sorted.
    pub(super) fn number_of(bytes: &[u8; RECORD_LENGTH]) -> u32 {
        three(&bytes[..3])
    }

    pub(super) fn decode(bytes: &[u8; RECORD_LENGTH]) -> Self {
        let degrees = |steps: u32, half: f64| f64::from(steps) / STEPS * 2.0 * half - half;
        let link = u16::from_le_bytes([bytes[10], bytes[11]]);
        Self {
            number: Self::number_of(bytes),
            lat: degrees(three(&bytes[3..]), 90.0),
            lon: degrees(three(&bytes[6..]), 180.0),
            log_population: f64::from(bytes[9]) / LOG_STEPS,
            container: Some(link & !IS_UNIT).filter(|&unit| unit != NO_UNIT),
            is_unit: link & IS_UNIT != 0,
        }
    }
}

/// A number of 24 bits.
pub(super) fn three(bytes: &[u8]) -> u32 {
    u32::from_le_bytes([bytes[0], bytes[1], bytes[2], 0])
}

/// Points are stored to a few metres.
fn rounded(degrees: f64) -> f64 {
    (degrees * 1e4).round() / 1e4
}

/// An administrative unit: which record it has, and what it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct UnitRow {
    pub record: u32,
    pub kind: UnitKind,
}

pub(super) const UNIT_LENGTH: usize = 4;
/// The most units. The next number means "none".
pub(super) const MAX_UNITS: usize = NO_UNIT as usize;

impl UnitRow {
    pub fn encode(self) -> [u8; UNIT_LENGTH] {
        let [a, b, c, _] = self.record.to_le_bytes();
        [a, b, c, self.kind as u8]
    }

    pub fn decode(&[a, b, c, kind]: &[u8; UNIT_LENGTH]) -> Self {
        let kind = match kind {
            1 => UnitKind::District,
            2 => UnitKind::Province,
            3 => UnitKind::Country,
            _ => UnitKind::Town,
        };
        Self { record: three(&[a, b, c]), kind }
    }
}
