//! Numbers that are no years: `1500 men`, `No. 1483`, `more than 1500`.

use super::lexicon::Lex;
use super::reader::Reader;
use crate::geoparse::token::TokenKind;

impl Reader<'_, '_> {
    /// Is the number here, so many tokens long, a number of things and no year?
    /// `1500 men`, `1,500-ton`, `$1200`, `No. 1483`.
    pub fn counts_things(&self, length: usize) -> bool {
        let next = self.text(length);
        let hyphened = self.lex(length) == Lex::Dash
            && self.touches(length)
            && self.touches(length + 1)
            && self.token(length + 1).is_some_and(|t| {
                t.kind == TokenKind::Word && t.text.starts_with(|c: char| c.is_lowercase())
            })
            && !self.is_any(length + 1, &["era", "style", "vintage", "born", "dated"]);
        let fraction = matches!(next, "." | ":")
            && self.touches(length)
            && self.touches(length + 1)
            && self.lex(length + 1) == Lex::Digits;
        // "in 1500 soldiers were few"
        let counted = self.lex_before(1) != Lex::In && COUNTED.binary_search(&next).is_ok();
        hyphened || fraction || next == "%" || counted
    }

    /// `Resolution 1483`, `No. 1919`, `$1500`, `1600 Elm Street`
    pub fn is_numbered(&self) -> bool {
        if self.is_name(1) && self.is_any(2, &["avenue", "street", "road", "boulevard", "lane"]) {
            return true;
        }
        let Some(before) = self.before(1) else { return false };
        if before.text == "." {
            return self.touches(0)
                || self.before(2).is_some_and(|t| t.is_any(&["no", "nos", "p", "pp"]));
        }
        before.is_any(&[
            "number",
            "no",
            "resolution",
            "order",
            "directive",
            "section",
            "article",
            "route",
            "page",
            "pages",
            "flight",
            "room",
            "£",
            "$",
            "€",
            "#",
            "№",
            "§",
        ]) || before.text == ":" && self.touches(0)
    }

    /// `killed 1400 victims`: a noun in the plural follows, and nothing before
    /// makes it a year, as in `the 1812 campaigns`.
    pub fn counts_victims(&self) -> bool {
        self.counts_nouns(1)
            && !self.begins_sentence()
            && matches!(self.lex_before(1), Lex::Other | Lex::And | Lex::Or | Lex::To)
            && !self.before(1).is_some_and(|t| t.is_any(&["his", "her", "their", "its"]))
    }

    /// `some 1200 died`, `more than 1500`
    pub fn is_amount(&self) -> bool {
        match self.lex_before(1) {
            Lex::Than => true,
            Lex::Roughly => !self.before(1).is_some_and(|t| t.is_any(&["just", "only"])),
            _ => self
                .before(1)
                .is_some_and(|t| t.is_any(&["least", "total", "totaling", "totalling"])),
        }
    }

    /// Is it followed by what looks like a noun in the plural?
    pub fn counts_nouns(&self, length: usize) -> bool {
        let next = self.text(length);
        matches!(self.lex(length), Lex::Unit(..))
            || next.ends_with('s')
                && next.starts_with(|c: char| c.is_lowercase())
                && !matches!(next, "was" | "is" | "has" | "as" | "his" | "its" | "this")
    }
}

/// What is counted in thousands, in the plural.
const COUNTED: [&str; 58] = [
    "aircraft",
    "arrests",
    "bodies",
    "books",
    "captives",
    "cases",
    "casualties",
    "cavalry",
    "cavalrymen",
    "civilians",
    "copies",
    "dead",
    "deaths",
    "dollars",
    "employees",
    "families",
    "feet",
    "francs",
    "ft",
    "guns",
    "hectares",
    "horsemen",
    "horses",
    "hours",
    "houses",
    "infantry",
    "infantrymen",
    "inhabitants",
    "kg",
    "kilometers",
    "kilometres",
    "km",
    "m",
    "marks",
    "members",
    "men",
    "meters",
    "metres",
    "miles",
    "militia",
    "officers",
    "others",
    "people",
    "persons",
    "pounds",
    "prisoners",
    "rubles",
    "sailors",
    "ships",
    "soldiers",
    "students",
    "tanks",
    "tonnes",
    "tons",
    "troops",
    "workers",
    "wounded",
    "yards",
];
