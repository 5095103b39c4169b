//! Dates in English. Page, tables, spoken slider and exports all use these
//! words.

use edtf_core::{Date, Edtf, IntervalEndpoint, Precision, SetElement};

use super::day::{Day, MONTHS};
use super::edtf::DateSpan;
use super::third::Third;

/// "20 November 1903"; years before 1 as "44 BCE".
#[must_use]
pub fn day_text(day: Day) -> String {
    ymd_words(day.ymd())
}

/// A day in words, in the Julian calendar (Old Style): "25 October 1917 O.S."
#[must_use]
pub fn old_style_text(day: Day) -> String {
    ymd_words(day.julian_ymd()) + " O.S."
}

/// The day in both styles, the old one first: "25 October / 7 November 1917". A
/// month or a year that they share is written once.
#[must_use]
pub fn both_styles_text(day: Day) -> String {
    format!("{} / {}", old_style_beside(day), ymd_words(day.ymd()))
}

/// The day in both styles, for speech: "7 November 1917 (25 October Old Style)".
#[must_use]
pub fn both_styles_spoken(day: Day) -> String {
    let ((year, ..), (old_year, old_month, old_day)) = (day.ymd(), day.julian_ymd());
    let old = if year == old_year {
        format!("{old_day} {}", MONTHS[old_month as usize - 1])
    } else {
        ymd_words((old_year, old_month, old_day))
    };
    format!("{} ({old} Old Style)", ymd_words(day.ymd()))
}

/// The day in Old Style, without the month and the year that it shares with the
/// day in New Style.
fn old_style_beside(day: Day) -> String {
    let ((year, month, _), (old_year, old_month, old_day)) = (day.ymd(), day.julian_ymd());
    if (year, month) == (old_year, old_month) {
        old_day.to_string()
    } else if year == old_year {
        format!("{old_day} {}", MONTHS[old_month as usize - 1])
    } else {
        ymd_words((old_year, old_month, old_day))
    }
}

fn ymd_words((year, month, day): (i32, u32, u32)) -> String {
    format!("{day} {} {}", MONTHS[month as usize - 1], year_text(i64::from(year)))
}

/// A date in words: "November 1903", "by 1883", "between January and March
/// 1919", "about December 1914". A date in Old Style says so: a day in both styles,
/// "25 October / 7 November 1917", any other as written, "March 1905 O.S."
///
/// ```
/// use chronotope::domain::time::span_text;
/// assert_eq!(span_text(&"[1928-01..1928-04]".parse()?), "early 1928");
/// assert_eq!(span_text(&"1904~".parse()?), "about 1904");
/// # Ok::<(), chronotope::domain::time::DateSpanError>(())
/// ```
#[must_use]
pub fn span_text(span: &DateSpan) -> String {
    if !span.old_style {
        return written_text(span);
    }
    // The bounds are in New Style; the words are of the date as it is written.
    match (span.single_day(), span.as_str().parse()) {
        (Some(day), _) if !span.approximate => both_styles_text(day),
        (_, Ok(written)) => written_text(&written) + " O.S.",
        _ => span.as_str().to_owned(),
    }
}

/// The words of a date as it is written, in its own calendar.
fn written_text(span: &DateSpan) -> String {
    match Edtf::parse(span.as_str()) {
        Ok(Edtf::Date(date)) => date_words(&date),
        Ok(Edtf::Interval(interval)) => interval_words(interval.start, interval.end),
        Ok(Edtf::Set(set)) => match set.elements.as_slice() {
            [SetElement::Range(a, b)] => range_words(a, b, span),
            [SetElement::OnOrBefore(date)] => format!("by {}", date_words(date)),
            [SetElement::OnOrAfter(date)] => format!("from {}", date_words(date)),
            elements => elements.iter().map(element_words).collect::<Vec<_>>().join(" or "),
        },
        _ => span.as_str().to_owned(),
    }
}

/// The age in completed years on `day`. `None` before the day of birth.
#[must_use]
pub fn age_on(born: Day, day: Day) -> Option<i32> {
    if day < born {
        return None;
    }
    let ((birth_year, birth_month, birth_day), (year, month, day)) = (born.ymd(), day.ymd());
    Some(year - birth_year - i32::from((month, day) < (birth_month, birth_day)))
}

/// An astronomical year in words: 1903 is "1903", -43 is "44 BCE".
#[must_use]
pub fn year_text(year: i64) -> String {
    if year > 0 { year.to_string() } else { format!("{} BCE", 1 - year) }
}

fn date_words(date: &Date) -> String {
    let year = match date.year.value() {
        Some(year) => year_text(year),
        None => decade_words(date),
    };
    let month = date.month.and_then(|m| m.value());
    let words = match (date.precision(), month) {
        (Precision::Day, Some(month @ 1..=12)) => match date.day.and_then(|d| d.value()) {
            Some(day) => format!("{day} {} {year}", MONTHS[month as usize - 1]),
            None => format!("{} {year}", MONTHS[month as usize - 1]),
        },
        (Precision::Month, Some(month @ 1..=12)) => {
            format!("{} {year}", MONTHS[month as usize - 1])
        }
        (Precision::Season, Some(code @ 21..=24)) => {
            let season = ["spring", "summer", "autumn", "winter"][code as usize - 21];
            format!("{season} {year}")
        }
        _ => year,
    };
    match (date.is_approximate(), date.is_uncertain()) {
        (true, _) => format!("about {words}"),
        (_, true) => format!("perhaps {words}"),
        _ => words,
    }
}

