//! Expressions that refer to a time without telling which (TIMEX3: `PRESENT_REF`,
//! `PAST_REF`, `FUTURE_REF`, and sets): `now`, `recently`, `the former capital`,
//! `daily`, `every year`, `those days`.

use super::number::cardinal;
use super::period_noun::bare_period_noun;
use crate::geoparse::dates::calendar_time::{CalendarTime, DatePart, TimeUnit};
use crate::geoparse::dates::cursor::Cursor;
use crate::geoparse::dates::english::{
    GrammaticalNumber::{self, Plural, Singular},
    Tag, word_sets,
};
use crate::geoparse::dates::expression::TimeExpression;
use crate::geoparse::dates::iso_duration::Quantity;
use crate::geoparse::dates::reference_time::ReferenceTime;
use crate::geoparse::dates::time_reference::TimeReference;
use crate::geoparse::text::TokenKind;

/// A reference to a time that no calendar can hold.
pub(crate) fn deictic(cursor: Cursor<'_>, anchor: &ReferenceTime) -> Option<TimeExpression> {
    match (cursor.tag(0), cursor.tag(1)) {
        (Tag::Deictic(reference), _) => Some(TimeExpression::reference(1, reference)),
        (Tag::DeicticDay, _) => Some(TimeExpression::vague(1)),
        (Tag::DeicticAdjective(reference), _) => deictic_adjective(cursor, 0, reference),
        (Tag::Recurrence, _) => {
            let is_name = cursor.is_capitalised(0) && !cursor.begins_sentence();
            (!is_name).then(|| TimeExpression::vague(1))
        }
        (Tag::Every, _) => every(cursor),
        (Tag::Per, Tag::Unit(unit, Singular)) => {
            Some(TimeExpression::duration(2, Quantity::Whole(1), unit))
        }
        (Tag::Unit(unit, inflection), _) => bare_unit(cursor, unit, inflection, anchor),
        (Tag::PluralDemonstrative, Tag::Unit(_, Plural)) => {
            Some(TimeExpression::vague_with(2, these_days(cursor)))
        }
        (Tag::PeriodNoun, _) => bare_period_noun(cursor),
        (Tag::To, _) if is_to_date(cursor) => {
            Some(TimeExpression::reference(2, TimeReference::Present))
        }
        _ => None,
    }
}

/// `former capital`, `recent events`, `future`, with the tokens before it; but not
/// "the former was", "to present".
pub(super) fn deictic_adjective(
    cursor: Cursor<'_>,
    offset: usize,
    reference: TimeReference,
) -> Option<TimeExpression> {
    let next = offset + 1;
    let next_is_word = cursor.token(next).is_some_and(|t| t.kind == TokenKind::Word);
    let is_former = cursor.is_any(offset, word_sets::FORMER);
    let is_meant = if cursor.is_capitalised(offset) {
        // Former President; "Present" begins too many other things.
        is_former && (cursor.begins_sentence() || offset > 0)
    } else if is_former {
        next_is_word
            && (cursor.tag(next) == Tag::Other || cursor.is_capitalised(next))
            && !cursor.is_any(next, word_sets::AFTER_THE_FIRST_OF_TWO)
    } else if cursor.is_any(offset, word_sets::PRESENT) {
        is_present_time(cursor, offset)
    } else if cursor.is_any(offset, word_sets::CURRENT) {
        next_is_word
    } else {
        true
    };
    let has_day = cursor.is_any(next, word_sets::DAY_NOUN) || is_day_hyphened(cursor, next);
    let is_meant = is_meant && (has_day || !cursor.is_any(offset, word_sets::MODERN));
    let noun_tokens = if is_day_hyphened(cursor, next) {
        2
    } else {
        usize::from(cursor.is_any(next, word_sets::DAY_OR_TIME))
    };
    is_meant.then(|| TimeExpression::reference(next + noun_tokens, reference))
}

/// "To date" is until now where no time follows it: not in "to date from 1900".
fn is_to_date(cursor: Cursor<'_>) -> bool {
    cursor.is_any(1, word_sets::DATE_NOUN)
        && (cursor.token(2).is_none_or(|next| next.kind == TokenKind::Mark)
            || cursor.is_any(2, word_sets::PERFECT_AUXILIARIES))
}

