//! The table behind the [`lexicon`](super::lexicon): every word that can do
//! something in a date.

use super::lexicon::Lex::{
    self, Ago, And, AsTime, Cardinal, Clock, Direction, Edge, Half, Holiday, Indefinite, Month,
    MonthShort, Ordinal, PartOfDay, Preposition, Season, Unit, Weekday,
};
use super::time::Season::{Autumn, Spring, Summer, Winter};
use super::time::Unit::{Century, Day, Decade, Hour, Minute, Month as M, Second, Week, Year};

/// In the order of the first letters; [`BEGINS`] sees to it.
#[rustfmt::skip] // A table: one word a line would be three hundred lines.
const WORDS: &[(&str, Lex)] = &[
    ("a", Lex::A), ("an", Lex::A), ("and", And), ("after", Lex::After),
    ("about", Lex::About), ("ago", Ago), ("april", Month(4)), ("august", Month(8)),
    ("autumn", Season(Autumn)), ("afternoon", PartOfDay), ("afternoons", PartOfDay),
    ("afterward", Lex::Afterwards), ("afterwards", Lex::Afterwards),
    ("almost", Lex::Roughly), ("approximately", Lex::Circa), ("around", Lex::About),
    ("at", Preposition), ("another", Lex::Another), ("age", Lex::Age), ("aged", Lex::Aged),
    ("ad", Lex::Ad), ("annual", Lex::Repeated), ("annually", Lex::Repeated), ("am", Clock),
    ("apr", MonthShort(4)), ("aug", MonthShort(8)),
    ("by", Lex::By), ("before", Lex::Before), ("between", Lex::Between),
    ("beginning", Lex::Beginning), ("bc", Lex::Bc), ("bce", Lex::Bc),
    ("c", Lex::Circa), ("ca", Lex::Circa), ("circa", Lex::Circa), ("ce", Lex::Ad),
    ("century", Unit(Century, false)), ("centuries", Unit(Century, true)),
    ("christmas", Holiday), ("close", Lex::End), ("coming", Direction(1)),
    ("couple", Indefinite), ("current", Lex::Attribute), ("currently", Lex::Deictic),
    ("day", Unit(Day, false)), ("days", Unit(Day, true)), ("decade", Unit(Decade, false)),
    ("decades", Unit(Decade, true)), ("december", Month(12)), ("during", Preposition),
    ("daily", Lex::Repeated), ("dawn", PartOfDay), ("daybreak", PartOfDay),
    ("daytime", PartOfDay), ("dusk", PartOfDay), ("dec", MonthShort(12)),
    ("early", Lex::Early), ("earlier", Lex::Earlier), ("end", Lex::End),
    ("eighties", Lex::Tens(80)),
    ("each", Lex::Every), ("every", Lex::Every), ("everyday", Lex::Repeated),
    ("eight", Cardinal(8)), ("eighth", Ordinal(8)), ("eleven", Cardinal(11)),
    ("eleventh", Ordinal(11)), ("eighteen", Cardinal(18)), ("eighteenth", Ordinal(18)),
    ("eighty", Cardinal(80)), ("era", AsTime), ("evening", PartOfDay),
    ("evenings", PartOfDay), ("easter", Holiday), ("ensuing", Direction(1)),
    ("february", Month(2)), ("feb", MonthShort(2)), ("from", Preposition),
    ("forties", Lex::Tens(40)),
    ("fifties", Lex::Tens(50)),
    ("for", Preposition), ("first", Ordinal(1)), ("few", Indefinite), ("five", Cardinal(5)),
    ("fifth", Ordinal(5)), ("four", Cardinal(4)), ("fourth", Ordinal(4)),
    ("fourteen", Cardinal(14)), ("fourteenth", Ordinal(14)), ("fifteen", Cardinal(15)),
    ("fifteenth", Ordinal(15)), ("forty", Cardinal(40)), ("fifty", Cardinal(50)),
    ("fall", Season(Autumn)), ("final", Edge), ("following", Direction(1)),
    ("former", Lex::Attribute), ("formerly", Lex::Deictic),
    ("fortnight", Unit(Week, false)), ("friday", Weekday(4)), ("future", Lex::Attribute),
    ("half", Half), ("hour", Unit(Hour, false)), ("hours", Unit(Hour, true)),
    ("hundred", Cardinal(100)),
    ("in", Lex::In), ("intervening", Direction(1)), ("instant", Lex::Instant),
    ("inst", Lex::Instant),
    ("january", Month(1)), ("jan", MonthShort(1)), ("june", Month(6)),
    ("jun", MonthShort(6)), ("july", Month(7)), ("jul", MonthShort(7)),
    ("just", Lex::Roughly),
    ("last", Lex::Last), ("late", Lex::Late), ("later", Lex::Later), ("latter", Lex::Late),
    ("lately", Lex::Deictic),
    ("march", Month(3)), ("mar", MonthShort(3)), ("may", Month(5)), ("monday", Weekday(0)),
    ("month", Unit(M, false)), ("months", Unit(M, true)), ("mid", Lex::Mid),
    ("middle", Lex::Middle), ("morning", PartOfDay), ("mornings", PartOfDay),
    ("midnight", PartOfDay), ("midday", PartOfDay), ("minute", Unit(Minute, false)),
    ("minutes", Unit(Minute, true)), ("many", Indefinite), ("monthly", Lex::Repeated),
    ("next", Direction(1)), ("november", Month(11)), ("nov", MonthShort(11)),
    ("nineties", Lex::Tens(90)),
    ("nearly", Lex::Roughly), ("nine", Cardinal(9)), ("ninth", Ordinal(9)),
    ("nineteen", Cardinal(19)), ("nineteenth", Ordinal(19)), ("ninety", Cardinal(90)),
    ("night", PartOfDay), ("nights", PartOfDay), ("nightfall", PartOfDay),
    ("nighttime", PartOfDay), ("nightly", Lex::Repeated), ("noon", PartOfDay),
    ("now", Lex::Deictic), ("nowadays", Lex::Deictic), ("new", Holiday),
    ("of", Lex::Of), ("on", Lex::On), ("or", Lex::Or), ("october", Month(10)),
    ("oct", MonthShort(10)), ("over", Lex::Roughly), ("one", Cardinal(1)),
    ("only", Lex::Roughly), ("opening", Edge),
    ("previous", Direction(-1)), ("preceding", Direction(-1)), ("prior", Direction(-1)),
    ("previously", Lex::Previously), ("past", Lex::Last), ("per", Lex::Per),
    ("period", AsTime), ("periods", AsTime), ("pm", Clock), ("present", Lex::Attribute),
    ("presently", Lex::Deictic), ("proximo", Lex::Proximo), ("prox", Lex::Proximo),
    ("recent", Lex::Attribute), ("recently", Lex::Deictic), ("roughly", Lex::Circa),
    ("since", Preposition), ("september", Month(9)), ("sept", MonthShort(9)),
    ("sixties", Lex::Tens(60)),
    ("seventies", Lex::Tens(70)),
    ("sep", MonthShort(9)), ("second", Ordinal(2)), ("seconds", Unit(Second, true)),
    ("same", Lex::Same), ("start", Lex::Beginning), ("season", AsTime),
    ("spring", Season(Spring)), ("summer", Season(Summer)), ("several", Indefinite),
    ("six", Cardinal(6)), ("sixth", Ordinal(6)), ("seven", Cardinal(7)),
    ("seventh", Ordinal(7)), ("sixteen", Cardinal(16)), ("sixteenth", Ordinal(16)),
    ("seventeen", Cardinal(17)), ("seventeenth", Ordinal(17)), ("sixty", Cardinal(60)),
    ("seventy", Cardinal(70)), ("some", Lex::Roughly), ("saturday", Weekday(5)),
    ("sunday", Weekday(6)), ("single", Cardinal(1)), ("subsequent", Direction(1)),
    ("succeeding", Direction(1)), ("sunrise", PartOfDay),
    ("the", Lex::The), ("to", Lex::To), ("that", Lex::That), ("this", Lex::This),
    ("twenties", Lex::Tens(20)),
    ("thirties", Lex::Tens(30)),
    ("these", Lex::These), ("those", Lex::These), ("than", Lex::Than), ("time", AsTime),
    ("two", Cardinal(2)), ("three", Cardinal(3)), ("third", Ordinal(3)),
    ("ten", Cardinal(10)), ("tenth", Ordinal(10)), ("twelve", Cardinal(12)),
    ("twelfth", Ordinal(12)), ("thirteen", Cardinal(13)), ("thirteenth", Ordinal(13)),
    ("twenty", Cardinal(20)), ("twentieth", Ordinal(20)), ("thirty", Cardinal(30)),
    ("thirtieth", Ordinal(30)), ("thursday", Weekday(3)), ("tuesday", Weekday(1)),
    ("till", Preposition), ("today", Lex::Deictic), ("tonight", Lex::Deictic),
    ("tomorrow", Lex::Deictic), ("toward", Preposition), ("towards", Preposition),
    ("through", Preposition), ("throughout", Preposition),
    ("until", Preposition), ("under", Lex::Roughly), ("ultimo", Lex::Ultimo),
    ("ult", Lex::Ultimo),
    ("week", Unit(Week, false)), ("weeks", Unit(Week, true)), ("weekly", Lex::Repeated),
    ("winter", Season(Winter)), ("wednesday", Weekday(2)), ("within", Preposition),
    ("year", Unit(Year, false)), ("years", Unit(Year, true)), ("yearly", Lex::Repeated),
    ("yesterday", Lex::Deictic),
];

/// `BEGINS[i]..BEGINS[i + 1]` are the words of the i-th letter.
const BEGINS: [u16; 27] = {
    let mut begins = [0; 27];
    let (mut letter, mut at) = (0, 0);
    while letter < 26 {
        begins[letter] = at as u16;
        while at < WORDS.len() && WORDS[at].0.as_bytes()[0] == b'a' + letter as u8 {
            at += 1;
        }
        letter += 1;
    }
    begins[26] = at as u16;
    assert!(at == WORDS.len(), "the words stand in the order of their first letters");
    begins
};

/// The words that begin with the i-th letter.
pub(super) fn beginning_with(letter: usize) -> &'static [(&'static str, Lex)] {
    &WORDS[usize::from(BEGINS[letter])..usize::from(BEGINS[letter + 1])]
}
