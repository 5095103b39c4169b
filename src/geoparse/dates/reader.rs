//! Looking ahead in the tokens: is the next one a month, a day, a year?

use super::lexicon::{Lex, look_up};
use crate::geoparse::token::{Token, TokenKind};

/// Reads at one token.
#[derive(Clone, Copy)]
pub(super) struct Reader<'a, 't> {
    pub tokens: &'a [Token<'t>],
    pub words: &'a [Lex],
    /// Where months with a year stand, and their years.
    pub years: &'a [(usize, i32)],
    pub at: usize,
    /// How far ahead a form may begin inside another.
    pub reach: usize,
}

/// No date has so many words. Without an end, "the day after the day after …"
/// would be one, and as deep.
const LONGEST: usize = 32;

/// What each token can do in a date.
pub(super) fn classify(tokens: &[Token<'_>]) -> Vec<Lex> {
    tokens
        .iter()
        .map(|token| match token.kind {
            TokenKind::Word => look_up(token.text),
            TokenKind::Number => Lex::Digits,
            TokenKind::Possessive => Lex::Mark,
            TokenKind::Mark => match token.text {
                "-" | "–" | "—" | "−" | "‐" | "‑" => Lex::Dash,
                "," => Lex::Comma,
                "'" | "’" | "‘" => Lex::Apostrophe,
                _ => Lex::Mark,
            },
        })
        .collect()
}

impl<'a, 't> Reader<'a, 't> {
    pub fn token(&self, n: usize) -> Option<&'a Token<'t>> {
        self.tokens.get(self.at + n)
    }

    pub fn lex(&self, n: usize) -> Lex {
        self.words.get(self.at + n).copied().unwrap_or(Lex::Other)
    }

    pub fn text(&self, n: usize) -> &'t str {
        self.tokens.get(self.at + n).map_or("", |t| t.text)
    }

    pub fn is(&self, n: usize, word: &str) -> bool {
        self.text(n).eq_ignore_ascii_case(word)
    }

    pub fn is_any(&self, n: usize, words: &[&str]) -> bool {
        words.iter().any(|word| self.is(n, word))
    }

    /// A reader that begins at a token.
    pub fn begin(&self, at: usize) -> Self {
        Self { at, reach: at + LONGEST, ..*self }
    }

    /// The same reader some tokens further; at the end of the text if that is
    /// further than any date reaches.
    pub fn skip(&self, n: usize) -> Self {
        let at = self.at + n;
        Self { at: if at <= self.reach { at } else { self.tokens.len() }, ..*self }
    }

    /// The n-th token before this one.
    pub fn before(&self, n: usize) -> Option<&'a Token<'t>> {
        self.at.checked_sub(n).and_then(|at| self.tokens.get(at))
    }

    /// What the n-th token before this one can do.
    pub fn lex_before(&self, n: usize) -> Lex {
        self.at.checked_sub(n).and_then(|at| self.words.get(at)).copied().unwrap_or(Lex::Other)
    }

    /// Does a sentence (or a line) begin here?
    pub fn begins_sentence(&self) -> bool {
        self.before(1).is_none_or(|t| t.ends_sentence() || matches!(t.text, "\"" | "“"))
    }

    /// Does token n stand right after the one before it, without a space?
    pub fn touches(&self, n: usize) -> bool {
        let Some(before) = (self.at + n).checked_sub(1).and_then(|at| self.tokens.get(at)) else {
            return false;
        };
        self.token(n).is_some_and(|t| t.start == before.end())
    }

    /// A word written with a capital.
    pub fn is_name(&self, n: usize) -> bool {
        self.token(n).is_some_and(Token::is_capitalised)
    }

    /// A month and its tokens: `November`, `Nov`, `Nov.`
    pub fn month(&self, n: usize) -> Option<(u32, usize)> {
        match self.lex(n) {
            Lex::Month(month) => Some((month.into(), 1)),
            Lex::MonthShort(month) => {
                let dotted = self.text(n + 1) == "." && self.touches(n + 1);
                Some((month.into(), 1 + usize::from(dotted)))
            }
            _ => None,
        }
    }

    /// A whole number in digits, of at most so many.
    pub fn digits(&self, n: usize, most: usize) -> Option<i32> {
        let text = self.text(n);
        (self.lex(n) == Lex::Digits && text.len() <= most).then(|| text.parse().ok()).flatten()
    }

    /// A day of a month and its tokens: `5`, `5th`, `23d`; not `5,` `5.5`.
    pub fn day(&self, n: usize) -> Option<(u32, usize)> {
        let day = self.digits(n, 2).filter(|d| (1..=31).contains(d))?;
        Some((day as u32, 1 + usize::from(self.suffix(n + 1))))
    }

    /// A day written as an ordinal: `5th`, `twenty-first`.
    pub fn ordinal_day(&self, n: usize) -> Option<(u32, usize)> {
        let (number, length) = self.ordinal(n)?;
        (1..=31).contains(&number).then_some((number, length))
    }

    /// `5th`, `fifth`, `twenty-first`
    pub fn ordinal(&self, n: usize) -> Option<(u32, usize)> {
        match self.lex(n) {
            Lex::Digits if self.suffix(n + 1) => Some((self.digits(n, 3)? as u32, 2)),
            Lex::Ordinal(number) => Some((number.into(), 1)),
            Lex::Cardinal(tens @ (20 | 30)) => match (self.lex(n + 1), self.lex(n + 2)) {
                (Lex::Dash, Lex::Ordinal(ones @ 1..=9)) => Some(((tens + ones).into(), 3)),
                (Lex::Ordinal(ones @ 1..=9), _) => Some(((tens + ones).into(), 2)),
                _ => None,
            },
            _ => None,
        }
    }

    fn suffix(&self, n: usize) -> bool {
        self.touches(n) && matches!(self.text(n), "st" | "nd" | "rd" | "th" | "d")
    }

    /// A number and its tokens: `12`, `twelve`, `twenty-five`, `one hundred`.
    pub fn cardinal(&self, n: usize) -> Option<(i32, usize)> {
        match self.lex(n) {
            Lex::Digits => {
                let number = self.digits(n, 4)?;
                // `2.5`, `1.500`: no whole number.
                let split = self.touches(n + 1)
                    && self.touches(n + 2)
                    && matches!(self.text(n + 1), "." | ":" | "/")
                    && self.lex(n + 2) == Lex::Digits;
                (!split).then_some((number, 1))
            }
            Lex::Cardinal(tens @ 20..=90) => match (self.lex(n + 1), self.lex(n + 2)) {
                (Lex::Dash, Lex::Cardinal(ones @ 1..=9)) => Some(((tens + ones).into(), 3)),
                (Lex::Cardinal(ones @ 1..=9), _) => Some(((tens + ones).into(), 2)),
                _ => Some((tens.into(), 1)),
            },
            Lex::Cardinal(ones @ 1..=9) if self.lex(n + 1) == Lex::Cardinal(100) => {
                Some((i32::from(ones) * 100, 2))
            }
            Lex::Cardinal(number) => Some((number.into(), 1)),
            Lex::A if self.lex(n + 1) == Lex::Cardinal(100) => Some((100, 2)),
            _ => None,
        }
    }

    /// A year and its tokens: `1903`, `44 BC`, `AD 70`, `490 B.C.`
    pub fn year(&self, n: usize) -> Option<(i32, usize)> {
        match self.lex(n) {
            Lex::Ad if self.text(n) == "AD" => {
                self.digits(n + 1, 4).filter(|y| *y > 0).map(|year| (year, 2))
            }
            Lex::Digits => {
                let number = self.digits(n, 4).filter(|y| *y > 0)?;
                match self.era(n + 1) {
                    Some((true, length)) => Some((1 - number, 1 + length)),
                    Some((false, length)) => Some((number, 1 + length)),
                    // "480–479 BC": the era stands at the end.
                    None if (matches!(self.lex(n + 1), Lex::Dash | Lex::And | Lex::To)
                        || self.text(n + 1) == "/")
                        && self.digits(n + 2, 4).is_some_and(|last| last < number)
                        && self.era(n + 3).is_some_and(|(bc, _)| bc) =>
                    {
                        Some((1 - number, 1))
                    }
                    None => {
                        let plain = self.text(n).len() == 4 && (1000..2100).contains(&number);
                        plain.then_some((number, 1))
                    }
                }
            }
            _ => None,
        }
    }

    /// `BC`, `B.C.`, `BCE` (true); `AD`, `CE` (false).
    pub fn era(&self, n: usize) -> Option<(bool, usize)> {
        let capitals = self.text(n).bytes().all(|b| b.is_ascii_uppercase());
        match self.lex(n) {
            Lex::Bc if capitals => Some((true, 1)),
            Lex::Ad if capitals => Some((false, 1)),
            _ if self.text(n + 1) == "." && self.text(n + 3) == "." => {
                match (self.text(n), self.text(n + 2)) {
                    ("B", "C") => Some((true, 4)),
                    ("A", "D") => Some((false, 4)),
                    _ => None,
                }
            }
            _ => None,
        }
    }

    /// A year after a date, perhaps with a comma or `of` between.
    pub fn year_after(&self, n: usize) -> Option<(i32, usize)> {
        let between = usize::from(matches!(self.lex(n), Lex::Comma | Lex::Of));
        let between = if self.lex(n) == Lex::Of && self.is(n + 1, "the") && self.is(n + 2, "year") {
            3
        } else {
            between
        };
        let (year, length) = self.year(n + between)?;
        // "On May 5, 1000 men": a year does not count men.
        if self.skip(n + between).counts_things(length) {
            return None;
        }
        Some((year, between + length))
    }
}
