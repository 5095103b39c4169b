//! Institutions and the towns they stand in: universities, academies, schools, prisons,
//! museums. They are not names of the gazetteer, because a text that names an
//! institution does not thereby name a place; a reader who asks where somebody was
//! wants its town all the same.

use std::collections::HashMap;

use thiserror::Error;

use super::fold::fold_tokens;
use crate::geoparse::text::{Token, TokenKind, tokens};

/// The most tokens of an institution's name.
const MAX_TOKENS: usize = 14;
/// How a name and its town are written: "Trinity College, Cambridge".
const JOINTS: [&str; 5] = [", ", " in ", " at ", " ", " of "];

/// A table of institutions, looked up by name.
///
/// ```
/// use chronotope::geoparse::{Institutions, tokens};
///
/// let table = "university\tCambridge\tGB\t2653941\tTrinity College @ Cambridge\tswot cam.ac.uk\n";
/// let institutions = Institutions::parse(table)?;
/// let text = tokens("He entered Trinity College, Cambridge, in 1661.");
/// let found = institutions.find(&text);
/// assert_eq!(found[0].institution.town, "Cambridge");
/// assert_eq!(found[0].institution.town_id(), "geonames-2653941");
/// assert_eq!((found[0].first, found[0].end), (2, 6));
/// # Ok::<(), chronotope::geoparse::InstitutionsError>(())
/// ```
#[derive(Debug, Default)]
pub struct Institutions {
    rows: Vec<Institution>,
    /// Folded name → row.
    names: HashMap<String, usize>,
    /// Folded first word → the most tokens of a name that begins with it.
    longest: HashMap<String, usize>,
}

/// An institution.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Institution {
    /// Its names, the usual one first, each with its town where others share it.
    pub names: Vec<String>,
    /// What it is, in one or two words: `university`, `military academy`.
    pub kind: String,
    /// The town it stands in, or stood in, as GeoNames names it.
    pub town: String,
    /// ISO 3166 code of the town's country today.
    pub country: String,
    /// GeoNames id of the town.
    pub geonames: u32,
    /// Where its name was found; empty where it was not looked up.
    pub source: String,
}

/// An institution named in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NamedInstitution<'i> {
    /// Index of the first token of the name.
    pub first: usize,
    /// Index after its last token.
    pub end: usize,
    /// The institution.
    pub institution: &'i Institution,
}

/// Why a table of institutions cannot be used. Lines count from 1.
#[derive(Debug, Error, PartialEq, Eq)]
pub enum InstitutionsError {
    /// A row has not six columns, or one of the first five is empty.
    #[error("line {0}: expected kind, town, country, GeoNames id, names, source")]
    Columns(usize),
    /// The GeoNames id is not a number.
    #[error("line {0}: the GeoNames id is not a number")]
    Number(usize),
    /// A name that cannot be looked up: empty or too long.
    #[error("line {0}: \u{201c}{1}\u{201d} is not a name")]
    Name(usize, String),
    /// Another row has the name.
    #[error("line {0}: another row has the name \u{201c}{1}\u{201d}")]
    Twice(usize, String),
}

impl Institution {
    /// Id of its town in the gazetteer.
    #[must_use]
    pub fn town_id(&self) -> String {
        format!("geonames-{}", self.geonames)
    }
}

impl Institutions {
    /// Reads a table: a row a line, columns divided by tabs (kind, town, country,
    /// GeoNames id, names, source), names divided by `|`. `College @ Town` stands for
    /// the name followed by its town in the ways they are written. Lines that begin
    /// with `#` are comments.
    ///
    /// # Errors
    /// A row is wrong, or two rows have one name.
    pub fn parse(table: &str) -> Result<Self, InstitutionsError> {
        let mut all = Self::default();
        for (line, row) in (1..).zip(table.lines()) {
            if !row.is_empty() && !row.starts_with('#') {
                all.add(line, row)?;
            }
        }
        Ok(all)
    }

    fn add(&mut self, line: usize, row: &str) -> Result<(), InstitutionsError> {
        let columns: Vec<&str> = row.split('\t').collect();
        let &[kind, town, country, geonames, names, source] = columns.as_slice() else {
            return Err(InstitutionsError::Columns(line));
        };
        if [kind, town, country, names].contains(&"") {
            return Err(InstitutionsError::Columns(line));
        }
        let geonames = geonames.parse().map_err(|_| InstitutionsError::Number(line))?;
        let names: Vec<String> = names.split('|').flat_map(written_forms).collect();
        let at = self.rows.len();
        for name in &names {
            let words = tokens(name);
            let first = words.first().map(|word| folded(std::slice::from_ref(word)));
            let Some(first) = first.filter(|f| !f.is_empty() && words.len() <= MAX_TOKENS) else {
                return Err(InstitutionsError::Name(line, name.clone()));
            };
            let other = self.names.insert(folded(&words), at);
            if other.is_some_and(|other| other != at) {
                return Err(InstitutionsError::Twice(line, name.clone()));
            }
            let longest = self.longest.entry(first).or_default();
            *longest = words.len().max(*longest);
        }
        let [kind, town, country, source] = [kind, town, country, source].map(str::to_owned);
        self.rows.push(Institution { names, kind, town, country, geonames, source });
        Ok(())
    }

    /// Every institution of the table.
    #[must_use]
    pub fn rows(&self) -> &[Institution] {
        &self.rows
    }

    /// The longest name that begins with a token. The name begins with a capital
    /// letter.
    #[must_use]
    pub fn at<'i>(&'i self, tokens: &[Token<'_>], first: usize) -> Option<NamedInstitution<'i>> {
        let token = tokens.get(first).filter(|token| token.is_capitalised())?;
        let longest = *self.longest.get(&folded(std::slice::from_ref(token)))?;
        let last = tokens.len().min(first + longest);
        (first + 1..=last).rev().find_map(|end| {
            let row = *self.names.get(&folded(&tokens[first..end]))?;
            let ends_with_word = tokens[end - 1].kind != TokenKind::Mark;
            let institution = self.rows.get(row).filter(|_| ends_with_word)?;
            Some(NamedInstitution { first, end, institution })
        })
    }

    /// The institutions that a text names, in order, none across another.
    #[must_use]
    pub fn find<'i>(&'i self, tokens: &[Token<'_>]) -> Vec<NamedInstitution<'i>> {
        let mut found = Vec::new();
        let mut at = 0;
        while at < tokens.len() {
            let named = self.at(tokens, at);
            at = named.map_or(at + 1, |named| named.end);
            found.extend(named);
        }
        found
    }
}

/// The ways a name of the table is written in a text.
fn written_forms(name: &str) -> Vec<String> {
    match name.split_once(" @ ") {
        None => vec![name.to_owned()],
        Some((name, town)) => JOINTS.iter().map(|joint| format!("{name}{joint}{town}")).collect(),
    }
}

/// The folded form of a name. Names of this table also go across marks, as a comma.
fn folded(tokens: &[Token<'_>]) -> String {
    let keep = |key: &mut String, mark: &Token<'_>| {
        key.push_str(mark.text);
        Some(())
    };
    fold_tokens(tokens, keep).unwrap_or_default()
}

#[cfg(test)]
#[path = "institutions_tests.rs"]
mod tests;
