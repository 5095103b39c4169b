//! Days, spans of days, and dates in and out of English.

mod date_input;
mod date_text;
mod day;
mod edtf;

pub use date_input::parse_typed_date;
pub use date_text::{age_on, day_text, old_style_text, span_text, year_text};
pub use day::{Day, DayError, MONTHS};
pub use edtf::{DateSpan, DateSpanError};
