//! Looking around in the tokens of a text.
//!
//! An **offset** counts tokens from the cursor on; a **position** counts them from
//! the start of the text. In the [forms](super::forms), `end` is the offset of the
//! token after the last one that was read.

use super::english::Tag;
use super::expression::TimeExpression;
use super::reference_time::ReferenceTime;
use crate::geoparse::text::Token;

/// Something read at a cursor, and how many tokens it took.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Matched<T> {
    pub value: T,
    pub tokens: usize,
}

impl<T> Matched<T> {
    pub fn new(value: T, tokens: usize) -> Self {
        Self { value, tokens }
    }
}

/// A form that reads an expression of time at a cursor.
pub(crate) type Form = fn(Cursor<'_>, &ReferenceTime) -> Option<TimeExpression>;

/// The two forms that others contain and that contain others. These others call
/// them through the cursor, so that no two files need each other.
#[derive(Clone, Copy)]
pub(crate) struct RecursiveForms {
    /// A time on the calendar: it can follow "about" and "by".
    pub calendar_time: Form,
    /// A time told by the one before it: `that month`.
    pub relative: Form,
}

/// The tokens of a text, and what was found out about them before the dates are
/// read.
pub(crate) struct TaggedTokens<'t> {
    pub tokens: &'t [Token<'t>],
    /// One for each token.
    pub tags: Vec<Tag>,
    /// The positions of months that have their year with them, in order, and these
    /// years.
    pub months_with_year: Vec<(usize, i32)>,
    /// Does a date in numbers show that the text puts the month first: `8/27/1832`?
    pub writes_month_first: bool,
    pub recursive: RecursiveForms,
}

/// A place in the tokens.
#[derive(Clone, Copy)]
pub(crate) struct Cursor<'t> {
    input: &'t TaggedTokens<'t>,
    position: usize,
    /// The last position at which a form inside the present one may begin.
    limit: usize,
}

/// The most tokens of a date. Without a limit "the day after the day after …" would be
/// read as one, with a recursion just as deep.
const MAX_TOKENS: usize = 32;

impl<'t> Cursor<'t> {
    /// At a position where an expression may begin.
    pub fn new(input: &'t TaggedTokens<'t>, position: usize) -> Self {
        Self { input, position, limit: position + MAX_TOKENS }
    }

    /// The cursor some tokens further; at the end of the text if that is further
    /// than any date reaches.
    pub fn ahead(self, offset: usize) -> Self {
        let position = self.position + offset;
        let position = if position <= self.limit { position } else { self.input.tokens.len() };
        Self { position, ..self }
    }

    /// The cursor some tokens back; `None` before the start of the text.
    pub fn back(self, tokens: usize) -> Option<Self> {
        Some(Self { position: self.position.checked_sub(tokens)?, ..self })
    }

    pub fn position(self) -> usize {
        self.position
    }

    /// The tag of a token from here on; [`Tag::Other`] after the end of the text.
    pub fn tag(self, offset: usize) -> Tag {
        self.input.tags.get(self.position + offset).copied().unwrap_or(Tag::Other)
    }

    pub fn token(self, offset: usize) -> Option<&'t Token<'t>> {
        self.input.tokens.get(self.position + offset)
    }

    /// The text of a token; empty after the end.
    pub fn text(self, offset: usize) -> &'t str {
        self.token(offset).map_or("", |token| token.text)
    }

    /// Is the token one of these words, ignoring case?
    pub fn is_any(self, offset: usize, words: &[&str]) -> bool {
        words.iter().any(|word| self.text(offset).eq_ignore_ascii_case(word))
    }

    /// Is the token one of these words, letter for letter?
    pub fn is_exactly(self, offset: usize, words: &[&str]) -> bool {
        words.contains(&self.text(offset))
    }

    /// Are these the next tokens, letter for letter?
    pub fn is_phrase(self, offset: usize, phrase: &[&str]) -> bool {
        phrase.iter().enumerate().all(|(i, word)| self.text(offset + i) == *word)
    }

    /// Does the token begin with a capital letter?
    pub fn is_capitalised(self, offset: usize) -> bool {
        self.token(offset).is_some_and(Token::is_capitalised)
    }

    /// Does the token follow the one before it without a space?
    pub fn touches(self, offset: usize) -> bool {
        let before = (self.position + offset).checked_sub(1);
        let before = before.and_then(|position| self.input.tokens.get(position));
        before.zip(self.token(offset)).is_some_and(|(before, token)| token.start == before.end())
    }

    /// The n-th token before the cursor.
    pub fn token_before(self, n: usize) -> Option<&'t Token<'t>> {
        self.position.checked_sub(n).and_then(|position| self.input.tokens.get(position))
    }

    /// The tag of the n-th token before the cursor.
    pub fn tag_before(self, n: usize) -> Tag {
        let position = self.position.checked_sub(n);
        position.and_then(|at| self.input.tags.get(at)).copied().unwrap_or(Tag::Other)
    }

    /// Is the n-th token before the cursor one of these words, ignoring case?
    pub fn is_any_before(self, n: usize, words: &[&str]) -> bool {
        self.token_before(n).is_some_and(|token| token.is_any(words))
    }

    /// Does a sentence, a line or a quotation begin here?
    pub fn begins_sentence(self) -> bool {
        self.token_before(1).is_none_or(|t| t.ends_sentence() || matches!(t.text, "\"" | "“"))
    }

    /// The year of the next month after the cursor that has its year with it.
    pub fn next_written_year(self) -> Option<i32> {
        let months = &self.input.months_with_year;
        let next = months.partition_point(|(position, _)| *position <= self.position);
        months.get(next).map(|(_, year)| *year)
    }

    /// Is the month with a year before this one in the same line?
    pub fn follows_full_date_in_paragraph(self) -> bool {
        let months = &self.input.months_with_year;
        let here = months.partition_point(|(position, _)| *position < self.position);
        let before = here.checked_sub(1).and_then(|before| months.get(before));
        before.is_some_and(|(before, _)| {
            self.input.tokens[*before..self.position].iter().all(|token| token.text != "\n")
        })
    }

    /// Does the text put the month first in dates in numbers?
    pub fn writes_month_first(self) -> bool {
        self.input.writes_month_first
    }

    /// Is one of the next tokens a month that has its year with it?
    pub fn has_month_with_year(self, tokens: usize) -> bool {
        let months = &self.input.months_with_year;
        let next = months.partition_point(|(position, _)| *position < self.position);
        months.get(next).is_some_and(|(position, _)| *position < self.position + tokens)
    }

    /// Reads a time on the calendar here; see [`RecursiveForms`].
    pub fn calendar_time(self, anchor: &ReferenceTime) -> Option<TimeExpression> {
        (self.input.recursive.calendar_time)(self, anchor)
    }

    /// Reads a time told by the one before it; see [`RecursiveForms`].
    pub fn relative(self, anchor: &ReferenceTime) -> Option<TimeExpression> {
        (self.input.recursive.relative)(self, anchor)
    }
}
