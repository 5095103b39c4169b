//! Finds time expressions in English prose and works out what they mean.
//!
//! ```
//! use chronotope::geoparse::find_dates;
//!
//! let text = "In November 1901 he was elected. That month he went to Batumi; \
//!             in February he left.";
//! let found = find_dates(text);
//! let dates: Vec<(&str, &str)> = found
//!     .iter()
//!     .map(|date| (&text[date.start..date.end], date.span().unwrap().as_str()))
//!     .collect();
//! assert_eq!(
//!     dates,
//!     [("November 1901", "1901-11"), ("That month", "1901-11"), ("February", "1902-02")]
//! );
//! ```
//!
//! # What is a time expression?
//!
//! What TIMEX3, the annotation scheme of TimeML, calls one: a date (`20 November 1903`,
//! `the summer of 1943`, `the 1930s`), a time of day (`11 a.m.`), a duration (`two
//! months`), or a reference such as `now` or `every year`. A preposition is not part of
//! it: whether "by 1883" bounds a stay is for the caller to decide. The ends of a range
//! (`1922–1952`) are dates of their own; only `between 1936 and 1938` is one.
//!
//! Names are not time expressions (`the October Revolution`, `Theresa May`), nor are
//! numbers that count or number things (`1500 men`, `Resolution 1483`).
//!
//! # What does an expression mean?
//!
//! A [`DateMeaning`]. A date is written in EDTF and has its first and its last day; a
//! duration is written in ISO 8601. Times of day are kept as their day.
//!
//! ```
//! use chronotope::geoparse::{DateMeaning, find_dates};
//!
//! let meaning = |text| find_dates(text).remove(0).meaning;
//! let edtf = |text| match meaning(text) {
//!     DateMeaning::Date(span) => span.as_str().to_owned(),
//!     other => panic!("{other:?}"),
//! };
//! assert_eq!(edtf("It was about 1883."), "1883~");
//! assert_eq!(edtf("It was early 1928."), "[1928-01..1928-04]");
//! assert_eq!(edtf("It was in the nineteenth century."), "18XX");
//! assert_eq!(edtf("It was in 44 BC."), "-0043");
//! assert_eq!(meaning("It took two weeks."), DateMeaning::Duration("P2W".to_owned()));
//! assert_eq!(meaning("It took a few days."), DateMeaning::Duration("PXD".to_owned()));
//! ```
//!
//! "Early", "mid" and "late" are thirds. Those of a month are not written in EDTF,
//! because ten exact days would say more than the text does: "late November" is the
//! month, with [`DatePart::Late`] beside it.
//!
//! # How is a date without a year anchored?
//!
//! To the reference time: the last date that the text has given. A month takes its year,
//! or the next year where it lies well before the last month; "the next day" is counted
//! from its day. The list that a month is in goes first: in "May–June 1907" both are of
//! 1907. The next year that is written is looked at too, because most texts go forward
//! in time.
//!
//! Not every date becomes the reference time. A year alone is often mentioned in passing
//! ("planned for 1976", "Marx's 1867 book"): it counts where a sentence begins with it,
//! or where it is a little ahead.
//!
//! # When is a date vague?
//!
//! [`DateMeaning::Vague`] is an expression that cannot be put on the calendar: one that
//! refers to the time of writing, one that is repeated (`every day`), or one whose
//! reference time the text has not given. The first has a [`TimeReference`], which is
//! the value that TIMEX3 gives it (`PRESENT_REF`).
//!
//! ```
//! use chronotope::geoparse::{DateMeaning, TimeReference, find_dates};
//!
//! let text = "In June he left for what is now the capital.";
//! let found = find_dates(text);
//! let words: Vec<&str> = found.iter().map(|date| &text[date.start..date.end]).collect();
//! assert_eq!(words, ["June", "now"]);
//! assert!(found.iter().all(|date| date.meaning == DateMeaning::Vague));
//! assert_eq!(found[0].reference, None);
//! assert_eq!(found[1].reference, Some(TimeReference::Present));
//! ```
//!
//! # How are ages read?
//!
//! As the year of life, if the birth is known: either the text has given it before, or
//! the caller passes it to [`find_dates_in`]. Otherwise an age is a duration.
//!
//! ```
//! use chronotope::domain::time::Day;
//! use chronotope::geoparse::find_dates_in;
//!
//! let birth: Day = "1901-02-03".parse()?;
//! let found = find_dates_in("He was 18 years old.", Some(birth));
//! assert_eq!(found[0].span().unwrap().as_str(), "1919-02-03/1920-02-02");
//! # Ok::<(), chronotope::domain::time::DayError>(())
//! ```
//!
//! # How is it read?
//!
//! In one pass over the tokens, by hand-written rules. Each token is looked up once
//! (`english`); where its tag can begin an expression, the forms that can begin
//! there are tried (`grammar`, and one file for each form in `forms`). A form reads at a
//! `Cursor` and takes what the text leaves out from the `ReferenceTime`; `finder` keeps
//! that up to date. No text makes it fail.
//!
//! # Which languages does it read?
//!
//! English. All its words are in `english`; the forms follow English grammar.

mod calendar_time;
mod cursor;
mod english;
mod expression;
mod finder;
mod finding;
mod forms;
mod grammar;
mod holiday_date;
mod iso_duration;
mod other_calendars;
mod reference_time;
#[cfg(test)]
mod tests;
mod time_reference;

pub use calendar_time::DatePart;
pub use finder::{find_dates, find_dates_in};
pub use finding::{DateFinding, DateMeaning};
pub use time_reference::TimeReference;
