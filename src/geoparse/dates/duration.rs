//! How long: `two months`, `a few days`, `three-day`; and how long after the
//! time told last: `two months later`, `a year earlier`.

use super::expression::{Expression, Sense};
use super::lexicon::Lex;
use super::reader::Reader;
use super::story::Story;
use super::time::{Part, Shade, Time, Unit};
use crate::geoparse::token::TokenKind;

/// How many.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Count {
    Whole(i32),
    AndAHalf(i32),
    /// `22.8`
    Decimal(i32, i32),
    /// `a few`, `several`
    Untold,
}

impl Reader<'_, '_> {
    /// `two months`, `nearly four weeks`, `a two-year siege`, `three years later`.
    pub fn amount(&self, story: &Story) -> Option<Expression> {
        let roughly = self.roughly();
        let (count, length) = self.count(roughly)?;
        let mut at = roughly + length;
        let dash = self.lex(at) == Lex::Dash;
        at += usize::from(dash);
        // "two bloody weeks"
        if !dash && self.is_adjective(at) && !matches!(self.lex(roughly), Lex::A) {
            at += 1;
        }
        let Lex::Unit(unit, plural) = self.lex(at) else {
            return self.first_of_two(at, count, roughly + length);
        };
        if plural && count == Count::Whole(1) && self.lex(roughly) == Lex::A {
            return None;
        }
        // Proper names: Five-Year Plan, Hundred Days, Six-Day War.
        if self.is_name(at) || dash && self.is_name(0) && !self.begins_sentence() {
            return None;
        }
        if unit == Unit::Second && count == Count::Whole(1) {
            return None;
        }
        let unit_name = self.text(at);
        let (count, unit) = match (unit_name.as_bytes().first(), count) {
            (Some(b'f' | b'F'), Count::Whole(n)) => (Count::Whole(n * 2), unit),
            _ => (count, unit),
        };
        let (count, mut end) = match (count, self.text(at + 1), self.text(at + 2)) {
            (Count::Whole(n), "and", "a") if self.is(at + 3, "half") => {
                (Count::AndAHalf(n), at + 4)
            }
            _ => (count, at + 1),
        };
        if self.lex(end) == Lex::Dash && self.is_any(end + 1, &["long", "old"]) {
            end += 2;
        }
        if matches!(self.text(end), "'" | "’") && self.is(end + 1, "time") {
            end += 2;
        }
        self.turn(end, count, unit, story)
            .or_else(|| self.age_of(end, count, unit, story))
            .or_else(|| Some(Expression::new(end, Sense::Duration(written(count, unit)))))
    }

    /// `half a year`, `half an hour later`
    pub fn half_of_one(&self, story: &Story) -> Option<Expression> {
        let Lex::Unit(unit, false) = self.lex(2) else { return None };
        if self.lex(1) != Lex::A || self.is_name(2) {
            return None;
        }
        let (count, unit) = match unit {
            Unit::Hour => (Count::Whole(30), Unit::Minute),
            Unit::Day => (Count::Whole(12), Unit::Hour),
            Unit::Year => (Count::Whole(6), Unit::Month),
            Unit::Decade => (Count::Whole(5), Unit::Year),
            Unit::Century => (Count::Whole(50), Unit::Year),
            _ => (Count::Untold, Unit::Day),
        };
        self.turn(3, count, unit, story)
            .or_else(|| Some(Expression::new(3, Sense::Duration(written(count, unit)))))
    }

    /// The `twelve` of `twelve to eighteen months`.
    fn first_of_two(&self, at: usize, count: Count, end: usize) -> Option<Expression> {
        let joined = matches!(self.lex(end), Lex::To | Lex::Or | Lex::Dash);
        let second = end + 1;
        let (_, length) = self.cardinal(second).filter(|_| joined && at <= second)?;
        let dash = usize::from(self.lex(second + length) == Lex::Dash);
        let Lex::Unit(unit, _) = self.lex(second + length + dash) else { return None };
        (!self.is_name(second + length + dash))
            .then(|| Expression::new(end, Sense::Duration(written(count, unit))))
    }

    /// `nearly`, `more than`, `at least`.
    fn roughly(&self) -> usize {
        match self.lex(0) {
            Lex::Roughly | Lex::Circa | Lex::About => 1,
            _ if self.lex(1) == Lex::Than && self.is_any(0, &["more", "less"]) => 2,
            Lex::Preposition if self.is(0, "at") && self.is_any(1, &["least", "most"]) => 2,
            _ => 0,
        }
    }

