//! The French Republican and the Islamic calendar, as far as texts are dated by them.

use crate::domain::time::Day;

/// The day in September on which each year of the French Republic began, from the year
/// I (1792) to the year XIV, in which the calendar was given up. Concordance of the
/// decree of 4 Frimaire II: the year begins on the day of the autumnal equinox in Paris.
const REPUBLICAN_NEW_YEARS: [u32; 14] = [22, 22, 22, 23, 22, 22, 22, 23, 23, 23, 23, 24, 23, 23];

/// The first day of a month (1 to 12) of a year of the French Republic.
pub(crate) fn republican_month(year: i32, month: u32) -> Option<Day> {
    let index = usize::try_from(year.checked_sub(1)?).ok()?;
    let first = Day::from_ymd(1791 + year, 9, *REPUBLICAN_NEW_YEARS.get(index)?)?;
    // Each month has thirty days.
    Some(first + 30 * i32::try_from(month.checked_sub(1)?).ok()?)
}

/// The years in which a year of the Hijra begins and ends: 1299 began in 1881 and ended
/// in 1882. Years before 1583 are those of the Julian calendar, as elsewhere in texts.
///
/// By the tabular calendar with leap years 2, 5, 7, 10, 13, 16, 18, 21, 24, 26 and 29
/// (Reingold and Dershowitz, *Calendrical Calculations*, "The Islamic Calendar"), which
/// is within two days of the observed one.
pub(crate) fn islamic_year(year: i32) -> Option<(i32, i32)> {
    let first_day = |year: i32| {
        // 16 July 622 (Julian), in days since 1970-01-01.
        let epoch = -492_148;
        Day(epoch + 354 * (year - 1) + (3 + 11 * year) / 30)
    };
    let civil_year = |day: Day| match day.ymd().0 {
        year @ 1583.. => year,
        _ => day.julian_ymd().0,
    };
    (1..=1600)
        .contains(&year)
        .then(|| (civil_year(first_day(year)), civil_year(first_day(year + 1) - 1)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_of_the_republic_begin_in_september() {
        let day = |year, month| republican_month(year, month).map(|day| day.to_string());
        assert_eq!(day(1, 1).as_deref(), Some("1792-09-22"));
        assert_eq!(day(2, 11).as_deref(), Some("1794-07-19"));
        assert_eq!(day(8, 2).as_deref(), Some("1799-10-23"));
        assert_eq!(day(14, 4).as_deref(), Some("1805-12-22"));
        assert_eq!(day(0, 1), None);
        assert_eq!(day(15, 1), None);
    }

    #[test]
    fn years_of_the_hijra_lie_in_one_or_two_years() {
        assert_eq!(islamic_year(1), Some((622, 623)));
        assert_eq!(islamic_year(903), Some((1497, 1498)));
        assert_eq!(islamic_year(1299), Some((1881, 1882)));
        // 6 January to 25 December 1943.
        assert_eq!(islamic_year(1362), Some((1943, 1943)));
        assert_eq!(islamic_year(0), None);
    }
}
