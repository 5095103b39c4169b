//! Times of the day: `11 a.m.`, `19:00`, `the night of 18 April 1775`, `dawn`.

use super::expression::{Expression, Sense};
use super::lexicon::Lex;
use super::reader::Reader;
use super::story::Story;
use super::time::{Time, Unit};
use crate::geoparse::token::TokenKind;

impl Reader<'_, '_> {
    /// A time by the clock: on the day that follows or the one told last.
    pub fn clock(&self, story: &Story) -> Option<Expression> {
        let length = self.clock_length()?;
        let on = self.skip(length);
        let zone = on.zone_length();
        let on = on.skip(zone);
        let comma = usize::from(matches!(on.lex(0), Lex::Comma | Lex::On | Lex::Of));
        let date = on.skip(comma);
        let told = match date.lex(0) {
            Lex::Digits => date.day_first(story),
            Lex::Month(_) | Lex::MonthShort(_) => date.month_first(story),
            _ => None,
        };
        // "9:34 p.m., March 19": one expression; "11 a.m. on 11 November": two.
        if let (Lex::Comma, 0, Some(date)) = (on.lex(0), zone, &told) {
            return Some(date.clone().with_before(length + comma));
        }
        let day = told.and_then(|date| date.day()).or_else(|| story.day());
        Some(Expression::told(length, day.map(Time::Day)).aside())
    }

    /// `11 a.m.`, `5:34 AM`, `19:00`, `1900 hours`, `nine o'clock`.
    pub fn clock_length(&self) -> Option<usize> {
        let hours = self.cardinal(0).filter(|(hours, _)| *hours <= 24).map(|(_, length)| length);
        let minutes = (self.text(1) == ":" || self.text(1) == ".")
            && self.touches(1)
            && self.touches(2)
            && self.text(2).len() == 2
            && self.digits(2, 2).is_some_and(|m| m < 60)
            && self.digits(0, 2).is_some_and(|h| h <= 24);
        let end = if minutes { 3 } else { hours? };
        let half = match (self.text(end), self.text(end + 1), self.text(end + 2)) {
            ("a" | "p" | "A" | "P", ".", "m" | "M") => {
                Some(3 + usize::from(self.text(end + 3) == "."))
            }
            (m, _, _) if m.eq_ignore_ascii_case("am") || m.eq_ignore_ascii_case("pm") => Some(1),
            (clock, _, _) if clock.eq_ignore_ascii_case("o'clock") || clock == "o’clock" => {
                Some(1)
            }
            _ => None,
        };
        match half {
            Some(half) if half < 3 || self.touches(end + 1) => Some(end + half),
            _ if minutes && self.text(1) == ":" => Some(end),
            _ => None,
        }
    }

    /// `Moscow time`, `local time`, `GMT`.
    fn zone_length(&self) -> usize {
        (0..3).find(|&n| self.is(n, "time")).map_or(0, |n| {
            let words = (0..n).all(|n| self.token(n).is_some_and(|t| t.kind == TokenKind::Word));
            if words { n + 1 } else { 0 }
        })
    }

    /// `night of 18 April 1775`, `dawn on 6 June`, `that night`; without a day,
    /// any.
    pub fn part_of_day(&self, story: &Story) -> Option<Expression> {
        // Names: Red Dawn, Morning Post.
        if self.is_name(0) && !self.begins_sentence() || self.is_name(0) && self.is_name(1) {
            return None;
        }
        if let Some(found) = self.of_day(1, story) {
            return Some(found);
        }
        // "in the morning": of the day told.
        let here = matches!(self.lex_before(1), Lex::The)
            && !self.is_any(0, &["daytime", "nights"])
            || self.is_any(0, &["noon", "midday"]);
        let day = here.then(|| story.day()).flatten();
        Some(Expression::told(1, day.map(Time::Day)).aside())
    }

    /// The day after `night of`, `morning on`, `hours of`.
    pub fn of_day(&self, end: usize, story: &Story) -> Option<Expression> {
        let end = end + usize::from(matches!(self.lex(end), Lex::Unit(Unit::Hour, true)));
        let of = usize::from(matches!(self.lex(end), Lex::Of | Lex::On | Lex::Comma));
        let date = self.skip(end + of);
        let found = match date.lex(0) {
            Lex::Digits => date.day_first(story).or_else(|| date.iso_date()),
            Lex::Month(_) | Lex::MonthShort(_) => date.month_first(story),
            Lex::The => date.the_day(story),
            Lex::That | Lex::Same => date.relative(story),
            _ => None,
        }?;
        // "the night of 8/9 February" is that of two days.
        let of_days = matches!(found.sense, Sense::Time(Time::Day(_) | Time::Days(..), _));
        of_days.then(|| found.with_before(end + of))
    }
}
