//! Sentences: tokens with the mentions and dates within them.

use std::ops::Range;

use enumset::EnumSet;

use super::words::{Class, classes};
use crate::domain::prose::is_abbreviation;
use crate::geoparse::{DateFinding, Finding, Token, TokenKind};

/// A token with what the grammar needs of it.
#[derive(Clone, Debug)]
pub(super) struct Word<'t> {
    pub text: &'t str,
    pub lower: String,
    pub start: usize,
    pub end: usize,
    pub kind: TokenKind,
    pub classes: EnumSet<Class>,
    /// Index of the mention that the word belongs to.
    pub mention: Option<usize>,
    /// Is it part of a date?
    pub dated: bool,
    /// Does it stand within quotation marks?
    pub quoted: bool,
}

impl Word<'_> {
    pub fn is(&self, class: Class) -> bool {
        self.classes.contains(class)
    }

    pub fn capital(&self) -> bool {
        self.kind == TokenKind::Word && self.text.chars().next().is_some_and(char::is_uppercase)
    }

    pub fn mark(&self, marks: &str) -> bool {
        self.kind == TokenKind::Mark && marks.contains(self.text)
    }
}

/// Does a mark stand between letters, as an apostrophe does?
fn within_word(tokens: &[Token<'_>], at: usize) -> bool {
    let before = at.checked_sub(1).is_some_and(|k| tokens[k].end() == tokens[at].start);
    before
        && tokens
            .get(at + 1)
            .is_some_and(|next| next.start == tokens[at].end() && next.kind == TokenKind::Word)
}

/// Cuts tokens into sentences: ranges of tokens.
pub(super) fn sentences(tokens: &[Token<'_>]) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut start = 0;
    for (i, token) in tokens.iter().enumerate() {
        if ends(tokens, i, token) {
            // Closing quotation marks and brackets belong to the sentence.
            if i + 1 - start > 1 {
                found.push(start..i + 1);
            }
            start = i + 1;
        }
    }
    if start < tokens.len() {
        found.push(start..tokens.len());
    }
    found
}

fn ends(tokens: &[Token<'_>], i: usize, token: &Token<'_>) -> bool {
    if token.kind != TokenKind::Mark {
        return false;
    }
    match token.text {
        "\n" => !wrapped(tokens, i),
        "!" | "?" => true,
        "." => {
            let abbreviated = abbreviates(tokens, i);
            let next = tokens.get(i + 1);
            let goes_on = next.is_some_and(|next| {
                next.text.chars().next().is_some_and(char::is_lowercase)
                    || next.start == token.end() && next.kind != TokenKind::Mark
                    || matches!(next.text, "," | ";" | ")")
            });
            !abbreviated && !goes_on
        }
        _ => false,
    }
}

/// Does the full stop belong to the word before it?
fn abbreviates(tokens: &[Token<'_>], stop: usize) -> bool {
    let before = stop.checked_sub(1).map(|k| &tokens[k]);
    before.is_some_and(|before| {
        before.end() == tokens[stop].start
            && before.kind == TokenKind::Word
            && (is_abbreviation(before.text)
                || matches!(before.text, "c" | "ca" | "b" | "d" | "vs" | "etc"))
    })
}

/// Does a line end within a sentence: after an abbreviation, or between small letters?
fn wrapped(tokens: &[Token<'_>], line_end: usize) -> bool {
    let (Some(before), Some(after)) =
        (line_end.checked_sub(1).and_then(|k| tokens.get(k)), tokens.get(line_end + 1))
    else {
        return false;
    };
    let small = |t: &Token<'_>| t.text.chars().next().is_some_and(char::is_lowercase);
    before.text == "." && abbreviates(tokens, line_end - 1)
        || (small(before) || before.text == ",") && small(after)
}

/// The words of a sentence.
pub(super) fn words<'t>(
    tokens: &[Token<'t>],
    mentions: &[Finding],
    dates: &[DateFinding],
) -> Vec<Word<'t>> {
    let first = tokens.first().map_or(0, |t| t.start);
    let mut mention = mentions.partition_point(|m| m.end <= first);
    let mut date = dates.partition_point(|d| d.end <= first);
    let mut quoted = false;
    tokens
        .iter()
        .enumerate()
        .map(|(i, token)| {
            while mentions.get(mention).is_some_and(|m| m.end <= token.start) {
                mention += 1;
            }
            while dates.get(date).is_some_and(|d| d.end <= token.start) {
                date += 1;
            }
            match token.text {
                "“" => quoted = true,
                "”" => quoted = false,
                "\"" if !within_word(tokens, i) => quoted = !quoted,
                _ => {}
            }
            let lower = token.text.to_lowercase();
            let word = token.kind == TokenKind::Word;
            Word {
                text: token.text,
                classes: if word { classes(&lower) } else { EnumSet::empty() },
                lower,
                start: token.start,
                end: token.end(),
                kind: token.kind,
                mention: mentions.get(mention).filter(|m| m.start <= token.start).map(|_| mention),
                dated: dates.get(date).is_some_and(|d| d.start <= token.start),
                quoted,
            }
        })
        .collect()
}
