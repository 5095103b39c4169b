//! Durations in ISO 8601.

use super::calendar_time::TimeUnit;

/// How many units.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Quantity {
    Whole(i32),
    /// One half more than a whole number.
    AndAHalf(i32),
    /// `22.8`: the whole number and the digits after the point.
    Decimal(i32, i32),
    /// `a few`, `several`.
    Unspecified,
}

/// The duration in ISO 8601: `P2M`. `X` stands for a number that is not given, as
/// in TIMEX3 (`PXD`). Decades and centuries are given in years.
pub(crate) fn iso_duration(quantity: Quantity, unit: TimeUnit) -> String {
    let (time, factor, letter) = match unit {
        TimeUnit::Second => ("T", 1, 'S'),
        TimeUnit::Minute => ("T", 1, 'M'),
        TimeUnit::Hour => ("T", 1, 'H'),
        TimeUnit::Day => ("", 1, 'D'),
        TimeUnit::Week => ("", 1, 'W'),
        TimeUnit::Month => ("", 1, 'M'),
        TimeUnit::Year => ("", 1, 'Y'),
        TimeUnit::Decade => ("", 10, 'Y'),
        TimeUnit::Century => ("", 100, 'Y'),
    };
    match quantity {
        Quantity::Whole(n) => format!("P{time}{}{letter}", i64::from(n) * factor),
        Quantity::Decimal(n, tenths) if factor == 1 => format!("P{time}{n}.{tenths}{letter}"),
        Quantity::Decimal(n, _) => format!("P{}{letter}", i64::from(n) * factor),
        Quantity::AndAHalf(n) if factor == 1 => format!("P{time}{n}.5{letter}"),
        Quantity::AndAHalf(n) => format!("P{}{letter}", i64::from(n) * factor + factor / 2),
        Quantity::Unspecified if factor == 1 => format!("P{time}X{letter}"),
        Quantity::Unspecified => format!("P{}{letter}", if factor == 10 { "X0" } else { "X00" }),
    }
}
