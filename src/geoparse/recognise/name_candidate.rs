//! A possible name of a place together with what has been found out about it.

use super::clue::Clues;
use super::role::MentionRole;
use super::spans::NameSpan;
use crate::geoparse::gazetteer::Lexeme;

/// A possible name, its role in the sentence, and the evidence so far.
#[derive(Clone, Debug)]
pub(super) struct NameCandidate {
    pub span: NameSpan,
    pub role: MentionRole,
    /// What the first word is besides a place; looked up once.
    pub lexeme: Lexeme,
    pub clues: Clues,
}

impl NameCandidate {
    /// Is the name a single token?
    pub fn is_single(&self) -> bool {
        self.span.is_single()
    }

    /// Is it a single word, without a word for a kind of place? Only such a
    /// word can be a common noun or a person's name instead.
    pub fn is_bare_word(&self) -> bool {
        self.is_single() && self.span.generic.is_empty()
    }
}
