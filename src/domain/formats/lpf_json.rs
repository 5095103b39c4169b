//! The JSON of Linked Places: the structs that are written and read.

use serde::{Deserialize, Serialize};

use crate::domain::time::Day;

/// The time of something: a list of timespans.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct When {
    pub timespans: Vec<Timespan>,
}

/// From a start to an end; one that is missing is open.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Timespan {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub start: Option<Bound>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub end: Option<Bound>,
}

/// An end of a timespan: a date in EDTF, or the days it lies between.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Bound {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub r#in: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub earliest: Option<Day>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub latest: Option<Day>,
}

impl From<Timespan> for When {
    fn from(timespan: Timespan) -> Self {
        Self { timespans: vec![timespan] }
    }
}

/// A name of a place.
#[derive(Serialize, Deserialize)]
pub(super) struct Name {
    pub toponym: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub when: Option<When>,
}

/// A Getty AAT concept, if one fits without doubt, and our own noun.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct PlaceType {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub identifier: Option<String>,
    #[serde(default)]
    pub label: String,
    #[serde(default)]
    pub source_labels: Vec<Label>,
}

/// A word in a language.
#[derive(Serialize, Deserialize)]
pub(super) struct Label {
    pub label: String,
    #[serde(default)]
    pub lang: String,
}

/// A link to the same place in another gazetteer.
#[derive(Serialize, Deserialize)]
pub(super) struct Link {
    pub r#type: String,
    pub identifier: String,
}

/// A relation to another place.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Relation {
    pub relation_type: String,
    pub relation_to: String,
}

/// A remark on a place.
#[derive(Serialize, Deserialize)]
pub(super) struct Description {
    pub value: String,
    #[serde(default)]
    pub lang: String,
}
