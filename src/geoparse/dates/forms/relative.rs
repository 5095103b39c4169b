//! Times relative to the reference time: `that month`, `the next day`, `the
//! previous spring`, `later in 1792`.

use super::deictic::{deictic, these_days};
use super::duration::duration;
use super::fields::{day_number, year_after};
use super::nth_unit::{Side, units_at_end};
use super::number::cardinal;
use super::period_noun::period_noun;
use super::the_unit::the_unit;
use super::time_of_day::day_after_part_of_day;
use super::weekday::first_weekday_from;
use super::year::year;
use super::year_of_date::anchored_year;
use crate::domain::time::Day;
use crate::geoparse::dates::calendar_time::{CalendarTime, TimeUnit};
use crate::geoparse::dates::cursor::{Cursor, Matched};
use crate::geoparse::dates::english::{Plural, Singular, Tag, word_sets};
use crate::geoparse::dates::expression::TimeExpression;
use crate::geoparse::dates::reference_time::ReferenceTime;
use crate::geoparse::dates::time_reference::TimeReference;

/// Which one of its kind is meant.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Reference {
    /// `that`, `the same`.
    Same,
    /// `next` (1), `previous` (-1).
    Step(i8),
    /// `last`: the one before, or the one at the end.
    Last,
    /// `the`: the words that follow determine the direction.
    Definite,
}

/// `that same month`, `the following day`, `next summer`, `this time`.
pub(crate) fn relative(cursor: Cursor<'_>, anchor: &ReferenceTime) -> Option<TimeExpression> {
    let Matched { value: reference, tokens: noun } = reference(cursor)?;
    let has_determiner = !matches!(cursor.tag(0), Tag::Direction(_) | Tag::Last);
    if let Some(found) = counted_units(cursor, noun, reference, has_determiner, anchor) {
        return Some(found);
    }
    let is_named_time = matches!(cursor.tag(noun), Tag::PartOfDay | Tag::Season(_) | Tag::Month(_));
    let steps = match reference {
        Reference::Same => 0,
        Reference::Step(steps) => steps,
        Reference::Last if has_determiner && !is_named_time => {
            return the_last(cursor, noun, anchor);
        }
        Reference::Last => -1,
        Reference::Definite => return the_unit(cursor, noun, anchor),
    };
    steps_from_anchor(cursor, noun, steps, anchor)
}

/// `that`, `the same`, `the very next`.
fn reference(cursor: Cursor<'_>) -> Option<Matched<Reference>> {
    let determiner = cursor.tag(0);
    let has_determiner = matches!(
        determiner,
        Tag::DefiniteArticle | Tag::That | Tag::This | Tag::PluralDemonstrative
    );
    let end = usize::from(has_determiner);
    let end = end + usize::from(cursor.is_any(end, word_sets::INTENSIFIERS));
    Some(match cursor.tag(end) {
        Tag::Same => Matched::new(Reference::Same, end + 1),
        Tag::Direction(direction) => Matched::new(Reference::Step(direction), end + 1),
        Tag::Last => Matched::new(Reference::Last, end + 1),
        _ if !has_determiner => return None,
        _ if determiner == Tag::DefiniteArticle => Matched::new(Reference::Definite, end),
        _ => Matched::new(Reference::Same, end),
    })
}

/// `the next two weeks`, `the past few years`, `the coming years`: a duration.
fn counted_units(
    cursor: Cursor<'_>,
    offset: usize,
    reference: Reference,
    has_determiner: bool,
    anchor: &ReferenceTime,
) -> Option<TimeExpression> {
    let side = if reference == Reference::Last { Side::Last } else { Side::First };
    match cursor.tag(offset) {
        Tag::Unit(_, Plural) => match reference {
            Reference::Step(_) | Reference::Last if has_determiner => {
                units_at_end(cursor, offset, None, side, anchor)
            }
            _ => None,
        },
        Tag::Digits | Tag::Cardinal(_) | Tag::Quantifier => {
            // "the last two weeks of March"
            if reference == Reference::Last
                && has_determiner
                && let Some(count) = cardinal(cursor, offset)
                && matches!(cursor.tag(offset + count.tokens), Tag::Unit(..))
            {
                let noun = offset + count.tokens;
                return units_at_end(cursor, noun, Some(count.value), side, anchor);
            }
            let found = duration(cursor.ahead(offset), anchor)?;
            (!found.is_time()).then(|| found.preceded_by(offset))
        }
        _ => None,
    }
}

