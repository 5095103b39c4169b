//! The source text as it is published: sections and passages, with the place mentions,
//! the dates and the stays of each passage.

use serde::{Deserialize, Serialize};

use crate::domain::serde_words::serde_words;
use crate::domain::time::DateSpan;

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
pub struct DateMark {
    /// Where it begins in the passage, in code points.
    pub start: usize,
    /// Where it ends in the passage, exclusive.
    pub end: usize,
    /// Its meaning in context: "that March" has a year.
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

    /// The index, in the order of [`passages`](Self::passages), of the passage in
    /// which the quote of a stay begins.
    #[must_use]
    pub fn passage_of(&self, stay: usize) -> Option<usize> {
        self.passages().position(|(_, passage)| passage.stays.contains(&stay))
    }
}
