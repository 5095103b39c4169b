//! Days, spans of days, and dates in and out of English.
//!
//! # What is a day?
//!
//! A number ([`Day`]): days since 1970-01-01 in the proleptic Gregorian calendar,
//! so that all arithmetic on time is arithmetic on integers.
//!
//! # What is a date?
//!
//! What a source says, which is seldom a day: [`DateSpan`] holds an EDTF string
//! ("1903-11", "/1883", "1904~") with the first and the last day it can mean.
//!
//! # How is a date shown and typed?
//!
//! [`span_text`] and [`day_text`] write English; [`parse_typed_date`] reads what a
//! person types into a field. Dates in running text are found by
//! [`geoparse`](crate::geoparse).

mod date_input;
mod date_text;
mod day;
mod edtf;
mod third;

pub use date_input::parse_typed_date;
pub use date_text::{
    age_on, both_styles_spoken, both_styles_text, day_text, old_style_text, span_text, year_text,
};
pub use day::{Day, DayError, MONTHS};
pub use edtf::{DateSpan, DateSpanError};
pub use third::Third;
