//! The `when` object of Linked Places.

use serde::{Deserialize, Serialize};

use crate::domain::time::Day;

/// When something holds: a list of timespans.
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
