//! What can stand at a token, and what it means.

use super::lexicon::Lex;
use super::reader::Reader;
use super::story::Story;
use super::time::{Shade, Time};
use crate::domain::life::Calendar;
use crate::domain::time::Day;

/// A date found at a token.
#[derive(Clone, Debug)]
pub(super) struct Expression {
    /// Tokens it takes.
    pub length: usize,
    pub sense: Sense,
    pub calendar: Calendar,
    /// Does the story go on from here? Not from "the 1867 book".
    pub moves_story: bool,
}

/// What a date means, before it is written as EDTF.
#[derive(Clone, Debug)]
pub(super) enum Sense {
    Time(Time, Shade),
    /// One day between two times.
    Between(Time, Time),
    /// ISO 8601.
    Duration(String),
    Vague,
}

impl Expression {
    pub fn time(length: usize, time: Time) -> Self {
        Self::new(length, Sense::Time(time, Shade::default()))
    }

    /// The time, or a vague reference where the story does not tell it.
    pub fn told(length: usize, time: Option<Time>) -> Self {
        time.map_or_else(|| Self::vague(length), |time| Self::time(length, time))
    }

    pub fn vague(length: usize) -> Self {
        Self::new(length, Sense::Vague)
    }

    pub fn new(length: usize, sense: Sense) -> Self {
        Self { length, sense, calendar: Calendar::Unspecified, moves_story: true }
    }

    /// The same, told in passing.
    pub fn aside(self) -> Self {
        Self { moves_story: false, ..self }
    }

    /// The same with some tokens before it.
    pub fn with_before(self, tokens: usize) -> Self {
        Self { length: self.length + tokens, ..self }
    }

    pub fn shaded(mut self, change: impl FnOnce(&mut Shade)) -> Self {
        if let Sense::Time(_, shade) = &mut self.sense {
            change(shade);
        }
        self
    }

    /// The day it is, if it is one.
    pub fn day(&self) -> Option<Day> {
        match self.sense {
            Sense::Time(Time::Day(day), _) => Some(day),
            _ => None,
        }
    }

    pub fn is_decade(&self) -> bool {
        matches!(self.sense, Sense::Time(Time::Decade(_) | Time::Century(_), _))
    }

    /// Is it a time on the calendar?
    pub fn is_time(&self) -> bool {
        matches!(self.sense, Sense::Time(..))
    }
}

impl Reader<'_, '_> {
    /// The longest form that stands here.
    pub fn expression(&self, story: &Story) -> Option<Expression> {
        match self.lex(0) {
            Lex::Circa | Lex::About | Lex::In => self.about(story),
            Lex::Between => self.between(story),
            Lex::After => self.after_a_while(story),
            Lex::Half => self.half_of_one(story).or_else(|| self.dated(story)),
            _ => self.dated(story).or_else(|| self.amount(story)).or_else(|| self.pointer(story)),
        }
    }

    /// A time on the calendar: what "by" and "about" can stand before.
    pub fn dated(&self, story: &Story) -> Option<Expression> {
        match self.lex(0) {
            Lex::Digits => self
                .dual_style(story)
                .or_else(|| self.iso_date())
                .or_else(|| self.day_first(story))
                .or_else(|| self.linked(story))
                .or_else(|| self.clock(story))
                .or_else(|| self.century())
                .or_else(|| self.years(story)),
            Lex::Month(_) | Lex::MonthShort(_) => self
                .dual_style(story)
                .or_else(|| self.month_first(story))
                .or_else(|| self.month_alone(story)),
            Lex::Ad => self.years(story),
            Lex::Weekday(_) => self.weekday(story),
            Lex::Season(_) => self.season(story),
            Lex::Ordinal(_) => self.ordinal_of_month(story).or_else(|| self.century()),
            Lex::Cardinal(_) => self
                .ordinal_of_month(story)
                .or_else(|| self.century())
                .or_else(|| self.clock(story)),
            Lex::Early | Lex::Mid | Lex::Late | Lex::Middle | Lex::End | Lex::Beginning => {
                self.part(story)
            }
            Lex::Half => self.part(story),
            Lex::The => self
                .part(story)
                .or_else(|| self.the_day(story))
                .or_else(|| self.the_time(story))
                .or_else(|| self.relative(story)),
            Lex::That | Lex::This | Lex::Same | Lex::Direction(_) | Lex::Last => {
                self.relative(story)
            }
            Lex::Later | Lex::Earlier => self.later_that_year(story),
            Lex::PartOfDay => self.part_of_day(story),
            Lex::Holiday => self.holiday(story),
            Lex::Apostrophe => self.short_year(story),
            Lex::Age | Lex::Aged => self.age(story),
            _ => None,
        }
    }
}
