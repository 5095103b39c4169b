//! The classes of tokens.

use crate::geoparse::dates::calendar_time::{Season, TimeUnit};
use crate::geoparse::dates::time_reference::TimeReference;

/// The class of a token: what it can do in an expression of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Tag {
    /// A word that does nothing in an expression of time.
    Other,
    /// A number in digits.
    Digits,
    /// Punctuation that has no tag of its own, and the possessive `'s`.
    Punctuation,
    /// A hyphen or a dash of any length.
    Dash,
    Comma,
    Apostrophe,
    /// `March` (3).
    Month(u8),
    /// `Jan` (1), `Sept` (9); a full stop after it is a token of its own.
    MonthAbbreviation(u8),
    /// `Monday` (0).
    Weekday(u8),
    Season(Season),
    /// `day`, `days`.
    Unit(TimeUnit, GrammaticalNumber),
    /// `twelve`.
    Cardinal(u8),
    /// `twelfth`.
    Ordinal(u8),
    /// `twenties` (20).
    DecadeName(u8),
    /// `few`, `several`: a number that is not given.
    Quantifier,
    Half,
    /// `morning`, `noon`.
    PartOfDay,
    /// `am`, `pm`; with full stops they are several tokens.
    Meridiem,
    /// The first word of a holiday's name.
    Holiday,
    /// `St`, `Saint`: a feast may be named after one.
    Saint,
    /// `feast`, `eve`, `morrow`: before the name of a feast, with "of".
    Feast,
    /// `Brumaire` (2): a month of the French Republican calendar.
    RepublicanMonth(u8),
    /// `Ramadan`: the first word of a month of the Islamic calendar.
    IslamicMonth,
    /// `AH`, `Hijra`: the era of the Islamic calendar.
    IslamicEra,
    /// `a`, `an`.
    IndefiniteArticle,
    DefiniteArticle,
    That,
    This,
    /// `these`, `those`.
    PluralDemonstrative,
    Same,
    /// `next` (1), `previous` (-1).
    Direction(i8),
    /// `last`, `past`: the one before now, or the one at the end.
    Last,
    Final,
    Opening,
    Later,
    Earlier,
    /// `afterwards`.
    Afterwards,
    Previously,
    After,
    Before,
    Ago,
    Early,
    Mid,
    /// `late`, `latter`.
    Late,
    Middle,
    /// `end`, `close`.
    End,
    /// `beginning`, `start`.
    Beginning,
    By,
    Of,
    In,
    On,
    To,
    /// `since`, `until`, `during`: the other prepositions of time.
    Preposition,
    And,
    Or,
    Between,
    /// `circa`, `approximately`.
    Circa,
    /// `about`, `around`: before a year, or before any number.
    About,
    /// `nearly`, `over`, `just`: before a number.
    Approximator,
    /// `than` in `more than two weeks`.
    Than,
    /// `every`, `each`.
    Every,
    Per,
    Another,
    Age,
    Aged,
    /// `AD`, `CE`.
    CommonEra,
    /// `BC`, `BCE`.
    BeforeCommonEra,
    /// `now`, `recently`: refers to the time of writing.
    Deictic(TimeReference),
    /// `former`, `current`: the same, before a noun.
    DeicticAdjective(TimeReference),
    /// `yesterday`, `tonight`: a day counted from that of the telling.
    DeicticDay,
    /// `daily`, `annually`.
    Recurrence,
    /// `time`, `period`, `era`.
    PeriodNoun,
    /// `instant`, `inst`: of this month.
    Instant,
    /// `ultimo`, `ult`: of last month.
    Ultimo,
    /// `proximo`, `prox`: of next month.
    Proximo,
}

/// One or several.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum GrammaticalNumber {
    Singular,
    Plural,
}
