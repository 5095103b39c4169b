//! Holidays and feasts: `Christmas 1914`, `Martinmas 1402`, `St Andrew's Day 1300`, `the
//! eve of St John 1381`.

use super::fields::{year_after, year_after_month};
use crate::geoparse::dates::calendar_time::CalendarTime;
use crate::geoparse::dates::cursor::{Cursor, Matched};
use crate::geoparse::dates::english::phrases::{self, Phrase};
use crate::geoparse::dates::english::{Tag, word_sets};
use crate::geoparse::dates::expression::TimeExpression;
use crate::geoparse::dates::holiday_date::HolidayDate;
use crate::geoparse::dates::reference_time::ReferenceTime;
use crate::geoparse::text::{Token, TokenKind};

/// A holiday with its year, or with that of the reference time.
pub(crate) fn holiday(cursor: Cursor<'_>, anchor: &ReferenceTime) -> Option<TimeExpression> {
    let whole = |name| with_day_or_eve(cursor, name).unwrap_or(name);
    let name = match named_in(phrases::HOLIDAYS, cursor) {
        Some(name) => whole(name),
        // "Corpus Christi" is a city, too: only a year shows that it is the feast.
        None => named_in(phrases::FEASTS, cursor)
            .map(whole)
            .filter(|name| year_after(cursor, name.tokens).is_some())?,
    };
    (!is_in_name(cursor, name.tokens)).then(|| in_its_year(cursor, name, anchor))
}

/// `St Andrew's Day 1300`, `St. John's Eve`: without the noun it is a saint or a place.
pub(crate) fn saints_day(cursor: Cursor<'_>, anchor: &ReferenceTime) -> Option<TimeExpression> {
    let day = with_day_or_eve(cursor, saint(cursor)?)?;
    (!is_in_name(cursor, day.tokens)).then(|| in_its_year(cursor, day, anchor))
}

/// `feast of St Michael 1340`, `eve of All Saints, 1402`, `morrow of Martinmas`.
pub(crate) fn feast(cursor: Cursor<'_>, anchor: &ReferenceTime) -> Option<TimeExpression> {
    if cursor.tag(0) != Tag::Feast || cursor.tag(1) != Tag::Of {
        return None;
    }
    let the = usize::from(cursor.tag(2) == Tag::DefiniteArticle);
    let inner = cursor.ahead(2 + the);
    let name = saint(inner)
        .or_else(|| named_in(phrases::HOLIDAYS, inner))
        .or_else(|| named_in(phrases::FEASTS, inner))?;
    let days = match () {
        () if cursor.is_any(0, word_sets::EVES) => -1,
        () if cursor.is_any(0, word_sets::MORROW) => 1,
        () if cursor.is_any(0, word_sets::OCTAVE) => 7,
        () => 0,
    };
    let name = with_day_or_eve(inner, name).unwrap_or(name);
    let day = Matched::new(name.value.moved(days), name.tokens + 2 + the);
    Some(in_its_year(cursor, day, anchor))
}

/// A named day, moved by a number of days.
#[derive(Clone, Copy)]
struct NamedDay {
    date: HolidayDate,
    days_after: i32,
    /// Is it also the name of the days around it, as Easter is?
    is_season: bool,
}

impl NamedDay {
    fn moved(self, days: i32) -> Self {
        Self { days_after: self.days_after + days, is_season: self.is_season && days == 0, ..self }
    }
}

/// The day with the year after its name, or with that of the reference time.
fn in_its_year(
    cursor: Cursor<'_>,
    name: Matched<NamedDay>,
    anchor: &ReferenceTime,
) -> TimeExpression {
    let NamedDay { date, days_after, is_season } = name.value;
    let written = match date {
        HolidayDate::Fixed { month, .. } => year_after_month(cursor, name.tokens, month),
        HolidayDate::Easter { .. } => year_after(cursor, name.tokens),
    };
    let year = match written {
        Some(year) => Some(year.value),
        None => anchor.year().map(|year| match (date, anchor.month()) {
            // New Year's Day after a date in autumn is the next one.
            (HolidayDate::Fixed { month: 1, day: 1 }, Some((_, 10..))) => year + 1,
            _ => year,
        }),
    };
    let day = year.and_then(|year| date.in_year(year)).map(|day| day + days_after);
    let tokens = name.tokens + written.map_or(0, |year| year.tokens);
    let is_doubtful = year.is_some_and(|year| date.depends_on_calendar(year));
    let found = TimeExpression::time_or_vague(tokens, day.map(CalendarTime::Day));
    found.approximate(is_season || is_doubtful)
}

fn named_in(table: &[(Phrase, HolidayDate)], cursor: Cursor<'_>) -> Option<Matched<NamedDay>> {
    table.iter().filter(|(phrase, _)| cursor.text(0).eq_ignore_ascii_case(phrase[0])).find_map(
        |(phrase, date)| {
            let mut end = 0;
            for word in *phrase {
                // `New Year's Day`
                if end == 2 && is_possessive(cursor, end) {
                    end += 1;
                }
                if !cursor.text(end).eq_ignore_ascii_case(word) {
                    return None;
                }
                end += 1;
            }
            let is_season = matches!(date, HolidayDate::Easter { days_after: 0 });
            let day = NamedDay { date: *date, days_after: 0, is_season };
            Some(Matched::new(day, end))
        },
    )
}

/// `St. Andrew`, `SS. Peter and Paul`.
fn saint(cursor: Cursor<'_>) -> Option<Matched<NamedDay>> {
    if cursor.tag(0) != Tag::Saint {
        return None;
    }
    let name = 1 + usize::from(cursor.text(1) == "." && cursor.touches(1));
    let (phrase, (month, day)) =
        phrases::SAINTS.iter().find(|(phrase, _)| cursor.is_phrase(name, phrase))?;
    let date = HolidayDate::Fixed { month: *month, day: *day };
    let day = NamedDay { date, days_after: 0, is_season: false };
    Some(Matched::new(day, name + phrase.len()))
}

/// The day with the noun after its name: `'s Day`, `Eve`.
fn with_day_or_eve(cursor: Cursor<'_>, name: Matched<NamedDay>) -> Option<Matched<NamedDay>> {
    let noun = name.tokens + usize::from(is_possessive(cursor, name.tokens));
    let days = match () {
        () if cursor.is_any(noun, word_sets::DAY_NOUN) => 0,
        () if cursor.is_any(noun, word_sets::EVES) => -1,
        () => return None,
    };
    let value = NamedDay { is_season: false, ..name.value.moved(days) };
    Some(Matched::new(value, noun + 1))
}

fn is_possessive(cursor: Cursor<'_>, offset: usize) -> bool {
    cursor.token(offset).is_some_and(|token| token.kind == TokenKind::Possessive)
}

/// `White Christmas`, `Easter Rising`: part of another name.
fn is_in_name(cursor: Cursor<'_>, end: usize) -> bool {
    let follows_name = cursor.token_before(1).is_some_and(|before| {
        before.is_capitalised() && !before.is_any(word_sets::HOLIDAY_PREPOSITIONS)
    });
    let one_space_before = || {
        let last = end.checked_sub(1).and_then(|offset| cursor.token(offset));
        last.zip(cursor.token(end)).is_some_and(|(last, next)| next.start == last.end() + 1)
    };
    let names_event = cursor.token(end).is_some_and(Token::is_capitalised) && one_space_before();
    follows_name || names_event
}
