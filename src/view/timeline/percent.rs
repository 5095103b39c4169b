//! Formats a share as a CSS percentage.

use crate::domain::formats::format_decimal;

/// A share (0 to 1) as a length in CSS.
pub fn percent(share: f64) -> String {
    format_decimal(share * 100.0, 3) + "%"
}
