//! The source text as it is published: sections and passages, with the place mentions,
//! the dates and the stays of each passage.

use serde::{Deserialize, Serialize};

use super::stay::Calendar;
use crate::domain::serde_words::serde_words;
use crate::domain::time::{DateSpan, DateSpanError, Day};

/// A source text, cut into sections and passages.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Text {
    /// In order of the text.
    pub sections: Vec<Section>,
}

/// A heading with the passages that follow it, up to the next heading.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Section {
    /// The heading; empty before the first one.
    pub title: String,
    /// Depth of the heading, from 1; 0 before the first one.
    pub level: u8,
    /// Its passages.
    pub passages: Vec<Passage>,
}

/// A paragraph of the source, with what was found in it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Passage {
    /// What sort of paragraph it is.
    pub kind: PassageKind,
    /// Where it begins in the source, in code points.
    pub start: usize,
    /// The paragraph, verbatim.
    pub text: String,
    /// Places named in it, in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub mentions: Vec<MentionMark>,
    /// Dates given in it, in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub dates: Vec<DateMark>,
    /// The indices of the stays whose quotes begin in it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub stays: Vec<usize>,
}

/// The sort of a passage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PassageKind {
    /// Running text.
    Paragraph,
    /// A picture's caption; the picture is not part of the source text.
    Caption,
    /// A block quotation or its attribution.
    Quotation,
    /// A pointer to another article.
    Hatnote,
}

serde_words!(PassageKind { Paragraph = "paragraph", Caption = "caption", Quotation = "quotation", Hatnote = "hatnote" });

/// A mention inside a passage.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MentionMark {
    /// Where it begins in the passage, in code points.
    pub start: usize,
    /// Where it ends in the passage, exclusive.
    pub end: usize,
    /// Id of the place.
    pub place: String,
    /// Inside the name of an organisation, event or work.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub embedded: bool,
}

/// A date inside a passage.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "DateMarkRow")]
pub struct DateMark {
    /// Where it begins in the passage, in code points.
    pub start: usize,
    /// Where it ends in the passage, exclusive.
    pub end: usize,
    /// Its meaning in context: "that March" has a year. Written in `calendar`.
    pub edtf: DateSpan,
    /// The calendar that the source counts in there.
    #[serde(skip_serializing_if = "Calendar::is_unspecified")]
    pub calendar: Calendar,
}

/// A date as the file has it: its bounds follow from its calendar.
#[derive(Deserialize)]
struct DateMarkRow {
    start: usize,
    end: usize,
    edtf: String,
    #[serde(default)]
    calendar: Calendar,
}

impl TryFrom<DateMarkRow> for DateMark {
    type Error = DateSpanError;

    fn try_from(row: DateMarkRow) -> Result<Self, DateSpanError> {
        let DateMarkRow { start, end, edtf, calendar } = row;
        Ok(Self { start, end, edtf: calendar.read(&edtf)?, calendar })
    }
}

/// A date that spans more days than this ("the 1930s") tells of no event.
const EVENT_DAYS: i32 = 366;

impl DateMark {
    /// The day it leads to: its first, or its last if it has no beginning. `None` if
    /// it is as vague as a decade: then no day is meant.
    #[must_use]
    pub fn day(&self) -> Option<Day> {
        match (self.edtf.earliest, self.edtf.latest) {
            (Some(earliest), Some(latest)) if latest - earliest > EVENT_DAYS => None,
            (earliest, latest) => earliest.or(latest),
        }
    }
}

impl Text {
    /// All passages in order, each with the index of its section.
    pub fn passages(&self) -> impl Iterator<Item = (usize, &Passage)> {
        self.sections
            .iter()
            .enumerate()
            .flat_map(|(i, section)| section.passages.iter().map(move |passage| (i, passage)))
    }

    /// The index, in the order of [`passages`](Self::passages), of the passage in
    /// which the quote of a stay begins.
    #[must_use]
    pub fn passage_of(&self, stay: usize) -> Option<usize> {
        self.passages().position(|(_, passage)| passage.stays.contains(&stay))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mark(json: &str) -> DateMark {
        serde_json::from_str(json).unwrap()
    }

    #[test]
    fn a_date_in_old_style_leads_to_its_true_day() {
        let row = r#"{"start":0,"end":4,"edtf":"1917-10-10","calendar":"julian"}"#;
        let date = mark(row);
        assert_eq!(date.day().unwrap().to_string(), "1917-10-23");
        assert_eq!(serde_json::to_string(&date).unwrap(), row, "written as it was read");
        let plain = r#"{"start":0,"end":4,"edtf":"1917-10-10"}"#;
        assert_eq!(mark(plain).day().unwrap().to_string(), "1917-10-10");
        assert_eq!(serde_json::to_string(&mark(plain)).unwrap(), plain);
    }

    #[test]
    fn a_decade_leads_to_no_day() {
        let day = |edtf: &str| {
            let date = mark(&format!(r#"{{"start":0,"end":4,"edtf":"{edtf}"}}"#));
            date.day().map(|day| day.to_string())
        };
        for vague in ["193X", "19XX", "[1936..1938]"] {
            assert_eq!(day(vague), None, "{vague}");
        }
        assert_eq!(day("1936").as_deref(), Some("1936-01-01"));
        assert_eq!(day("/1883").as_deref(), Some("1883-12-31"));
    }
}
