//! The JSON of Linked Places: the structs that are written and read.

use serde::Serialize;

use crate::domain::serde_fields::serde_fields;
use crate::domain::time::Day;

/// The time of something: a list of timespans.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub(super) struct When {
    pub timespans: Vec<Timespan>,
}

serde_fields!(When { timespans: take("timespans") });

/// From a start to an end; one that is missing is open.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub(super) struct Timespan {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub start: Option<Bound>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub end: Option<Bound>,
}

serde_fields!(Timespan { start: take("start"), end: take("end") });

/// An end of a timespan: a date in EDTF, or the days it lies between.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub(super) struct Bound {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub r#in: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub earliest: Option<Day>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub latest: Option<Day>,
}

serde_fields!(Bound { r#in: take("in"), earliest: take("earliest"), latest: take("latest") });

impl From<Timespan> for When {
    fn from(timespan: Timespan) -> Self {
        Self { timespans: vec![timespan] }
    }
}

/// A name of a place.
#[derive(Serialize)]
pub(super) struct Name {
    pub toponym: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub when: Option<When>,
}

serde_fields!(Name { toponym: take("toponym"), when: take("when") });

/// A Getty AAT concept, if one fits without doubt, and our own noun.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct PlaceType {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub identifier: Option<String>,
    pub label: String,
    pub source_labels: Vec<Label>,
}

serde_fields!(PlaceType {
    identifier: take("identifier"),
    label: take_or_default("label"),
    source_labels: take_or_default("sourceLabels"),
});

/// A word in a language.
#[derive(Serialize)]
pub(super) struct Label {
    pub label: String,
    pub lang: String,
}

serde_fields!(Label { label: take("label"), lang: take_or_default("lang") });

/// A link to the same place in another gazetteer.
#[derive(Serialize)]
pub(super) struct Link {
    pub r#type: String,
    pub identifier: String,
}

serde_fields!(Link { r#type: take("type"), identifier: take("identifier") });

/// A relation to another place.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Relation {
    pub relation_type: String,
    pub relation_to: String,
}

serde_fields!(Relation { relation_type: take("relationType"), relation_to: take("relationTo") });

/// A remark on a place.
#[derive(Serialize)]
pub(super) struct Description {
    pub value: String,
    pub lang: String,
}

serde_fields!(Description { value: take("value"), lang: take_or_default("lang") });
