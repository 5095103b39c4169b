//! Reads the table of kinds, `seeds/kinds.toml`. The table of this repository is part of
//! the program and serves projects without one of their own.

use super::diagnostic::Diagnostic;
use super::seed_file::SeedFile;
use crate::domain::life::KindTable;

/// The table that projects without a `seeds/kinds.toml` have.
const CORE: &str = include_str!("../../seeds/kinds.toml");

/// Reads `seeds/kinds.toml`.
///
/// # Errors
/// The table is not well-formed or contradicts itself.
pub fn parse_kinds(file: &SeedFile) -> Result<KindTable, Diagnostic> {
    file.parse()
}

/// The table of kinds that is part of the program, for projects without one.
///
/// # Errors
/// None in a program that passed its tests.
pub fn core_kinds() -> Result<KindTable, Diagnostic> {
    let bytes = CORE.as_bytes().to_vec();
    parse_kinds(&SeedFile::new("the built-in kinds".as_ref(), bytes)?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::life::Lasts;

    #[test]
    fn the_core_words_are_all_there() {
        let kinds = core_kinds().unwrap();
        for word in "birth residence study work hiding arrest prison exile escape transit congress \
                     political military government visit performance death"
            .split_whitespace()
        {
            assert!(kinds.get(word).is_some(), "{word}");
        }
        assert_eq!(kinds.get("visit").unwrap().lasts, Lasts::No);
    }
}
