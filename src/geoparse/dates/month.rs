//! A month alone: `In June`, `the July crisis`. Many months are names, and many
//! events are called after months.

use super::expression::Expression;
use super::lexicon::Lex;
use super::reader::Reader;
use super::story::Story;
use super::time::Time;
use crate::geoparse::token::{Token, TokenKind};

impl Reader<'_, '_> {
    /// A month without a day or a year.
    pub fn month_alone(&self, story: &Story) -> Option<Expression> {
        let (month, length) = self.month(0)?;
        if matches!(self.lex(0), Lex::MonthShort(_)) {
            return None;
        }
        if month == 5 && self.text(1) == "Day" {
            return self.may_day(story);
        }
        if let Some((year, of_year)) = self.of_that_year(length, story) {
            return Some(Expression::time(length + of_year, Time::Month(year, month)));
        }
        let listed = self.year_of_list(length, month);
        if listed.is_none() && !self.month_is_meant(story) {
            return None;
        }
        let year = listed.or_else(|| self.year_of(month, story));
        Some(Expression::told(length, year.map(|year| Time::Month(year, month))))
    }

    /// A month where the words before have shown that it is one.
    pub fn month_meant(&self, story: &Story) -> Option<Expression> {
        let (month, length) = self.month(0)?;
        if let Some((year, of_year)) = self.of_that_year(length, story) {
            return Some(Expression::time(length + of_year, Time::Month(year, month)));
        }
        let year = self.year_of_list(length, month).or_else(|| self.year_of(month, story));
        Some(Expression::told(length, year.map(|year| Time::Month(year, month))))
    }

    fn may_day(&self, story: &Story) -> Option<Expression> {
        let written = self.year_after(2);
        let year = match written {
            Some((year, _)) => year,
            None if matches!(self.lex_before(1), Lex::On | Lex::By) => self.year_of(5, story)?,
            None => return None,
        };
        let day = crate::domain::time::Day::from_ymd(year, 5, 1)?;
        Some(Expression::time(2 + written.map_or(0, |(_, length)| length), Time::Day(day)))
    }

    /// Do the words around say that it is a month, and no name?
    fn month_is_meant(&self, story: &Story) -> bool {
        let next = self.token(1);
        if next.is_some_and(|t| t.kind == TokenKind::Possessive) && self.is_also_a_name() {
            return false;
        }
        let before_name = next.is_some_and(Token::is_capitalised)
            && self.token(0).zip(next).is_some_and(|(t, next)| next.start == t.end() + 1);
        let names_event = before_name && EVENTS.contains(&self.text(1));
        if names_event {
            return false;
        }
        if self.text(1) == "/" && self.month(2).is_some() {
            return true;
        }
        match self.lex_before(1) {
            // No article stands between: "in July Danish troops left".
            Lex::In | Lex::By | Lex::Preposition | Lex::Between => true,
            Lex::After | Lex::Before | Lex::Early | Lex::Late | Lex::Mid => true,
            Lex::Direction(_) | Lex::Last | Lex::That | Lex::This => !before_name,
            Lex::Of => !before_name && !self.is_also_a_name() || self.of_a_part(),
            Lex::Dash if self.dashed_to_part() => true,
            Lex::And | Lex::Or | Lex::To | Lex::Comma | Lex::Dash => {
                !before_name && self.follows_date(story)
            }
            // "(February in the old calendar)"
            Lex::Mark if self.before(1).is_some_and(|t| t.text == "(") => !before_name,
            // "the July crisis", but not "the march on Rome".
            Lex::The | Lex::A => {
                !before_name
                    && self.token(1).is_some_and(|t| t.kind == TokenKind::Word)
                    && self.lex(1) == Lex::Other
                    && !self.is_any(1, &NOT_CRISES)
            }
            _ => self.opens_sentence(),
        }
    }

    /// `mid-August`
    fn dashed_to_part(&self) -> bool {
        self.lex_before(1) == Lex::Dash
            && matches!(self.lex_before(2), Lex::Mid | Lex::Late | Lex::Early)
    }

    /// `the whole of May`, `the end of June`
    fn of_a_part(&self) -> bool {
        matches!(
            self.lex_before(2),
            Lex::End | Lex::Beginning | Lex::Middle | Lex::Half | Lex::PartOfDay | Lex::Unit(..)
        ) || self.before(2).is_some_and(|t| t.is_any(&["whole", "part", "most", "rest", "all"]))
    }

    /// `in April and June`: a date stands before the joining word.
    fn follows_date(&self, story: &Story) -> bool {
        story.link.is_some_and(|(end, _)| {
            self.at - end == 1
                || self.at - end == 2 && matches!(self.lex_before(2), Lex::Comma | Lex::And)
        })
    }

    /// `September saw the fall of the city.`
    fn opens_sentence(&self) -> bool {
        const VERBS: [&str; 7] =
            ["saw", "brought", "witnessed", "passed", "proved", "marked", "found"];
        self.begins_sentence()
            && (self.is_any(1, &VERBS)
                || self.text(1) == ":"
                || matches!(self.lex(1), Lex::To | Lex::Dash) && self.month(2).is_some()
                || self.lex(1) == Lex::Comma && self.month(2).is_some())
    }

    /// April, May, June and August are people, too; March is a verb.
    fn is_also_a_name(&self) -> bool {
        matches!(self.lex(0), Lex::Month(3 | 4 | 5 | 6 | 8))
    }
}

/// What events called after a month are called: October Revolution, July Days.
const EVENTS: [&str; 25] = [
    "Agreement",
    "Conference",
    "Congress",
    "Conspiracy",
    "Constitution",
    "Coup",
    "Crisis",
    "Days",
    "Decree",
    "Decrees",
    "Declaration",
    "Events",
    "Insurrection",
    "Laws",
    "Manifesto",
    "Massacre",
    "Movement",
    "Offensive",
    "Plot",
    "Putsch",
    "Rebellion",
    "Revolt",
    "Revolution",
    "Theses",
    "Uprising",
];

/// Lower-case words after "the March" that make it no month.
const NOT_CRISES: [&str; 20] = [
    "across", "against", "along", "and", "back", "began", "came", "down", "had", "has", "home",
    "into", "is", "onto", "out", "that", "up", "was", "were", "which",
];
