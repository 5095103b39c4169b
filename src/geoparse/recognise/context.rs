//! What the rules about a name look at: the words around it, the gazetteer and
//! the persons of the text.

use super::annotated::AnnotatedTokens;
use super::apposition::Apposed;
use super::people::People;
use super::spans::NameSpan;
use super::vocabulary::WordClass;
use crate::domain::life::PlaceKind;
use crate::geoparse::gazetteer::Gazetteer;

/// The surroundings of every name of one text.
pub(super) struct SpanContext<'a, 't> {
    pub words: &'a AnnotatedTokens<'a, 't>,
    pub gazetteer: &'a Gazetteer,
    pub people: &'a People<'t>,
    pub apposed: &'a Apposed,
}

impl SpanContext<'_, '_> {
    /// The kind of place that a word beside the name states: "the city of
    /// Vladimir", "Nyanza province".
    pub fn stated_kind(&self, span: &NameSpan) -> Option<PlaceKind> {
        let words = self.words;
        let before = words.before_of(span.start).map_or("", |at| words.text(at));
        let after = if words.is_joined(span.end) { words.text(span.end) } else { "" };
        kind_of(before).or_else(|| kind_of(after))
    }

    /// Is the name the place of a dateline: "RICHMOND, Va. —", "LONDON (AP)"?
    pub fn is_dateline(&self, span: &NameSpan) -> bool {
        let words = self.words;
        let begins = span.start == 0 || words.text(span.start - 1) == "\n";
        begins
            && (span.start..span.end).all(|at| words.is_all_capitals(at))
            && matches!(words.text(span.end), "," | "(" | "-" | "–" | "—")
    }

    /// Does a title of nobility contain the name that begins here: "Duke of Bedford"?
    pub fn follows_peerage(&self, start: usize) -> bool {
        let words = self.words;
        words.is_before_of(start, WordClass::Peerage) && words.is_capitalised(start - 2)
    }

    /// Does the title or office of somebody in the Old World contain the name that begins
    /// here: "Duke of Bedford", "Dean of Durham"?
    pub fn follows_old_title(&self, start: usize) -> bool {
        self.words.is_before_of(start, WordClass::OldOffice) || self.follows_peerage(start)
    }

    /// Does a noun for a kind of place introduce the token: "the city of …",
    /// "his hometown …"?
    pub fn follows_place_noun(&self, start: usize) -> bool {
        let words = self.words;
        let direct = words.is_before(start, WordClass::PlaceNoun)
            && !words.is_before(start, WordClass::Direction)
            && words.is_small(start - 1)
            && words.is_joined(start);
        words.is_before_of(start, WordClass::PlaceNoun) || direct
    }
}

fn kind_of(noun: &str) -> Option<PlaceKind> {
    Some(match noun {
        "city" | "town" | "village" | "port" | "capital" => PlaceKind::Settlement,
        "province" | "state" | "governorate" | "region" => PlaceKind::Province,
        "district" | "county" => PlaceKind::District,
        "river" | "lake" | "bay" | "sea" => PlaceKind::Water,
        "country" | "republic" | "kingdom" => PlaceKind::State,
        "island" | "peninsula" => PlaceKind::Region,
        _ => return None,
    })
}