/// "these days" is now; "those days" and "these years" are not.
pub(super) fn these_days(cursor: Cursor<'_>) -> Option<TimeReference> {
    let is_now = cursor.is_any(0, word_sets::THESE)
        && matches!(cursor.tag(1), Tag::Unit(TimeUnit::Day, Plural));
    is_now.then_some(TimeReference::Present)
}

/// The reference of a time at an unknown distance: `later`, `ago`.
pub(super) fn direction_of(word: Tag) -> Option<TimeReference> {
    match word {
        Tag::Later => Some(TimeReference::Future),
        Tag::Earlier | Tag::Ago => Some(TimeReference::Past),
        _ => None,
    }
}

/// Is "present" at the offset the time, and not the verb or "being there"?
fn is_present_time(cursor: Cursor<'_>, offset: usize) -> bool {
    let next = offset + 1;
    if (offset == 0 && cursor.is_any(next, word_sets::DAY_NOUN)) || is_day_hyphened(cursor, next) {
        return true;
    }
    let before = match offset {
        0 => cursor.tag_before(1),
        _ => cursor.tag(offset - 1),
    };
    let next_is_word = cursor.token(next).is_some_and(|t| t.kind == TokenKind::Word);
    match before {
        Tag::Preposition => cursor.tag_before(1) == Tag::Preposition,
        Tag::DefiniteArticle => !next_is_word || cursor.is_any(next, word_sets::PRESENT_NOUNS),
        _ => false,
    }
}

/// The `-day` of `present-day`.
fn is_day_hyphened(cursor: Cursor<'_>, offset: usize) -> bool {
    cursor.tag(offset) == Tag::Dash && cursor.is_any(offset + 1, word_sets::DAY_NOUN)
}

/// `every day`, `each night`, `every two weeks`.
fn every(cursor: Cursor<'_>) -> Option<TimeExpression> {
    let counted = cursor.is_any(1, word_sets::OTHER) || cardinal(cursor, 1).is_some();
    let noun = 1 + usize::from(counted);
    let is_time = matches!(
        cursor.tag(noun),
        Tag::Unit(..) | Tag::PartOfDay | Tag::Season(_) | Tag::Weekday(_) | Tag::Month(_)
    );
    is_time.then(|| TimeExpression::vague(noun + 1))
}

/// A unit without a number or a determiner: `for days`, `month's end`, `year-long`.
fn bare_unit(
    cursor: Cursor<'_>,
    unit: TimeUnit,
    inflection: GrammaticalNumber,
    anchor: &ReferenceTime,
) -> Option<TimeExpression> {
    if unit == TimeUnit::Second || (unit == TimeUnit::Minute && inflection == Singular) {
        return None;
    }
    let next = cursor.tag(1);
    let has_direction = matches!(
        next,
        Tag::Later | Tag::Earlier | Tag::Before | Tag::After | Tag::Afterwards | Tag::Ago
    );
    // Events: July Days, Year Zero. But a sentence may begin with "Hours later".
    if cursor.is_capitalised(0) && !(has_direction && cursor.begins_sentence()) {
        return None;
    }
    if cursor.is_exactly(1, word_sets::POSSESSIVE_ENDINGS) && cursor.tag(2) == Tag::End {
        let found = TimeExpression::time_or_vague(3, anchor.current(unit));
        return Some(found.with_part(DatePart::Late));
    }
    if next == Tag::Dash && cursor.touches(1) {
        let quantity = match inflection {
            Singular => Quantity::Whole(1),
            Plural => Quantity::Unspecified,
        };
        return cursor
            .is_any(2, word_sets::LONG)
            .then(|| TimeExpression::duration(3, quantity, unit));
    }
    if next == Tag::Later && unit == TimeUnit::Hour {
        return Some(TimeExpression::time_or_vague(2, anchor.day().map(CalendarTime::Day)));
    }
    match inflection {
        _ if has_direction => Some(TimeExpression::vague_with(2, direction_of(next))),
        Singular if unit == TimeUnit::Day && is_idiom(cursor) => None,
        Singular => Some(TimeExpression::vague(1)),
        Plural => Some(TimeExpression::duration(1, Quantity::Unspecified, unit)),
    }
}

/// "won the day", "carries the day".
fn is_idiom(cursor: Cursor<'_>) -> bool {
    cursor.tag_before(1) == Tag::DefiniteArticle
        && cursor.is_any_before(2, word_sets::DAY_IDIOM_VERBS)
}
