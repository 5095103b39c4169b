//! Feasts: `Christmas 1914`, `New Year's Day 1900`, `Easter 1916`.

use super::expression::Expression;
use super::reader::Reader;
use super::story::Story;
use super::time::Time;
use crate::domain::time::Day;

impl Reader<'_, '_> {
    /// A feast with a day of its own, with its year or the story's.
    pub fn holiday(&self, story: &Story) -> Option<Expression> {
        let (length, feast) = self.feast()?;
        // "White Christmas": a name.
        let in_a_name = self.before(1).is_some_and(|t| t.is_capitalised())
            && !self.before(1).is_some_and(|t| {
                t.is_any(&["on", "at", "by", "before", "after", "since", "until", "the", "that"])
            });
        let names_event = self.is_name(length) && self.touches_with_space(length);
        if in_a_name || names_event {
            return None;
        }
        let written = self.year_after(length);
        let end = length + written.map_or(0, |(_, of_year)| of_year);
        let told = story.year().map(|year| match (feast, story.month()) {
            // New Year's Day after a date in autumn is the next one.
            (Feast::Fixed(1, 1), Some((_, month))) if month > 9 => year + 1,
            _ => year,
        });
        let day = written.map(|(year, _)| year).or(told).and_then(|year| match feast {
            Feast::Fixed(month, day) => Day::from_ymd(year, month, day),
            Feast::Easter(shift) => easter(year).map(|day| day + shift),
        });
        let about = matches!(feast, Feast::Easter(0));
        let found = Expression::told(end, day.map(Time::Day));
        Some(found.shaded(|shade| shade.about = about))
    }

    fn feast(&self) -> Option<(usize, Feast)> {
        let first = self.text(0);
        if first == "New" {
            let s = usize::from(self.text(2).ends_with(['s', 'S']));
            return match (self.text(1), self.text(2 + s)) {
                ("Year", "Day") => Some((3 + s, Feast::Fixed(1, 1))),
                ("Year", "Eve") => Some((3 + s, Feast::Fixed(12, 31))),
                _ => None,
            };
        }
        let second = self.text(1);
        Some(match first {
            "Christmas" if second == "Eve" => (2, Feast::Fixed(12, 24)),
            "Christmas" if second == "Day" => (2, Feast::Fixed(12, 25)),
            "Christmas" if second.eq_ignore_ascii_case("night") => (2, Feast::Fixed(12, 25)),
            "Christmas" => (1, Feast::Fixed(12, 25)),
            "Easter" if second == "Sunday" => (2, Feast::Easter(0)),
            "Easter" if second == "Monday" => (2, Feast::Easter(1)),
            "Easter" => (1, Feast::Easter(0)),
            _ => return None,
        })
    }

    fn touches_with_space(&self, n: usize) -> bool {
        self.token(n)
            .zip(n.checked_sub(1).and_then(|n| self.token(n)))
            .is_some_and(|(t, before)| t.start == before.end() + 1)
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Feast {
    Fixed(u32, u32),
    /// Days from Easter Sunday.
    Easter(i32),
}

/// Easter Sunday of the western churches (the anonymous Gregorian rule).
fn easter(year: i32) -> Option<Day> {
    if year < 1583 {
        return None;
    }
    let (a, b, c) = (year % 19, year / 100, year % 100);
    let h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
    let l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
    let m = (a + 11 * h + 22 * l) / 451;
    let n = h + l - 7 * m + 114;
    Day::from_ymd(year, (n / 31) as u32, (n % 31 + 1) as u32)
}
