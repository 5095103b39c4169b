//! Days and months with their names: `20 November 1903`, `Nov. 20`, `the 5th of
//! May`, `1903-11-20`, `on the 23rd`.

use super::expression::Expression;
use super::lexicon::Lex;
use super::reader::Reader;
use super::story::Story;
use super::time::{Time, Unit};
use crate::domain::time::Day;

impl Reader<'_, '_> {
    /// `1903-11-20`
    pub fn iso_date(&self) -> Option<Expression> {
        let dash = |n| self.text(n) == "-" && self.touches(n) && self.touches(n + 1);
        if self.text(0).len() != 4 || !dash(1) || !dash(3) {
            return None;
        }
        let (year, month, day) = (self.digits(0, 4)?, self.digits(2, 2)?, self.digits(4, 2)?);
        let day = Day::from_ymd(year, month as u32, day as u32)?;
        Some(Expression::time(5, Time::Day(day)))
    }

    /// `20 November 1903`, `20th of November`, `6–7 January`, `28 and 29 August`.
    pub fn day_first(&self, story: &Story) -> Option<Expression> {
        let (day, length) = self.day(0)?;
        let named = length + usize::from(self.lex(length) == Lex::Of);
        if let Some((month, of_month)) = self.month(named) {
            return self.day_of_month(story, day, month, named + of_month);
        }
        // The month stands after the last day of a list.
        let (month, end, slash) = self.month_of_list(day, length)?;
        let year = self.year_told(end, month, story).map(|(year, _)| year);
        if slash {
            let (last, _) = self.day(length + 1)?;
            let length = end + self.year_told_length(end, story);
            let days = year.and_then(|y| {
                Some(Time::Days(Day::from_ymd(y, month, day)?, Day::from_ymd(y, month, last)?))
            });
            return Some(Expression::told(length, days));
        }
        if let Some(year) = year {
            let day = Day::from_ymd(year, month, day)?;
            return Some(Expression::time(length, Time::Day(day)));
        }
        Some(Expression::vague(length))
    }

    /// The month of `6–7 January`, where it ends, and whether it is `6/7`.
    fn month_of_list(&self, first: u32, length: usize) -> Option<(u32, usize, bool)> {
        let (mut at, mut before) = (length, first);
        let slash = self.text(length) == "/";
        for _ in 0..6 {
            let skip = match self.lex(at) {
                Lex::Dash | Lex::And | Lex::Or | Lex::To => 1,
                Lex::Comma if matches!(self.lex(at + 1), Lex::And | Lex::Or) => 2,
                Lex::Comma => 1,
                _ if self.text(at) == "/" || self.text(at) == "&" => 1,
                _ => return None,
            };
            let skip = skip + usize::from(self.lex(at + skip) == Lex::The);
            let (day, length) = self.day(at + skip).filter(|(day, _)| *day > before)?;
            before = day;
            at += skip + length;
            let named = at + usize::from(self.lex(at) == Lex::Of);
            if let Some((month, of_month)) = self.month(named) {
                return Some((month, named + of_month, slash));
            }
        }
        None
    }

    /// `November 20, 1903`, `Nov. 20`, `November 1903`, `May the 5th`.
    pub fn month_first(&self, story: &Story) -> Option<Expression> {
        let (month, named) = self.month(0)?;
        let the = usize::from(self.lex(named) == Lex::The && self.ordinal_day(named + 1).is_some());
        if let Some((day, of_day)) = self.day(named + the)
            && !self.skip(named + the).counts_things(of_day)
            && self.text(named + the + of_day) != ":"
        {
            let end = named + the + of_day;
            if self.text(end) == "/"
                && let Some((last, of_last)) = self.day(end + 1)
                && last > day
            {
                let end = end + 1 + of_last;
                let year = self.year_told(end, month, story).map(|(year, _)| year);
                let length = end + self.year_told_length(end, story);
                let days = year.and_then(|y| {
                    Some(Time::Days(Day::from_ymd(y, month, day)?, Day::from_ymd(y, month, last)?))
                });
                return Some(Expression::told(length, days));
            }
            return self.day_of_month(story, day, month, end);
        }
        let (year, length) = self.year_after(named)?;
        Some(self.with_style(Expression::time(named + length, Time::Month(year, month))))
    }

