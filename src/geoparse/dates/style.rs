//! Two calendars: `18 December [O.S. 6 December] 1878`, `25 October (7 November)
//! 1917`, `12 March 1881 (O.S.)`.

use super::expression::Expression;
use super::lexicon::Lex;
use super::reader::Reader;
use super::story::Story;
use super::time::Time;
use crate::domain::life::Calendar;
use crate::domain::time::Day;

impl Reader<'_, '_> {
    /// One date in two styles, the second one in brackets before the year.
    pub fn dual_style(&self, story: &Story) -> Option<Expression> {
        let (day, named, open) = self.day_and_month(0)?;
        let round = match self.text(open) {
            "[" => false,
            "(" => true,
            _ => return None,
        };
        let marked = self.style(open + 1);
        let inside = open + 1 + marked.map_or(0, |(_, length)| length);
        let (other_day, other, of_other) = self.day_and_month(inside)?;
        let close = inside + of_other;
        // "(22 January, new style)"
        let comma = usize::from(self.lex(close) == Lex::Comma);
        let close = close + self.style(close + comma).map_or(0, |(_, length)| comma + length);
        let (other_year, close) = match self.year_after(close) {
            Some((year, length)) => (Some(year), close + length),
            None => (None, close),
        };
        if self.text(close) != if round { ")" } else { "]" } {
            return None;
        }
        // `18 (6) December 1878`: one month for both, after them.
        let last = if named.is_none() && other.is_none() { self.month(close + 1) } else { None };
        let end = close + 1 + last.map_or(0, |(_, length)| length);
        let last = last.map(|(month, _)| month);
        let month = named.or(other).or(last)?;
        let other_month = other.or(named).or(last)?;
        let (year, of_year) = self
            .year_after(end)
            .or_else(|| other_year.map(|year| (year, 0)))
            .or_else(|| Some((self.year_of(month, story)?, 0)))?;
        let first = Day::from_ymd(year, month, day)?;
        // Around a new year, the style with the later date is in the next one.
        let second = [year, year - 1, year + 1]
            .into_iter()
            .filter_map(|year| Day::from_ymd(year, other_month, other_day))
            .min_by_key(|second| (*second - first).abs())?;
        if !(10..=13).contains(&(second - first).abs()) {
            return None;
        }
        let found = Expression::time(end + of_year, Time::Day(first.max(second)));
        Some(Expression { calendar: Calendar::Gregorian, ..found })
    }

    /// `18 December`, `December 18`, or `18` alone, and its tokens.
    fn day_and_month(&self, n: usize) -> Option<(u32, Option<u32>, usize)> {
        if let Some((month, named)) = self.month(n) {
            let (day, length) = self.day(n + named)?;
            return Some((day, Some(month), named + length));
        }
        let (day, length) = self.day(n)?;
        match self.month(n + length) {
            Some((month, named)) => Some((day, Some(month), length + named)),
            None => Some((day, None, length)),
        }
    }

    /// `18 December 1878 [O.S. 6 December]`, `6 December 1878 (O.S.)`: the
    /// style said after the date.
    pub fn with_style(&self, found: Expression) -> Expression {
        let open = found.length;
        if !matches!(self.text(open), "[" | "(") {
            return found;
        }
        let close = |n| matches!(self.text(n), "]" | ")");
        let Some((calendar, length)) = self.style(open + 1) else { return found };
        let end = open + 1 + length;
        if close(end) {
            return Expression { length: end + 1, calendar, ..found };
        }
        // What is in the brackets is the other style.
        let other = match calendar {
            Calendar::Julian => Calendar::Gregorian,
            _ => Calendar::Julian,
        };
        let dated = self.day(end).is_some() || self.month(end).is_some();
        match (end..end + 8).find(|&n| close(n)) {
            Some(end) if dated => Expression { length: end + 1, calendar: other, ..found },
            _ => found,
        }
    }

    /// `O.S.`, `OS`, `Old Style`, `N.S.`, and how many tokens it takes.
    fn style(&self, n: usize) -> Option<(Calendar, usize)> {
        let (calendar, length) = match (self.text(n), self.text(n + 1), self.text(n + 2)) {
            ("O", ".", "S") => (Calendar::Julian, 4),
            ("N", ".", "S") => (Calendar::Gregorian, 4),
            ("OS", _, _) => (Calendar::Julian, 1),
            ("NS", _, _) => (Calendar::Gregorian, 1),
            (_, style, _) if style.eq_ignore_ascii_case("style") && self.is(n, "old") => {
                (Calendar::Julian, 2)
            }
            (_, style, _) if style.eq_ignore_ascii_case("style") && self.is(n, "new") => {
                (Calendar::Gregorian, 2)
            }
            _ => return None,
        };
        let length = if length == 4 && self.text(n + 3) != "." { 3 } else { length };
        Some((calendar, length + usize::from(self.lex(n + length) == Lex::Comma)))
    }
}
