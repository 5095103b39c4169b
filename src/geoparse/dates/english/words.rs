//! The table of single words and their tags.

use super::tag::{
    GrammaticalNumber::{Plural, Singular},
    Tag::{self, *},
};
use crate::geoparse::dates::calendar_time::{
    Season::{Autumn, Spring, Summer, Winter},
    TimeUnit::{self, Century, Day, Decade, Hour, Minute, Second, Week, Year},
};

/// In lower case, sorted.
#[rustfmt::skip] // One word a line would be three hundred lines.
pub(super) const WORDS: &[(&str, Tag)] = &[
    ("a", IndefiniteArticle), ("about", About), ("ad", CommonEra), ("after", After),
    ("afternoon", PartOfDay), ("afternoons", PartOfDay), ("afterward", Afterwards),
    ("afterwards", Afterwards), ("age", Age), ("aged", Aged), ("ago", Ago),
    ("almost", Approximator), ("am", Meridiem), ("an", IndefiniteArticle), ("and", And),
    ("annual", Recurrence), ("annually", Recurrence), ("another", Another),
    ("approximately", Circa), ("apr", MonthAbbreviation(4)), ("april", Month(4)), ("around", About),
    ("at", Preposition), ("aug", MonthAbbreviation(8)), ("august", Month(8)),
    ("autumn", Season(Autumn)),
    ("bc", BeforeCommonEra), ("bce", BeforeCommonEra), ("before", Before), ("beginning", Beginning),
    ("between", Between), ("by", By),
    ("c", Circa), ("ca", Circa), ("ce", CommonEra), ("centuries", Unit(Century, Plural)),
    ("century", Unit(Century, Singular)), ("christmas", Holiday), ("circa", Circa), ("close", End),
    ("coming", Direction(1)), ("couple", Quantifier), ("current", DeicticAdjective),
    ("currently", Deictic),
    ("daily", Recurrence), ("dawn", PartOfDay), ("day", Unit(Day, Singular)),
    ("daybreak", PartOfDay), ("days", Unit(Day, Plural)), ("daytime", PartOfDay),
    ("dec", MonthAbbreviation(12)), ("decade", Unit(Decade, Singular)),
    ("decades", Unit(Decade, Plural)), ("december", Month(12)), ("during", Preposition),
    ("dusk", PartOfDay),
    ("each", Every), ("earlier", Earlier), ("early", Early), ("easter", Holiday),
    ("eight", Cardinal(8)), ("eighteen", Cardinal(18)), ("eighteenth", Ordinal(18)),
    ("eighth", Ordinal(8)), ("eighties", DecadeName(80)), ("eighty", Cardinal(80)),
    ("eleven", Cardinal(11)), ("eleventh", Ordinal(11)), ("end", End), ("ensuing", Direction(1)),
    ("era", PeriodNoun), ("evening", PartOfDay), ("evenings", PartOfDay), ("every", Every),
    ("everyday", Recurrence),
    ("fall", Season(Autumn)), ("feb", MonthAbbreviation(2)), ("february", Month(2)),
    ("few", Quantifier), ("fifteen", Cardinal(15)), ("fifteenth", Ordinal(15)),
    ("fifth", Ordinal(5)), ("fifties", DecadeName(50)), ("fifty", Cardinal(50)), ("final", Final),
    ("first", Ordinal(1)), ("five", Cardinal(5)), ("following", Direction(1)), ("for", Preposition),
    ("former", DeicticAdjective), ("formerly", Deictic), ("forties", DecadeName(40)),
    ("fortnight", Unit(Week, Singular)), ("forty", Cardinal(40)), ("four", Cardinal(4)),
    ("fourteen", Cardinal(14)), ("fourteenth", Ordinal(14)), ("fourth", Ordinal(4)),
    ("friday", Weekday(4)), ("from", Preposition), ("future", DeicticAdjective),
    ("half", Half), ("hour", Unit(Hour, Singular)), ("hours", Unit(Hour, Plural)),
    ("hundred", Cardinal(100)),
    ("in", In), ("inst", Instant), ("instant", Instant), ("intervening", Direction(1)),
    ("jan", MonthAbbreviation(1)), ("january", Month(1)), ("jul", MonthAbbreviation(7)),
    ("july", Month(7)), ("jun", MonthAbbreviation(6)), ("june", Month(6)), ("just", Approximator),
    ("last", Last), ("late", Late), ("lately", Deictic), ("later", Later), ("latter", Late),
    ("many", Quantifier), ("mar", MonthAbbreviation(3)), ("march", Month(3)), ("may", Month(5)),
    ("mid", Mid), ("midday", PartOfDay), ("middle", Middle), ("midnight", PartOfDay),
    ("minute", Unit(Minute, Singular)), ("minutes", Unit(Minute, Plural)), ("monday", Weekday(0)),
    ("month", Unit(TimeUnit::Month, Singular)), ("monthly", Recurrence),
    ("months", Unit(TimeUnit::Month, Plural)), ("morning", PartOfDay), ("mornings", PartOfDay),
    ("nearly", Approximator), ("new", Holiday), ("next", Direction(1)), ("night", PartOfDay),
    ("nightfall", PartOfDay), ("nightly", Recurrence), ("nights", PartOfDay),
    ("nighttime", PartOfDay), ("nine", Cardinal(9)), ("nineteen", Cardinal(19)),
    ("nineteenth", Ordinal(19)), ("nineties", DecadeName(90)), ("ninety", Cardinal(90)),
    ("ninth", Ordinal(9)), ("noon", PartOfDay), ("nov", MonthAbbreviation(11)),
    ("november", Month(11)), ("now", Deictic), ("nowadays", Deictic),
    ("oct", MonthAbbreviation(10)), ("october", Month(10)), ("of", Of), ("on", On),
    ("one", Cardinal(1)), ("only", Approximator), ("opening", Opening), ("or", Or),
    ("over", Approximator),
    ("past", Last), ("per", Per), ("period", PeriodNoun), ("periods", PeriodNoun), ("pm", Meridiem),
    ("preceding", Direction(-1)), ("present", DeicticAdjective), ("presently", Deictic),
    ("previous", Direction(-1)), ("previously", Previously), ("prior", Direction(-1)),
    ("prox", Proximo), ("proximo", Proximo),
    ("recent", DeicticAdjective), ("recently", Deictic), ("roughly", Circa),
    ("same", Same), ("saturday", Weekday(5)), ("season", PeriodNoun), ("second", Ordinal(2)),
    ("seconds", Unit(Second, Plural)), ("sep", MonthAbbreviation(9)),
    ("sept", MonthAbbreviation(9)), ("september", Month(9)), ("seven", Cardinal(7)),
    ("seventeen", Cardinal(17)), ("seventeenth", Ordinal(17)), ("seventh", Ordinal(7)),
    ("seventies", DecadeName(70)), ("seventy", Cardinal(70)), ("several", Quantifier),
    ("since", Preposition), ("single", Cardinal(1)), ("six", Cardinal(6)),
    ("sixteen", Cardinal(16)), ("sixteenth", Ordinal(16)), ("sixth", Ordinal(6)),
    ("sixties", DecadeName(60)), ("sixty", Cardinal(60)), ("some", Approximator),
    ("spring", Season(Spring)), ("start", Beginning), ("subsequent", Direction(1)),
    ("succeeding", Direction(1)), ("summer", Season(Summer)), ("sunday", Weekday(6)),
    ("sunrise", PartOfDay),
    ("ten", Cardinal(10)), ("tenth", Ordinal(10)), ("than", Than), ("that", That),
    ("the", DefiniteArticle), ("these", PluralDemonstrative), ("third", Ordinal(3)),
    ("thirteen", Cardinal(13)), ("thirteenth", Ordinal(13)), ("thirties", DecadeName(30)),
    ("thirtieth", Ordinal(30)), ("thirty", Cardinal(30)), ("this", This),
    ("those", PluralDemonstrative), ("three", Cardinal(3)), ("through", Preposition),
    ("throughout", Preposition), ("thursday", Weekday(3)), ("till", Preposition),
    ("time", PeriodNoun), ("to", To), ("today", Deictic), ("tomorrow", Deictic),
    ("tonight", Deictic), ("toward", Preposition), ("towards", Preposition),
    ("tuesday", Weekday(1)), ("twelfth", Ordinal(12)), ("twelve", Cardinal(12)),
    ("twenties", DecadeName(20)), ("twentieth", Ordinal(20)), ("twenty", Cardinal(20)),
    ("two", Cardinal(2)),
    ("ult", Ultimo), ("ultimo", Ultimo), ("under", Approximator), ("until", Preposition),
    ("wednesday", Weekday(2)), ("week", Unit(Week, Singular)), ("weekly", Recurrence),
    ("weeks", Unit(Week, Plural)), ("winter", Season(Winter)), ("within", Preposition),
    ("year", Unit(Year, Singular)), ("yearly", Recurrence), ("years", Unit(Year, Plural)),
    ("yesterday", Deictic),
];

