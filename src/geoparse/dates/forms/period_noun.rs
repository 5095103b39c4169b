//! Nouns that are no unit: `a period of unrest`, `dry season`, `this time`. They refer
//! to a time without telling which.

use crate::geoparse::dates::cursor::Cursor;
use crate::geoparse::dates::english::{Tag, word_sets};
use crate::geoparse::dates::expression::TimeExpression;
use crate::geoparse::dates::time_reference::TimeReference;

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
    // "The women of the time" are those of the time that is told.
    let is_of_the_time = cursor.tag_before(1) == Tag::Of
        && cursor.tag(0) == Tag::DefiniteArticle
        && cursor.is_any(noun, word_sets::TIME_NOUN)
        && noun == 1
        && cursor.tag(noun + 1) != Tag::Of;
    // "For the time being" and "at this time" are now.
    let is_now = for_the_time_being
        || is_of_the_time
        || (cursor.is_any(0, word_sets::THIS)
            && cursor.is_any(noun, word_sets::TIME_NOUN)
            && cursor.is_any_before(1, word_sets::AT));
    let reference = is_now.then_some(TimeReference::Present);
    (!is_name && is_time && (is_same || !is_season))
        .then(|| TimeExpression::vague_with(noun + 1, reference))
}
