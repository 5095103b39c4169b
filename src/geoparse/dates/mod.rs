mod expression;
mod reader;

use super::token::tokens;
use crate::domain::{Calendar, DateSpan, Day};
use reader::Reader;

/// A date in the text, anchored to the story.
#[derive(Clone, Debug, PartialEq)]
pub struct DateFinding {
    /// Byte offset.
    pub start: usize,
    /// Byte offset, exclusive.
    pub end: usize,
    /// What it means.
    pub edtf: DateSpan,
    /// The calendar the text says it counts in.
    pub calendar: Calendar,
}

/// Finds the dates of a text, in order. A month or day without a year takes the
/// year of the story: the date told before it.
#[must_use]
pub fn find_dates(text: &str) -> Vec<DateFinding> {
    let tokens = tokens(text);
    let mut story = Story::default();
    let mut found: Vec<DateFinding> = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let reader = Reader { tokens: &tokens, at };
        let Some(expression) = reader.expression(&story) else {
            at += 1;
            continue;
        };
        let end = at + expression.length;
        if let Ok(edtf) = expression.edtf.parse::<DateSpan>() {
            if expression.moves_story {
                story.move_to(&edtf);
            }
            found.push(DateFinding {
                start: tokens[at].start,
                end: tokens[end - 1].end(),
                edtf,
                calendar: expression.calendar,
            });
        }
        at = end;
    }
    found
}

/// The date last told.
#[derive(Clone, Copy, Debug, Default)]
struct Story {
    /// Year and, if told, month.
    year: Option<i32>,
    month: Option<u32>,
    /// Its last day, for "two months later".
    day: Option<Day>,
}

impl Story {
    fn move_to(&mut self, span: &DateSpan) {
        let Some(day) = span.earliest.or(span.latest) else { return };
        let (year, month, _) = day.ymd();
        let told_month = span.latest.zip(span.earliest).is_some_and(|(b, a)| b - a < 100);
        *self = Self { year: Some(year), month: told_month.then_some(month), day: Some(day) };
    }

    /// The year of a month told without one: the story's, or the next where the
    /// month lies well before the one told last.
    fn year_of(&self, month: u32) -> Option<i32> {
        let year = self.year?;
        let earlier = self.month.is_some_and(|told| month + 6 < told);
        Some(if earlier { year + 1 } else { year })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[(&str, &str)]) {
        let found = find_dates(text);
        let got: Vec<(&str, &str)> =
            found.iter().map(|d| (&text[d.start..d.end], d.edtf.as_str())).collect();
        assert_eq!(got, expected, "{text}");
    }

    #[test]
    fn full_and_partial_dates() {
        check(
            "on 20 November 1903 and November 1903, 1903.",
            &[("20 November 1903", "1903-11-20"), ("November 1903", "1903-11"), ("1903", "1903")],
        );
        check(
            "On May 7, 1920, in the 1930s (1922–1952) of 1930–33",
            &[
                ("May 7, 1920", "1920-05-07"),
                ("1930s", "193X"),
                ("1922–1952", "1922/1952"),
                ("1930–33", "1930/1933"),
            ],
        );
    }

    #[test]
    fn two_styles_are_one_date() {
        check(
            "born 18 December [O.S. 6 December] 1878[4][h] and baptised on 29 December.[6]",
            &[("18 December [O.S. 6 December] 1878", "1878-12-18"), ("29 December", "1878-12-29")],
        );
        assert_eq!(
            find_dates("18 December [O.S. 6 December] 1878")[0].calendar,
            Calendar::Gregorian
        );
    }

    #[test]
    fn bare_months_follow_the_story() {
        check(
            "arriving in February 1909.[110] In June, he escaped. In March 1910, again.",
            &[("February 1909", "1909-02"), ("June", "1909-06"), ("March 1910", "1910-03")],
        );
        check(
            "In November 1901, elected. That month, he went. In February he left.",
            &[("November 1901", "1901-11"), ("That month", "1901-11"), ("February", "1902-02")],
        );
        check(
            "in the March, April, and May 1913 issues",
            &[("March", "1913-03"), ("April", "1913-04"), ("May 1913", "1913-05")],
        );
        check(
            "Arrested in February 1913. Marx's 1867 book. In August, he arrived.",
            &[("February 1913", "1913-02"), ("1867", "1867"), ("August", "1913-08")],
        );
    }

    #[test]
    fn qualified_dates_say_how_sure_they_are() {
        check(
            "in late November 1903, early 1928, mid-August 1920, mid-1903",
            &[
                ("late November 1903", "[1903-11-21..1903-11-30]"),
                ("early 1928", "[1928-01..1928-04]"),
                ("mid-August 1920", "[1920-08-11..1920-08-20]"),
                ("mid-1903", "[1903-05..1903-08]"),
            ],
        );
        check(
            "by 1883 circa April 1917 In or about December 1914",
            &[
                ("by 1883", "/1883"),
                ("circa April 1917", "1917-04~"),
                ("In or about December 1914", "1914-12~"),
            ],
        );
        check(
            "Moscow between January and March 1919, London in May–June 1907",
            &[
                ("between January and March 1919", "[1919-01..1919-03]"),
                ("May–June 1907", "1907-05/1907-06"),
            ],
        );
        check(
            "In July 1912. After two months, they fled. Four weeks later, again.",
            &[
                ("July 1912", "1912-07"),
                ("After two months", "1912-09~"),
                ("Four weeks later", "1912-09~"),
            ],
        );
    }

    #[test]
    fn names_of_events_are_not_dates() {
        check(
            "In 1917 the October Revolution, July Days and the Winter Palace.",
            &[("1917", "1917")],
        );
        check("He may march 3,000 men.", &[]);
        check("May Day 1901", &[("May Day 1901", "1901-05-01")]);
    }
}
