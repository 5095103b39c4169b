//! Chooses which alternate names of a place are kept.

use std::collections::HashMap;

use super::packages::City;
use crate::geoparse::fold;

/// The rules for alternate names.
pub(super) struct Spelling<'a> {
    pub all_scripts: bool,
    pub common: &'a HashMap<String, u8>,
}

/// Words of at most this rarity are not kept as alternate names ("Central",
/// "Rise").
const MAX_COMMON_RARITY: u8 = 50;
/// Names with fewer letters are kept only for cities of a million inhabitants.
const MIN_LETTERS: usize = 4;

impl Spelling<'_> {
    /// The alternate names of a town that are kept.
    pub fn other_names<'c>(&self, city: &'c City) -> impl Iterator<Item = &'c str> {
        city.alternatenames
            .iter()
            .map(String::as_str)
            .filter(|name| self.is_script(name) && is_name(name, city.population))
            .filter(|name| !self.is_common(name))
    }

    fn is_script(&self, name: &str) -> bool {
        self.all_scripts || name.chars().all(is_latin)
    }

    fn is_common(&self, name: &str) -> bool {
        fold(name)
            .is_some_and(|name| self.common.get(&name).is_some_and(|&r| r <= MAX_COMMON_RARITY))
    }
}

fn is_latin(c: char) -> bool {
    c.is_ascii_alphabetic()
        || ('\u{c0}'..='\u{24f}').contains(&c)
        || ('\u{1e00}'..='\u{1eff}').contains(&c)
        || matches!(c, ' ' | '-' | '\'' | '’' | '‘' | 'ʻ' | 'ʼ' | '.' | '\u{300}'..='\u{36f}')
}

/// Is this a name of a few words, and not a code?
fn is_name(name: &str, population: u64) -> bool {
    let letters = name.chars().filter(|c| c.is_alphabetic()).count();
    let least = if population >= 1_000_000 { 3 } else { MIN_LETTERS };
    let is_code = name.chars().all(|c| !c.is_lowercase()) && name.is_ascii();
    // Names that begin in lower case are transliterations by syllable.
    let begins = name.chars().next().is_some_and(|c| !c.is_lowercase());
    let words = if population == 0 { 2 } else { 5 };
    letters >= least && !is_code && begins && name.split(' ').count() <= words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_syllables_and_long_descriptions_are_not_names() {
        for (name, population, kept) in [
            ("Tiflis", 1000, true),
            ("Ufa", 1_100_000, true),
            ("Ufa", 1000, false),
            ("LED", 5_000_000, false),
            ("san-ke-te-pi-de-bao", 5_000_000, false),
            ("Town Of The Two Rivers And Three Hills", 1000, false),
            ("Old Town Farm", 0, false),
        ] {
            assert_eq!(is_name(name, population), kept, "{name}");
        }
    }

    #[test]
    fn common_words_and_other_scripts_are_left_out() {
        let city: City = serde_json::from_value(serde_json::json!({
            "geonameid": 1, "name": "Leningrad", "latitude": 0.0, "longitude": 0.0,
            "countrycode": "RU", "population": 1000,
            "alternatenames": ["Central", "Petrograd", "Ленинград", "Łódź"],
        }))
        .unwrap();
        let common = HashMap::from([("central".to_owned(), 10)]);
        let names = |all_scripts| {
            let spelling = Spelling { all_scripts, common: &common };
            spelling.other_names(&city).collect::<Vec<_>>()
        };
        assert_eq!(names(false), ["Petrograd", "Łódź"]);
        assert_eq!(names(true), ["Petrograd", "Ленинград", "Łódź"]);
    }
}
