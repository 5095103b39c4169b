//! Times that hang on the one told last: `that month`, `the next day`, `the
//! previous spring`, `the night of 18 April`.

use super::day::on_weekday;
use super::expression::Expression;
use super::lexicon::Lex;
use super::reader::Reader;
use super::story::Story;
use super::time::{Time, Unit};

/// Which one of its kind is meant?
#[derive(Clone, Copy, PartialEq, Eq)]
enum Pointing {
    /// `that`, `the same`
    Here,
    /// `next`, `previous`
    Towards(i8),
    /// `last`: before, if it is said at all which one.
    Last,
    /// `the`
    Plain,
}

impl Reader<'_, '_> {
    /// `that same month`, `the following day`, `next summer`, `this time`.
    pub fn relative(&self, story: &Story) -> Option<Expression> {
        let (pointing, at) = self.pointing()?;
        let determined = !matches!(self.lex(0), Lex::Direction(_) | Lex::Last);
        if let Some(found) = self.counted(pointing, at, determined, story) {
            return Some(found);
        }
        let by = match pointing {
            Pointing::Here => 0,
            Pointing::Towards(by) => by.into(),
            Pointing::Last
                if determined
                    && !matches!(self.lex(at), Lex::PartOfDay | Lex::Season(_) | Lex::Month(_)) =>
            {
                return self.the_last(at, story);
            }
            Pointing::Last => -1,
            Pointing::Plain => return self.plain_unit(at, story),
        };
        let end = at + 1;
        let over = matches!(self.lex_before(1), Lex::Roughly)
            || self.before(1).is_some_and(|t| t.is_any(&["for", "within"]));
        match self.lex(at) {
            // "over the next decade": as long as that.
            Lex::Unit(_, false) if over && by > 0 => self.span_of(at, None, story, false),
            Lex::Unit(unit, false) => {
                let found = if by == 0 { story.current(unit) } else { story.after(by, unit) };
                self.unless_compound(at, Expression::told(end, found))
            }
            // "these days", "those years"
            Lex::Unit(_, true) if by == 0 => Some(Expression::vague(end)),
            Lex::Season(season) => {
                let found = match by {
                    0 => story.year_of_season(season).map(|year| Time::Season(year, season)),
                    by => story.season_towards(season, by.signum() as i8),
                };
                Some(Expression::told(end, found))
            }
            Lex::Month(month) => {
                let day = self.day(end);
                if day.is_some() || self.year_after(end).is_some() {
                    return None;
                }
                let found = match by {
                    0 => self
                        .year_of(month.into(), story)
                        .map(|year| Time::Month(year, month.into())),
                    by => story.month_towards(month.into(), by.signum() as i8),
                };
                Some(Expression::told(end, found))
            }
            Lex::PartOfDay => {
                let found = story.after(by, Unit::Day).filter(|_| story.day().is_some());
                self.of_day(end, story).or_else(|| Some(Expression::told(end, found)))
            }
            Lex::Weekday(weekday) => {
                let found = story.day().map(|day| {
                    Time::Day(match by {
                        1 => on_weekday(day + 1, weekday),
                        -1 => on_weekday(day - 7, weekday),
                        _ => on_weekday(day, weekday),
                    })
                });
                Some(Expression::told(end, found))
            }
            Lex::AsTime => self.as_time(at, pointing == Pointing::Here),
            _ if by == 0 && self.is(at, "date") => {
                Some(Expression::told(end, story.day().map(Time::Day)))
            }
            _ => None,
        }
    }

    /// `that`, `the same`, `the very next`: what it points to and where it ends.
    fn pointing(&self) -> Option<(Pointing, usize)> {
        let article =
            usize::from(matches!(self.lex(0), Lex::The | Lex::That | Lex::This | Lex::These));
        let at = article + usize::from(self.is(article, "very") || self.is(article, "immediately"));
        Some(match self.lex(at) {
            Lex::Same => (Pointing::Here, at + 1),
            Lex::Direction(by) => (Pointing::Towards(by), at + 1),
            Lex::Last => (Pointing::Last, at + 1),
            _ if article == 0 => return None,
            _ if self.lex(0) == Lex::The => (Pointing::Plain, at),
            _ => (Pointing::Here, at),
        })
    }

    /// `the next two weeks`, `the past few years`, `the coming years`: as long
    /// as that.
    fn counted(
        &self,
        pointing: Pointing,
        at: usize,
        determined: bool,
        story: &Story,
    ) -> Option<Expression> {
        if let Lex::Unit(_, true) = self.lex(at) {
            return match pointing {
                Pointing::Towards(_) | Pointing::Last if determined => {
                    self.span_of(at, None, story, pointing == Pointing::Last)
                }
                Pointing::Here => self.skip(at).amount(story).map(|f| f.with_before(at)),
                _ => None,
            };
        }
        let counts = matches!(self.lex(at), Lex::Digits | Lex::Cardinal(_) | Lex::Indefinite);
        if !counts || !determined && pointing == Pointing::Plain {
            return None;
        }
        // "the last two weeks of March"
        if let (Pointing::Last, Some((count, length))) = (pointing, self.cardinal(at))
            && determined
            && matches!(self.lex(at + length), Lex::Unit(..))
        {
            return self.span_of(at + length, Some(count), story, true);
        }
        let found = self.skip(at).amount(story)?;
        (!found.is_time()).then(|| found.with_before(at))
    }

    /// `the last week of May`, `the past decade`, `a thing of the past`.
    fn the_last(&self, at: usize, story: &Story) -> Option<Expression> {
        match self.lex(at) {
            Lex::Unit(_, false) => self.span_of(at, None, story, true),
            Lex::Mark | Lex::Comma if self.is(at - 1, "past") => Some(Expression::vague(at)),
            _ => None,
        }
    }

