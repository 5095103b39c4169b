//! What "early", "mid" and "late" mean: thirds.

use std::ops::RangeInclusive;

/// A third of a year or of a month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Third {
    /// January to April; the 1st to the 10th.
    Early,
    /// May to August; the 11th to the 20th.
    Mid,
    /// September to December; from the 21st on.
    Late,
}

impl Third {
    /// All thirds, in order.
    pub const ALL: [Self; 3] = [Self::Early, Self::Mid, Self::Late];

    /// The months of a year that belong to it.
    #[must_use]
    pub fn months(self) -> RangeInclusive<u32> {
        match self {
            Self::Early => 1..=4,
            Self::Mid => 5..=8,
            Self::Late => 9..=12,
        }
    }

    /// The days that belong to it of a month with `month_length` days.
    #[must_use]
    pub fn days(self, month_length: u32) -> RangeInclusive<u32> {
        match self {
            Self::Early => 1..=10,
            Self::Mid => 11..=20,
            Self::Late => 21..=month_length,
        }
    }

    /// Puts its word before a year or a month: "early 1903", "mid-1903".
    #[must_use]
    pub fn text(self, unit: &str) -> String {
        match self {
            Self::Early => format!("early {unit}"),
            Self::Mid => format!("mid-{unit}"),
            Self::Late => format!("late {unit}"),
        }
    }
}
