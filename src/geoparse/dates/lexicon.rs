//! The words dates are made of.

use super::time;
use super::words::beginning_with;

/// What a token can do in a date. `Other` is every word that can do nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Lex {
    Other,
    /// A number in digits.
    Digits,
    /// A mark of punctuation that is not one of the following.
    Mark,
    Dash,
    Comma,
    Apostrophe,
    /// 1 to 12.
    Month(u8),
    /// `Jan`, `Sept`.
    MonthShort(u8),
    /// 0 is Monday.
    Weekday(u8),
    Season(time::Season),
    /// `day`, and `days` (plural).
    Unit(time::Unit, bool),
    Cardinal(u8),
    Ordinal(u8),
    /// `twenties`
    Tens(u8),
    /// `few`, `several`: a number that is not told.
    Indefinite,
    Half,
    PartOfDay,
    /// `a.m.`, `noon`.
    Clock,
    Holiday,
    A,
    The,
    That,
    This,
    /// `these`, `those`
    These,
    Same,
    /// `next` (1), `previous` (-1).
    Direction(i8),
    /// `last`, `past`: before now, or at the end.
    Last,
    /// `final`, `opening`.
    Edge,
    /// `later`
    Later,
    /// `earlier`
    Earlier,
    /// `afterwards`
    Afterwards,
    /// `previously`
    Previously,
    After,
    Before,
    Ago,
    Early,
    Mid,
    Late,
    /// `middle`
    Middle,
    /// `end`, `close`
    End,
    /// `beginning`, `start`
    Beginning,
    By,
    Of,
    In,
    On,
    To,
    /// `since`, `until`, `during`…: what stands before a time.
    Preposition,
    And,
    Or,
    Between,
    Circa,
    About,
    /// `nearly`, `over`, `some`, `just`: before a number.
    Roughly,
    /// `than` in `more than two weeks`.
    Than,
    /// `every`, `each`
    Every,
    Per,
    Another,
    Age,
    Aged,
    Ad,
    Bc,
    /// `now`, `recently`: points to the writer's present.
    Deictic,
    /// `former`, `current`: the same, before a noun.
    Attribute,
    /// `daily`, `weekly`
    Repeated,
    /// `time`, `period`, `era`
    AsTime,
    /// `instant`, `inst`
    Instant,
    Ultimo,
    Proximo,
}

/// What a word can do. Months, weekdays and feasts are written with a capital.
pub(super) fn look_up(word: &str) -> Lex {
    let bytes = word.as_bytes();
    let Some(first) = bytes.first() else { return Lex::Other };
    let letter = (first | 0x20).wrapping_sub(b'a') as usize;
    if letter >= 26 || bytes.len() > 13 {
        return Lex::Other;
    }
    let found = beginning_with(letter)
        .iter()
        .find(|(known, _)| known.len() == bytes.len() && known.eq_ignore_ascii_case(word))
        .map_or(Lex::Other, |(_, lex)| *lex);
    match found {
        Lex::Month(_) | Lex::MonthShort(_) | Lex::Weekday(_) | Lex::Holiday
            if first.is_ascii_lowercase() =>
        {
            Lex::Other
        }
        _ => found,
    }
}
