//! Dates in an English text.

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
mod reference_time;
#[cfg(test)]
mod tests;

pub use calendar_time::DatePart;
pub use finder::{find_dates, find_dates_in};
pub use finding::{DateFinding, DateMeaning};
