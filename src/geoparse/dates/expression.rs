//! The forms a date takes in English prose, one function each.

use super::Story;
use super::reader::Reader;
use crate::domain::{Calendar, Day};
use crate::geoparse::token::TokenKind;

/// A date found at a token.
pub(super) struct Expression {
    /// Tokens it takes.
    pub length: usize,
    pub edtf: String,
    pub calendar: Calendar,
    /// Does the story go on from here? Not from "the 1867 book".
    pub moves_story: bool,
}

impl Expression {
    fn new(length: usize, edtf: String) -> Option<Self> {
        Some(Self { length, edtf, calendar: Calendar::Unspecified, moves_story: true })
    }
}

/// Part of a month or a year.
#[derive(Clone, Copy)]
enum Part {
    Early,
    Mid,
    Late,
}

impl<'t> Reader<'_, 't> {
    /// The longest form that stands here.
    pub fn expression(&self, story: &Story) -> Option<Expression> {
        self.dual_style()
            .or_else(|| self.between(story))
            .or_else(|| self.qualified(story))
            .or_else(|| self.that_time(story))
            .or_else(|| self.after_a_while(story))
            .or_else(|| self.day_and_month(story))
            .or_else(|| self.month_first(story))
            .or_else(|| self.years())
    }

    /// `18 December [O.S. 6 December] 1878`: one date in two styles.
    fn dual_style(&self) -> Option<Expression> {
        let (day, month) = (self.day_number(0)?, self.month(1)?);
        let close = (3..10).find(|&n| self.text(n) == "]")?;
        if self.text(2) != "[" || !(self.text(3) == "O" && self.text(5) == "S") {
            return None;
        }
        let year = self.year(close + 1)?;
        Day::from_ymd(year, month, day)?;
        Some(Expression {
            length: close + 2,
            edtf: format!("{}-{month:02}-{day:02}", year_digits(year)),
            calendar: Calendar::Gregorian,
            moves_story: true,
        })
    }

    /// `between January and March 1919`
    fn between(&self, story: &Story) -> Option<Expression> {
        if !self.is(0, "between") || !self.is(2, "and") && !self.is(3, "and") {
            return None;
        }
        let and = if self.is(2, "and") { 2 } else { 3 };
        if let (Some(a), Some(b)) = (self.year(1), self.year(and + 1))
            && and == 2
        {
            return Expression::new(4, format!("[{}..{}]", year_digits(a), year_digits(b)));
        }
        let (a, b) = (self.month(1)?, self.month(and + 1)?);
        let last = self.year(and + 2);
        let year_b = last.or_else(|| story.year_of(b))?;
        let year_a = if and == 3 { self.year(2)? } else { year_b - i32::from(a > b) };
        Expression::new(
            and + 2 + usize::from(last.is_some()),
            format!("[{}-{a:02}..{}-{b:02}]", year_digits(year_a), year_digits(year_b)),
        )
    }

    /// `early 1928`, `late November 1903`, `mid-August 1920`, `circa April
    /// 1917`, `in or about December 1914`, `by 1883`, `the end of 1919`.
    fn qualified(&self, story: &Story) -> Option<Expression> {
        let inner = |n: usize| Reader { at: self.at + n, ..*self };
        if self.is(0, "by") {
            let the_end_of = self.is(1, "the") && self.is(2, "end") && self.is(3, "of");
            let skip = if the_end_of { 4 } else { 1 };
            let date = inner(skip).plain(story)?;
            return Expression::new(skip + date.length, format!("/{}", date.edtf));
        }
        if self.text(0).eq_ignore_ascii_case("circa")
            || self.is(0, "about")
            || (self.is(0, "c") && self.text(1) == ".")
        {
            let skip = if self.is(0, "c") { 2 } else { 1 };
            let date = inner(skip).plain(story)?;
            return Expression::new(skip + date.length, format!("{}~", date.edtf));
        }
        if self.is(0, "in") && self.is(1, "or") && self.is(2, "about") {
            let date = inner(3).plain(story)?;
            return Expression::new(3 + date.length, format!("{}~", date.edtf));
        }
        let part = match self.text(0).to_ascii_lowercase().as_str() {
            "early" => Part::Early,
            "mid" => Part::Mid,
            "late" => Part::Late,
            _ => return None,
        };
        let skip = 1 + usize::from(matches!(self.text(1), "-" | "–"));
        if let Some(month) = inner(skip).month(0) {
            if inner(skip).day_number(1).is_some() {
                return None;
            }
            let written = inner(skip).year(1);
            let year = written.or_else(|| story.year_of(month))?;
            return Expression::new(
                skip + 1 + usize::from(written.is_some()),
                part_of_month(part, year, month)?,
            );
        }
        let year = inner(skip).year(0)?;
        Expression::new(skip + 1, part_of_year(part, year))
    }

    /// `that month`, `that same month`, `that year`
    fn that_time(&self, story: &Story) -> Option<Expression> {
        if !self.is_any(0, &["that", "the"]) {
            return None;
        }
        let same = usize::from(self.is(1, "same"));
        if self.is(0, "the") && same == 0 {
            return None;
        }
        let year = story.year?;
        let edtf = match self.text(1 + same) {
            "month" => format!("{}-{:02}", year_digits(year), story.month?),
            "year" => year_digits(year),
            _ => return None,
        };
        Expression::new(2 + same, edtf)
    }

    /// `after two months`, `two months later`
    fn after_a_while(&self, story: &Story) -> Option<Expression> {
        let (skip, tail) = if self.is(0, "after") { (1, 0) } else { (0, 1) };
        let count = self.small_number(skip)?;
        let unit = self.text(skip + 1);
        if tail == 1 && !self.is(skip + 2, "later") {
            return None;
        }
        let day = story.day?;
        let edtf = match unit {
            "day" | "days" => (day + count).to_string(),
            "week" | "weeks" => month_of(day + 7 * count),
            "month" | "months" => month_of(day.plus_months(count)),
            "year" | "years" => year_digits(day.plus_months(12 * count).ymd().0),
            _ => return None,
        };
        Expression::new(skip + 2 + tail, format!("{edtf}~"))
    }

    /// `20 November 1903`, `10 October`, `16 July`
    fn day_and_month(&self, story: &Story) -> Option<Expression> {
        let (day, month) = (self.day_number(0)?, self.month(1)?);
        let written = self.year(2);
        let year = written.or_else(|| story.year_of(month))?;
        Day::from_ymd(year, month, day)?;
        Expression::new(
            2 + usize::from(written.is_some()),
            format!("{}-{month:02}-{day:02}", year_digits(year)),
        )
    }

    /// `November 1903`, `November 20, 1903`, `May–June 1907`, `May Day 1901`,
    /// `In June`.
    fn month_first(&self, story: &Story) -> Option<Expression> {
        let month = self.month(0)?;
        if let (Some(day), true) = (self.day_number(1), self.text(2) == ",")
            && let Some(year) = self.year(3)
        {
            Day::from_ymd(year, month, day)?;
            return Expression::new(4, format!("{}-{month:02}-{day:02}", year_digits(year)));
        }
        if month == 5 && self.is(1, "Day") {
            let year = self.year(2)?;
            return Expression::new(3, format!("{}-05-01", year_digits(year)));
        }
        if matches!(self.text(1), "–" | "-" | "—" | "/") {
            let last = Reader { at: self.at + 2, ..*self };
            if let (Some(b), Some(year)) = (last.month(0), last.year(1)) {
                return Expression::new(4, format!("{0}-{month:02}/{0}-{b:02}", year_digits(year)));
            }
        }
        if let Some(year) = self.year(1) {
            return Expression::new(2, format!("{}-{month:02}", year_digits(year)));
        }
        // Without a year: only where the words around say that it is a date,
        // and not the name of an event (October Revolution, July Days).
        let before = self.at.checked_sub(1).map(|i| self.tokens[i]);
        let prepared = before.is_some_and(|t| {
            t.is_any(&["in", "by", "since", "until", "from", "of", "during", "and", "to", "last"])
                || t.text == ","
        });
        let names_event = self
            .token(1)
            .is_some_and(|t| t.is_capitalised() && t.start == self.tokens[self.at].end() + 1);
        // "March, April, and May 1913": the year stands at the end of the list.
        let listed = self.year_of_list();
        if listed.is_none() && (!prepared || names_event) {
            return None;
        }
        let year = listed.or_else(|| story.year_of(month))?;
        Expression::new(1, format!("{}-{month:02}", year_digits(year)))
    }

    fn year_of_list(&self) -> Option<i32> {
        (1..8)
            .take_while(|&n| {
                self.text(n) == ","
                    || self.is_any(n, &["and", "or", "then"])
                    || self.month(n).is_some()
            })
            .find_map(|n| self.month(n).and(self.year(n + 1)))
    }

    /// `1903`, `1922–1952`, `1930–33`, `1930s`
    fn years(&self) -> Option<Expression> {
        let year = self.year(0)?;
        let next = self.token(1);
        let touching =
            |n: usize| self.token(n).is_some_and(|t| t.start == self.tokens[self.at + n - 1].end());
        if next.is_some_and(|t| t.text == "s") && touching(1) && year % 10 == 0 {
            return Expression::new(2, format!("{}X", &year_digits(year)[..3]));
        }
        if matches!(self.text(1), "–" | "-") && touching(1) && touching(2) {
            let digits = self.text(2);
            let end = match digits.len() {
                4 => self.year(2),
                2 => digits.parse::<i32>().ok().map(|two| year / 100 * 100 + two),
                _ => None,
            };
            if let Some(end) = end.filter(|&end| end > year) {
                return Expression::new(3, format!("{}/{}", year_digits(year), year_digits(end)));
            }
        }
        // "Marx's 1867 book", "an 1884 infection": told in passing.
        let before = self.at.checked_sub(1).map(|i| self.tokens[i]);
        let attributive = before.is_some_and(|t| {
            t.kind == TokenKind::Possessive || t.is_any(&["the", "a", "an", "his", "her", "their"])
        });
        let mut expression = Expression::new(1, year_digits(year))?;
        expression.moves_story = !attributive;
        Some(expression)
    }

    /// A date without qualification.
    fn plain(&self, story: &Story) -> Option<Expression> {
        self.day_and_month(story)
            .or_else(|| {
                let month = self.month(0)?;
                let year = self.year(1)?;
                Expression::new(2, format!("{}-{month:02}", year_digits(year)))
            })
            .or_else(|| self.year(0).and_then(|year| Expression::new(1, year_digits(year))))
    }
}

fn year_digits(year: i32) -> String {
    format!("{year:04}")
}

fn month_of(day: Day) -> String {
    let (year, month, _) = day.ymd();
    format!("{}-{month:02}", year_digits(year))
}

fn part_of_month(part: Part, year: i32, month: u32) -> Option<String> {
    let (first, last) = match part {
        Part::Early => (1, 10),
        Part::Mid => (11, 20),
        Part::Late => (21, Day::last_of(year, month)?.ymd().2),
    };
    let year = year_digits(year);
    Some(format!("[{year}-{month:02}-{first:02}..{year}-{month:02}-{last:02}]"))
}

fn part_of_year(part: Part, year: i32) -> String {
    let (first, last) = match part {
        Part::Early => (1, 4),
        Part::Mid => (5, 8),
        Part::Late => (9, 12),
    };
    let year = year_digits(year);
    format!("[{year}-{first:02}..{year}-{last:02}]")
}
