//! Finds the quotes of `itinerary.toml` in the text, and which places and dates
//! each quote contains.

use std::ops::Range;

use toml::Spanned;

use crate::compose::diagnostic::Diagnostic;
use crate::compose::life_seed::LifeSeed;
use crate::domain::time::DateSpan;
use crate::geoparse::{DateFinding, Finding, Gazetteer};

/// A life with the dates and place mentions found in its text.
#[derive(Clone, Copy)]
pub(super) struct Evidence<'a> {
    pub life: &'a LifeSeed,
    pub gazetteer: &'a Gazetteer,
    pub dates: &'a [DateFinding],
    pub mentions: &'a [Finding],
}

impl<'a> Evidence<'a> {
    /// Finds a quote of `itinerary.toml` in the text and returns its range, in bytes.
    pub fn find_quote(
        &self,
        quote: &Spanned<String>,
        nth: Option<&Spanned<usize>>,
    ) -> Result<Range<usize>, Diagnostic> {
        let file = &self.life.itinerary_file;
        let words = quote.get_ref();
        let found = occurrences(&self.life.text, words);
        let Some(nth) = nth else {
            return match found[..] {
                [start] => Ok(start..start + words.len()),
                [] => Err(not_in_text(self.life, quote)),
                _ => {
                    let message = format!("the quote occurs {} times in text.txt", found.len());
                    let help = "quote more words, or choose an occurrence: `nth = 1` is the first";
                    Err(file.wrong(quote, message).with_help(help))
                }
            };
        };
        let number = *nth.get_ref();
        match number.checked_sub(1).and_then(|i| found.get(i)) {
            Some(&start) => Ok(start..start + words.len()),
            None if found.is_empty() => Err(not_in_text(self.life, quote)),
            None => {
                let count = found.len();
                let message =
                    format!("the quote occurs {count} times in text.txt; `nth` cannot be {number}");
                Err(file.wrong(nth, message))
            }
        }
    }

    /// The mentions within a range of the text.
    pub fn mentions_in(&self, range: &Range<usize>) -> impl Iterator<Item = &'a Finding> {
        let (start, end) = (range.start, range.end);
        self.mentions.iter().filter(move |m| m.start >= start && m.end <= end)
    }

    /// Does a range of the text name the place, a place within it, or one that
    /// contains it?
    pub fn names(&self, place: &str, range: &Range<usize>) -> bool {
        self.mentions_in(range).filter_map(|mention| mention.entry).any(|entry| {
            let id = &self.gazetteer.place_of(entry).id;
            self.gazetteer.lies_in(id, place) || self.gazetteer.lies_in(place, id)
        })
    }

    /// Does a date in this range of the text overlap one of `dates`? Always true if
    /// `dates` is empty. What the text writes is read in the calendar of the date.
    pub fn gives(&self, dates: &[&DateSpan], range: &Range<usize>) -> bool {
        let within = self.dates.iter().filter(|d| d.start >= range.start && d.end <= range.end);
        let told: Vec<&DateSpan> = within.filter_map(DateFinding::span).collect();
        let overlaps = |told: &DateSpan, date: &DateSpan| match date.old_style && !told.old_style {
            true => DateSpan::parse_julian(told.as_str()).is_ok_and(|told| told.overlaps(date)),
            false => told.overlaps(date),
        };
        dates.is_empty() || dates.iter().any(|date| told.iter().any(|told| overlaps(told, date)))
    }
}

fn not_in_text(life: &LifeSeed, quote: &Spanned<String>) -> Diagnostic {
    life.itinerary_file
        .wrong(quote, "the quote is not in text.txt")
        .with_help("copy it from the text, with its footnote marks and its dashes")
}

/// Where words are in a text, in bytes.
pub(in crate::compose) fn occurrences(text: &str, words: &str) -> Vec<usize> {
    if words.is_empty() {
        return Vec::new();
    }
    text.match_indices(words).map(|(at, _)| at).collect()
}
