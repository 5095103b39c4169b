//! Ages: `aged 24`, `at the age of twelve`. Where the birth is known, an age is the
//! year of life; else it is a duration.

use super::fields::year_number;
use super::number::cardinal;
use crate::geoparse::dates::calendar_time::{CalendarTime, TimeUnit};
use crate::geoparse::dates::cursor::Cursor;
use crate::geoparse::dates::english::{Tag, word_sets};
use crate::geoparse::dates::expression::TimeExpression;
use crate::geoparse::dates::iso_duration::Quantity;
use crate::geoparse::dates::reference_time::ReferenceTime;

/// `age 12`, `aged twenty-four`, `age of twelve`.
pub(crate) fn age(cursor: Cursor<'_>, anchor: &ReferenceTime) -> Option<TimeExpression> {
    let of = usize::from(cursor.tag(1) == Tag::Of);
    let years = cardinal(cursor, 1 + of)?;
    let end = 1 + of + years.tokens;
    // "Aged 20 to 30": the age of a group.
    let is_range = matches!(cursor.tag(end), Tag::To | Tag::Dash | Tag::And)
        && cardinal(cursor, end + 1).is_some();
    let in_other_unit = matches!(cursor.tag(end), Tag::Unit(unit, _) if unit != TimeUnit::Year);
    if is_range || in_other_unit || !(1..=120).contains(&years.value) {
        return None;
    }
    Some(year_of_life(end, years.value, anchor))
}

/// `18 years old`, `25 years of age`, from the end of the quantity and the unit.
pub(super) fn age_after_quantity(
    cursor: Cursor<'_>,
    end: usize,
    quantity: Quantity,
    unit: TimeUnit,
    anchor: &ReferenceTime,
) -> Option<TimeExpression> {
    let end = match cursor.tag(end) {
        Tag::Of if cursor.tag(end + 1) == Tag::Age => end + 2,
        _ if cursor.is_any(end, word_sets::OLD) => end + 1,
        _ => return None,
    };
    Some(match (quantity, unit) {
        (Quantity::Whole(years), TimeUnit::Year) => year_of_life(end, years, anchor),
        _ => TimeExpression::duration(end, quantity, unit),
    })
}

fn year_of_life(end: usize, years: i32, anchor: &ReferenceTime) -> TimeExpression {
    match anchor.birth {
        Some(birth) => {
            let birthday = birth.plus_months(12 * years);
            let next_birthday = birth.plus_months(12 * years + 12);
            let days = CalendarTime::Days(birthday, next_birthday - 1);
            TimeExpression::time(end, days).without_moving_anchor()
        }
        None => TimeExpression::duration(end, Quantity::Whole(years), TimeUnit::Year),
    }
}

/// Is the date at the cursor, which has `tokens` tokens, that of a birth? `born in Gori
/// on 18 December 1878`, `(18 December 1878 – 5 March 1953)`.
pub(crate) fn is_birth(cursor: Cursor<'_>, tokens: usize) -> bool {
    if tokens < 3 {
        return false;
    }
    let follows_born = (1..14)
        .map_while(|n| cursor.token_before(n).filter(|token| !token.ends_sentence()))
        .any(|token| token.is_any(word_sets::BORN));
    follows_born || begins_life(cursor, tokens)
}

/// `(18 December 1878 – 5 March 1953)`: a life if it is longer than ten years; else
/// it may be a battle.
fn begins_life(cursor: Cursor<'_>, tokens: usize) -> bool {
    let in_brackets = cursor.token_before(1).is_some_and(|token| token.text == "(");
    if !in_brackets || cursor.tag(tokens) != Tag::Dash {
        return false;
    }
    let birth = year_number(cursor, tokens - 1);
    let death = (tokens + 1..tokens + 6).find_map(|offset| year_number(cursor, offset));
    birth.zip(death).is_some_and(|(birth, death)| death.value - birth.value > 10)
}
