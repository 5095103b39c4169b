//! What speaks for a name being a place, and what against.

/// Declares the clues with their weights (roughly: natural logarithms of
/// odds) and the words for a person.
macro_rules! clues {
    ($($name:ident $weight:literal $words:literal;)*) => {
        /// A piece of evidence.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Clue { $(#[doc = $words] $name),* }

        impl Clue {
            const ALL: &'static [Self] = &[$(Self::$name),*];

            /// How much it weighs, for a place or against.
            #[must_use]
            pub fn weight(self) -> f64 {
                match self { $(Self::$name => $weight),* }
            }

            /// In words.
            #[must_use]
            pub fn words(self) -> &'static str {
                match self { $(Self::$name => $words),* }
            }
        }
    };
}

clues! {
    Curated 3.0 "the curated gazetteer has this name";
    CountryOrProvince 2.6 "it is the name of a country or province";
    GreatCity 2.0 "a city of over a million has this name";
    City 1.0 "a city of over a hundred thousand has this name";
    Town -0.4 "only smaller towns have this name";
    Village -1.4 "only villages have this name";
    OtherName -1.4 "it is not the usual name of any place";
    OnlyPlace 1.0 "it is no other word and no usual name of persons";
    Unknown -1.0 "the gazetteer does not know it";
    RarelyAPlace -3.0 "the text mostly has it where places do not stand";
    Described 2.6 "it is said to be a place";
    TwoWords 1.6 "it is more than one word";
    CommonWord -4.0 "it is a usual English word";
    DictionaryWord -2.4 "it is an English word";
    RareWord -0.9 "it is a rare English word";
    WrittenLarge 1.2 "an English word, but written with a capital within a sentence";
    BeginsSentence -0.6 "the sentence begins with it";
    GivenName -0.9 "it is a given name";
    Surname -0.9 "it is a surname";
    UsualSurname -1.7 "it is a usual surname";
    Owned -1.5 "a possessor stands before it, and only smaller towns have this name";
    Short -1.5 "it is very short";
    Preposition 2.3 "a preposition of place stands before it";
    Inside 1.2 "something is in it or near it, and it is well known";
    WeakPreposition 0.3 "`of` or the like stands before it";
    Direction 2.0 "a direction stands before it";
    PlaceNoun 2.6 "a word for a place stands before it";
    Container 4.0 "what follows after the comma contains it";
    Contains 3.5 "it contains what stands before the comma";
    ContainerLacks 1.2 "what follows after the comma is to contain it, but has no such place known";
    Listed 1.8 "it stands in a list of places";
    Generic 2.6 "a word such as River or County belongs to it";
    Possessive 0.4 "it is a possessor";
    Local 1.8 "its people or officials follow";
    Dateline 5.0 "it is the place of a dateline";
    Discourse 2.0 "the text has it as a place elsewhere";
    KnownPerson -4.2 "the text has a person of this name";
    KnownGivenName -2.5 "the text has a person of this given name";
    PersonVerb -2.0 "what follows is done by a person";
    Addressed -2.5 "a person is met, told or asked";
    PassivePersonVerb -4.5 "what is told of it has_passive_person_verb persons";
    Eponym -2.2 "a place was given this name, as it may be a person's";
    Article -2.4 "an article stands before a name that takes none";
    Attributive -1.6 "an article and a noun stand around it";
    LocalAttributive -0.3 "an article and a word for its people or a part of it stand around it";
    Numbered -1.8 "a number follows it";
    UnknownNeighbour -1.5 "it stands beside another name that is no place";
    AmongBodies -2.0 "it stands in a list with an abbreviated body, and is no usual name of a place";
    Capitals -0.8 "all is written in capitals here";
    Abbreviation 1.5 "it is an abbreviation in capitals";
}

/// A set of clues.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Clues(u64);

impl Clues {
    pub(super) fn add(&mut self, clue: Clue) {
        self.0 |= 1 << clue as u64;
    }

    pub(super) fn add_if(&mut self, condition: bool, clue: Clue) {
        if condition {
            self.add(clue);
        }
    }

    pub(super) fn remove(&mut self, clue: Clue) {
        self.0 &= !(1 << clue as u64);
    }

    /// Is it among them?
    #[must_use]
    pub fn has(self, clue: Clue) -> bool {
        self.0 >> clue as u64 & 1 == 1
    }

    /// All of them.
    pub fn iter(self) -> impl Iterator<Item = Clue> {
        Clue::ALL.iter().copied().filter(move |&clue| self.has(clue))
    }

    /// The sum of their weights: over zero, it is a place.
    #[must_use]
    pub fn weight(self) -> f64 {
        let mut bits = self.0;
        let mut sum = 0.0;
        while bits != 0 {
            sum += Clue::ALL[bits.trailing_zeros() as usize].weight();
            bits &= bits - 1;
        }
        sum
    }
}
