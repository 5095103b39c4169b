//! Which forms can begin with a token, in the order in which they are tried: the
//! longer ones first.

use super::cursor::{Cursor, RecursiveForms};
use super::english::Tag;
use super::expression::TimeExpression;
use super::forms::age::age;
use super::forms::between::between;
use super::forms::calendar_date::{day_first, month_first, ordinal_of_month};
use super::forms::calendar_style::dual_style;
use super::forms::continuation::continuation;
use super::forms::day_of_month::the_day;
use super::forms::decade::{century, decade_name};
use super::forms::deictic::deictic;
use super::forms::duration::{duration, half_of_unit};
use super::forms::holiday::{feast, holiday, saints_day};
use super::forms::islamic_date::islamic_date;
use super::forms::modifier::{approximate_time, part_of_time};
use super::forms::month::month_alone;
use super::forms::numeric_date::numeric_date;
use super::forms::offset::after_duration;
use super::forms::relative::{later_that_year, relative};
use super::forms::republican_date::republican_date;
use super::forms::season::season;
use super::forms::time_of_day::{clock_time, part_of_day};
use super::forms::weekday::weekday;
use super::forms::year::{short_year, year};
use super::reference_time::ReferenceTime;

/// What the forms reach through the cursor.
pub(crate) const RECURSIVE_FORMS: RecursiveForms = RecursiveForms { calendar_time, relative };

/// The expression of time that begins at the cursor.
pub(crate) fn time_expression(
    cursor: Cursor<'_>,
    anchor: &ReferenceTime,
) -> Option<TimeExpression> {
    match cursor.tag(0) {
        Tag::Circa | Tag::About | Tag::In => approximate_time(cursor, anchor),
        Tag::Between => between(cursor, anchor),
        Tag::After => after_duration(cursor, anchor),
        Tag::Half => half_of_unit(cursor, anchor),
        _ => calendar_time(cursor, anchor)
            .or_else(|| duration(cursor, anchor))
            .or_else(|| deictic(cursor, anchor)),
    }
}

/// A time on the calendar.
fn calendar_time(cursor: Cursor<'_>, anchor: &ReferenceTime) -> Option<TimeExpression> {
    match cursor.tag(0) {
        Tag::Digits => number(cursor, anchor),
        Tag::Month(_) | Tag::MonthAbbreviation(_) => dual_style(cursor, anchor)
            .or_else(|| month_first(cursor, anchor))
            .or_else(|| month_alone(cursor, anchor)),
        Tag::CommonEra => year(cursor, anchor),
        Tag::Weekday(_) => weekday(cursor, anchor),
        Tag::Season(_) => season(cursor, anchor),
        Tag::Ordinal(_) => ordinal_of_month(cursor, anchor).or_else(|| century(cursor)),
        Tag::Cardinal(_) => ordinal_of_month(cursor, anchor)
            .or_else(|| century(cursor))
            .or_else(|| clock_time(cursor, anchor)),
        Tag::Early | Tag::Mid | Tag::Late | Tag::Middle | Tag::End | Tag::Beginning => {
            part_of_time(cursor, anchor)
        }
        Tag::DefiniteArticle => part_of_time(cursor, anchor)
            .or_else(|| the_day(cursor, anchor))
            .or_else(|| the_decade(cursor, anchor))
            .or_else(|| relative(cursor, anchor)),
        Tag::That | Tag::This | Tag::Same | Tag::Direction(_) | Tag::Last => {
            relative(cursor, anchor)
        }
        Tag::Later | Tag::Earlier => later_that_year(cursor, anchor),
        Tag::PartOfDay => part_of_day(cursor, anchor),
        Tag::Holiday => holiday(cursor, anchor),
        Tag::Saint => saints_day(cursor, anchor),
        Tag::Feast => feast(cursor, anchor),
        Tag::RepublicanMonth(_) => republican_date(cursor, anchor),
        Tag::IslamicMonth | Tag::IslamicEra => islamic_date(cursor),
        // "A.D. 1402", "A.H. 903"
        Tag::IndefiniteArticle if cursor.text(1) == "." => {
            islamic_date(cursor).or_else(|| year(cursor, anchor))
        }
        Tag::Apostrophe => short_year(cursor, anchor),
        Tag::Age | Tag::Aged => age(cursor, anchor),
        _ => None,
    }
}

/// A time that begins with a number in digits.
fn number(cursor: Cursor<'_>, anchor: &ReferenceTime) -> Option<TimeExpression> {
    dual_style(cursor, anchor)
        .or_else(|| numeric_date(cursor))
        .or_else(|| republican_date(cursor, anchor))
        .or_else(|| islamic_date(cursor))
        .or_else(|| day_first(cursor, anchor))
        // `9ber 5th 1664`
        .or_else(|| month_first(cursor, anchor))
        .or_else(|| continuation(cursor, anchor))
        .or_else(|| clock_time(cursor, anchor))
        .or_else(|| century(cursor))
        .or_else(|| year(cursor, anchor))
}

/// `the 1930s`, `the 19th century`, `the early thirties`: with an article, which other
/// years do not have.
fn the_decade(cursor: Cursor<'_>, anchor: &ReferenceTime) -> Option<TimeExpression> {
    let inner = cursor.ahead(1);
    let found = match inner.tag(0) {
        Tag::Ordinal(_) | Tag::Cardinal(_) => century(inner),
        Tag::Digits => century(inner)
            .or_else(|| year(inner, anchor).filter(|found| found.tokens == 2 && found.is_decade())),
        Tag::Early | Tag::Late | Tag::Mid => part_of_time(inner, anchor),
        Tag::DecadeName(_) => decade_name(inner, anchor),
        _ => None,
    }?;
    Some(found.preceded_by(1))
}
