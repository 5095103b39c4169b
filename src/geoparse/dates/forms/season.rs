//! Seasons: `the summer of 1943`, `winter 1917–18`, `that spring`.

use super::fields::year_number;
use super::non_year::counts_things;
use super::year::end_of_range;
use super::year_of_date::of_that_year;
use crate::geoparse::dates::calendar_time::{CalendarTime, Season};
use crate::geoparse::dates::cursor::{Cursor, Matched};
use crate::geoparse::dates::english::{Tag, word_sets};
use crate::geoparse::dates::expression::TimeExpression;
use crate::geoparse::dates::reference_time::ReferenceTime;
use crate::geoparse::text::TokenKind;

/// A season with its year, or with that of the reference time.
pub(crate) fn season(cursor: Cursor<'_>, anchor: &ReferenceTime) -> Option<TimeExpression> {
    let Tag::Season(season) = cursor.tag(0) else { return None };
    if let Some(year) = year_of_season(cursor, anchor) {
        let time = CalendarTime::Season(year.value, season);
        let tokens = match season {
            Season::Winter => year.tokens + second_year_tokens(cursor, year),
            _ => year.tokens,
        };
        return Some(TimeExpression::time(tokens, time));
    }
    if !is_season_in_context(cursor, season) {
        return None;
    }
    if is_any_year(cursor) {
        return Some(TimeExpression::vague(1));
    }
    let listed = year_of_list_of_seasons(cursor);
    let year = listed.or_else(|| anchor.year_of_season(season));
    let time = year.map(|year| CalendarTime::Season(year, season));
    let found = TimeExpression::time_or_vague(1, time);
    // The year is a guess, so a month after the season is not counted from it.
    Some(if listed.is_some() { found } else { found.without_moving_anchor() })
}

/// The year after a season. The tokens are all up to its end, the season included.
fn year_of_season(cursor: Cursor<'_>, anchor: &ReferenceTime) -> Option<Matched<i32>> {
    let between = usize::from(matches!(cursor.tag(1), Tag::Of | Tag::Comma | Tag::In));
    let offset = 1 + between;
    year_number(cursor, offset)
        .filter(|year| !counts_things(cursor.ahead(offset), year.tokens))
        .map(|year| Matched::new(year.value, offset + year.tokens))
        .or_else(|| {
            of_that_year(cursor, 1, anchor).map(|year| Matched::new(year.value, 1 + year.tokens))
        })
}

/// The `–18` of `winter of 1917–18`, the `/217 BC` of `winter 218/217 BC`: one
/// winter in two years.
fn second_year_tokens(cursor: Cursor<'_>, first: Matched<i32>) -> usize {
    let end = first.tokens;
    if cursor.tag(end) != Tag::Dash && cursor.text(end) != "/" {
        return 0;
    }
    let full = year_number(cursor, end + 1);
    let is_next = end_of_range(cursor, end + 1, first.value) == Some(first.value + 1)
        || full.is_some_and(|last| last.value == first.value + 1);
    if is_next { 1 + full.map_or(1, |last| last.tokens) } else { 0 }
}

/// `summer and autumn 1918`.
fn year_of_list_of_seasons(cursor: Cursor<'_>) -> Option<i32> {
    if !matches!(cursor.tag(1), Tag::And | Tag::Or | Tag::Dash | Tag::To) {
        return None;
    }
    let next = (2..5).find(|&offset| matches!(cursor.tag(offset), Tag::Season(_)))?;
    let of = usize::from(cursor.tag(next + 1) == Tag::Of);
    year_number(cursor, next + 1 + of).map(|year| year.value)
}

/// "The army entered winter quarters": the season of any year, as no article tells which.
fn is_any_year(cursor: Cursor<'_>) -> bool {
    let has_noun = cursor.tag(1) == Tag::Other
        && cursor.token(1).is_some_and(|t| t.kind == TokenKind::Word && !t.is_capitalised())
        && !cursor.is_any(1, word_sets::FUNCTION_WORDS)
        && !cursor.is_any(1, word_sets::PRONOUNS);
    let follows_word = !cursor.begins_sentence()
        && matches!(cursor.tag_before(1), Tag::Other | Tag::Ordinal(_))
        && cursor.token_before(1).is_some_and(|t| t.kind == TokenKind::Word);
    has_noun && follows_word
}

/// Do the words around say that it is a season? Names of events (Spring Offensive),
/// springs of water and falls of cities are not.
fn is_season_in_context(cursor: Cursor<'_>, season: Season) -> bool {
    let before = cursor.tag_before(1);
    if cursor.is_capitalised(0) && (!cursor.begins_sentence() || cursor.is_capitalised(1)) {
        let prepared = matches!(before, Tag::In | Tag::DefiniteArticle | Tag::Preposition);
        return prepared && !cursor.is_capitalised(1);
    }
    if cursor.is_any(0, word_sets::FALL) {
        let determined =
            matches!(before, Tag::DefiniteArticle | Tag::Early | Tag::Late | Tag::That | Tag::Mid);
        let prepared = (2..5).any(|n| {
            matches!(cursor.tag_before(n), Tag::In | Tag::By | Tag::Preposition | Tag::Of)
        });
        return determined
            && prepared
            && cursor.tag(1) != Tag::Of
            && !cursor.is_any(1, word_sets::FALL_PARTICLES);
    }
    if season == Season::Spring {
        let is_verb = before == Tag::To || cursor.is_any(1, word_sets::SPRING_PARTICLES);
        let is_water = before == Tag::IndefiniteArticle && cursor.tag(1) != Tag::Other;
        return !is_verb && !is_water;
    }
    true
}
