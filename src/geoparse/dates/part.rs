//! Parts of a time and doubts about it: `early 1928`, `the end of June`,
//! `circa April 1917`, `by 1883`.

use super::expression::{Expression, Sense};
use super::lexicon::Lex;
use super::reader::Reader;
use super::story::Story;
use super::time::{Part, Shade, Time, Unit};

impl Reader<'_, '_> {
    /// `circa April 1917`, `about 1883`, `c. 1900`, `in or about December 1914`.
    pub fn about(&self, story: &Story) -> Option<Expression> {
        let skip = match self.lex(0) {
            Lex::In if self.lex(1) == Lex::Or && self.lex(2) == Lex::About => 3,
            Lex::In => return None,
            Lex::Circa if self.text(1) == "." && self.touches(1) => 2,
            Lex::Circa if self.is(0, "c") || self.is(0, "ca") => return None,
            _ => 1,
        };
        let inner = self.skip(skip);
        let found = inner.dated(story).filter(|found| match found.sense {
            // "about 1500 were killed" is a number, if nothing says it is a year.
            Sense::Time(Time::Year(_), _) => {
                self.lex(0) != Lex::About || found.length > 1 || inner.is_told_as_year()
            }
            Sense::Time(..) => true,
            _ => false,
        });
        if let Some(found) = found {
            return Some(found.with_before(skip).shaded(|shade| shade.about = true));
        }
        self.amount(story)
    }

    /// Does nothing stand after the year that could be counted?
    fn is_told_as_year(&self) -> bool {
        self.token(1).is_none_or(|t| !t.text.starts_with(char::is_alphabetic))
            || matches!(self.lex(1), Lex::And | Lex::Or | Lex::To)
            || self.is_any(1, &["when", "he", "she", "they", "it", "the", "a"])
    }

    /// `early 1928`, `late in June`, `mid-August 1920`, `the end of 1919`, `the
    /// second half of 2008`, `the latter part of the year`.
    pub fn part(&self, story: &Story) -> Option<Expression> {
        let the = usize::from(self.lex(0) == Lex::The);
        let very = usize::from(self.is(the, "very"));
        let at = the + very;
        let (part, length) = self.part_name(at)?;
        let inner = self.skip(at + length);
        let found = inner.whole(story)?;
        let Sense::Time(time, Shade { part: None, .. }) = found.sense else {
            // "early this period": as vague as before.
            return (matches!(found.sense, Sense::Vague) && the == 0)
                .then(|| found.with_before(at + length));
        };
        let divides = !matches!(time, Time::Day(_) | Time::Days(..) | Time::Week(_));
        let found = found.with_before(at + length);
        Some(if divides { found.shaded(|shade| shade.part = Some(part)) } else { found })
    }

    /// The name of a part and how many tokens it takes, with what joins it on.
    fn part_name(&self, n: usize) -> Option<(Part, usize)> {
        let joined = |n: usize, length: usize| {
            let skip = match self.lex(n + length) {
                Lex::Of | Lex::In | Lex::On | Lex::Dash => 1,
                _ => 0,
            };
            length + skip
        };
        let of = |part, n: usize, length: usize| {
            (self.lex(n + length) == Lex::Of).then_some((part, length + 1))
        };
        match self.lex(n) {
            Lex::Early | Lex::Mid | Lex::Late => {
                let part = match self.lex(n) {
                    Lex::Early => Part::Early,
                    Lex::Mid => Part::Mid,
                    _ => Part::Late,
                };
                if self.is(n + 1, "part") {
                    return of(part, n, 2);
                }
                if self.lex(n + 1) == Lex::Half {
                    let part = if part == Part::Late { Part::SecondHalf } else { Part::FirstHalf };
                    return of(part, n, 2);
                }
                if self.is(n, "latter") {
                    return None;
                }
                Some((part, joined(n, 1)))
            }
            Lex::Middle => of(Part::Mid, n, 1),
            Lex::End => of(Part::Late, n, 1),
            Lex::Beginning => of(Part::Early, n, 1),
            Lex::Ordinal(half @ (1 | 2)) if self.lex(n + 1) == Lex::Half => {
                of(if half == 1 { Part::FirstHalf } else { Part::SecondHalf }, n, 2)
            }
            _ => None,
        }
    }

    /// What a part can be of.
    fn whole(&self, story: &Story) -> Option<Expression> {
        let the = usize::from(self.lex(0) == Lex::The);
        match self.lex(the) {
            // "the end of the month" is the end of the month told.
            Lex::Unit(unit @ (Unit::Month | Unit::Year | Unit::Decade | Unit::Century), false)
                if the == 1 =>
            {
                if unit == Unit::Year && self.year(the + 1).is_some() {
                    return self.relative(story);
                }
                Some(Expression::told(2, story.current(unit)))
            }
            Lex::Month(_) | Lex::MonthShort(_) if the == 0 => {
                self.month_first(story).or_else(|| self.month_meant(story))
            }
            // "the early hours of 25 October", "early morning hours of".
            Lex::Unit(Unit::Hour, true) if the == 0 => self.of_day(1, story),
            Lex::Tens(_) if the == 1 => self.the_time(story),
            // "the early thirties", but not "his early thirties".
            Lex::Tens(_) if self.lex_before(2) == Lex::The => self.tens(story),
            Lex::Digits | Lex::Season(_) | Lex::Ordinal(_) | Lex::Cardinal(_) => {
                if the == 1 {
                    self.skip(1).dated(story).map(|f| f.with_before(1))
                } else {
                    self.dated(story)
                }
            }
            Lex::That | Lex::This | Lex::Same | Lex::Direction(_) | Lex::Last | Lex::PartOfDay => {
                if the == 1 || self.lex(0) != Lex::PartOfDay {
                    self.relative(story)
                } else {
                    self.part_of_day(story)
                }
            }
            _ => None,
        }
    }
}
