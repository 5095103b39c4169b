//! The table of single words and their tags.

use super::tag::{
    GrammaticalNumber::{Plural, Singular},
    Tag::{self, *},
};
use crate::geoparse::dates::calendar_time::{
    Season::{Autumn, Spring, Summer, Winter},
    TimeUnit::{self, Century, Day, Decade, Hour, Minute, Second, Week, Year},
};
use crate::geoparse::dates::time_reference::TimeReference::{Future, Past, Present};

/// In lower case; in the order of the first letters, of those that share one the
/// shorter first, so that a word is compared with those of its letter and length alone.
#[rustfmt::skip] // One word a line would be three hundred lines.
pub(super) const WORDS: &[(&str, Tag)] = &[
    ("a", IndefiniteArticle), ("ad", CommonEra), ("ah", IslamicEra), ("am", Meridiem),
    ("an", IndefiniteArticle), ("at", Preposition), ("age", Age), ("ago", Ago), ("all", Holiday),
    ("and", And), ("apl", MonthAbbreviation(4)), ("apr", MonthAbbreviation(4)), ("ash", Holiday),
    ("aug", MonthAbbreviation(8)), ("aged", Aged), ("aprl", MonthAbbreviation(4)),
    ("augt", MonthAbbreviation(8)), ("about", About), ("after", After), ("april", Month(4)),
    ("almost", Approximator), ("annual", Recurrence), ("around", About), ("august", Month(8)),
    ("autumn", Season(Autumn)), ("another", Another), ("annually", Recurrence),
    ("afternoon", PartOfDay), ("afterward", Afterwards), ("ascension", Holiday),
    ("afternoons", PartOfDay), ("afterwards", Afterwards), ("assumption", Holiday),
    ("annunciation", Holiday), ("approximately", Circa),
    ("bc", BeforeCommonEra), ("by", By), ("bce", BeforeCommonEra), ("before", Before),
    ("boxing", Holiday), ("between", Between), ("bastille", Holiday),
    ("brumaire", RepublicanMonth(2)), ("beginning", Beginning),
    ("c", Circa), ("ca", Circa), ("ce", CommonEra), ("circa", Circa), ("close", End),
    ("coming", Direction(1)), ("corpus", Holiday), ("couple", Quantifier),
    ("century", Unit(Century, Singular)), ("current", DeicticAdjective(Present)),
    ("candlemas", Holiday), ("centuries", Unit(Century, Plural)), ("christmas", Holiday),
    ("currently", Deictic(Present)), ("childermas", Holiday),
    ("day", Unit(Day, Singular)), ("dec", MonthAbbreviation(12)), ("dhu", IslamicMonth),
    ("dawn", PartOfDay), ("days", Unit(Day, Plural)), ("decr", MonthAbbreviation(12)),
    ("dusk", PartOfDay), ("daily", Recurrence), ("decbr", MonthAbbreviation(12)),
    ("decade", Unit(Decade, Singular)), ("during", Preposition), ("daytime", PartOfDay),
    ("decades", Unit(Decade, Plural)), ("daybreak", PartOfDay), ("december", Month(12)),
    ("end", End), ("era", PeriodNoun), ("eve", Feast), ("each", Every), ("early", Early),
    ("eight", Cardinal(8)), ("every", Every), ("easter", Holiday), ("eighth", Ordinal(8)),
    ("eighty", Cardinal(80)), ("eleven", Cardinal(11)), ("earlier", Earlier),
    ("ensuing", Direction(1)), ("evening", PartOfDay), ("eighteen", Cardinal(18)),
    ("eighties", DecadeName(80)), ("eleventh", Ordinal(11)), ("epiphany", Holiday),
    ("evenings", PartOfDay), ("everyday", Recurrence), ("eighteenth", Ordinal(18)),
    ("exaltation", Holiday),
    ("feb", MonthAbbreviation(2)), ("few", Quantifier), ("for", Preposition),
    ("fall", Season(Autumn)), ("febr", MonthAbbreviation(2)), ("feby", MonthAbbreviation(2)),
    ("five", Cardinal(5)), ("four", Cardinal(4)), ("from", Preposition), ("feast", Feast),
    ("febry", MonthAbbreviation(2)), ("fifth", Ordinal(5)), ("fifty", Cardinal(50)),
    ("final", Final), ("first", Ordinal(1)), ("forty", Cardinal(40)),
    ("former", DeicticAdjective(Past)), ("fourth", Ordinal(4)), ("friday", Weekday(4)),
    ("future", DeicticAdjective(Future)), ("fifteen", Cardinal(15)), ("fifties", DecadeName(50)),
    ("floreal", RepublicanMonth(8)), ("forties", DecadeName(40)), ("february", Month(2)),
    ("floréal", RepublicanMonth(8)), ("formerly", Deictic(Past)), ("fourteen", Cardinal(14)),
    ("frimaire", RepublicanMonth(3)), ("fifteenth", Ordinal(15)), ("following", Direction(1)),
    ("fortnight", Unit(Week, Singular)), ("fructidor", RepublicanMonth(12)),
    ("fourteenth", Ordinal(14)),
    ("good", Holiday), ("germinal", RepublicanMonth(7)),
    ("half", Half), ("holy", Holiday), ("hour", Unit(Hour, Singular)), ("hijra", IslamicEra),
    ("hijri", IslamicEra), ("hours", Unit(Hour, Plural)), ("hegira", IslamicEra),
    ("hundred", Cardinal(100)), ("halloween", Holiday), ("hallowmas", Holiday),
    ("in", In), ("inst", Instant), ("instant", Instant), ("invention", Holiday),
    ("intervening", Direction(1)),
    ("jan", MonthAbbreviation(1)), ("jly", MonthAbbreviation(7)), ("jul", MonthAbbreviation(7)),
    ("jun", MonthAbbreviation(6)), ("jany", MonthAbbreviation(1)), ("july", Month(7)),
    ("june", Month(6)), ("just", Approximator), ("janry", MonthAbbreviation(1)),
    ("jumada", IslamicMonth), ("january", Month(1)),
    ("lady", Holiday), ("last", Last), ("late", Late), ("later", Later), ("lammas", Holiday),
    ("lately", Deictic(Past)), ("latter", Late),
    ("mar", MonthAbbreviation(3)), ("may", Month(5)), ("mch", MonthAbbreviation(3)), ("mid", Mid),
    ("many", Quantifier), ("march", Month(3)), ("month", Unit(TimeUnit::Month, Singular)),
    ("maundy", Holiday), ("midday", PartOfDay), ("middle", Middle),
    ("minute", Unit(Minute, Singular)), ("modern", DeicticAdjective(Present)),
    ("monday", Weekday(0)), ("months", Unit(TimeUnit::Month, Plural)), ("morrow", Feast),
    ("minutes", Unit(Minute, Plural)), ("monthly", Recurrence), ("morning", PartOfDay),
    ("messidor", RepublicanMonth(10)), ("midnight", PartOfDay), ("mornings", PartOfDay),
    ("muharram", IslamicMonth), ("martinmas", Holiday), ("midsummer", Holiday),
    ("michaelmas", Holiday),
    ("new", Holiday), ("nov", MonthAbbreviation(11)), ("now", Deictic(Present)),
    ("next", Direction(1)), ("nine", Cardinal(9)), ("noon", PartOfDay),
    ("novr", MonthAbbreviation(11)), ("night", PartOfDay), ("ninth", Ordinal(9)),
    ("novbr", MonthAbbreviation(11)), ("nearly", Approximator), ("nights", PartOfDay),
    ("ninety", Cardinal(90)), ("nivose", RepublicanMonth(4)), ("nightly", Recurrence),
    ("nivôse", RepublicanMonth(4)), ("nativity", Holiday), ("nineteen", Cardinal(19)),
    ("nineties", DecadeName(90)), ("november", Month(11)), ("nowadays", Deictic(Present)),
    ("nightfall", PartOfDay), ("nighttime", PartOfDay), ("nineteenth", Ordinal(19)),
    ("of", Of), ("on", On), ("or", Or), ("oct", MonthAbbreviation(10)), ("one", Cardinal(1)),
    ("octr", MonthAbbreviation(10)), ("only", Approximator), ("over", Approximator),
    ("octbr", MonthAbbreviation(10)), ("octave", Feast), ("october", Month(10)),
    ("opening", Opening),
    ("pm", Meridiem), ("per", Per), ("palm", Holiday), ("past", Last), ("prox", Proximo),
    ("prior", Direction(-1)), ("period", PeriodNoun), ("periods", PeriodNoun),
    ("present", DeicticAdjective(Present)), ("proximo", Proximo), ("pluviose", RepublicanMonth(5)),
    ("prairial", RepublicanMonth(9)), ("previous", Direction(-1)), ("pentecost", Holiday),
    ("pluviôse", RepublicanMonth(5)), ("preceding", Direction(-1)), ("presently", Deictic(Present)),
    ("previously", Previously), ("purification", Holiday),
    ("rabi", IslamicMonth), ("rajab", IslamicMonth), ("recent", DeicticAdjective(Past)),
    ("ramadan", IslamicMonth), ("ramazan", IslamicMonth), ("roughly", Circa),
    ("recently", Deictic(Past)),
    ("ss", Saint), ("st", Saint), ("sep", MonthAbbreviation(9)), ("six", Cardinal(6)),
    ("same", Same), ("sepr", MonthAbbreviation(9)), ("sept", MonthAbbreviation(9)),
    ("some", Approximator), ("safar", IslamicMonth), ("saint", Saint),
    ("septr", MonthAbbreviation(9)), ("seven", Cardinal(7)), ("since", Preposition),
    ("sixth", Ordinal(6)), ("sixty", Cardinal(60)), ("start", Beginning), ("season", PeriodNoun),
    ("second", Ordinal(2)), ("septbr", MonthAbbreviation(9)), ("shaban", IslamicMonth),
    ("shrove", Holiday), ("single", Cardinal(1)), ("spring", Season(Spring)),
    ("summer", Season(Summer)), ("sunday", Weekday(6)), ("seconds", Unit(Second, Plural)),
    ("seventh", Ordinal(7)), ("seventy", Cardinal(70)), ("several", Quantifier),
    ("shawwal", IslamicMonth), ("sixteen", Cardinal(16)), ("sixties", DecadeName(60)),
    ("sunrise", PartOfDay), ("saturday", Weekday(5)), ("september", Month(9)),
    ("seventeen", Cardinal(17)), ("seventies", DecadeName(70)), ("sixteenth", Ordinal(16)),
    ("subsequent", Direction(1)), ("succeeding", Direction(1)), ("seventeenth", Ordinal(17)),
    ("to", To), ("ten", Cardinal(10)), ("the", DefiniteArticle), ("two", Cardinal(2)),
    ("than", Than), ("that", That), ("this", This), ("till", Preposition), ("time", PeriodNoun),
    ("tenth", Ordinal(10)), ("these", PluralDemonstrative), ("third", Ordinal(3)),
    ("those", PluralDemonstrative), ("three", Cardinal(3)), ("today", Deictic(Present)),
    ("thirty", Cardinal(30)), ("toward", Preposition), ("twelve", Cardinal(12)),
    ("twenty", Cardinal(20)), ("through", Preposition), ("tonight", DeicticDay),
    ("towards", Preposition), ("trinity", Holiday), ("tuesday", Weekday(1)),
    ("twelfth", Ordinal(12)), ("thirteen", Cardinal(13)), ("thirties", DecadeName(30)),
    ("thursday", Weekday(3)), ("tomorrow", DeicticDay), ("twenties", DecadeName(20)),
    ("thermidor", RepublicanMonth(11)), ("thirtieth", Ordinal(30)), ("twentieth", Ordinal(20)),
    ("thirteenth", Ordinal(13)), ("throughout", Preposition),
    ("ult", Ultimo), ("under", Approximator), ("until", Preposition), ("ultimo", Ultimo),
    ("vigil", Feast), ("ventose", RepublicanMonth(6)), ("ventôse", RepublicanMonth(6)),
    ("vendemiaire", RepublicanMonth(1)), ("vendémiaire", RepublicanMonth(1)),
    ("week", Unit(Week, Singular)), ("whit", Holiday), ("weeks", Unit(Week, Plural)),
    ("weekly", Recurrence), ("winter", Season(Winter)), ("within", Preposition),
    ("whitsun", Holiday), ("wednesday", Weekday(2)), ("whitsunday", Holiday),
    ("whitsuntide", Holiday),
    ("xbr", MonthAbbreviation(12)), ("xber", MonthAbbreviation(12)),
    ("xbris", MonthAbbreviation(12)),
    ("year", Unit(Year, Singular)), ("years", Unit(Year, Plural)), ("yearly", Recurrence),
    ("yesterday", DeicticDay),
    ("zilkade", IslamicMonth), ("zilhijja", IslamicMonth),
];

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