/// `the last week of May`, `the past decade`, `a thing of the past`.
fn the_last(cursor: Cursor<'_>, noun: usize, anchor: &ReferenceTime) -> Option<TimeExpression> {
    match cursor.tag(noun) {
        Tag::Unit(_, Singular) => units_at_end(cursor, noun, None, Side::Last, anchor),
        Tag::Punctuation | Tag::Comma if cursor.is_any(noun - 1, word_sets::PAST) => {
            Some(TimeExpression::reference(noun, TimeReference::Past))
        }
        _ => None,
    }
}

/// The unit, season, month or day that is `steps` steps from the reference time: 0 is
/// the one that contains it.
fn steps_from_anchor(
    cursor: Cursor<'_>,
    noun: usize,
    steps: i8,
    anchor: &ReferenceTime,
) -> Option<TimeExpression> {
    let end = noun + 1;
    let told = |time| Some(TimeExpression::time_or_vague(end, time));
    match cursor.tag(noun) {
        // "Over the next decade" is a duration.
        Tag::Unit(_, Singular) if steps > 0 && is_duration_expected(cursor) => {
            units_at_end(cursor, noun, None, Side::First, anchor)
        }
        // "That day-long battle" is not a day.
        Tag::Unit(_, Singular) if is_hyphened(cursor, end) => {
            let found = deictic(cursor.ahead(noun), &ReferenceTime::default())?;
            Some(found.preceded_by(noun))
        }
        Tag::Unit(unit, Singular) if steps == 0 => told(anchor.current(unit)),
        Tag::Unit(unit, Singular) => told(anchor.offset_by(steps.into(), unit)),
        // "these days", "those years"
        Tag::Unit(_, Plural) if steps == 0 => {
            Some(TimeExpression::vague_with(end, these_days(cursor)))
        }
        Tag::Season(season) if steps == 0 => {
            let year = anchor.year_of_season(season);
            told(year.map(|year| CalendarTime::Season(year, season)))
        }
        Tag::Season(season) => told(anchor.nearest_season(season, steps)),
        // "that 5 May 1915"
        Tag::Month(_) if day_number(cursor, end).is_some() || year_after(cursor, end).is_some() => {
            None
        }
        Tag::Month(month) if steps == 0 => {
            let year = anchored_year(cursor, month.into(), anchor);
            told(year.map(|year| CalendarTime::Month(year, month.into())))
        }
        Tag::Month(month) => told(anchor.nearest_month(month.into(), steps)),
        Tag::PartOfDay => day_after_part_of_day(cursor, end, anchor).or_else(|| {
            let day = anchor.offset_by(steps.into(), TimeUnit::Day);
            told(day.filter(|_| anchor.day().is_some()))
        }),
        Tag::Weekday(weekday) => {
            told(anchor.day().map(|day| CalendarTime::Day(nth_weekday(day, weekday, steps))))
        }
        Tag::PeriodNoun => period_noun(cursor, noun, steps == 0),
        _ if steps == 0 && cursor.is_any(noun, word_sets::DATE_NOUN) => {
            told(anchor.day().map(CalendarTime::Day))
        }
        _ => None,
    }
}

fn is_hyphened(cursor: Cursor<'_>, offset: usize) -> bool {
    cursor.tag(offset) == Tag::Dash && cursor.touches(offset) && cursor.touches(offset + 1)
}

/// Do the words before the cursor need a duration? `over`, `within`.
fn is_duration_expected(cursor: Cursor<'_>) -> bool {
    cursor.tag_before(1) == Tag::Approximator
        || cursor.is_any_before(1, word_sets::DURATION_PREPOSITIONS)
}

fn nth_weekday(day: Day, weekday: u8, steps: i8) -> Day {
    match steps {
        1 => first_weekday_from(day + 1, weekday),
        -1 => first_weekday_from(day - 7, weekday),
        _ => first_weekday_from(day, weekday),
    }
}

/// `later that month`, `earlier in the year`, `later in 1792`.
pub(crate) fn later_that_year(
    cursor: Cursor<'_>,
    anchor: &ReferenceTime,
) -> Option<TimeExpression> {
    let preposition = usize::from(matches!(cursor.tag(1), Tag::In | Tag::On));
    let inner = cursor.ahead(1 + preposition);
    let found = match (inner.tag(0), inner.tag(1)) {
        (Tag::That | Tag::This | Tag::Same, _) => relative(inner, anchor),
        (
            Tag::DefiniteArticle,
            Tag::Unit(
                unit @ (TimeUnit::Year | TimeUnit::Month | TimeUnit::Day | TimeUnit::Week),
                Singular,
            ),
        ) if preposition == 1 => anchor.current(unit).map(|time| TimeExpression::time(2, time)),
        (Tag::DefiniteArticle, _) => relative(inner, anchor),
        (Tag::Digits, _) if preposition == 1 => year(inner, anchor),
        _ => None,
    };
    let found = found.filter(TimeExpression::is_time)?;
    Some(found.preceded_by(1 + preposition))
}
