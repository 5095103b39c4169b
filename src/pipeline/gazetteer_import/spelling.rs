//! Which of a place's other names are worth keeping.

use std::collections::HashMap;

use super::packages::City;
use crate::geoparse::fold;

pub(super) struct Spelling<'a> {
    pub all_scripts: bool,
    pub common: &'a HashMap<String, u8>,
}

/// Words at least so usual are no other names of anything ("Central", "Rise").
const COMMON: u8 = 50;
/// A town that few know is not meant by a name of fewer letters.
const SHORT: usize = 4;

impl Spelling<'_> {
    /// Names beside the usual one.
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
        fold(name).is_some_and(|name| self.common.get(&name).is_some_and(|&r| r <= COMMON))
    }
}

fn is_latin(c: char) -> bool {
    c.is_ascii_alphabetic()
        || ('\u{c0}'..='\u{24f}').contains(&c)
        || ('\u{1e00}'..='\u{1eff}').contains(&c)
        || matches!(c, ' ' | '-' | '\'' | '’' | '‘' | 'ʻ' | 'ʼ' | '.' | '\u{300}'..='\u{36f}')
}

/// Not a code, and of few words.
fn is_name(name: &str, population: u64) -> bool {
    let letters = name.chars().filter(|c| c.is_alphabetic()).count();
    let least = if population >= 1_000_000 { 3 } else { SHORT };
    let is_code = name.chars().all(|c| !c.is_lowercase()) && name.is_ascii();
    // What begins small is a transliteration syllable by syllable.
    let begins = name.chars().next().is_some_and(|c| !c.is_lowercase());
    let words = if population == 0 { 2 } else { 5 };
    letters >= least && !is_code && begins && name.split(' ').count() <= words
}
