//! How much of a life the map shows beside the slider's day.

use crate::domain::life::LifeEntry;
use crate::domain::time::Day;

/// How much of a life the map shows at once.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Mode {
    /// Only where the subject is on the slider's day.
    Instant,
    /// All places and journeys up to the slider's day.
    #[default]
    Trail,
    /// All places and journeys between two days that the reader sets.
    Window,
    /// The whole life, on every day.
    All,
}

impl Mode {
    /// All modes, from the narrowest to the widest.
    pub const ALL: [Self; 4] = [Self::Instant, Self::Trail, Self::Window, Self::All];

    /// The word in addresses.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Instant => "instant",
            Self::Trail => "trail",
            Self::Window => "window",
            Self::All => "all",
        }
    }

    /// Reads the word in addresses. `None` if there is no such mode.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|mode| mode.as_str() == word)
    }

    /// The label shown to readers.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Instant => "Now",
            Self::Trail => "Trail",
            Self::Window => "Window",
            Self::All => "Whole life",
        }
    }

    /// The first and the last day shown while the slider is at `day`. `window` is
    /// the pair of days that the reader has set, used by [`Mode::Window`] alone.
    #[must_use]
    pub fn range(self, entry: &LifeEntry, day: Day, window: (Day, Day)) -> (Day, Day) {
        match self {
            Self::Instant => (day, day),
            Self::Trail => (entry.first_day, day),
            Self::Window => window,
            Self::All => (entry.first_day, entry.last_day),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::life::samples;

    #[test]
    fn every_mode_is_read_by_its_word() {
        for mode in Mode::ALL {
            assert_eq!(Mode::parse(mode.as_str()), Some(mode));
        }
        assert_eq!(Mode::parse("Trail"), None);
    }

    #[test]
    fn each_mode_shows_its_span() {
        let entry = samples::tiny_life().entry;
        let (first, last) = (entry.first_day, entry.last_day);
        let (day, window) = (first + 100, (first + 10, first + 20));
        let ranges = Mode::ALL.map(|mode| mode.range(&entry, day, window));
        assert_eq!(ranges, [(day, day), (first, day), window, (first, last)]);
    }
}
