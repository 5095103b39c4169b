//! Named sets of words. A form that needs more than a [`Tag`](super::Tag) asks
//! whether a token is in one of these.
//!
//! Sets are compared ignoring case, unless their comment says "as written".

/// Declares the sets, and lists them for the tests.
macro_rules! word_sets {
    ($($(#[$doc:meta])+ $name:ident = [$($word:literal),+ $(,)?];)+) => {
        $($(#[$doc])+ pub(crate) const $name: &[&str] = &[$($word),+];)+

        #[cfg(test)]
        pub(super) const ALL: &[(&str, &[&str])] = &[$((stringify!($name), $name)),+];
    };
}

/// Months whose names mean something else too: `march` is a verb, and April, May,
/// June and August are people.
pub(crate) const AMBIGUOUS_MONTHS: [u8; 5] = [3, 4, 5, 6, 8];

/// What a noun in the plural ends with.
pub(crate) const PLURAL_ENDING: char = 's';

word_sets! {
    // Numbers and years.

    /// Written after the digits of an ordinal; as written.
    ORDINAL_SUFFIXES = ["st", "nd", "rd", "th", "d", "er", "ˢᵗ", "ⁿᵈ", "ʳᵈ", "ᵗʰ"];
    /// The same in a line of capitals; as written.
    CAPITAL_ORDINAL_SUFFIXES = ["ST", "ND", "RD", "TH"];
    /// The months in Roman numerals, in order: `3 XI 1832`; as written.
    ROMAN_MONTHS = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"];
    /// The years of the French Republic, in order: `an VIII`; as written.
    ROMAN_YEARS = [
        "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV",
    ];
    /// "Year" in French, before a year of the Republic.
    REPUBLICAN_YEAR = ["an", "l'an", "l’an"];
    /// Written after 7, 8, 9 and 10: `7ber` is September.
    NUMBERED_MONTH_SUFFIXES = ["ber", "br", "bre", "bris"];
    /// Written after the first year of a decade; as written.
    DECADE_SUFFIXES = ["s", "'s", "’s"];
    /// The one of these that nothing can own; as written.
    PLURAL_SUFFIX = ["s"];
    /// The possessive ending; as written.
    POSSESSIVE_ENDINGS = ["'s", "’s"];
    /// The era that is written before its year; as written.
    ERA_BEFORE_YEAR = ["AD"];
    /// `12 a.m.`: the first letter, as written.
    MERIDIEM_FIRST_LETTERS = ["a", "p", "A", "P"];
    /// `12 a.m.`: the second letter, as written.
    MERIDIEM_SECOND_LETTERS = ["m", "M"];
    /// After an hour.
    O_CLOCK = ["o'clock", "o’clock"];

    // Numbers that are not years.

    /// What is counted in thousands; as written and sorted.
    COUNTED_NOUNS = [
        "aircraft", "arrests", "bodies", "books", "captives", "cases", "casualties", "cavalry",
        "cavalrymen", "civilians", "copies", "dead", "deaths", "dollars", "employees", "families",
        "feet", "francs", "ft", "guns", "hectares", "horsemen", "horses", "hours", "houses",
        "infantry", "infantrymen", "inhabitants", "kg", "kilometers", "kilometres", "km", "m",
        "marks", "members", "men", "meters", "metres", "miles", "militia", "officers", "others",
        "people", "persons", "pounds", "prisoners", "rubles", "sailors", "ships", "soldiers",
        "students", "tanks", "tonnes", "tons", "troops", "workers", "wounded", "yards",
    ];
    /// Hyphened to a year: `1930s-era`, `1920-born`.
    YEAR_COMPOUNDS = ["era", "style", "vintage", "born", "dated"];
    /// `1600 Elm Street`.
    THOROUGHFARES = ["avenue", "street", "road", "boulevard", "lane"];
    /// Before a number, with a full stop: `No. 1919`.
    NUMBER_ABBREVIATIONS = ["no", "nos", "p", "pp"];
    /// Before the number of a thing: `Resolution 1483`, `$1500`.
    NUMBERED_NOUNS = [
        "number", "no", "resolution", "order", "directive", "section", "article", "route", "page",
        "pages", "flight", "room", "£", "$", "€", "#", "№", "§",
    ];
    /// Before a number that is a quantity: `at least 1800`.
    TOTALS = ["least", "total", "totaling", "totalling"];
    /// Approximators that can also precede a year: `just 1900`.
    FOCUS_ADVERBS = ["just", "only"];
    /// Words in -s that are not nouns in the plural; as written.
    NOT_PLURAL_NOUNS = ["was", "is", "has", "as", "his", "its", "this"];

    // Determiners, pronouns and other function words.

    /// Before what someone has.
    POSSESSIVE_DETERMINERS = ["his", "her", "their", "its"];
    /// After "two days after": a clause with its own verb, or nothing to count from.
    PRONOUNS = ["that", "this", "he", "she", "they", "it"];
    /// After "about 1500": what opens a clause, so that the number counts nothing.
    CLAUSE_OPENERS = ["when", "he", "she", "they", "it", "the", "a"];
    /// After the number of a day: no noun that it could count or order.
    FUNCTION_WORDS = [
        "a", "after", "all", "an", "and", "as", "at", "before", "but", "by", "came", "for", "from",
        "had", "he", "her", "his", "in", "it", "of", "on", "or", "she", "that", "the", "their",
        "they", "to", "until", "was", "we", "were", "when", "with",
    ];
    /// Before a day: `on the 23rd`.
    DAY_PREPOSITIONS = ["on", "by", "until", "till", "from", "since", "to", "before", "after"];
    /// Before a holiday that is meant as a day: `by Christmas`.
    HOLIDAY_PREPOSITIONS =
        ["on", "at", "by", "before", "after", "since", "until", "the", "that", "in", "from", "of"];
    /// The day before a feast.
    EVES = ["eve", "vigil"];
    /// The day after a feast.
    MORROW = ["morrow"];
    /// A week after a feast.
    OCTAVE = ["octave"];
    /// Between the two ends of a range.
    RANGE_PREPOSITIONS = ["until", "till", "through"];
    /// Before a duration: `within the next month`.
    DURATION_PREPOSITIONS = ["for", "within"];
    /// `for the time being`.
    FOR = ["for"];
    /// `for the time being`.
    BEING = ["being"];
    /// `these days`, which are now.
    THESE = ["these"];
    /// `at this time`, which is now.
    THIS = ["this"];
    /// `at least`.
    AT = ["at"];
    /// `at least`, `at most`.
    LEAST_OR_MOST = ["least", "most"];
    /// `more than`, `less than`.
    MORE_OR_LESS = ["more", "less"];
    /// `every other day`.
    OTHER = ["other"];
    /// `the very beginning`.
    VERY = ["very"];
    /// `the very next day`.
    INTENSIFIERS = ["very", "immediately"];

    // Nouns of time, and adjectives.

    /// `the latter part of`.
    PART_NOUN = ["part"];
    /// Only with "part" or "half": `the latter half`.
    LATTER = ["latter"];
    /// Of a time: `the rest of May`.
    FRACTIONS = ["whole", "part", "most", "rest", "all"];
    /// Abbreviations of "circa" that need a full stop.
    CIRCA_ABBREVIATIONS = ["c", "ca"];
    /// `the previous date`.
    DATE_NOUN = ["date"];
    /// `local time`.
    TIME_NOUN = ["time"];
    /// `the dry season`.
    SEASON_NOUN = ["season"];
    /// `in the past`.
    PAST = ["past"];
    /// `two days prior`.
    PRIOR = ["prior"];
    /// `month-long`, `year-old`.
    LONG_OR_OLD = ["long", "old"];
    /// `day-long`.
    LONG = ["long"];
    /// `18 years old`.
    OLD = ["old"];
    /// Before the date of a birth.
    BORN = ["born"];
    /// A week that is two.
    FORTNIGHT = ["fortnight"];
    /// `the former capital`.
    FORMER = ["former"];
    /// After "the former": the first of two things is meant.
    AFTER_THE_FIRST_OF_TWO = ["was", "is", "had", "and"];
    /// `the present century`.
    PRESENT = ["present"];
    /// `the current capital`.
    CURRENT = ["current"];
    /// `modern-day`: no time without the noun.
    MODERN = ["modern"];
    /// After "to date": what has been done until now.
    PERFECT_AUXILIARIES = ["have", "has", "had"];
    /// `present-day`.
    DAY_NOUN = ["day"];
    /// `present day`, `the present time`.
    DAY_OR_TIME = ["day", "time"];
    /// `the present century`.
    PRESENT_NOUNS = ["day", "time", "century"];
    /// With the noun "day", an idiom and no date: `carried the day`.
    DAY_IDIOM_VERBS = ["carry", "carries", "carried", "won", "win", "saved", "save", "lost"];
    /// `some time`, `a short time`.
    TIME_QUANTIFIERS = ["short", "long", "some", "brief"];
    /// `the rainy season`.
    SEASON_ADJECTIVES =
        ["dry", "wet", "rainy", "monsoon", "harvest", "campaigning", "holiday"];
    /// Parts of the day that are meant in general: `in the daytime`.
    GENERAL_PARTS_OF_DAY = ["daytime", "nights"];
    /// Parts of the day that need no article.
    MIDDAY = ["noon", "midday"];

    // Names that begin with a month or a season.

    /// `May Day`; as written.
    DAY_NAME = ["Day"];
    /// Events named after their month: `October Revolution`; as written.
    EVENT_NOUNS = [
        "Agreement", "Conference", "Congress", "Conspiracy", "Constitution", "Coup", "Crisis",
        "Days", "Decree", "Decrees", "Declaration", "Events", "Insurrection", "Laws", "Manifesto",
        "Massacre", "Movement", "Offensive", "Plot", "Putsch", "Rebellion", "Revolt", "Revolution",
        "Theses", "Uprising",
    ];
    /// After "the March": it is not the month of an event, as in `the July crisis`.
    NOT_MONTH_EVENTS = [
        "across", "against", "along", "and", "back", "began", "came", "down", "had", "has", "home",
        "into", "is", "onto", "out", "that", "up", "was", "were", "which",
    ];
    /// What a month does as the subject of a sentence: `September saw`.
    MONTH_VERBS = ["saw", "brought", "witnessed", "passed", "proved", "marked", "found"];
    /// The season that is a verb, and what cities do.
    FALL = ["fall"];
    /// After "the fall": what fell.
    FALL_PARTICLES = ["in", "from", "back"];
    /// After "spring": a verb, or water.
    SPRING_PARTICLES = ["up", "from", "into", "back", "water", "forward"];
}
