use serde::{Deserialize, Serialize};

use crate::domain::time::{DateSpan, DateSpanError};

/// The subject is at a place over a span of time.
#[derive(Clone, Debug, PartialEq)]
pub struct Stay {
    /// Id of the place.
    pub place: String,
    /// The place's name at the time.
    pub name: String,
    /// What brought the subject there.
    pub kind: StayKind,
    /// When the source has the subject arrive; `None` where it is silent.
    pub arrive: Option<DateSpan>,
    /// When the source has the subject leave; `None` where it is silent.
    pub depart: Option<DateSpan>,
    /// The calendar of the dates in the source.
    pub calendar: Calendar,
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
    /// Does the stay before it go on meanwhile? So it is with a dacha, or visits
    /// repeated over years. A concurrent stay does not move the marker.
    pub concurrent: bool,
}

/// The calendar of a date in a source.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Calendar {
    /// Old Style.
    Julian,
    /// New Style.
    Gregorian,
    /// The source does not say; the numbers are taken as Gregorian.
    #[default]
    Unspecified,
}

/// How directly the source says something.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Certainty {
    /// The source puts the subject there.
    Explicit,
    /// It follows from the source.
    Implied,
}

impl Calendar {
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

/// What brought the subject to a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[expect(missing_docs, reason = "the words are the meaning")]
pub enum StayKind {
    Birth,
    Residence,
    Study,
    Work,
    Hiding,
    Arrest,
    Prison,
    Exile,
    Escape,
    Transit,
    Congress,
    Political,
    Military,
    Government,
    Visit,
}

/// Kinds of stay that share a colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum StayGroup {
    /// Birth, residence, study.
    Home,
    /// Work, politics, government.
    Work,
    /// Hiding, escape.
    Flight,
    /// Arrest, prison, exile.
    Custody,
    /// War service.
    Military,
    /// Congresses, visits, stops on the way.
    Travel,
}

impl StayGroup {
    /// All groups, in the order of the legend.
    pub const ALL: [Self; 6] =
        [Self::Home, Self::Work, Self::Flight, Self::Custody, Self::Military, Self::Travel];

    /// A class name.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Home => "home",
            Self::Work => "work",
            Self::Flight => "flight",
            Self::Custody => "custody",
            Self::Military => "military",
            Self::Travel => "travel",
        }
    }

    /// What the legend says.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Home => "Home and school",
            Self::Work => "Work and politics",
            Self::Flight => "Hiding and escape",
            Self::Custody => "Prison and exile",
            Self::Military => "War",
            Self::Travel => "Congress and travel",
        }
    }
}

impl StayKind {
    /// All kinds, in the order of a life.
    pub const ALL: [Self; 15] = [
        Self::Birth,
        Self::Residence,
        Self::Study,
        Self::Work,
        Self::Hiding,
        Self::Arrest,
        Self::Prison,
        Self::Exile,
        Self::Escape,
        Self::Transit,
        Self::Congress,
        Self::Political,
        Self::Military,
        Self::Government,
        Self::Visit,
    ];

    /// The word used in data files and shown to readers.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Birth => "birth",
            Self::Residence => "residence",
            Self::Study => "study",
            Self::Work => "work",
            Self::Hiding => "hiding",
            Self::Arrest => "arrest",
            Self::Prison => "prison",
            Self::Exile => "exile",
            Self::Escape => "escape",
            Self::Transit => "transit",
            Self::Congress => "congress",
            Self::Political => "political",
            Self::Military => "military",
            Self::Government => "government",
            Self::Visit => "visit",
        }
    }

    /// The colour it is drawn in.
    #[must_use]
    pub fn group(self) -> StayGroup {
        match self {
            Self::Birth | Self::Residence | Self::Study => StayGroup::Home,
            Self::Work | Self::Political | Self::Government => StayGroup::Work,
            Self::Hiding | Self::Escape => StayGroup::Flight,
            Self::Arrest | Self::Prison | Self::Exile => StayGroup::Custody,
            Self::Military => StayGroup::Military,
            Self::Transit | Self::Congress | Self::Visit => StayGroup::Travel,
        }
    }

    /// When the source gives no end, how sure is it that the stay went on until
    /// the next? A residence or an exile lasts (likely); an arrest, political
    /// work or the goal of an escape may (inferred); a congress, a visit or a
    /// stop on the way does not.
    #[must_use]
    pub fn lasts(self) -> Option<Lasts> {
        match self {
            Self::Birth
            | Self::Residence
            | Self::Study
            | Self::Work
            | Self::Prison
            | Self::Exile
            | Self::Military
            | Self::Government => Some(Lasts::Likely),
            Self::Hiding | Self::Arrest | Self::Escape | Self::Political => Some(Lasts::Perhaps),
            Self::Transit | Self::Congress | Self::Visit => None,
        }
    }
}

/// How sure it is that an open-ended stay went on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lasts {
    /// By its nature.
    Likely,
    /// Nothing speaks against it.
    Perhaps,
}
