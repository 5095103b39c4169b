//! Durations: `two months`, `a few days`, `three-day`. With "later" or "earlier"
//! they are times; see [`offset`](super::offset).

use super::age::age_after_quantity;
use super::number::cardinal;
use super::offset::offset_from_anchor;
use super::quantity::{approximator_tokens, quantity};
use crate::geoparse::dates::calendar_time::TimeUnit;
use crate::geoparse::dates::cursor::{Cursor, Matched};
use crate::geoparse::dates::english::{Plural, Singular, Tag, phrases, word_sets};
use crate::geoparse::dates::expression::TimeExpression;
use crate::geoparse::dates::iso_duration::Quantity;
use crate::geoparse::dates::reference_time::ReferenceTime;

/// `two months`, `nearly four weeks`, `a two-year siege`, `three years later`.
pub(crate) fn duration(cursor: Cursor<'_>, anchor: &ReferenceTime) -> Option<TimeExpression> {
    let number = approximator_tokens(cursor);
    let quantity = quantity(cursor, number)?;
    let end_of_quantity = number + quantity.tokens;
    let hyphen = cursor.tag(end_of_quantity) == Tag::Dash;
    let has_article = cursor.tag(number) == Tag::IndefiniteArticle;
    let mut noun = end_of_quantity + usize::from(hyphen);
    // "two bloody weeks"
    if !hyphen && !has_article && is_adjective(cursor, noun) {
        noun += 1;
    }
    let Tag::Unit(unit, inflection) = cursor.tag(noun) else {
        return first_of_two(cursor, noun, quantity.value, end_of_quantity);
    };
    let is_one = quantity.value == Quantity::Whole(1);
    // "a days": not English; "a second": an ordinal.
    let is_not_counted =
        is_one && ((inflection == Plural && has_article) || unit == TimeUnit::Second);
    // Proper names: Five-Year Plan, Hundred Days, Six-Day War.
    let is_name = cursor.is_capitalised(noun)
        || (hyphen && cursor.is_capitalised(0) && !cursor.begins_sentence());
    if is_not_counted || is_name {
        return None;
    }
    let Matched { value: quantity, tokens: end } = whole_quantity(cursor, noun, quantity.value);
    offset_from_anchor(cursor, end, quantity, unit, anchor)
        .or_else(|| age_after_quantity(cursor, end, quantity, unit, anchor))
        .or_else(|| Some(TimeExpression::duration(end, quantity, unit)))
}

/// The quantity with what the noun and the words after it change: `fortnight`,
/// `years and a half`, `days-long`, `years' time`. The tokens are all up to its end.
fn whole_quantity(cursor: Cursor<'_>, noun: usize, quantity: Quantity) -> Matched<Quantity> {
    let mut end = noun + 1;
    let quantity = match quantity {
        Quantity::Whole(n) => {
            let n = if cursor.is_any(noun, word_sets::FORTNIGHT) { n * 2 } else { n };
            if cursor.is_phrase(end, phrases::AND_A) && cursor.tag(end + 2) == Tag::Half {
                end += 3;
                Quantity::AndAHalf(n)
            } else {
                Quantity::Whole(n)
            }
        }
        other => other,
    };
    if cursor.tag(end) == Tag::Dash && cursor.is_any(end + 1, word_sets::LONG_OR_OLD) {
        end += 2;
    }
    if matches!(cursor.text(end), "'" | "’") && cursor.is_any(end + 1, word_sets::TIME_NOUN) {
        end += 2;
    }
    Matched::new(quantity, end)
}

/// `half a year`, `half an hour later`.
pub(crate) fn half_of_unit(cursor: Cursor<'_>, anchor: &ReferenceTime) -> Option<TimeExpression> {
    let Tag::Unit(unit, Singular) = cursor.tag(2) else { return None };
    if cursor.tag(1) != Tag::IndefiniteArticle || cursor.is_capitalised(2) {
        return None;
    }
    let (quantity, unit) = match unit {
        TimeUnit::Hour => (Quantity::Whole(30), TimeUnit::Minute),
        TimeUnit::Day => (Quantity::Whole(12), TimeUnit::Hour),
        TimeUnit::Year => (Quantity::Whole(6), TimeUnit::Month),
        TimeUnit::Decade => (Quantity::Whole(5), TimeUnit::Year),
        TimeUnit::Century => (Quantity::Whole(50), TimeUnit::Year),
        _ => (Quantity::Unspecified, TimeUnit::Day),
    };
    offset_from_anchor(cursor, 3, quantity, unit, anchor)
        .or_else(|| Some(TimeExpression::duration(3, quantity, unit)))
}

/// The `twelve` of `twelve to eighteen months`, which ends at `end`.
fn first_of_two(
    cursor: Cursor<'_>,
    noun: usize,
    quantity: Quantity,
    end: usize,
) -> Option<TimeExpression> {
    let second = end + 1;
    if !matches!(cursor.tag(end), Tag::To | Tag::Or | Tag::Dash) || noun > second {
        return None;
    }
    let second_noun = second + cardinal(cursor, second)?.tokens;
    let second_noun = second_noun + usize::from(cursor.tag(second_noun) == Tag::Dash);
    let Tag::Unit(unit, _) = cursor.tag(second_noun) else { return None };
    (!cursor.is_capitalised(second_noun)).then(|| TimeExpression::duration(end, quantity, unit))
}

/// A lower-case word between a number and its unit.
fn is_adjective(cursor: Cursor<'_>, offset: usize) -> bool {
    match (cursor.tag(offset), cursor.tag(offset + 1)) {
        (Tag::Other, Tag::Unit(_, Plural)) => !cursor.is_capitalised(offset),
        (Tag::Quantifier | Tag::Direction(_) | Tag::Last, Tag::Unit(..)) => true,
        _ => false,
    }
}
