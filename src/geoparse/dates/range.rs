//! One time between two others: `between January and March 1919`.

use super::expression::{Expression, Sense};
use super::lexicon::Lex;
use super::reader::Reader;
use super::story::Story;
use super::time::{Shade, Time};

impl Reader<'_, '_> {
    /// Not the two ends but what lies between them is told. The ends of other
    /// ranges (`from … to …`, `1922–1952`) are dates of their own.
    pub fn between(&self, story: &Story) -> Option<Expression> {
        let first = self.end_of_range(1, story)?;
        let and = 1 + first.length;
        if self.lex(and) != Lex::And {
            return None;
        }
        let moved = match first.sense {
            Sense::Time(time, _) => {
                let mut moved = *story;
                moved.move_to(time);
                moved
            }
            _ => *story,
        };
        let last = self.end_of_range(and + 1, &moved)?;
        let (Sense::Time(a, plain), Sense::Time(b, other)) = (first.sense, last.sense) else {
            return None;
        };
        let ordered = a.bounds()?.0 <= b.bounds()?.1;
        if plain != Shade::default() || other != plain || !ordered {
            return None;
        }
        Some(Expression::new(and + 1 + last.length, Sense::Between(a, b)))
    }

    fn end_of_range(&self, n: usize, story: &Story) -> Option<Expression> {
        let end = self.skip(n);
        let found = match end.lex(0) {
            Lex::Month(_) => end.month_first(story).or_else(|| end.month_meant(story)),
            Lex::Digits => {
                end.iso_date().or_else(|| end.day_first(story)).or_else(|| end.years(story))
            }
            Lex::Ad => end.years(story),
            Lex::The => end.the_day(story),
            _ => None,
        };
        found.filter(Expression::is_time)
    }
}

/// `[1919-01..1919-03]`
pub(super) fn write(a: Time, b: Time) -> Option<String> {
    let (a, b) = (a.write(Shade::default())?, b.write(Shade::default())?);
    let simple = |text: &str| !text.contains(['/', 'X', '[']);
    (simple(&a) && simple(&b)).then(|| format!("[{a}..{b}]"))
}