/// `FIRST_LETTERS[i]..FIRST_LETTERS[i + 1]` is where the words with the i-th
/// letter of the alphabet are.
const FIRST_LETTERS: [u16; 27] = {
    let mut starts = [0; 27];
    let (mut letter, mut word) = (0, 0);
    while letter < 26 {
        starts[letter] = word as u16;
        while word < WORDS.len() && WORDS[word].0.as_bytes()[0] == b'a' + letter as u8 {
            word += 1;
        }
        letter += 1;
    }
    starts[26] = word as u16;
    assert!(word == WORDS.len(), "the words are in the order of their first letters");
    starts
};

/// Bytes of the longest word.
const MAX_BYTES: usize = {
    let (mut longest, mut word) = (0, 0);
    while word < WORDS.len() {
        if WORDS[word].0.len() > longest {
            longest = WORDS[word].0.len();
        }
        word += 1;
    }
    longest
};

/// The tag of a word. Months, weekdays and holidays are written with a capital:
/// "march" and "may" are other words.
pub(super) fn look_up(word: &str) -> Tag {
    let bytes = word.as_bytes();
    let Some(first) = bytes.first() else { return Other };
    let letter = usize::from((first | 0x20).wrapping_sub(b'a'));
    if letter >= 26 || bytes.len() > MAX_BYTES {
        return Other;
    }
    let candidates =
        &WORDS[usize::from(FIRST_LETTERS[letter])..usize::from(FIRST_LETTERS[letter + 1])];
    let tag = candidates
        .iter()
        .find(|(known, _)| known.len() == bytes.len() && known.eq_ignore_ascii_case(word))
        .map_or(Other, |(_, tag)| *tag);
    match tag {
        Month(_) | MonthAbbreviation(_) | Weekday(_) | Holiday if first.is_ascii_lowercase() => {
            Other
        }
        _ => tag,
    }
}
