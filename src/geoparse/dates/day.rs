//! Days told by less than their date: `on the 23rd`, `the 4th instant`, `Sunday`.

use super::expression::Expression;
use super::lexicon::Lex;
use super::reader::Reader;
use super::story::Story;
use super::time::Time;
use crate::domain::time::Day;

impl Reader<'_, '_> {
    /// `the 20 September`, `the 5th of May`, `on the 23rd`, `the 4th instant`.
    pub fn the_day(&self, story: &Story) -> Option<Expression> {
        let number = self.skip(1);
        if let Some(found) = number.day_first(story).or_else(|| number.ordinal_of_month(story)) {
            return Some(found.with_before(1));
        }
        let (day, length) = number.ordinal_day(0)?;
        if let Some(found) = self.military(day, 1 + length, story) {
            return Some(found);
        }
        if number.lex(0) != Lex::Digits {
            return None;
        }
        // "on the 23rd", but not "on the 38th parallel".
        let prepared = match self.before(1) {
            Some(before) => {
                before.is_any(&[
                    "on", "by", "until", "till", "from", "since", "to", "before", "after",
                ]) || before.text == "," && matches!(self.lex_before(2), Lex::Weekday(_))
                    || before.is("of") && matches!(self.lex_before(2), Lex::PartOfDay)
                    || before.is("and") && story.link.is_some_and(|(end, _)| end + 1 == self.at)
            }
            None => false,
        };
        let free = self.token(1 + length).is_none_or(|t| !t.is_capitalised())
            && (self.token(1 + length).is_none_or(|t| !t.text.starts_with(char::is_alphabetic))
                || self.is_any(1 + length, &FUNCTION_WORDS));
        (prepared && free && story.month().is_some())
            .then(|| Expression::told(1 + length, story.day_of(day).map(Time::Day)))
    }

    /// `the 4th instant`, `the 23d ult.`: of this month, or the last.
    fn military(&self, day: u32, end: usize, story: &Story) -> Option<Expression> {
        let shift = match self.lex(end) {
            Lex::Instant => 0,
            Lex::Ultimo => -1,
            Lex::Proximo => 1,
            _ => return None,
        };
        let dotted = self.text(end).len() < 6 && self.text(end + 1) == "." && self.touches(end + 1);
        let found = story.month().and_then(|(year, month)| {
            let (year, month, _) = Day::first_of(year, month)?.plus_months(shift).ymd();
            Day::from_ymd(year, month, day)
        });
        Some(Expression::told(end + 1 + usize::from(dotted), found.map(Time::Day)))
    }

    /// `Sunday, 6 June 1915`, `Thursday the 6th`, `on Thursday`.
    pub fn weekday(&self, story: &Story) -> Option<Expression> {
        let Lex::Weekday(weekday) = self.lex(0) else { return None };
        let comma = usize::from(self.lex(1) == Lex::Comma);
        let the = usize::from(self.lex(1 + comma) == Lex::The);
        let date = self.skip(1 + comma);
        let found = if the == 1 {
            date.the_day(story)
        } else {
            date.day_first(story).or_else(|| date.month_first(story)).or_else(|| {
                matches!(date.lex(0), Lex::PartOfDay).then(|| date.of_day(1, story)).flatten()
            })
        };
        if let Some(found) = found.filter(Expression::is_time) {
            return Some(found.with_before(1 + comma));
        }
        // A name: "Bloody Sunday", "Good Friday".
        if self.before(1).is_some_and(|t| {
            t.is_capitalised() && t.end() + 1 == self.token(0).map_or(0, |t| t.start)
        }) && !matches!(self.lex_before(1), Lex::On | Lex::That | Lex::The | Lex::By)
        {
            return None;
        }
        if let (Lex::PartOfDay, false) = (self.lex(1), self.is_name(1)) {
            let on = self.is_on_that_day() || matches!(self.lex_before(1), Lex::Of);
            let day =
                on.then(|| story.day()).flatten().map(|day| Time::Day(on_weekday(day, weekday)));
            return Some(Expression::told(2, day));
        }
        let day = self
            .is_on_that_day()
            .then(|| story.day())
            .flatten()
            .map(|day| Time::Day(on_weekday(day, weekday)));
        Some(Expression::told(1, day))
    }

    fn is_on_that_day(&self) -> bool {
        matches!(self.lex_before(1), Lex::On | Lex::That | Lex::By)
            || self.token(1).is_some_and(|t| t.text == "'s" || t.text == "’s")
    }
}

/// The first such weekday from a day on.
pub(super) fn on_weekday(day: Day, weekday: u8) -> Day {
    day + (i32::from(weekday) - (day.0 + 3).rem_euclid(7)).rem_euclid(7)
}

/// Words after a day's number that are no noun it could count or order.
const FUNCTION_WORDS: [&str; 34] = [
    "a", "after", "all", "an", "and", "as", "at", "before", "but", "by", "came", "for", "from",
    "had", "he", "her", "his", "in", "it", "of", "on", "or", "she", "that", "the", "their", "they",
    "to", "until", "was", "we", "were", "when", "with",
];
