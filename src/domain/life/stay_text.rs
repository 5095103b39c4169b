//! The dates of a stay in words, as tables, cards and exports show them.

use super::stay::Stay;
use crate::domain::time::span_text;

/// The dates of a stay in words: "November 1903 to January 1904", "until May
/// 1905", "undated".
#[must_use]
pub fn stay_dates_text(stay: &Stay) -> String {
    match (&stay.arrive, &stay.depart) {
        (Some(a), Some(d)) if a == d => span_text(a),
        (Some(a), Some(d)) => format!("{} to {}", span_text(a), span_text(d)),
        (Some(a), None) => span_text(a),
        (None, Some(d)) => format!("until {}", span_text(d)),
        (None, None) => "undated".to_owned(),
    }
}
