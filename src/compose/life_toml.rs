//! `life.toml` and `itinerary.toml`, as people write them.

use serde::Deserialize;
use toml::Spanned;

use super::diagnostic::Diagnostic;
use super::seed_file::SeedFile;
use crate::domain::life::{Calendar, Certainty, EventOutcome, Source};
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
    /// Day of death.
    pub died: Option<Day>,
    /// The language of the text, as BCP 47 writes it: "en".
    pub language: Option<String>,
    /// Position in the list of lives: lower numbers first, lives without a number
    /// last, equal numbers by id.
    pub order: Option<i64>,
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
    /// The calendar of dates that no stay and no event quotes.
    #[serde(default)]
    pub calendar: Vec<CalendarToml>,
}

/// The calendar of the dates in some words of the text.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CalendarToml {
    /// Words of the text, standing once, with a date in them.
    pub quote: Spanned<String>,
    /// The calendar that these dates are given in.
    pub calendar: Calendar,
    /// Why, for those who read the file. The program does not use it.
    pub because: String,
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
    /// What happened within the stays, in order of the file.
    #[serde(default)]
    pub event: Vec<EventToml>,
}

/// One `[[event]]` of `itinerary.toml`: something told within a stay.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EventToml {
    /// What happened: a word of `kinds.toml`.
    pub kind: Spanned<String>,
    /// When, as EDTF.
    pub date: Spanned<String>,
    /// The calendar that `date` is given in.
    #[serde(default)]
    pub calendar: Calendar,
    /// The place, where the source names one.
    pub place: Option<Spanned<String>>,
    /// Did it succeed? It did unless this says "failed".
    #[serde(default)]
    pub outcome: EventOutcome,
    /// Words of the text that prove it.
    pub quote: Spanned<String>,
    /// Which occurrence of the quote is meant, from 1.
    pub nth: Option<Spanned<usize>>,
    /// Why it is right where the quote alone does not say so.
    pub because: Option<String>,
}

/// One `[[stay]]` of `itinerary.toml`: the subject at a place over a span of time.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StayToml {
    /// Id of the place.
    pub place: Spanned<String>,
    /// When the source has the subject arrive, as EDTF; absent where it is silent.
    pub arrive: Option<Spanned<String>>,
    /// When the source has the subject leave, as EDTF; absent where it is silent.
    pub depart: Option<Spanned<String>>,
    /// What brought the subject there: a word of `kinds.toml`.
    pub kind: Spanned<String>,
    /// Does the source say it, or does it follow from the source?
    pub certainty: Certainty,
    /// The calendar that `arrive` and `depart` are given in.
    #[serde(default)]
    pub calendar: Calendar,
    /// Why the source is taken to count in this calendar.
    pub calendar_because: Option<String>,
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
    /// "drafted" until a person has reviewed the stay.
    pub review: Option<Spanned<String>>,
    /// How likely a drafted stay is right, 0 to 1.
    pub confidence: Option<Spanned<f64>>,
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
            _ => Err(file.wrong(&self.span, "the narrative needs both a first and a last date")),
        }
    }
}
