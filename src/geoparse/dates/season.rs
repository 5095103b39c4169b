//! Seasons: `the summer of 1943`, `winter 1917–18`, `that spring`.

use super::expression::Expression;
use super::lexicon::Lex;
use super::reader::Reader;
use super::story::Story;
use super::time::{Season, Time};

impl Reader<'_, '_> {
    /// A season, with its year or the story's.
    pub fn season(&self, story: &Story) -> Option<Expression> {
        let Lex::Season(season) = self.lex(0) else { return None };
        let of = usize::from(matches!(self.lex(1), Lex::Of | Lex::Comma | Lex::In));
        let year = self
            .year(1 + of)
            .filter(|(_, length)| !self.skip(1 + of).counts_things(*length))
            .or_else(|| self.of_that_year(1, story).map(|(year, length)| (year, length - of)));
        if let Some((year, length)) = year {
            let end = 1 + of + length;
            // "winter of 1917–18", "1916/17": one winter.
            let spans = (self.lex(end) == Lex::Dash || self.text(end) == "/")
                && (self.short_end(end + 1, year) == Some(year + 1)
                    || self.year(end + 1).is_some_and(|(last, _)| last == year + 1));
            // "218/217 BC"
            let era = if spans { self.year(end + 1).map_or(1, |(_, length)| length) } else { 0 };
            let end = if spans && season == Season::Winter { end + 1 + era } else { end };
            return Some(Expression::time(end, Time::Season(year, season)));
        }
        if !self.season_is_meant(season) {
            return None;
        }
        let listed = self.year_of_list_of_seasons();
        let year = listed.or_else(|| story.year_of_season(season));
        let found = Expression::told(1, year.map(|year| Time::Season(year, season)));
        // The season's year is a guess: a month after it counts from what was told.
        Some(if listed.is_some() { found } else { found.aside() })
    }

    /// `summer and autumn 1918`
    fn year_of_list_of_seasons(&self) -> Option<i32> {
        if !matches!(self.lex(1), Lex::And | Lex::Or | Lex::Dash | Lex::To) {
            return None;
        }
        let next = (2..5).find(|&n| matches!(self.lex(n), Lex::Season(_)))?;
        let of = usize::from(self.lex(next + 1) == Lex::Of);
        self.year(next + 1 + of).map(|(year, _)| year)
    }

    /// Names of events (Spring Offensive), springs of water and falls of cities
    /// are no seasons.
    fn season_is_meant(&self, season: Season) -> bool {
        let named =
            self.is_name(0) && !self.begins_sentence() || self.is_name(0) && self.is_name(1);
        if named {
            return self.is_name(0)
                && !self.is_name(1)
                && matches!(self.lex_before(1), Lex::In | Lex::The | Lex::Preposition);
        }
        if self.is(0, "fall") {
            let article = matches!(
                self.lex_before(1),
                Lex::The | Lex::Early | Lex::Late | Lex::That | Lex::Mid
            );
            let prepared = article
                && (1..4).any(|n| {
                    matches!(self.lex_before(n + 1), Lex::In | Lex::By | Lex::Preposition | Lex::Of)
                });
            return prepared && self.lex(1) != Lex::Of && !self.is_any(1, &["in", "from", "back"]);
        }
        if season == Season::Spring {
            let verb = self.lex_before(1) == Lex::To
                || self.is_any(1, &["up", "from", "into", "back", "water", "forward"])
                || matches!(self.lex_before(1), Lex::A) && self.lex(1) != Lex::Other;
            return !verb;
        }
        true
    }
}