    /// `two`, `a`, `a few`, `two and a half`, `several`.
    fn count(&self, n: usize) -> Option<(Count, usize)> {
        match self.lex(n) {
            Lex::Indefinite => {
                let of = usize::from(self.lex(n + 1) == Lex::Of);
                Some((Count::Untold, 1 + of))
            }
            Lex::A | Lex::Another | Lex::The => {
                let (count, length) = match self.lex(n + 1) {
                    // "a couple of weeks", "a few days", "another two"
                    Lex::Indefinite => self.count(n + 1)?,
                    Lex::Cardinal(_) | Lex::Digits => self.count(n + 1)?,
                    _ if self.lex(n) == Lex::The => return None,
                    _ => (Count::Whole(1), 0),
                };
                Some((count, length + 1))
            }
            Lex::Digits
                if self.text(n + 1) == "." && self.touches(n + 1) && self.touches(n + 2) =>
            {
                let (whole, tenths) = (self.digits(n, 4)?, self.digits(n + 2, 4)?);
                Some((Count::Decimal(whole, tenths), 3))
            }
            Lex::Digits | Lex::Cardinal(_) => {
                let (number, length) = self.cardinal(n)?;
                // "two and a half years", "12 to 18 months"
                if self.lex(n + length) == Lex::And {
                    let a = usize::from(self.lex(n + length + 1) == Lex::A);
                    if self.lex(n + length + 1 + a) == Lex::Half {
                        return Some((Count::AndAHalf(number), length + 2 + a));
                    }
                }
                Some((Count::Whole(number), length))
            }
            _ => None,
        }
    }

    /// A lower-case word between a number and its unit.
    fn is_adjective(&self, n: usize) -> bool {
        self.lex(n) == Lex::Other
            && matches!(self.lex(n + 1), Lex::Unit(_, true))
            && self.token(n).is_some_and(|t| t.kind == TokenKind::Word && !t.is_capitalised())
            || matches!(self.lex(n), Lex::Indefinite | Lex::Direction(_) | Lex::Last)
                && matches!(self.lex(n + 1), Lex::Unit(..))
    }

    /// `later`, `earlier`, `ago`, `before`: not how long, but when.
    fn turn(&self, end: usize, count: Count, unit: Unit, story: &Story) -> Option<Expression> {
        let word = self.lex(end);
        let by = match word {
            Lex::Later | Lex::After | Lex::Afterwards => 1,
            Lex::Earlier | Lex::Before | Lex::Previously | Lex::Ago => -1,
            _ if self.is(end, "prior") => -1,
            _ => return None,
        };
        let end = end + 1;
        let hangs = matches!(word, Lex::After | Lex::Before) && self.hangs_elsewhere(end)
            || self.lex(end) == Lex::Than;
        let (count, unit) = match (count, unit) {
            (Count::Whole(count), unit) => (count, unit),
            (Count::AndAHalf(years), Unit::Year) => (years * 12 + 6, Unit::Month),
            _ => return Some(Expression::vague(end)),
        };
        if hangs {
            let date = self.skip(end).dated(story).filter(Expression::is_time);
            if let Some(date) = date
                && let (Some(day), Unit::Day) = (date.day(), unit)
            {
                let day = day + by * count;
                return Some(Expression::time(end + date.length, Time::Day(day)));
            }
            return Some(Expression::vague(end));
        }
        let about = !matches!(unit, Unit::Day | Unit::Hour | Unit::Minute);
        let found = Expression::told(end, story.after(by.checked_mul(count)?, unit));
        Some(found.shaded(|shade| shade.about = about))
    }

    /// "two days after the landing", but not "two days after, they landed".
    pub fn hangs_elsewhere(&self, n: usize) -> bool {
        self.token(n).is_some_and(|t| t.kind != TokenKind::Mark)
            && !matches!(self.lex(n), Lex::And | Lex::In | Lex::On)
            && !self.is_any(n, &["that", "this", "he", "she", "they", "it"])
    }

