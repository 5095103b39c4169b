use std::sync::LazyLock;

use chronotope::domain::time::{DateSpan, Day, MONTHS};
use chronotope::geoparse::{CodePoints, Document, Gazetteer, find_dates, tokens};
use chronotope::pipeline::read_gazetteer;
use chronotope::pipeline::render;
use proptest::prelude::*;

use super::words::{WORDS_OF_DATES, WORDS_OF_NAMES};
use crate::support::findings::{dates_are_valid, mentions_are_valid};
use crate::support::repository;

/// Opened once: a hundred cases use it.
fn gazetteer() -> &'static Gazetteer {
    static OPENED: LazyLock<Gazetteer> = LazyLock::new(|| {
        read_gazetteer(&repository().join("seeds/gazetteer"))
            .unwrap_or_else(|diagnostics| panic!("{}", render(&diagnostics)))
    });
    &OPENED
}

#[test]
fn a_date_within_a_date_comes_to_an_end() {
    for words in [
        "the day after ",
        "the last week of ",
        "that night of ",
        "Sunday the early ",
        "two days after ",
        "the end of the year before ",
        "the same night on the ",
        "between 5 and ",
        "by early late ",
        "the two days after ",
        "6 and 7 or ",
    ] {
        assert_eq!(dates_are_valid(&words.repeat(5_000)), Ok(()), "{words}");
    }
}

/// Reading must not take quadratic time.
#[test]
fn a_run_of_names_comes_to_an_end() {
    for words in [
        "Berlin ",
        "Ris-",
        "New York ",
        "of Berlin ",
        "Berlin, ",
        "Georgia ",
        "John Smith ",
        "the Tennessee ",
        "Bank of ",
        "(Paris",
    ] {
        let text = words.repeat(5_000);
        assert_eq!(mentions_are_valid(&text, gazetteer(), &[]), Ok(()), "{words}");
    }
}

proptest! {
    #[test]
    fn tokens_stand_in_the_text_in_order(text in "\\PC{0,200}") {
        let mut end = 0;
        for token in tokens(&text) {
            prop_assert!(token.start >= end);
            prop_assert_eq!(&text[token.start..token.end()], token.text);
            end = token.end();
        }
    }

    #[test]
    fn code_points_count_as_chars_do(text in "\\PC{0,100}") {
        let mut points = CodePoints::new(&text);
        for (count, (byte, _)) in text.char_indices().enumerate() {
            prop_assert_eq!(points.at(byte), count);
        }
    }

    #[test]
    fn dates_are_found_in_order_and_apart(
        words in prop::collection::vec(prop::sample::select(WORDS_OF_DATES.to_vec()), 0..90),
        glue in prop::collection::vec(prop::sample::select(vec![" ", "", "-", ", ", "\n"]), 90),
    ) {
        let text: String = words.iter().zip(&glue).flat_map(|(word, glue)| [*word, *glue]).collect();
        prop_assert_eq!(dates_are_valid(&text), Ok(()), "{}", text);
    }

    #[test]
    fn any_text_may_be_searched_for_dates(text in "\\PC{0,200}") {
        prop_assert_eq!(dates_are_valid(&text), Ok(()));
    }

    #[test]
    fn places_are_found_in_order_and_apart(
        words in prop::collection::vec(prop::sample::select(WORDS_OF_NAMES.to_vec()), 0..90),
        glue in prop::collection::vec(prop::sample::select(vec![" ", " ", "", "-", ", ", "\n"]), 90),
        own in prop::sample::select(WORDS_OF_NAMES.to_vec()),
    ) {
        let text: String = words.iter().zip(&glue).flat_map(|(word, glue)| [*word, *glue]).collect();
        let stand = mentions_are_valid(&text, gazetteer(), &[own.to_owned()]);
        prop_assert_eq!(stand, Ok(()), "{}", text);
    }

    #[test]
    fn any_text_may_be_searched_for_places(text in "\\PC{0,200}", own in "\\PC{0,12}") {
        prop_assert_eq!(mentions_are_valid(&text, gazetteer(), &[own]), Ok(()));
    }

    #[test]
    fn a_full_date_is_that_day_however_it_is_written(
        number in Day::first_of(1000, 1).unwrap().0..Day::first_of(2100, 1).unwrap().0,
        form in 0..6,
    ) {
        let day = Day(number);
        let (year, month, of_month) = day.ymd();
        let name = MONTHS[month as usize - 1];
        let text = match form {
            0 => format!("{of_month} {name} {year}"),
            1 => format!("{name} {of_month}, {year}"),
            2 => format!("the {of_month}th of {name}, {year}"),
            // May is never shortened.
            3 if month != 5 => format!("{}. {of_month}, {year}", &name[..3]),
            4 => format!("{of_month} {} {year}", &name[..3]),
            _ => day.to_string(),
        };
        let found = find_dates(&format!("It was {text}."));
        let spans: Vec<_> = found.iter().filter_map(|date| date.span().cloned()).collect();
        prop_assert_eq!(spans, vec![DateSpan::day(day)], "{}", text);
    }

    #[test]
    fn a_document_loses_no_line(text in "([A-Za-z0-9 .—\\[\\]]{0,30}\n){0,12}") {
        let document = Document::parse(&text);
        let kept = document.sections.iter().map(|s| {
            usize::from(!s.title.is_empty()) + s.paragraphs.len()
        }).sum::<usize>();
        let lines = text.lines().filter(|l| !l.trim().is_empty()).count();
        prop_assert_eq!(kept, lines);
    }
}
