//! Reads and writes decimal numbers: coordinates, sizes, zoom levels.
//!
//! The standard library is not used: the tables of its exact conversions would add
//! 18 kB, a tenth of the page's program. For numbers in readers' files, which may
//! be of any size, see [`dataset::FieldValue`](crate::dataset::FieldValue).

/// Reads a decimal number of at most fifteen digits, without exponent: `-12`,
/// `4.5`. `None` for anything else.
#[must_use]
pub fn parse_decimal(text: &str) -> Option<f64> {
    let (sign, digits) = match text.strip_prefix('-') {
        Some(digits) => (-1.0, digits),
        None => (1.0, text),
    };
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let all_digits = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
    if whole.is_empty() || digits.len() > 16 || !all_digits(whole) || !all_digits(fraction) {
        return None;
    }
    let value = whole.bytes().chain(fraction.bytes()).fold(0_i64, |value, digit| {
        // At most fifteen digits: exact in an f64, and no overflow.
        value * 10 + i64::from(digit - b'0')
    });
    let scale = fraction.bytes().fold(1.0, |scale, _| scale * 10.0);
    Some(sign * value as f64 / scale)
}

/// Writes a number with at most `decimals` decimals, at most nine, without trailing
/// zeros. The number has to be less than 9.2 × 10¹⁸ / 10^`decimals`.
#[must_use]
pub fn format_decimal(value: f64, decimals: u32) -> String {
    let scale = 10_i64.pow(decimals.min(9));
    let scaled = (value * scale as f64).round() as i64;
    let (whole, rest) =
        (scaled.unsigned_abs() / scale as u64, scaled.unsigned_abs() % scale as u64);
    let sign = if scaled < 0 { "-" } else { "" };
    if rest == 0 {
        return format!("{sign}{whole}");
    }
    let fraction = format!("{rest:0width$}", width = decimals.min(9) as usize);
    format!("{sign}{whole}.{}", fraction.trim_end_matches('0'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_as_they_were_written() {
        for (value, decimals, text) in [
            (0.0, 4, "0"),
            (-0.00004, 4, "0"),
            (54.02917, 4, "54.0292"),
            (-103.5, 4, "-103.5"),
            (4.25, 2, "4.25"),
            (0.05, 2, "0.05"),
            (180.0, 4, "180"),
        ] {
            assert_eq!(format_decimal(value, decimals), text);
            let back = parse_decimal(text).unwrap();
            assert!((back - value).abs() <= 0.5 / 10_f64.powi(decimals as i32), "{text}");
        }
    }

    #[test]
    fn only_plain_decimals_are_numbers() {
        for text in ["", "-", ".5", "1e3", "NaN", "inf", "+1", "1.2.3", "12345678901234567", "١"] {
            assert_eq!(parse_decimal(text), None, "{text}");
        }
        assert_eq!(parse_decimal("5."), Some(5.0));
    }
}
