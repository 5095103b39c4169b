use std::collections::BTreeSet;

use super::{Passage, Stay};

/// A run of a passage's text that is shown in one way.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Segment {
    /// The text, verbatim.
    pub text: String,
    /// Index of the mention it is part of.
    pub mention: Option<usize>,
    /// Index of the date it is part of.
    pub date: Option<usize>,
    /// Stays whose quote it is part of.
    pub stays: Vec<usize>,
    /// A footnote mark such as `[12]`.
    pub footnote: bool,
}

/// Cuts a passage wherever its look changes. Joined, the segments are the
/// passage again. `stays` are all stays of the life.
#[must_use]
pub fn segments(passage: &Passage, stays: &[Stay]) -> Vec<Segment> {
    let chars: Vec<char> = passage.text.chars().collect();
    let length = chars.len();
    let quotes: Vec<(usize, usize, usize)> = passage
        .stays
        .iter()
        .filter_map(|&i| {
            let stay = stays.get(i)?;
            let start = stay.start.saturating_sub(passage.start);
            Some((start.min(length), (stay.end - passage.start).min(length), i))
        })
        .collect();
    let footnotes = footnotes(&chars);
    let mut cuts: BTreeSet<usize> = [0, length].into();
    for mention in &passage.mentions {
        cuts.extend([mention.start, mention.end]);
    }
    for date in &passage.dates {
        cuts.extend([date.start, date.end]);
    }
    for &(start, end, _) in &quotes {
        cuts.extend([start, end]);
    }
    for &(start, end) in &footnotes {
        cuts.extend([start, end]);
    }
    let cuts: Vec<usize> = cuts.into_iter().filter(|&cut| cut <= length).collect();
    cuts.windows(2)
        .map(|pair| {
            let (start, end) = (pair[0], pair[1]);
            let within = |from: usize, to: usize| from <= start && end <= to;
            Segment {
                text: chars[start..end].iter().collect(),
                mention: passage.mentions.iter().position(|m| within(m.start, m.end)),
                date: passage.dates.iter().position(|d| within(d.start, d.end)),
                stays: quotes.iter().filter(|q| within(q.0, q.1)).map(|q| q.2).collect(),
                footnote: footnotes.iter().any(|f| within(f.0, f.1)),
            }
        })
        .collect()
}

/// `[12]`, `[d]`: brackets around up to four letters or digits.
fn footnotes(chars: &[char]) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    for start in (0..chars.len()).filter(|&i| chars[i] == '[') {
        let inner = chars[start + 1..].iter().take_while(|c| c.is_ascii_alphanumeric()).count();
        let digits = chars[start + 1..start + 1 + inner].iter().all(char::is_ascii_digit);
        if (inner == 1 || (digits && (1..=4).contains(&inner)))
            && chars.get(start + 1 + inner) == Some(&']')
        {
            found.push((start, start + inner + 2));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::super::{DateMark, MentionMark, PassageKind};
    use super::*;

    #[test]
    fn segments_keep_every_letter_and_know_what_they_are() {
        let passage = Passage {
            kind: PassageKind::Paragraph,
            start: 100,
            text: "Żył w Gori,[2] in 1893 [O.S.].".into(),
            mentions: vec![MentionMark {
                start: 6,
                end: 10,
                place: "gori".into(),
                embedded: false,
            }],
            dates: vec![DateMark { start: 18, end: 22, edtf: "1893".parse().unwrap() }],
            stays: vec![],
        };
        let segments = segments(&passage, &[]);
        let joined: String = segments.iter().map(|s| s.text.as_str()).collect();
        assert_eq!(joined, passage.text);
        let of = |text: &str| segments.iter().find(|s| s.text == text).unwrap();
        assert_eq!(of("Gori").mention, Some(0));
        assert!(of("[2]").footnote);
        assert_eq!(of("1893").date, Some(0));
        assert!(!segments.iter().any(|s| s.text.contains("O.S.") && s.footnote));
    }
}
