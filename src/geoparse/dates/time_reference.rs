//! References to a time that no calendar can hold.

/// A time relative to that of the telling, which the text does not date (the vague
/// values of TIMEX3).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TimeReference {
    /// "now", "currently", "the present-day capital".
    Present,
    /// "recently", "the former capital", "some years ago".
    Past,
    /// "the future", "a few days later".
    Future,
}

impl TimeReference {
    /// The value in TIMEX3.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Present => "PRESENT_REF",
            Self::Past => "PAST_REF",
            Self::Future => "FUTURE_REF",
        }
    }
}