    /// `After two months, they fled`: when. But "after two months of siege" is
    /// how long.
    pub fn after_a_while(&self, story: &Story) -> Option<Expression> {
        let inner = self.skip(1);
        let (count, length) = inner.count(inner.roughly())?;
        let at = inner.roughly() + length;
        let Lex::Unit(unit, _) = inner.lex(at) else { return None };
        let Count::Whole(count) = count else { return None };
        if matches!(inner.lex(at + 1), Lex::Of | Lex::Dash) || inner.is_name(at) {
            return None;
        }
        let found = story.after(count, unit)?;
        let about = !matches!(unit, Unit::Day | Unit::Hour | Unit::Minute);
        Some(Expression::time(at + 2, found).shaded(|shade: &mut Shade| shade.about = about))
    }

    /// `the last week of October`, `the first two weeks of March 1915`: a date;
    /// `the first year of the war`, `the last days`: as long as that.
    pub fn span_of(
        &self,
        at: usize,
        count: Option<i32>,
        story: &Story,
        last: bool,
    ) -> Option<Expression> {
        let Lex::Unit(unit, plural) = self.lex(at) else { return None };
        let end = at + 1;
        let count = count.or((!plural).then_some(1));
        let step = match unit {
            Unit::Day => Some(1),
            Unit::Week => Some(7),
            _ => None,
        };
        if let (Some(step), Lex::Of) = (step, self.lex(end)) {
            let of = self.skip(end + 1);
            let whole = of
                .month_first(story)
                .or_else(|| of.month_meant(story))
                .or_else(|| of.relative(story));
            if let Some(whole) = whole
                && let Sense::Time(time @ (Time::Month(..) | Time::Year(_)), _) = whole.sense
                && let Some((first, final_day)) = time.bounds()
            {
                let Some(count) = count.filter(|count| (1..30).contains(&(count * step))) else {
                    // "the last days of May"
                    let part = if last { Part::Late } else { Part::Early };
                    let found = Expression::time(end + 1 + whole.length, time);
                    return Some(found.shaded(|shade| shade.part = Some(part)));
                };
                let days = count * step - 1;
                let (a, b) =
                    if last { (final_day - days, final_day) } else { (first, first + days) };
                let time = if days == 0 { Time::Day(a) } else { Time::Days(a, b) };
                return Some(Expression::time(end + 1 + whole.length, time));
            }
        }
        let count = count.map_or(Count::Untold, Count::Whole);
        Some(Expression::new(end, Sense::Duration(written(count, unit))))
    }

    /// `the first day`, `the second week of May`, `the last few days`.
    pub fn edge(&self, at: usize, story: &Story) -> Option<Expression> {
        let last = self.lex(at) == Lex::Edge && !self.is(at, "opening");
        let nth = match self.lex(at) {
            Lex::Ordinal(n) => n,
            _ => 1,
        };
        let (count, length) = match self.cardinal(at + 1) {
            Some((count, length)) => (Some(count), length),
            None if self.lex(at + 1) == Lex::Indefinite => (None, 1),
            None => (None, 0),
        };
        let unit = at + 1 + length;
        if !matches!(self.lex(unit), Lex::Unit(..)) || self.is_name(unit) {
            return None;
        }
        if nth > 1 && count.is_none() {
            // "the second week of May": not measured, but not its first.
            return Some(Expression::vague(unit + 1));
        }
        self.span_of(unit, count, story, last)
    }
}

/// ISO 8601; `X` for a number that is not told, as EDTF writes digits.
pub(super) fn written(count: Count, unit: Unit) -> String {
    let (time, factor, letter) = match unit {
        Unit::Second => ("T", 1, 'S'),
        Unit::Minute => ("T", 1, 'M'),
        Unit::Hour => ("T", 1, 'H'),
        Unit::Day => ("", 1, 'D'),
        Unit::Week => ("", 1, 'W'),
        Unit::Month => ("", 1, 'M'),
        Unit::Year => ("", 1, 'Y'),
        Unit::Decade => ("", 10, 'Y'),
        Unit::Century => ("", 100, 'Y'),
    };
    match count {
        Count::Whole(n) => format!("P{time}{}{letter}", i64::from(n) * factor),
        Count::Decimal(n, tenths) if factor == 1 => format!("P{time}{n}.{tenths}{letter}"),
        Count::Decimal(n, _) => format!("P{}{letter}", i64::from(n) * factor),
        Count::AndAHalf(n) if factor == 1 => format!("P{time}{n}.5{letter}"),
        Count::AndAHalf(n) => format!("P{}{letter}", i64::from(n) * factor + factor / 2),
        Count::Untold if factor == 1 => format!("P{time}X{letter}"),
        Count::Untold => format!("P{}{letter}", if factor == 10 { "X0" } else { "X00" }),
    }
}
