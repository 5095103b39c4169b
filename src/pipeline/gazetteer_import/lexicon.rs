//! Writes the words that are not only names of places: common words, personal
//! names, demonyms.

use super::packages::Packages;
use super::units::Units;
use crate::geoparse::{Frequency, Lexeme, WorldWriter};

/// Surnames of a higher rank are kept only if a place has the same name.
const MAX_SURNAME_RANK: u32 = 6_000;

pub(super) fn write(packages: &Packages, units: &Units, writer: &mut WorldWriter) {
    for (word, &rarity) in &packages.words {
        let common = match rarity {
            ..=20 => Frequency::High,
            21..=50 => Frequency::Middle,
            _ => Frequency::Low,
        };
        // Rare words are kept only if a place has the same name.
        if common > Frequency::Low || writer.is_named(word) {
            writer.word(word, Lexeme { common, ..Lexeme::default() });
        }
    }
    for (name, rank) in &packages.given_names {
        let given_name = match rank {
            ..=150 => Frequency::High,
            151..=600 => Frequency::Middle,
            _ => Frequency::Low,
        };
        writer.word(name, Lexeme { given_name, ..Lexeme::default() });
    }
    for name in &packages.more_given_names {
        writer.word(name, Lexeme { given_name: Frequency::Middle, ..Lexeme::default() });
    }
    for (name, rank) in &packages.surnames {
        if *rank > MAX_SURNAME_RANK && !writer.is_named(name) {
            continue;
        }
        let surname = match rank {
            ..=500 => Frequency::High,
            501..=4_000 => Frequency::Middle,
            _ => Frequency::Low,
        };
        writer.word(name, Lexeme { surname, ..Lexeme::default() });
    }
    for (demonym, code) in &packages.demonyms {
        writer.word(demonym, Lexeme { demonym: units.country(code), ..Lexeme::default() });
    }
    for (code, about) in &packages.about_countries {
        let demonyms = about.demonym.iter().flat_map(|d| d.split([',', '/']));
        for demonym in demonyms.map(str::trim).filter(|d| d.len() > 3 && !d.contains(' ')) {
            writer.word(demonym, Lexeme { demonym: units.country(code), ..Lexeme::default() });
        }
    }
}
