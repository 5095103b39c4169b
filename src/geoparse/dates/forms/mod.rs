//! The forms of English expressions of time, one kind in a file. A form is a
//! function that reads at a [`Cursor`](super::cursor::Cursor) and takes what the
//! text leaves out from the [`ReferenceTime`](super::reference_time::ReferenceTime).

pub(crate) mod age;
pub(crate) mod between;
pub(crate) mod calendar_date;
pub(crate) mod calendar_style;
pub(crate) mod continuation;
pub(crate) mod day_of_month;
pub(crate) mod decade;
pub(crate) mod deictic;
pub(crate) mod duration;
mod fields;
pub(crate) mod holiday;
pub(crate) mod islamic_date;
pub(crate) mod modifier;
pub(crate) mod month;
mod non_year;
mod nth_unit;
mod number;
pub(crate) mod numeric_date;
pub(crate) mod offset;
mod period_noun;
mod quantity;
pub(crate) mod relative;
pub(crate) mod republican_date;
pub(crate) mod season;
mod the_unit;
pub(crate) mod time_of_day;
pub(crate) mod weekday;
pub(crate) mod year;
mod year_of_date;
