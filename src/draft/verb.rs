//! Verbs and governing nouns of a sentence, and who acts in them.

use super::predicate::{Flag, Reading};

/// Who acts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Governor {
    /// The subject of the life: by name, pronoun, or as one of several.
    Subject(Reference),
    /// Somebody or something else; `person` if it is a name.
    Other { person: bool },
    /// Not said.
    Unknown,
}

/// How the subject is referred to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reference {
    Name,
    Pronoun,
    /// "the family", "the couple"
    Together,
}

/// How a verb or noun is used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Use {
    Finite,
    Infinitive,
    Ing,
    Noun,
}

/// A verb or a noun that governs what follows it.
#[derive(Clone, Debug)]
pub(super) struct Verb {
    /// Index of its word.
    pub at: usize,
    /// Index of its first auxiliary.
    pub start: usize,
    pub used: Use,
    pub readings: &'static [Reading],
    pub passive: bool,
    pub negated: bool,
    pub modal: bool,
    /// "planned to", "refused to"
    pub unreal: bool,
    pub governor: Governor,
    /// Does it stand in a relative clause?
    pub relative: bool,
    /// Does the subject stand as its object: "took him to"?
    pub object: bool,
}

/// What earlier sentences say of who "he" can be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub(super) struct Focus {
    /// The sentence before was about another person and did not name the subject.
    pub stranger: bool,
}

impl Verb {
    /// The reading that fits the use.
    pub fn reading(&self) -> impl Iterator<Item = &'static Reading> {
        let noun = self.used == Use::Noun;
        self.readings.iter().filter(move |r| r.predicate.flags.contains(Flag::Noun) == noun)
    }
}