    /// A day and a month are read; what year is it?
    fn day_of_month(&self, story: &Story, day: u32, month: u32, end: usize) -> Option<Expression> {
        let length = end + self.year_told_length(end, story);
        let Some((year, _)) = self.year_told(end, month, story) else {
            // 30 February is no date in any year.
            Day::from_ymd(2000, month, day)?;
            return Some(Expression::vague(length));
        };
        // The year of a leap day that is not written is the next that has one.
        let leap = (month, day) == (2, 29) && length == end;
        let day = (year..=year + if leap { 7 } else { 0 })
            .find_map(|year| Day::from_ymd(year, month, day))?;
        let found = Expression::time(length, Time::Day(day));
        Some(self.with_style(found))
    }

    /// The year of a month: the one written after it, that of the list it
    /// stands in, or the story's.
    fn year_told(&self, n: usize, month: u32, story: &Story) -> Option<(i32, usize)> {
        if let Some(written) = self.year_after(n).or_else(|| self.of_that_year(n, story)) {
            return Some(written);
        }
        let year = self.year_of_list(n, month).or_else(|| self.year_of(month, story))?;
        Some((year, 0))
    }

    /// The story's year of a month, with an eye on the date that comes next.
    pub fn year_of(&self, month: u32, story: &Story) -> Option<i32> {
        story.year_of(month, self.coming_year())
    }

    /// The year of the next date told with month and year.
    fn coming_year(&self) -> Option<i32> {
        let next = self.years.partition_point(|(at, _)| *at <= self.at);
        self.years.get(next).map(|(_, year)| *year)
    }

    /// The year written with the month here.
    pub fn year_of_month_here(&self) -> Option<i32> {
        let (_, named) = self.month(0)?;
        let end = named + self.day(named).map_or(0, |(_, length)| length);
        self.year_after(end).map(|(year, _)| year)
    }

    fn year_told_length(&self, n: usize, story: &Story) -> usize {
        self.year_after(n).or_else(|| self.of_that_year(n, story)).map_or(0, |(_, length)| length)
    }

    /// `of that year`, `of the following year`
    pub fn of_that_year(&self, n: usize, story: &Story) -> Option<(i32, usize)> {
        if self.lex(n) != Lex::Of {
            return None;
        }
        let the = usize::from(self.lex(n + 1) == Lex::The);
        let same = usize::from(self.lex(n + 1) == Lex::That && self.lex(n + 2) == Lex::Same);
        let shift = match self.lex(n + 1 + the) {
            Lex::That | Lex::This | Lex::Same => 0,
            Lex::Direction(by) => by.into(),
            Lex::Last => -1,
            _ => return None,
        };
        let end = n + 2 + the + same;
        let is_year = self.lex(end) == Lex::Unit(Unit::Year, false);
        is_year.then_some((story.that_year()? + shift, end + 1 - n))
    }

    /// "March, April, and May 1913", "14 August – 3 September 1950": the year
    /// stands at the end of the list. It is the year before for a month that
    /// comes after the last one.
    pub fn year_of_list(&self, n: usize, month: u32) -> Option<i32> {
        let (mut at, mut last) = (n, month);
        let mut joined = false;
        while at < n + 16 {
            if let Some((next, length)) = self.month(at) {
                if !joined {
                    return None;
                }
                last = next;
                at += length;
                if let Some((year, length)) =
                    self.year(at + usize::from(self.lex(at) == Lex::Comma))
                    && !self.skip(at).counts_things(length)
                {
                    return Some(if month > last { year - 1 } else { year });
                }
                continue;
            }
            if let Some((_, length)) = self.day(at) {
                at += length;
                if let (true, Some((year, _))) = (joined, self.year_after(at)) {
                    return Some(if month > last { year - 1 } else { year });
                }
                continue;
            }
            match self.lex(at) {
                Lex::Dash | Lex::And | Lex::Or | Lex::To | Lex::Comma => joined = true,
                Lex::Preposition if self.is_any(at, &["until", "till", "through"]) => joined = true,
                Lex::Mark if matches!(self.text(at), "(" | "[" | "/") => joined = true,
                Lex::Mark if joined && matches!(self.text(at), ")" | "]") => {
                    // "3 May (5 May) 1917"
                    if let Some((year, _)) = self.year(at + 1) {
                        return Some(if month > last { year - 1 } else { year });
                    }
                }
                Lex::The | Lex::Of | Lex::Early | Lex::Late | Lex::Mid => {}
                _ => return None,
            }
            at += 1;
        }
        None
    }

    /// `the fifth of May`, at its number.
    pub fn ordinal_of_month(&self, story: &Story) -> Option<Expression> {
        let (day, length) = self.ordinal_day(0)?;
        let named = length + usize::from(self.lex(length) == Lex::Of);
        let (month, of_month) = self.month(named)?;
        self.day_of_month(story, day, month, named + of_month)
    }
}
