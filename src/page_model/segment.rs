//! A passage cut into segments, wherever its look changes.

use std::collections::BTreeSet;
use std::ops::Range;

use crate::domain::life::{Passage, Stay};
use crate::domain::prose::{SENTENCE_ENDS, bracketed_note, footnote_mark, is_abbreviation};

/// A run of a passage's text with one look.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Segment {
    /// The text, verbatim.
    pub text: String,
    /// The index of the mention that it is part of.
    pub mention: Option<usize>,
    /// The index of the date that it is part of.
    pub date: Option<usize>,
    /// The stays whose quotes it is part of.
    pub stays: Vec<usize>,
    /// Is it a footnote mark such as `[12]`?
    pub footnote: bool,
}

/// Cuts a passage wherever its look changes. Joined, the segments are the passage.
/// `stays` are all stays of the life.
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

/// The sentences of a passage that name a place, cut into segments. Adjacent
/// sentences are one excerpt.
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

/// The sentence around a range of code points, with the footnote marks and closing
/// quotation marks that follow it.
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

/// Where the next sentence begins, if one ends with the mark at `at`.
fn sentence_end(chars: &[char], at: usize) -> Option<usize> {
    if !SENTENCE_ENDS.contains(&chars[at]) {
        return None;
    }
    // An initial or a short title ("J. V.", "St.") does not end a sentence.
    let length = chars[..at].iter().rev().take_while(|c| c.is_alphabetic()).count();
    let word: String = chars[at - length..at].iter().collect();
    if chars[at] == '.' && is_abbreviation(&word) {
        return None;
    }
    let mut next = at + 1;
    loop {
        match chars.get(next) {
            Some('"' | '”' | '’' | '\'' | ')') => next += 1,
            Some('[') => next += bracketed_note(chars[next..].iter().copied())?,
            _ => break,
        }
    }
    let spaces = chars[next.min(chars.len())..].iter().take_while(|c| c.is_whitespace()).count();
    let begins = chars.get(next + spaces);
    (spaces > 0 && begins.is_none_or(|c| !c.is_lowercase())).then_some(next + spaces)
}

/// Has a text marks of notes, such as `[12]`?
#[must_use]
pub fn has_footnotes(text: &str) -> bool {
    !footnotes(&text.chars().collect::<Vec<_>>()).is_empty()
}

/// Where the footnote marks of a passage begin and end.
pub(super) fn footnotes(chars: &[char]) -> Vec<(usize, usize)> {
    let mark = |start: usize| {
        let length = footnote_mark(chars[start..].iter().copied())?;
        Some((start, start + length))
    };
    (0..chars.len()).filter(|&start| chars[start] == '[').filter_map(mark).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::life::{Calendar, DateMark, MentionMark, PassageKind};

    #[test]
    fn segments_are_marked_and_join_to_the_passage() {
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
            dates: vec![DateMark {
                start: 18,
                end: 22,
                edtf: "1893".parse().unwrap(),
                calendar: Calendar::Unspecified,
            }],
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

    #[test]
    fn footnote_marks_are_those_of_the_tokenizer() {
        for mark in ["[2]", "[1234]", "[d]", "[A]", "[ab]", "[sic]", "[12345]", "[O.S.]", "[]"] {
            let text = format!("Gori{mark} then");
            let page: Vec<char> = text.chars().collect();
            let words = crate::geoparse::tokens(&text).len();
            assert_eq!(footnotes(&page).len() == 1, words == 2, "{mark}");
        }
    }

    #[test]
    fn an_abbreviation_ends_no_sentence() {
        let text: Vec<char> = "He left. In May Gen. Gori came. She stayed.".chars().collect();
        let sentence = sentence_around(&text, 21, 25);
        assert_eq!(text[sentence].iter().collect::<String>(), "In May Gen. Gori came.");
    }
}