/// `193X` → "the 1930s", `19XX` → "the 1900s".
fn decade_words(date: &Date) -> String {
    match date.year.kind {
        edtf_core::YearKind::Standard { digits, .. } => {
            let digits: String =
                digits.iter().map(|d| d.map_or('0', |d| char::from(b'0' + d))).collect();
            format!("the {}s", digits.trim_start_matches('0'))
        }
        _ => "an unknown year".to_owned(),
    }
}

fn interval_words(start: IntervalEndpoint, end: IntervalEndpoint) -> String {
    let date = |endpoint: &IntervalEndpoint| match endpoint {
        IntervalEndpoint::Date(d)
        | IntervalEndpoint::OnOrBefore(d)
        | IntervalEndpoint::OnOrAfter(d) => Some(date_words(d)),
        IntervalEndpoint::Open | IntervalEndpoint::Unknown => None,
    };
    match (date(&start), date(&end), start) {
        (Some(a), Some(b), _) => format!("{a} to {b}"),
        (Some(a), None, _) => format!("from {a}"),
        (None, Some(b), IntervalEndpoint::Unknown) => format!("by {b}"),
        (None, Some(b), _) => format!("until {b}"),
        (None, None, _) => "always".to_owned(),
    }
}

/// A date within a range. Thirds of months and years have words of their own.
fn range_words(a: &Date, b: &Date, span: &DateSpan) -> String {
    if let (Some(earliest), Some(latest)) = (span.earliest, span.latest) {
        let ((year, month, first), (last_year, last_month, last)) = (earliest.ymd(), latest.ymd());
        if (year, month) == (last_year, last_month) {
            let length = Day::last_of(year, month).map_or(last, |day| day.ymd().2);
            let month = format!("{} {}", MONTHS[month as usize - 1], year_text(i64::from(year)));
            let days = first..=last;
            if let Some(third) = Third::ALL.into_iter().find(|third| third.days(length) == days) {
                return third.text(&month);
            }
        }
        if year == last_year && a.precision() == Precision::Month {
            let months = month..=last_month;
            return match Third::ALL.into_iter().find(|third| third.months() == months) {
                Some(third) => third.text(&year_text(i64::from(year))),
                None => format!("between {} and {}", MONTHS[month as usize - 1], date_words(b)),
            };
        }
    }
    format!("between {} and {}", date_words(a), date_words(b))
}

fn element_words(element: &SetElement) -> String {
    match element {
        SetElement::Date(d) => date_words(d),
        SetElement::OnOrBefore(d) => format!("by {}", date_words(d)),
        SetElement::OnOrAfter(d) => format!("from {}", date_words(d)),
        SetElement::Range(a, b) => format!("between {} and {}", date_words(a), date_words(b)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spans_read_as_a_historian_would_say_them() {
        for (edtf, words) in [
            ("1903-11-20", "20 November 1903"),
            ("1903-11", "November 1903"),
            ("1903", "1903"),
            ("1914-12~", "about December 1914"),
            ("/1883", "by 1883"),
            ("../1936", "until 1936"),
            ("1936/..", "from 1936"),
            ("1914-09-01/1924-01-26", "1 September 1914 to 26 January 1924"),
            ("[1903-11-21..1903-11-30]", "late November 1903"),
            ("[1920-08-11..1920-08-20]", "mid-August 1920"),
            ("[1912-09..1912-12]", "late 1912"),
            ("[1928-01..1928-04]", "early 1928"),
            ("[1919-01..1919-03]", "between January and March 1919"),
            ("193X", "the 1930s"),
            ("-0043", "44 BCE"),
        ] {
            let span: DateSpan = edtf.parse().unwrap();
            assert_eq!(span_text(&span), words, "{edtf}");
        }
    }

    #[test]
    fn old_style_is_behind() {
        for (day, words) in [
            ("1917-11-07", "25 October 1917 O.S."),
            ("1878-12-18", "6 December 1878 O.S."),
            ("1900-03-13", "29 February 1900 O.S."),
            ("1582-10-15", "5 October 1582 O.S."),
        ] {
            assert_eq!(old_style_text(day.parse().unwrap()), words, "{day}");
        }
    }

    #[test]
    fn both_styles_are_said_where_they_differ() {
        for (day, written, spoken) in [
            (
                "1917-11-07",
                "25 October / 7 November 1917",
                "7 November 1917 (25 October Old Style)",
            ),
            ("1878-12-18", "6 / 18 December 1878", "18 December 1878 (6 December Old Style)"),
            (
                "1918-01-09",
                "27 December 1917 / 9 January 1918",
                "9 January 1918 (27 December 1917 Old Style)",
            ),
        ] {
            let day = day.parse().unwrap();
            assert_eq!((&*both_styles_text(day), &*both_styles_spoken(day)), (written, spoken));
        }
    }

    #[test]
    fn a_date_in_old_style_says_so() {
        for (edtf, words) in [
            ("1917-10-25", "25 October / 7 November 1917"),
            ("1905-03", "March 1905 O.S."),
            ("[1903-11-21..1903-11-30]", "late November 1903 O.S."),
        ] {
            let span = DateSpan::parse_julian(edtf).unwrap();
            assert_eq!(span_text(&span), words, "{edtf}");
        }
    }

    #[test]
    fn a_birthday_is_counted_on_its_day() {
        let born = Day::from_ymd(1878, 12, 18).unwrap();
        assert_eq!(age_on(born, Day::from_ymd(1903, 12, 17).unwrap()), Some(24));
        assert_eq!(age_on(born, Day::from_ymd(1903, 12, 18).unwrap()), Some(25));
        assert_eq!(age_on(born, born - 1), None);
    }
}
