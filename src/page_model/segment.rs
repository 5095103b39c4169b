use std::collections::BTreeSet;
use std::ops::Range;

use crate::domain::life::{Passage, Stay};

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
    let quotes: Vec<Quote> = passage
        .stays
        .iter()
        .filter_map(|&stay| {
            let Stay { start, end, .. } = stays.get(stay)?;
            let within = |at: &usize| at.saturating_sub(passage.start).min(chars.len());
            Some(Quote { start: within(start), end: within(end), stay })
        })
        .collect();
    cut(passage, &chars, 0..chars.len(), &quotes)
}

/// The sentences of a passage that name a place, each run of them cut into
/// segments.
#[must_use]
pub fn excerpts(passage: &Passage, place: &str) -> Vec<Vec<Segment>> {
    let chars: Vec<char> = passage.text.chars().collect();
    let mut ranges: Vec<Range<usize>> = Vec::new();
    for mention in passage.mentions.iter().filter(|m| m.place == place) {
        let sentence = sentence_around(&chars, mention.start, mention.end);
        match ranges.last_mut() {
            Some(last) if last.end >= sentence.start => last.end = last.end.max(sentence.end),
            _ => ranges.push(sentence),
        }
    }
    ranges.into_iter().map(|range| cut(passage, &chars, range, &[])).collect()
}

struct Quote {
    start: usize,
    end: usize,
    stay: usize,
}

fn cut(passage: &Passage, chars: &[char], range: Range<usize>, quotes: &[Quote]) -> Vec<Segment> {
    let footnotes = footnotes(chars);
    let mut cuts: BTreeSet<usize> = [range.start, range.end].into();
    cuts.extend(passage.mentions.iter().flat_map(|m| [m.start, m.end]));
    cuts.extend(passage.dates.iter().flat_map(|d| [d.start, d.end]));
    cuts.extend(quotes.iter().flat_map(|q| [q.start, q.end]));
    cuts.extend(footnotes.iter().flat_map(|f| [f.0, f.1]));
    let cuts: Vec<usize> =
        cuts.into_iter().filter(|&at| range.start <= at && at <= range.end).collect();
    cuts.windows(2)
        .map(|pair| {
            let (start, end) = (pair[0], pair[1]);
            let within = |from: usize, to: usize| from <= start && end <= to;
            Segment {
                text: chars[start..end].iter().collect(),
                mention: passage.mentions.iter().position(|m| within(m.start, m.end)),
                date: passage.dates.iter().position(|d| within(d.start, d.end)),
                stays: quotes.iter().filter(|q| within(q.start, q.end)).map(|q| q.stay).collect(),
                footnote: footnotes.iter().any(|f| within(f.0, f.1)),
            }
        })
        .collect()
}

/// From the end of the sentence before to the end of its own, footnote marks
/// and closing quotation marks included.
pub(super) fn sentence_around(chars: &[char], start: usize, end: usize) -> Range<usize> {
    let mut from = 0;
    for at in 0..chars.len() {
        let Some(next) = sentence_end(chars, at) else { continue };
        if next <= start {
            from = next;
        } else if next >= end {
            let trimmed = chars[..next].iter().rposition(|c| !c.is_whitespace());
            return from..trimmed.map_or(next, |i| i + 1);
        }
    }
    from..chars.len()
}

/// If a sentence ends with the mark at `at`: where the next one begins.
fn sentence_end(chars: &[char], at: usize) -> Option<usize> {
    if !matches!(chars[at], '.' | '!' | '?') {
        return None;
    }
    // "St.", "J. V.": an initial or a short title ends no sentence.
    let word = chars[..at].iter().rev().take_while(|c| c.is_alphabetic()).count();
    if chars[at] == '.' && (1..=2).contains(&word) && chars[at - word].is_uppercase() {
        return None;
    }
    let mut next = at + 1;
    loop {
        match chars.get(next) {
            Some('"' | '”' | '’' | '\'' | ')') => next += 1,
            Some('[') => {
                next += chars[next..].iter().position(|&c| c == ']')? + 1;
            }
            _ => break,
        }
    }
    let spaces = chars[next.min(chars.len())..].iter().take_while(|c| c.is_whitespace()).count();
    let begins = chars.get(next + spaces);
    (spaces > 0 && begins.is_none_or(|c| !c.is_lowercase())).then_some(next + spaces)
}

/// `[12]`, `[d]`: brackets around up to four letters or digits.
pub(super) fn footnotes(chars: &[char]) -> Vec<(usize, usize)> {
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
    use super::*;
    use crate::domain::life::{DateMark, MentionMark, PassageKind};

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

    #[test]
    fn an_excerpt_is_the_sentences_that_name_the_place() {
        let text = "He came.[1] In St. Gori he stayed (\"long\").[2] He left. To Gori he wrote.";
        let mention = |nth: usize| {
            let byte = text.match_indices("Gori").nth(nth).unwrap().0;
            MentionMark { start: byte, end: byte + 4, place: "gori".into(), embedded: false }
        };
        let passage = Passage {
            kind: PassageKind::Paragraph,
            start: 0,
            text: text.into(),
            mentions: vec![mention(0), mention(1)],
            dates: vec![],
            stays: vec![],
        };
        let excerpts: Vec<String> = excerpts(&passage, "gori")
            .iter()
            .map(|segments| segments.iter().map(|s| s.text.as_str()).collect())
            .collect();
        assert_eq!(excerpts, ["In St. Gori he stayed (\"long\").[2]", "To Gori he wrote.",]);
    }
}
