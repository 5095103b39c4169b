//! Figures rounded to what is known of them.
//!
//! The source dates most stays to a month, and journeys are measured as the crow
//! flies. A figure to the day or to the kilometre would claim what nobody knows.

/// Kilometres, to two significant digits; below a hundred to ten.
///
/// ```
/// use chronotope::page_model::rounded_km;
/// assert_eq!(rounded_km(85_171.3), 85_000);
/// assert_eq!(rounded_km(1_262.0), 1_300);
/// assert_eq!(rounded_km(74.0), 70);
/// ```
#[must_use]
pub fn rounded_km(km: f64) -> usize {
    let km = km.max(0.0);
    let mut unit = 10.0;
    while km >= unit * 100.0 {
        unit *= 10.0;
    }
    ((km / unit).round() * unit) as usize
}

/// A length of time in words, rounded: to weeks, then months, then half years.
///
/// ```
/// use chronotope::page_model::duration_text;
/// assert_eq!(duration_text(3103), "about 8½ years");
/// assert_eq!(duration_text(400), "about 13 months");
/// assert_eq!(duration_text(1), "1 day");
/// ```
#[must_use]
pub fn duration_text(days: i32) -> String {
    let days = days.max(0);
    // Whole numbers: the code that writes floating-point numbers is large in the page.
    let counted =
        |count: i32, unit: &str| format!("{count} {unit}{}", if count == 1 { "" } else { "s" });
    let in_units = |per_year: f64| (f64::from(days) * per_year / DAYS_OF_YEAR).round() as i32;
    if days < 14 {
        counted(days, "day")
    } else if days < 60 {
        format!("about {}", counted(in_units(DAYS_OF_YEAR / 7.0), "week"))
    } else if f64::from(days) < 2.0 * DAYS_OF_YEAR {
        format!("about {}", counted(in_units(12.0), "month"))
    } else {
        let halves = in_units(2.0);
        format!("about {}{} years", halves / 2, if halves % 2 == 1 { "½" } else { "" })
    }
}

const DAYS_OF_YEAR: f64 = 365.25;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_figure_says_no_more_than_is_known() {
        let km = [0.0, 4.0, 5.0, 99.0, 100.0, 949.0, 999.9, 9_950.0, 85_171.0, 123_456.0];
        let rounded = km.map(rounded_km);
        assert_eq!(rounded, [0, 0, 10, 100, 100, 950, 1000, 10_000, 85_000, 120_000]);
        for (days, words) in [
            (-1, "0 days"),
            (13, "13 days"),
            (14, "about 2 weeks"),
            (45, "about 6 weeks"),
            (60, "about 2 months"),
            (365, "about 12 months"),
            (730, "about 24 months"),
            (731, "about 2 years"),
            (910, "about 2½ years"),
            (3652, "about 10 years"),
        ] {
            assert_eq!(duration_text(days), words, "{days}");
        }
    }
}
