//! Ages, where the birth is known: `aged 24`, `at the age of twelve`.

use super::duration::{Count, written};
use super::expression::{Expression, Sense};
use super::lexicon::Lex;
use super::reader::Reader;
use super::story::Story;
use super::time::{Time, Unit};

impl Reader<'_, '_> {
    /// `age 12`, `aged twenty-four`, `age of twelve`.
    pub fn age(&self, story: &Story) -> Option<Expression> {
        let of = usize::from(self.lex(1) == Lex::Of);
        let (years, length) = self.cardinal(1 + of)?;
        let end = 1 + of + length;
        // "aged 20 to 30": a group's.
        let group = matches!(self.lex(end), Lex::To | Lex::Dash | Lex::And)
            && self.cardinal(end + 1).is_some()
            || matches!(self.lex(end), Lex::Unit(u, _) if u != Unit::Year);
        if group || !(1..=120).contains(&years) {
            return None;
        }
        Some(self.at_age(end, years, story))
    }

    /// `18 years old`, `25 years of age`
    pub fn age_of(
        &self,
        end: usize,
        count: Count,
        unit: Unit,
        story: &Story,
    ) -> Option<Expression> {
        let length = match self.lex(end) {
            Lex::Of if self.lex(end + 1) == Lex::Age => 2,
            _ if self.is(end, "old") => 1,
            _ => return None,
        };
        match (count, unit) {
            (Count::Whole(years), Unit::Year) => Some(self.at_age(end + length, years, story)),
            _ => Some(Expression::new(end + length, Sense::Duration(written(count, unit)))),
        }
    }

    /// The year of life, or only how old, where no birth is known.
    fn at_age(&self, end: usize, years: i32, story: &Story) -> Expression {
        let days = story.born.map(|born| {
            let (first, next) = (born.plus_months(12 * years), born.plus_months(12 * years + 12));
            Time::Days(first, next - 1)
        });
        match days {
            Some(days) => Expression::time(end, days).aside(),
            None => {
                let count = Count::Whole(years);
                Expression::new(end, Sense::Duration(written(count, Unit::Year)))
            }
        }
    }

    /// Is the date before token `at` told as a birth: `born in Gori on 18
    /// December 1878`, `(18 December 1878 – 5 March 1953)`?
    pub fn tells_birth(&self, length: usize) -> bool {
        let said = (1..14)
            .take_while(|&n| self.before(n).is_some_and(|t| !t.ends_sentence()))
            .any(|n| self.before(n).is_some_and(|t| t.is("born")));
        let written = length >= 3;
        // "(18 December 1878 – 5 March 1953)": a life, and no battle.
        let lived = self.before(1).is_some_and(|t| t.text == "(") && self.lex(length) == Lex::Dash;
        let died = (length + 1..length + 6).find_map(|n| self.year(n)).map(|(year, _)| year);
        let born = length.checked_sub(1).and_then(|last| self.year(last)).map(|(year, _)| year);
        let years = lived && died.zip(born).is_some_and(|(died, born)| died - born > 10);
        written && (said || years)
    }
}
