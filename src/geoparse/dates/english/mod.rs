//! The English that dates are written in. No other file of the date reader has an
//! English word in it, and the grammar of the [forms](super::forms) is that of
//! English too: a second language needs other lists and some other forms.
//!
//! - [`Tag`]: the class of a token, such as a month or a unit of time.
//! - `words`: the one table of single words and their tags.
//! - [`word_sets`]: named sets of words that only one or two forms ask for.
//! - [`phrases`]: what is written with several tokens.

pub(crate) mod phrases;
mod tag;
#[cfg(test)]
mod tests;
pub(crate) mod word_sets;
mod words;

pub(crate) use tag::{
    GrammaticalNumber::{self, Plural, Singular},
    Tag,
};

use crate::geoparse::text::{Token, TokenKind};

/// The tag of each token.
pub(crate) fn tag_tokens(tokens: &[Token<'_>]) -> Vec<Tag> {
    tokens.iter().map(tag_of).collect()
}

fn tag_of(token: &Token<'_>) -> Tag {
    match token.kind {
        TokenKind::Word => words::look_up(token.text),
        TokenKind::Number => Tag::Digits,
        TokenKind::Possessive => Tag::Punctuation,
        TokenKind::Mark => match token.text {
            "-" | "–" | "—" | "−" | "‐" | "‑" => Tag::Dash,
            "," => Tag::Comma,
            "'" | "’" | "‘" => Tag::Apostrophe,
            _ => Tag::Punctuation,
        },
    }
}