    /// `the day`, `the year 1905`, `the night of`, `the summer of 1943`.
    fn plain_unit(&self, at: usize, story: &Story) -> Option<Expression> {
        let end = at + 1;
        match self.lex(at) {
            Lex::Unit(unit @ (Unit::Year | Unit::Month), plural) => {
                // "the year 1917", "the month of May", "the years 1955".
                let of = usize::from(self.lex(end) == Lex::Of);
                let inner = self.skip(end + of);
                let found = match unit {
                    Unit::Year if of == 0 => inner.years(story),
                    Unit::Month => inner.month_first(story).or_else(|| inner.month_meant(story)),
                    _ => None,
                };
                if let Some(found) = found {
                    return Some(found.with_before(end + of));
                }
                self.plain_turn(at, unit, plural, story)
            }
            Lex::Unit(unit, plural) => self.plain_turn(at, unit, plural, story),
            Lex::Season(_) => self.skip(at).season(story).map(|f| f.with_before(at)),
            Lex::PartOfDay => self.skip(at).part_of_day(story).map(|f| f.with_before(at)),
            Lex::Ordinal(_) | Lex::Edge => self.edge(at, story),
            Lex::Attribute => self.attribute(at),
            Lex::AsTime => self.as_time(at, false),
            _ => None,
        }
    }

    /// `the day after`, `the year before`, `the day following`; or just "the
    /// day", which may be any.
    fn plain_turn(&self, at: usize, unit: Unit, plural: bool, story: &Story) -> Option<Expression> {
        let end = at + 1;
        let turn = match self.lex(end) {
            Lex::After | Lex::Direction(1) | Lex::Afterwards => 1,
            Lex::Before | Lex::Direction(-1) | Lex::Previously => -1,
            _ => 0,
        };
        if (unit, plural, self.lex(end)) == (Unit::Week, false, Lex::Of)
            && let Some(date) = self.skip(end + 1).dated(story)
            && let Some(day) = date.day()
        {
            return Some(Expression::time(end + 1 + date.length, Time::of(Unit::Week, day)));
        }
        if turn == 0 || plural {
            return self.skip(at).pointer(story).map(|f| f.with_before(at));
        }
        // "the day after the battle" hangs on the battle, which has no date here.
        let elsewhere =
            self.token(end + 1).is_some_and(|t| t.text.starts_with(char::is_alphabetic))
                && !matches!(self.lex(end + 1), Lex::And | Lex::In | Lex::On)
                && matches!(self.lex(end), Lex::After | Lex::Before);
        if elsewhere {
            let date = self.skip(end + 1).dated(story).filter(Expression::is_time);
            if let Some((date, day)) = date.and_then(|d| Some((d.length, d.day()?)))
                && unit == Unit::Day
            {
                return Some(Expression::time(end + 1 + date, Time::Day(day + turn)));
            }
            return Some(Expression::vague(end));
        }
        Some(Expression::told(end + 1, story.after(turn, unit)))
    }

    /// `that day-long battle` is no day.
    fn unless_compound(&self, at: usize, found: Expression) -> Option<Expression> {
        let compound =
            self.lex(at + 1) == Lex::Dash && self.touches(at + 1) && self.touches(at + 2);
        if compound {
            self.skip(at).pointer(&Story::default()).map(|f| f.with_before(at))
        } else {
            Some(found)
        }
    }

    /// `the time`, `this period`, `the same season`: a time, but not which. Where
    /// it is not "this" time, a preposition must show that no "first time" or
    /// "Time" is meant.
    fn as_time(&self, at: usize, pointed: bool) -> Option<Expression> {
        let prepared = matches!(
            self.lex_before(1),
            Lex::By | Lex::Of | Lex::In | Lex::Preposition | Lex::About | Lex::To | Lex::Before
        ) && !self.before(1).is_some_and(|t| t.is("for"));
        let lower = self.token(at).is_some_and(|t| !t.is_capitalised());
        let being = self.is(at + 1, "being");
        let is_time = !self.is(at, "time") || prepared || being;
        let is_season = !self.is(at, "season");
        (lower && is_time && (pointed || is_season)).then(|| Expression::vague(at + 1))
    }

    /// `later that month`, `earlier in the year`, `later in 1792`.
    pub fn later_that_year(&self, story: &Story) -> Option<Expression> {
        let of = usize::from(matches!(self.lex(1), Lex::In | Lex::On));
        let inner = self.skip(1 + of);
        let found = match inner.lex(0) {
            Lex::That | Lex::This | Lex::Same => inner.relative(story),
            Lex::The => {
                if let Lex::Unit(unit @ (Unit::Year | Unit::Month | Unit::Day | Unit::Week), false) =
                    inner.lex(1)
                    && of == 1
                {
                    story.current(unit).map(|time| Expression::time(2, time))
                } else {
                    inner.relative(story)
                }
            }
            Lex::Digits if of == 1 => inner.years(story),
            _ => None,
        };
        found.filter(Expression::is_time).map(|f| f.with_before(1 + of))
    }

    /// `the 1930s`, `the 19th century`: an article before what needs none.
    pub fn the_time(&self, story: &Story) -> Option<Expression> {
        let inner = self.skip(1);
        match inner.lex(0) {
            Lex::Ordinal(_) | Lex::Cardinal(_) => inner.century(),
            Lex::Digits => inner.century().or_else(|| {
                // Attributive years stay without their article.
                inner.years(story).filter(|found| found.length == 2 && found.is_decade())
            }),
            Lex::Early | Lex::Late | Lex::Mid => inner.part(story),
            Lex::Tens(_) => inner.tens(story),
            _ => None,
        }
        .map(|found| found.with_before(1))
    }
}
