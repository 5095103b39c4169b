//! Looking ahead in the tokens: is the next one a month, a day, a year?

use crate::domain::MONTHS;
use crate::geoparse::token::Token;

/// Reads at one token.
#[derive(Clone, Copy)]
pub(super) struct Reader<'a, 't> {
    pub tokens: &'a [Token<'t>],
    pub at: usize,
}

impl<'t> Reader<'_, 't> {
    pub fn token(&self, n: usize) -> Option<&Token<'t>> {
        self.tokens.get(self.at + n)
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

    /// 1 to 12; a month is written with a capital.
    pub fn month(&self, n: usize) -> Option<u32> {
        let text = self.text(n);
        MONTHS.iter().position(|&name| name == text).map(|i| i as u32 + 1)
    }

    pub fn day_number(&self, n: usize) -> Option<u32> {
        let text = self.text(n);
        (text.len() <= 2).then(|| text.parse().ok()).flatten().filter(|d| (1..=31).contains(d))
    }

    pub fn year(&self, n: usize) -> Option<i32> {
        let text = self.text(n);
        (text.len() == 4).then(|| text.parse().ok()).flatten().filter(|y| (1000..2100).contains(y))
    }

    pub fn small_number(&self, n: usize) -> Option<i32> {
        const WORDS: [&str; 12] = [
            "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
            "eleven", "twelve",
        ];
        let text = self.text(n).to_ascii_lowercase();
        WORDS
            .iter()
            .position(|&word| word == text)
            .map(|i| i as i32 + 1)
            .or_else(|| text.parse().ok().filter(|n| (1..100).contains(n)))
    }
}
