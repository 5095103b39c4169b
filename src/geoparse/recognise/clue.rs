//! Clues: what speaks for a name being a place, and what against.

use enumset::{EnumSet, EnumSetType};

/// Declares the clues with their weights (roughly: natural logarithms of
/// odds) and the words in which `--explain` prints them.
macro_rules! clues {
    ($($name:ident $weight:literal $words:literal;)*) => {
        /// A piece of evidence for or against a name being a place's.
        #[derive(EnumSetType, Debug)]
        pub enum Clue { $(#[doc = $words] $name),* }

        impl Clue {
            /// The weight of the clue: above zero it speaks for a place, below zero
            /// against one. Roughly the natural logarithm of the odds.
            #[must_use]
            pub fn weight(self) -> f64 {
                match self { $(Self::$name => $weight),* }
            }

            /// The clue in words.
            #[must_use]
            pub fn words(self) -> &'static str {
                match self { $(Self::$name => $words),* }
            }
        }
    };
}

clues! {
    Curated 3.0 "the curated gazetteer has this name";
    CountryOrProvince 2.6 "a country or major province has this name";
    GreatCity 2.0 "a city of over a million people has this name";
    City 1.0 "a city of over 100,000 people has this name";
    Town -0.4 "only smaller towns have this name";
    Village -1.4 "only villages have this name";
    OtherName -1.4 "no place has this as its preferred name";
    OnlyPlace 1.0 "the word is neither a common word nor a frequent personal name";
    Unknown -1.0 "the gazetteer does not have this name";
    RarelyAPlace -3.0 "most occurrences in this text are not in the position of a place";
    Described 2.6 "the text says that it is a place";
    TwoWords 1.6 "the name has more than one word";
    CommonWord -4.0 "a very common English word";
    DictionaryWord -2.4 "a common English word";
    RareWord -0.9 "a rare English word";
    CapitalisedMidSentence 1.2 "an English word, but capitalised within a sentence";
    BeginsSentence -0.6 "the first word of a sentence";
    GivenName -0.9 "a given name";
    Surname -0.9 "a surname";
    UsualSurname -1.7 "a very common surname";
    AfterPossessor -1.5 "preceded by a possessive, and only smaller towns have this name";
    Short -1.5 "a very short word";
    Preposition 2.3 "preceded by a preposition of place";
    Inside 1.2 "preceded by `in`, `near`, `from` or `at`, and well known";
    WeakPreposition 0.3 "preceded by `of` or a similar preposition";
    Direction 2.0 "preceded by a direction, such as `northern`";
    PlaceNoun 2.6 "preceded by a noun for a kind of place, such as `city of`";
    Peerage 2.6 "within a title of nobility, such as `Duke of`";
    Container 4.0 "followed by a place that contains it";
    Contains 3.5 "preceded by a place that it contains";
    ContainerLacks 1.2 "followed by a containing place, which has no known place of this name";
    Listed 1.8 "part of a list of places, or an end of a route";
    Generic 2.6 "includes a generic term, such as `River` or `County`";
    Possessive 0.4 "followed by a possessive `'s`";
    Local 1.8 "followed by a word for residents, officials or local institutions";
    Dateline 5.0 "the place of a dateline";
    Discourse 2.0 "named as a place elsewhere in the text";
    KnownPerson -4.2 "the text has a person of this name";
    KnownGivenName -2.5 "the text has a person of this given name";
    PersonVerb -2.0 "subject of a verb that only persons do";
    Addressed -2.5 "object of a verb such as `met`, `told` or `asked`";
    PassivePersonVerb -4.5 "subject of a passive verb that only persons have, such as `was born`";
    PersonNoun -2.5 "followed by a word for persons, such as `Jr` or `brothers`";
    Eponym -2.2 "a place was given this name on a known date, possibly after a person";
    Article -2.4 "preceded by an article that the name does not take";
    Attributive -1.6 "between an article and a noun";
    LocalAttributive -0.3 "between an article and a word for residents or local institutions";
    Numbered -1.8 "followed by a number";
    UnknownNeighbour -1.5 "adjacent to another name that is not a place";
    AmongBodies -2.0 "in a list with abbreviated organisations, and not a well-known place";
    Capitals -0.8 "written in capitals, like everything around it";
}

/// A set of clues.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Clues(EnumSet<Clue>);

impl Clues {
    /// Is the clue among them?
    #[must_use]
    pub fn has(self, clue: Clue) -> bool {
        self.0.contains(clue)
    }

    /// The clues of the set, in the order of [`Clue`].
    pub fn iter(self) -> impl Iterator<Item = Clue> {
        self.0.iter()
    }

    /// The sum of their weights: above zero, the name is a place's.
    #[must_use]
    pub fn weight(self) -> f64 {
        self.0.iter().fold(0.0, |sum, clue| sum + clue.weight())
    }

    pub(super) fn add(&mut self, clue: Clue) {
        self.0.insert(clue);
    }

    pub(super) fn add_if(&mut self, condition: bool, clue: Clue) {
        if condition {
            self.add(clue);
        }
    }

    pub(super) fn remove(&mut self, clue: Clue) {
        self.0.remove(clue);
    }
}
