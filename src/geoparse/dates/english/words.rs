//! The table of single words and their tags.

use super::tag::{
    GrammaticalNumber::{Plural, Singular},
    Tag::{self, *},
};
use crate::geoparse::dates::calendar_time::{
    Season::{Autumn, Spring, Summer, Winter},
    TimeUnit::{self, Century, Day, Decade, Hour, Minute, Second, Week, Year},
};

/// In lower case; in the order of the first letters, of those that share one the
/// shorter first, so that a search can stop at the first longer word.
#[rustfmt::skip] // One word a line would be three hundred lines.
pub(super) const WORDS: &[(&str, Tag)] = &[
    ("a", IndefiniteArticle), ("ad", CommonEra), ("am", Meridiem), ("an", IndefiniteArticle),
    ("at", Preposition), ("age", Age), ("ago", Ago), ("and", And), ("apr", MonthAbbreviation(4)),
    ("aug", MonthAbbreviation(8)), ("aged", Aged), ("about", About), ("after", After),
    ("april", Month(4)), ("almost", Approximator), ("annual", Recurrence), ("around", About),
    ("august", Month(8)), ("autumn", Season(Autumn)), ("another", Another),
    ("annually", Recurrence), ("afternoon", PartOfDay), ("afterward", Afterwards),
    ("afternoons", PartOfDay), ("afterwards", Afterwards), ("approximately", Circa),
    ("bc", BeforeCommonEra), ("by", By), ("bce", BeforeCommonEra), ("before", Before),
    ("between", Between), ("beginning", Beginning),
    ("c", Circa), ("ca", Circa), ("ce", CommonEra), ("circa", Circa), ("close", End),
    ("coming", Direction(1)), ("couple", Quantifier), ("century", Unit(Century, Singular)),
    ("current", DeicticAdjective), ("centuries", Unit(Century, Plural)), ("christmas", Holiday),
    ("currently", Deictic),
    ("day", Unit(Day, Singular)), ("dec", MonthAbbreviation(12)), ("dawn", PartOfDay),
    ("days", Unit(Day, Plural)), ("dusk", PartOfDay), ("daily", Recurrence),
    ("decade", Unit(Decade, Singular)), ("during", Preposition), ("daytime", PartOfDay),
    ("decades", Unit(Decade, Plural)), ("daybreak", PartOfDay), ("december", Month(12)),
    ("end", End), ("era", PeriodNoun), ("each", Every), ("early", Early), ("eight", Cardinal(8)),
    ("every", Every), ("easter", Holiday), ("eighth", Ordinal(8)), ("eighty", Cardinal(80)),
    ("eleven", Cardinal(11)), ("earlier", Earlier), ("ensuing", Direction(1)),
    ("evening", PartOfDay), ("eighteen", Cardinal(18)), ("eighties", DecadeName(80)),
    ("eleventh", Ordinal(11)), ("evenings", PartOfDay), ("everyday", Recurrence),
    ("eighteenth", Ordinal(18)),
    ("feb", MonthAbbreviation(2)), ("few", Quantifier), ("for", Preposition),
    ("fall", Season(Autumn)), ("five", Cardinal(5)), ("four", Cardinal(4)), ("from", Preposition),
    ("fifth", Ordinal(5)), ("fifty", Cardinal(50)), ("final", Final), ("first", Ordinal(1)),
    ("forty", Cardinal(40)), ("former", DeicticAdjective), ("fourth", Ordinal(4)),
    ("friday", Weekday(4)), ("future", DeicticAdjective), ("fifteen", Cardinal(15)),
    ("fifties", DecadeName(50)), ("forties", DecadeName(40)), ("february", Month(2)),
    ("formerly", Deictic), ("fourteen", Cardinal(14)), ("fifteenth", Ordinal(15)),
    ("following", Direction(1)), ("fortnight", Unit(Week, Singular)), ("fourteenth", Ordinal(14)),
    ("half", Half), ("hour", Unit(Hour, Singular)), ("hours", Unit(Hour, Plural)),
    ("hundred", Cardinal(100)),
    ("in", In), ("inst", Instant), ("instant", Instant), ("intervening", Direction(1)),
    ("jan", MonthAbbreviation(1)), ("jul", MonthAbbreviation(7)), ("jun", MonthAbbreviation(6)),
    ("july", Month(7)), ("june", Month(6)), ("just", Approximator), ("january", Month(1)),
    ("last", Last), ("late", Late), ("later", Later), ("lately", Deictic), ("latter", Late),
    ("mar", MonthAbbreviation(3)), ("may", Month(5)), ("mid", Mid), ("many", Quantifier),
    ("march", Month(3)), ("month", Unit(TimeUnit::Month, Singular)), ("midday", PartOfDay),
    ("middle", Middle), ("minute", Unit(Minute, Singular)), ("monday", Weekday(0)),
    ("months", Unit(TimeUnit::Month, Plural)), ("minutes", Unit(Minute, Plural)),
    ("monthly", Recurrence), ("morning", PartOfDay), ("midnight", PartOfDay),
    ("mornings", PartOfDay),
    ("new", Holiday), ("nov", MonthAbbreviation(11)), ("now", Deictic), ("next", Direction(1)),
    ("nine", Cardinal(9)), ("noon", PartOfDay), ("night", PartOfDay), ("ninth", Ordinal(9)),
    ("nearly", Approximator), ("nights", PartOfDay), ("ninety", Cardinal(90)),
    ("nightly", Recurrence), ("nineteen", Cardinal(19)), ("nineties", DecadeName(90)),
    ("november", Month(11)), ("nowadays", Deictic), ("nightfall", PartOfDay),
    ("nighttime", PartOfDay), ("nineteenth", Ordinal(19)),
    ("of", Of), ("on", On), ("or", Or), ("oct", MonthAbbreviation(10)), ("one", Cardinal(1)),
    ("only", Approximator), ("over", Approximator), ("october", Month(10)), ("opening", Opening),
    ("pm", Meridiem), ("per", Per), ("past", Last), ("prox", Proximo), ("prior", Direction(-1)),
    ("period", PeriodNoun), ("periods", PeriodNoun), ("present", DeicticAdjective),
    ("proximo", Proximo), ("previous", Direction(-1)), ("preceding", Direction(-1)),
    ("presently", Deictic), ("previously", Previously),
    ("recent", DeicticAdjective), ("roughly", Circa), ("recently", Deictic),
    ("sep", MonthAbbreviation(9)), ("six", Cardinal(6)), ("same", Same),
    ("sept", MonthAbbreviation(9)), ("some", Approximator), ("seven", Cardinal(7)),
    ("since", Preposition), ("sixth", Ordinal(6)), ("sixty", Cardinal(60)), ("start", Beginning),
    ("season", PeriodNoun), ("second", Ordinal(2)), ("single", Cardinal(1)),
    ("spring", Season(Spring)), ("summer", Season(Summer)), ("sunday", Weekday(6)),
    ("seconds", Unit(Second, Plural)), ("seventh", Ordinal(7)), ("seventy", Cardinal(70)),
    ("several", Quantifier), ("sixteen", Cardinal(16)), ("sixties", DecadeName(60)),
    ("sunrise", PartOfDay), ("saturday", Weekday(5)), ("september", Month(9)),
    ("seventeen", Cardinal(17)), ("seventies", DecadeName(70)), ("sixteenth", Ordinal(16)),
    ("subsequent", Direction(1)), ("succeeding", Direction(1)), ("seventeenth", Ordinal(17)),
    ("to", To), ("ten", Cardinal(10)), ("the", DefiniteArticle), ("two", Cardinal(2)),
    ("than", Than), ("that", That), ("this", This), ("till", Preposition), ("time", PeriodNoun),
    ("tenth", Ordinal(10)), ("these", PluralDemonstrative), ("third", Ordinal(3)),
    ("those", PluralDemonstrative), ("three", Cardinal(3)), ("today", Deictic),
    ("thirty", Cardinal(30)), ("toward", Preposition), ("twelve", Cardinal(12)),
    ("twenty", Cardinal(20)), ("through", Preposition), ("tonight", Deictic),
    ("towards", Preposition), ("tuesday", Weekday(1)), ("twelfth", Ordinal(12)),
    ("thirteen", Cardinal(13)), ("thirties", DecadeName(30)), ("thursday", Weekday(3)),
    ("tomorrow", Deictic), ("twenties", DecadeName(20)), ("thirtieth", Ordinal(30)),
    ("twentieth", Ordinal(20)), ("thirteenth", Ordinal(13)), ("throughout", Preposition),
    ("ult", Ultimo), ("under", Approximator), ("until", Preposition), ("ultimo", Ultimo),
    ("week", Unit(Week, Singular)), ("weeks", Unit(Week, Plural)), ("weekly", Recurrence),
    ("winter", Season(Winter)), ("within", Preposition), ("wednesday", Weekday(2)),
    ("year", Unit(Year, Singular)), ("years", Unit(Year, Plural)), ("yearly", Recurrence),
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
        .skip_while(|(known, _)| known.len() < bytes.len())
        .take_while(|(known, _)| known.len() == bytes.len())
        .find(|(known, _)| known.eq_ignore_ascii_case(word))
        .map_or(Other, |(_, tag)| *tag);
    match tag {
        Month(_) | MonthAbbreviation(_) | Weekday(_) | Holiday if first.is_ascii_lowercase() => {
            Other
        }
        _ => tag,
    }
}
