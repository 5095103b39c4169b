//! A candidate span: a run of tokens that could be a place name, with what the gazetteer
//! says about it.

use enumset::enum_set;

use crate::domain::life::PlaceKind;
use crate::geoparse::gazetteer::{Gazetteer, Meaning};
use crate::geoparse::recognise::vocabulary::{WordClass, WordClasses};

/// A possible name.
#[derive(Clone, Debug, Default)]
pub(in crate::geoparse::recognise) struct NameSpan {
    /// First token.
    pub start: usize,
    /// Token after the last.
    pub end: usize,
    /// What it can mean; empty if the gazetteer does not know it.
    pub means: Vec<Meaning>,
    /// The word for a kind of place that belongs to it.
    pub generic: WordClasses,
    /// The best known of its meanings, by prominence.
    pub prominence: f64,
    /// It is a name of the curated layer.
    pub curated: bool,
    /// It is the preferred name of a place, or one that a curator listed.
    pub preferred: bool,
    /// It is the preferred name of a country.
    pub country: bool,
    /// It is the preferred name of a country, or of a major province. Minor ones
    /// are named after towns and persons.
    pub major_admin: bool,
    /// A place was given this name on a known date, possibly after a person.
    pub eponymous: bool,
    /// It follows another name and is also written as an abbreviation: "Tenn.", "Lancs"
    pub abbreviated: bool,
    /// Its first word is a title, too: "Queen Victoria".
    pub starts_with_title: bool,
}

/// Classes of the words for kinds of place that end a name.
pub(in crate::geoparse::recognise) const GENERIC: WordClasses =
    enum_set!(WordClass::Nature | WordClass::Government | WordClass::Site);

impl NameSpan {
    /// A span of which nothing is known.
    pub fn new(start: usize, end: usize) -> Self {
        Self { start, end, ..Self::default() }
    }

    /// Is the name a single token?
    pub fn is_single(&self) -> bool {
        self.end - self.start == 1
    }

    /// Is there nothing known of it at all?
    pub fn is_nameless(&self) -> bool {
        self.means.is_empty() && self.generic.is_empty()
    }

    /// Is it a place even if the word has other meanings?
    pub fn is_established(&self) -> bool {
        self.curated || self.country
    }

    /// Is it surely a place, even if it contains a person's name?
    pub fn is_firm(&self) -> bool {
        let several = self.end - self.start > 1;
        let sure = self.curated || self.major_admin || !self.generic.is_empty();
        several && (sure || (!self.starts_with_title && self.prominence >= 3.0))
    }
}

impl NameSpan {
    /// Takes from its meanings what they say of the name.
    pub(super) fn weigh(&mut self, gazetteer: &Gazetteer) {
        for meaning in &self.means {
            let facts = gazetteer.facts(meaning.entry);
            let prominence =
                if meaning.preferred { facts.prominence } else { facts.prominence - 1.0 };
            self.prominence = self.prominence.max(prominence);
            self.preferred |= meaning.preferred;
            self.curated |= meaning.is_curated();
            self.eponymous |= gazetteer.is_eponym(meaning);
            let country = meaning.preferred && facts.kind == PlaceKind::State;
            self.country |= country;
            let province =
                facts.kind == PlaceKind::Province && (facts.curated || facts.prominence >= 6.0);
            self.major_admin |= country || (meaning.preferred && province);
        }
    }
}
