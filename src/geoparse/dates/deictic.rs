//! What points at a time without telling which: `now`, `recently`, `the former
//! capital`, `daily`, `every year`, `those days`.

use super::duration::{Count, written};
use super::expression::{Expression, Sense};
use super::lexicon::Lex;
use super::reader::Reader;
use super::story::Story;
use super::time::{Part, Time, Unit};
use crate::geoparse::token::TokenKind;

impl Reader<'_, '_> {
    /// A reference that no calendar can hold.
    pub fn pointer(&self, story: &Story) -> Option<Expression> {
        match self.lex(0) {
            Lex::Deictic => Some(Expression::vague(1)),
            Lex::Attribute => self.attribute(0),
            Lex::Repeated => {
                (!self.is_name(0) || self.begins_sentence()).then(|| Expression::vague(1))
            }
            Lex::Every => self.every(),
            Lex::Per => match self.lex(1) {
                Lex::Unit(unit, false) => {
                    Some(Expression::new(2, Sense::Duration(written(Count::Whole(1), unit))))
                }
                _ => None,
            },
            Lex::Unit(unit, plural) => self.unit_alone(unit, plural, story),
            Lex::These => match self.lex(1) {
                Lex::Unit(_, true) => Some(Expression::vague(2)),
                _ => None,
            },
            Lex::AsTime => self.time_alone(),
            _ => None,
        }
    }

    /// `the former capital`, `recent events`, `the future`; but not "the former
    /// was", "to present".
    pub fn attribute(&self, n: usize) -> Option<Expression> {
        let next_is_word = self.token(n + 1).is_some_and(|t| t.kind == TokenKind::Word);
        let before = if n == 0 { self.lex_before(1) } else { self.lex(n - 1) };
        let meant = if self.is_name(n) {
            // Former President; "Present" begins too many other things.
            (self.begins_sentence() || n > 0) && self.is(n, "former")
        } else if self.is(n, "former") {
            next_is_word
                && (self.lex(n + 1) == Lex::Other || self.is_name(n + 1))
                && !self.is_any(n + 1, &["was", "is", "had", "and"])
        } else if self.is(n, "present") {
            self.is(n + 1, "day") && n == 0
                || self.lex(n + 1) == Lex::Dash && self.is(n + 2, "day")
                || before == Lex::Preposition && self.lex_before(1) == before
                || before == Lex::The && !next_is_word
                || before == Lex::The && self.is_any(n + 1, &["day", "time", "century"])
        } else if self.is(n, "current") {
            next_is_word
        } else {
            true
        };
        let dash = self.lex(n + 1) == Lex::Dash && self.is(n + 2, "day");
        let day =
            if dash { 2 } else { usize::from(self.is(n + 1, "day") || self.is(n + 1, "time")) };
        meant.then(|| Expression::vague(n + 1 + day))
    }

    /// `every day`, `each night`
    fn every(&self) -> Option<Expression> {
        let at = 1 + usize::from(self.is(1, "other") || self.cardinal(1).is_some());
        matches!(
            self.lex(at),
            Lex::Unit(..) | Lex::PartOfDay | Lex::Season(_) | Lex::Weekday(_) | Lex::Month(_)
        )
        .then(|| Expression::vague(at + 1))
    }

    /// A unit without number or pointer: `for days`, `month's end`, `year-long`.
    fn unit_alone(&self, unit: Unit, plural: bool, story: &Story) -> Option<Expression> {
        if unit == Unit::Second || unit == Unit::Minute && !plural {
            return None;
        }
        // Events: July Days, Year Zero. A sentence may begin with "Hours later".
        let turned = matches!(
            self.lex(1),
            Lex::Later | Lex::Earlier | Lex::Before | Lex::After | Lex::Afterwards | Lex::Ago
        );
        if self.is_name(0) && !(turned && self.begins_sentence()) {
            return None;
        }
        if matches!(self.text(1), "'s" | "’s") && self.lex(2) == Lex::End {
            let found = Expression::told(3, story.current(unit));
            return Some(found.shaded(|shade| shade.part = Some(Part::Late)));
        }
        if self.lex(1) == Lex::Dash && self.touches(1) {
            return self.is(2, "long").then(|| {
                let count = if plural { Count::Untold } else { Count::Whole(1) };
                Expression::new(3, Sense::Duration(written(count, unit)))
            });
        }
        if turned && self.is(1, "later") && unit == Unit::Hour {
            return Some(Expression::told(2, story.day().map(Time::Day)));
        }
        if turned {
            return Some(Expression::vague(2));
        }
        // "carried the day", "to this very day"
        if unit == Unit::Day && !plural && self.carried() {
            return None;
        }
        Some(if plural {
            Expression::new(1, Sense::Duration(written(Count::Untold, unit)))
        } else {
            Expression::vague(1)
        })
    }

    /// "won the day", "carries the day"
    fn carried(&self) -> bool {
        self.lex_before(1) == Lex::The
            && self.before(2).is_some_and(|t| {
                t.is_any(&["carry", "carries", "carried", "won", "win", "saved", "save", "lost"])
            })
    }

    /// `a period of unrest`, `dry season`, `some time`, `any time`.
    fn time_alone(&self) -> Option<Expression> {
        if self.is_name(0) {
            return None;
        }
        let meant = if self.is(0, "time") {
            self.before(1).is_some_and(|t| t.is_any(&["short", "long", "some", "brief"]))
        } else if self.is(0, "season") {
            self.before(1).is_some_and(|t| {
                t.is_any(&["dry", "wet", "rainy", "monsoon", "harvest", "campaigning", "holiday"])
            })
        } else {
            // "a sixty-day period" is told by its days.
            !matches!(self.lex_before(1), Lex::Unit(..))
        };
        meant.then(|| Expression::vague(1))
    }
}
