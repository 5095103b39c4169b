//! What a word is besides a place name: a common word, a personal name, a demonym.

/// What a word is besides a place name. It is evidence for or against a place of that
/// name.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Lexeme {
    /// How common it is as a word in lower case.
    pub common: Frequency,
    /// A given name.
    pub given_name: Frequency,
    /// A surname.
    pub surname: Frequency,
    /// Names the people of a country: the index of its record.
    pub demonym: Option<u32>,
}

/// How common a word is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Frequency {
    /// Not at all.
    #[default]
    None,
    /// Known to dictionaries.
    Low,
    /// Common.
    Middle,
    /// Among the most common.
    High,
}

impl Lexeme {
    pub(super) fn encode(self) -> u64 {
        let demonym = self.demonym.map_or(0, |record| u64::from(record) + 1);
        self.common as u64
            | (self.given_name as u64) << 2
            | (self.surname as u64) << 4
            | demonym << 6
    }

    pub(super) fn decode(value: u64) -> Self {
        let frequency = |bits: u64| match bits & 3 {
            0 => Frequency::None,
            1 => Frequency::Low,
            2 => Frequency::Middle,
            _ => Frequency::High,
        };
        Self {
            common: frequency(value),
            given_name: frequency(value >> 2),
            surname: frequency(value >> 4),
            demonym: (value >> 6).checked_sub(1).map(|record| record as u32),
        }
    }
}
