use serde::{Deserialize, Serialize};

use crate::domain::time::DateSpan;

/// A source text as the reader pane shows it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Text {
    /// In order of the text.
    pub sections: Vec<Section>,
}

/// A heading and what stands under it, up to the next heading.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Section {
    /// The heading; empty before the first one.
    pub title: String,
    /// Depth of the heading, from 1; 0 before the first one.
    pub level: u8,
    /// Its passages.
    pub passages: Vec<Passage>,
}

/// A paragraph of the source.
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
    /// The stays whose quotes begin in it (indices).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub stays: Vec<usize>,
}

/// What sort of paragraph a passage is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum PassageKind {
    /// Running text.
    Paragraph,
    /// A picture's caption; the picture is not part of the source text.
    Caption,
    /// A quotation set apart, or its attribution.
    Quotation,
    /// A pointer to another article.
    Hatnote,
}

/// A mention inside a passage.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MentionMark {
    /// Code points from the beginning of the passage.
    pub start: usize,
    /// Exclusive.
    pub end: usize,
    /// Id of the place.
    pub place: String,
    /// Inside the name of an organisation, event or work.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub embedded: bool,
}

/// A date inside a passage.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DateMark {
    /// Code points from the beginning of the passage.
    pub start: usize,
    /// Exclusive.
    pub end: usize,
    /// What it means in the story.
    pub edtf: DateSpan,
}

impl Text {
    /// All passages in order, each with the index of its section.
    pub fn passages(&self) -> impl Iterator<Item = (usize, &Passage)> {
        self.sections
            .iter()
            .enumerate()
            .flat_map(|(i, section)| section.passages.iter().map(move |passage| (i, passage)))
    }

    /// Which of all passages tells of a stay: the one in which its quote begins.
    #[must_use]
    pub fn passage_of(&self, stay: usize) -> Option<usize> {
        self.passages().position(|(_, passage)| passage.stays.contains(&stay))
    }
}
