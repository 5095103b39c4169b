//! Finds the sentences of a text that give a date but no place. They are listed, because
//! they have no dot on the map.

use std::ops::Range;

use super::segment::{footnotes, sentence_around};
use crate::domain::life::{Stay, Text};
use crate::domain::time::DateSpan;

/// A sentence with a date but without a place. It is listed, but has no pin on the map.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unplaced {
    /// Index of the passage, in the order of the text.
    pub passage: usize,
    /// Where the sentence stands in the passage, in code points.
    pub range: Range<usize>,
    /// Its first date.
    pub date: DateSpan,
    /// The sentence, without its footnote marks.
    pub sentence: String,
}

/// The sentences that have a date, name no place and are not in the quote of a
/// stay, in the order of the text.
#[must_use]
pub fn unplaced(text: &Text, stays: &[Stay]) -> Vec<Unplaced> {
    let mut found = Vec::new();
    for (index, (_, passage)) in text.passages().enumerate() {
        let chars: Vec<char> = passage.text.chars().collect();
        let quotes: Vec<(usize, usize)> = passage
            .stays
            .iter()
            .filter_map(|&stay| stays.get(stay))
            .map(|stay| (stay.start - passage.start, stay.end.saturating_sub(passage.start)))
            .collect();
        let mut read_to = 0;
        for date in &passage.dates {
            if date.start < read_to {
                continue;
            }
            let sentence = sentence_around(&chars, date.start, date.end);
            read_to = sentence.end;
            let within = |start: usize, end: usize| start < sentence.end && sentence.start < end;
            let placed = passage.mentions.iter().any(|m| within(m.start, m.end))
                || quotes.iter().any(|&(start, end)| within(start, end));
            let closed = date.edtf.earliest.is_some() && date.edtf.latest.is_some();
            if !placed && closed && date.day().is_some() {
                let words = &chars[sentence.clone()];
                let marks = footnotes(words);
                let kept =
                    |at: usize| !marks.iter().any(|&(start, end)| (start..end).contains(&at));
                let plain: String =
                    (0..words.len()).filter(|&at| kept(at)).map(|at| words[at]).collect();
                found.push(Unplaced {
                    passage: index,
                    range: sentence,
                    date: date.edtf.clone(),
                    sentence: plain.trim().to_owned(),
                });
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::life::{Calendar, DateMark, MentionMark, Passage, PassageKind, Section};

    #[test]
    fn sentences_with_a_date_and_without_a_place_are_found() {
        let text = "In 1906 he married.[3] In 1907 he was in Baku. By the 1930s it was known. \
            His son was born in March 1907, and in May she died.";
        let at = |words: &str| {
            let start = text.find(words).unwrap();
            (start, start + words.len())
        };
        let date = |words: &str, edtf: &str| {
            let (start, end) = at(words);
            DateMark { start, end, edtf: edtf.parse().unwrap(), calendar: Calendar::Unspecified }
        };
        let (start, end) = at("Baku");
        let passage = Passage {
            kind: PassageKind::Paragraph,
            start: 50,
            text: text.into(),
            mentions: vec![MentionMark { start, end, place: "baku".into(), embedded: false }],
            dates: vec![
                date("1906", "1906"),
                date("1907", "1907"),
                date("the 1930s", "193X"),
                date("March 1907", "1907-03"),
                date("May", "1907-05"),
            ],
            stays: vec![],
        };
        let section = Section { title: String::new(), level: 0, passages: vec![passage] };
        let found = unplaced(&Text { sections: vec![section] }, &[]);
        let words: Vec<_> = found.iter().map(|f| (f.date.as_str(), f.sentence.as_str())).collect();
        assert_eq!(
            words,
            [
                ("1906", "In 1906 he married."),
                ("1907-03", "His son was born in March 1907, and in May she died."),
            ]
        );
        assert_eq!((found[0].passage, found[0].range.start), (0, 0));
    }
}
