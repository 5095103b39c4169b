//! The tables of the TOML files, as people write them.

use serde::Deserialize;
use toml::Spanned;

use super::diagnostic::Diagnostic;
use super::seeds::SeedFile;
use crate::domain::great_circle::LonLat;
use crate::domain::life::{Calendar, Certainty, Place, PlaceKind, Source, StayKind, Toponym};
use crate::domain::time::{DateSpan, Day};

/// `life.toml`
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct LifeToml {
    pub title: String,
    /// The span of the narrative, an EDTF interval.
    pub span: Spanned<String>,
    /// Day of birth.
    pub born: Option<Day>,
    /// The first day the subject's country counted in New Style.
    pub new_style: Option<Day>,
    /// The subject's own names: never places.
    #[serde(default)]
    pub names: Vec<String>,
    pub source: Source,
    #[serde(default)]
    pub overrule: Vec<OverruleToml>,
}

/// A mention that a person decides otherwise than the machine.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct OverruleToml {
    /// Words around the mention, standing once in the text.
    pub quote: Spanned<String>,
    /// The name within the quote.
    pub surface: Spanned<String>,
    /// Id of the place; absent: it is no mention.
    pub place: Option<Spanned<String>>,
    #[serde(default)]
    pub embedded: bool,
    /// Why; for those who read the file.
    #[expect(dead_code, reason = "demanded of the curator, not used by the machine")]
    pub because: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ItineraryToml {
    #[serde(default)]
    pub stay: Vec<StayToml>,
}

/// One table of `itinerary.toml`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct StayToml {
    pub place: Spanned<String>,
    pub arrive: Option<Spanned<String>>,
    pub depart: Option<Spanned<String>>,
    pub kind: StayKind,
    pub certainty: Certainty,
    #[serde(default)]
    pub calendar: Calendar,
    pub quote: Spanned<String>,
    pub nth: Option<Spanned<usize>>,
    #[serde(default)]
    pub concurrent: bool,
    pub because: Option<String>,
    pub note: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct HistoricalToml {
    #[serde(default)]
    pub place: Vec<PlaceToml>,
}

/// One table of `historical.toml`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct PlaceToml {
    pub id: Spanned<String>,
    pub title: String,
    pub kind: PlaceKind,
    #[serde(rename = "type")]
    pub type_label: String,
    pub names: Spanned<Vec<Toponym>>,
    pub lat: Option<Spanned<f64>>,
    pub lon: Option<Spanned<f64>>,
    pub precision_km: f64,
    #[serde(default)]
    pub part_of: Vec<Spanned<String>>,
    pub geonames: Option<u64>,
    pub wikidata: Option<String>,
    pub source: String,
    pub note: Option<String>,
}

impl PlaceToml {
    pub fn to_place(&self) -> Place {
        let degrees = |value: &Option<Spanned<f64>>| value.as_ref().map(|v| *v.get_ref());
        Place {
            id: self.id.get_ref().clone(),
            title: self.title.clone(),
            names: self.names.get_ref().clone(),
            kind: self.kind,
            type_label: self.type_label.clone(),
            point: degrees(&self.lon).zip(degrees(&self.lat)).map(|(lon, lat)| LonLat { lon, lat }),
            precision_km: self.precision_km,
            part_of: self.part_of.iter().map(|id| id.get_ref().clone()).collect(),
            source: self.source.clone(),
            note: self.note.clone(),
            geonames: self.geonames,
            wikidata: self.wikidata.clone(),
            mentions: 0,
        }
    }
}

impl LifeToml {
    /// The span of the narrative; both ends must be dates.
    pub fn narrative(&self, file: &SeedFile) -> Result<(DateSpan, Day, Day), Diagnostic> {
        let span: DateSpan =
            self.span.get_ref().parse().map_err(|e| file.wrong(&self.span, format!("{e}")))?;
        match (span.earliest, span.latest) {
            (Some(first), Some(last)) => Ok((span, first, last)),
            _ => Err(file.wrong(&self.span, "the narrative needs a first and a last date")),
        }
    }
}
