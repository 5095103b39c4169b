//! Years and what is made of years: `1903`, `44 BC`, `1930s`, `19th century`.

use super::expression::Expression;
use super::lexicon::Lex;
use super::reader::Reader;
use super::story::Story;
use super::time::{Time, Unit};
use crate::domain::time::Day;
use crate::geoparse::token::TokenKind;

impl Reader<'_, '_> {
    /// `1903`, `1930s`, `1916/17`, `490 BC`
    pub fn years(&self, story: &Story) -> Option<Expression> {
        let Some((year, length)) = self.year(0) else { return self.ancient(story) };
        let bare = length == 1;
        if bare && self.touches(1) && matches!(self.text(1), "s" | "'s" | "’s") && year % 10 == 0
        {
            // "1930's" is a decade only where nothing is its own.
            let decade = self.text(1) == "s" || !self.is_name(2) && self.lex(2) != Lex::Other;
            if decade {
                let time = if year % 100 == 0 { Time::Century(year) } else { Time::Decade(year) };
                return Some(Expression::time(2, time));
            }
        }
        if bare
            && (self.counts_things(1)
                || self.is_numbered()
                || self.is_amount()
                || self.counts_victims())
        {
            return None;
        }
        if let ("/", Some(last)) = (self.text(1), self.short_end(2, year))
            && bare
        {
            return Some(Expression::time(3, Time::Years(year, last)));
        }
        let found = Expression::time(length, Time::Year(year));
        Some(if self.is_attribute() { found.aside() } else { found })
    }

    /// `in 218,` where the story is before Christ.
    fn ancient(&self, story: &Story) -> Option<Expression> {
        let number = self.digits(0, 3).filter(|n| *n > 31)?;
        let prepared = matches!(self.lex_before(1), Lex::In | Lex::By | Lex::Preposition);
        let free =
            self.token(1).is_none_or(|t| t.kind == TokenKind::Mark || self.lex(1) != Lex::Other);
        (story.year()? < 0 && prepared && free).then(|| Expression::time(1, Time::Year(1 - number)))
    }

    /// The last year of `1930–33`, at its two digits.
    pub fn short_end(&self, n: usize, first: i32) -> Option<i32> {
        let last = self.digits(n, 2).filter(|_| self.touches(n))?;
        // `1872–6`, `1915–17`, `1899–01`
        let round = if self.text(n).len() == 1 { 10 } else { 100 };
        let same = first / round * round + last;
        let year = if same > first { same } else { same + round };
        (first > 999 && year - first < 60).then_some(year)
    }

    /// "Marx's 1867 book", "an 1884 infection": told in passing.
    fn is_attribute(&self) -> bool {
        let Some(before) = self.before(1) else { return false };
        before.kind == TokenKind::Possessive
            || matches!(self.lex_before(1), Lex::The | Lex::A)
            || before.is_any(&["his", "her", "their", "its"])
    }

    /// `the 19th century`, at its number; `nineteenth-century`, `fifth century BC`.
    pub fn century(&self) -> Option<Expression> {
        let (number, length) = self.ordinal(0)?;
        let dash = usize::from(self.lex(length) == Lex::Dash);
        if self.lex(length + dash) != Lex::Unit(Unit::Century, false) || !(1..=21).contains(&number)
        {
            return None;
        }
        let end = length + dash + 1;
        let number = number as i32;
        let (first, era) = match self.era(end) {
            Some((true, era)) => (1 - number * 100, era),
            Some((false, era)) => ((number - 1) * 100, era),
            None => ((number - 1) * 100, 0),
        };
        Some(Expression::time(end + era, Time::Century(first)))
    }

    /// `'89`, with the century of the story.
    pub fn short_year(&self, story: &Story) -> Option<Expression> {
        let year = self.digits(1, 2).filter(|_| self.text(1).len() == 2 && self.touches(1))?;
        let near = story.year()?;
        let opens = self.before(1).is_none_or(|t| self.token(0).is_some_and(|q| q.start > t.end()));
        if !opens || self.touches(2) && self.token(2).is_some_and(|t| t.kind == TokenKind::Word) {
            return None;
        }
        let year = near.div_euclid(100) * 100 + year;
        let year = if year > near + 20 { year - 100 } else { year };
        Some(Expression::time(2, Time::Year(year)).aside())
    }

    /// `twenties`, with the century of the story.
    pub fn tens(&self, story: &Story) -> Option<Expression> {
        let Lex::Tens(tens) = self.lex(0) else { return None };
        let year = story.year()?.div_euclid(100) * 100 + i32::from(tens);
        Some(Expression::time(1, Time::Decade(year)).aside())
    }

    /// What shares the month or the century of the date before it: the `9` of
    /// `March 5–9`, the `17` of `1915–17`.
    pub fn linked(&self, story: &Story) -> Option<Expression> {
        let (end, before) = story.link?;
        if self.at != end + 1 {
            return None;
        }
        match before {
            Time::Year(first) if self.lex_before(1) == Lex::Dash => {
                let year = self.short_end(0, first)?;
                (!self.counts_things(1)).then(|| Expression::time(1, Time::Year(year)))
            }
            Time::Day(first) => self.linked_day(first),
            _ => None,
        }
    }

    fn linked_day(&self, first: Day) -> Option<Expression> {
        let (year, month, told) = first.ymd();
        // The date before must end with its day: `March 5`, `March 5th`.
        let its_last = self.lex_before(2);
        let with_year = self.before(2).is_some_and(|t| t.text.len() == 4);
        if matches!(its_last, Lex::Month(_) | Lex::MonthShort(_) | Lex::Mark) || with_year {
            return None;
        }
        let (day, length) = self.day(0).filter(|(day, _)| *day > told)?;
        let joined = match self.lex_before(1) {
            Lex::Dash => true,
            Lex::And | Lex::Or | Lex::To => !self.counts_nouns(length),
            Lex::Comma => {
                matches!(self.lex(length), Lex::And | Lex::Or | Lex::Comma)
                    && self.day(length + 1).is_some()
            }
            _ => self.before(1).is_some_and(|t| t.text == "&"),
        };
        if !joined || self.month(length).is_some() || self.clock_length().is_some() {
            return None;
        }
        let written = self.year_after(length);
        let year = written.map_or(year, |(year, _)| year);
        let day = Day::from_ymd(year, month, day)?;
        Some(Expression::time(length + written.map_or(0, |(_, length)| length), Time::Day(day)))
    }
}
