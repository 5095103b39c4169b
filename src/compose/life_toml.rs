//! `life.toml` and `itinerary.toml`, as people write them.

use serde::Deserialize;
use toml::Spanned;

use super::diagnostic::Diagnostic;
use super::seed_file::SeedFile;
use crate::domain::life::{Calendar, Certainty, Source, StayKind};
use crate::domain::time::{DateSpan, Day};

/// `life.toml`
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LifeToml {
    /// Who the life is about.
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
    /// Where the text comes from.
    pub source: Source,
    /// Mentions for which the curator overrules the program.
    #[serde(default)]
    pub overrule: Vec<OverruleToml>,
}

/// A mention for which the curator overrules the program.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OverruleToml {
    /// Words around the mention, standing once in the text.
    pub quote: Spanned<String>,
    /// The name within the quote.
    pub surface: Spanned<String>,
    /// Id of the place. Absent, the words do not name a place.
    pub place: Option<Spanned<String>>,
    /// Is the name part of the name of something else, such as an organisation?
    #[serde(default)]
    pub embedded: bool,
    /// Why, for those who read the file. The program does not use it.
    pub because: String,
}

/// `itinerary.toml`
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ItineraryToml {
    /// The stays, in order of the file.
    #[serde(default)]
    pub stay: Vec<StayToml>,
}

/// One table of `itinerary.toml`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StayToml {
    /// Id of the place.
    pub place: Spanned<String>,
    /// When the source has the subject arrive, as EDTF; absent where it is silent.
    pub arrive: Option<Spanned<String>>,
    /// When the source has the subject leave, as EDTF; absent where it is silent.
    pub depart: Option<Spanned<String>>,
    /// What brought the subject there.
    pub kind: StayKind,
    /// Does the source say it, or does it follow from the source?
    pub certainty: Certainty,
    /// The calendar that `arrive` and `depart` are given in.
    #[serde(default)]
    pub calendar: Calendar,
    /// Words of the text that prove the stay.
    pub quote: Spanned<String>,
    /// Which occurrence of the quote is meant, from 1.
    pub nth: Option<Spanned<usize>>,
    /// Repeated or partial: the stay before goes on meanwhile.
    #[serde(default)]
    pub concurrent: bool,
    /// Why the stay is right where the quote alone does not say so.
    pub because: Option<String>,
    /// A neutral remark for the reader.
    pub note: Option<String>,
}

impl LifeToml {
    /// The span of the narrative with its first and last day.
    ///
    /// # Errors
    /// The span is not EDTF, or one of its ends is open.
    pub fn narrative(&self, file: &SeedFile) -> Result<(DateSpan, Day, Day), Diagnostic> {
        let span: DateSpan =
            self.span.get_ref().parse().map_err(|e| file.wrong(&self.span, format!("{e}")))?;
        match (span.earliest, span.latest) {
            (Some(first), Some(last)) => Ok((span, first, last)),
            _ => Err(file.wrong(&self.span, "the narrative needs a first and a last date")),
        }
    }
}
