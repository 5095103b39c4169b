//! A stay: the subject at a place over a span of time, with the quote that proves it and
//! the calendar of its dates.

use std::sync::Arc;

use super::kind::StayKind;
use crate::domain::serde_words::serde_words;
use crate::domain::time::{DateSpan, DateSpanError};

/// The subject is at a place over a span of time.
#[derive(Clone, Debug, PartialEq)]
pub struct Stay {
    /// Id of the place.
    pub place: String,
    /// The place's name at the time.
    pub name: String,
    /// What brought the subject there.
    pub kind: Arc<StayKind>,
    /// When the source has the subject arrive; `None` where it is silent.
    pub arrive: Option<DateSpan>,
    /// When the source has the subject leave; `None` where it is silent.
    pub depart: Option<DateSpan>,
    /// The calendar of the dates in the source.
    pub calendar: Calendar,
    /// Why the source is taken to count in this calendar.
    pub calendar_because: Option<String>,
    /// Does the source say it, or does it follow?
    pub certainty: Certainty,
    /// The words of the source that prove it.
    pub quote: String,
    /// Where the quote begins in the source, in code points.
    pub start: usize,
    /// Where it ends, exclusive.
    pub end: usize,
    /// A remark for the reader.
    pub note: Option<String>,
    /// Why the stay follows from the quote, where the quote alone does not say it.
    pub because: Option<String>,
    /// Does the stay before it go on meanwhile? Examples are a dacha, and visits
    /// repeated over years. A concurrent stay does not move the marker.
    pub concurrent: bool,
    /// "drafted" until a person has reviewed it.
    pub review: Option<String>,
    /// How likely a drafted stay is right, 0 to 1.
    pub confidence: Option<f64>,
}

/// The calendar of a date in a source.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Calendar {
    /// Old Style.
    Julian,
    /// New Style.
    Gregorian,
    /// The source does not say; the numbers are taken as Gregorian.
    #[default]
    Unspecified,
}

serde_words!(Calendar { Julian = "julian", Gregorian = "gregorian", Unspecified = "unspecified" });

/// How directly the source says something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Certainty {
    /// The source puts the subject there.
    Explicit,
    /// It follows from the source.
    Implied,
}

serde_words!(Certainty { Explicit = "explicit", Implied = "implied" });

impl Calendar {
    /// Does the source leave it open?
    #[must_use]
    pub fn is_unspecified(&self) -> bool {
        *self == Self::Unspecified
    }

    /// Reads an EDTF date in this calendar.
    ///
    /// # Errors
    /// The text is not EDTF, or a bound is outside the years -9999 to 9999.
    pub fn read(self, text: &str) -> Result<DateSpan, DateSpanError> {
        match self {
            Self::Julian => DateSpan::parse_julian(text),
            Self::Gregorian | Self::Unspecified => text.parse(),
        }
    }
}