/// `STARTS[i][n]..STARTS[i][n + 1]` is where the words of n bytes with the i-th letter of
/// the alphabet are.
const STARTS: [[u16; MAX_BYTES + 2]; 26] = {
    let mut starts = [[0; MAX_BYTES + 2]; 26];
    let (mut letter, mut word) = (0, 0);
    while letter < 26 {
        let mut bytes = 0;
        while bytes < MAX_BYTES + 2 {
            while word < WORDS.len()
                && WORDS[word].0.as_bytes()[0] == b'a' + letter as u8
                && WORDS[word].0.len() < bytes
            {
                word += 1;
            }
            starts[letter][bytes] = word as u16;
            bytes += 1;
        }
        letter += 1;
    }
    assert!(word == WORDS.len(), "the words are in the order of their first letters");
    starts
};

/// The tag of a word. Months, weekdays, saints and holidays are written with a capital:
/// "march" and "may" are other words.
pub(super) fn look_up(word: &str) -> Tag {
    let bytes = word.as_bytes();
    let Some(first) = bytes.first() else { return Other };
    let letter = usize::from((first | 0x20).wrapping_sub(b'a'));
    if letter >= 26 || bytes.len() > MAX_BYTES {
        return Other;
    }
    let starts = &STARTS[letter];
    let candidates = usize::from(starts[bytes.len()])..usize::from(starts[bytes.len() + 1]);
    let tag = WORDS[candidates]
        .iter()
        .find(|(known, _)| known.eq_ignore_ascii_case(word))
        .map_or(Other, |(_, tag)| *tag);
    match tag {
        Month(_) | MonthAbbreviation(_) | Weekday(_) | Holiday | Saint | IslamicMonth
            if first.is_ascii_lowercase() =>
        {
            Other
        }
        _ => tag,
    }
}
