//! Nouns that are no unit: `a period of unrest`, `dry season`, `this time`. They refer
//! to a time without telling which.

use crate::geoparse::dates::cursor::Cursor;
use crate::geoparse::dates::english::{Tag, word_sets};
use crate::geoparse::dates::expression::TimeExpression;

/// `a period of unrest`, `dry season`, `some time`.
pub(super) fn bare_period_noun(cursor: Cursor<'_>) -> Option<TimeExpression> {
    if cursor.is_capitalised(0) {
        return None;
    }
    let is_meant = if cursor.is_any(0, word_sets::TIME_NOUN) {
        cursor.is_any_before(1, word_sets::TIME_QUANTIFIERS)
    } else if cursor.is_any(0, word_sets::SEASON_NOUN) {
        cursor.is_any_before(1, word_sets::SEASON_ADJECTIVES)
    } else {
        // "A sixty-day period" is read as its days.
        !matches!(cursor.tag_before(1), Tag::Unit(..))
    };
    is_meant.then(|| TimeExpression::vague(1))
}

/// `the time`, `this period`, `the same season`: a time, but not which. Without "this"
/// a preposition must show that it is not "the first time" or "The Times".
pub(super) fn period_noun(
    cursor: Cursor<'_>,
    noun: usize,
    is_same: bool,
) -> Option<TimeExpression> {
    let prepared = matches!(
        cursor.tag_before(1),
        Tag::By | Tag::Of | Tag::In | Tag::Preposition | Tag::About | Tag::To | Tag::Before
    ) && !cursor.is_any_before(1, word_sets::FOR);
    let for_the_time_being = cursor.is_any(noun + 1, word_sets::BEING);
    let is_time = !cursor.is_any(noun, word_sets::TIME_NOUN) || prepared || for_the_time_being;
    let is_season = cursor.is_any(noun, word_sets::SEASON_NOUN);
    let is_name = cursor.is_capitalised(noun);
    (!is_name && is_time && (is_same || !is_season)).then(|| TimeExpression::vague(noun + 1))
}
