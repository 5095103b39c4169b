//! What is written with several tokens: each phrase is its tokens, as the
//! tokenizer cuts them.

use crate::domain::life::Calendar;
use crate::geoparse::dates::holiday_date::HolidayDate::{self, Easter, Fixed};

/// The tokens of a phrase.
pub(crate) type Phrase = &'static [&'static str];

/// `B.C.`
pub(crate) const BEFORE_COMMON_ERA: Phrase = &["B", ".", "C", "."];
/// `A.D.`
pub(crate) const COMMON_ERA: Phrase = &["A", ".", "D", "."];

/// `A.H.`
pub(crate) const ISLAMIC_ERA: Phrase = &["A", ".", "H", "."];

/// `and a` in `three years and a half`.
pub(crate) const AND_A: Phrase = &["and", "a"];

/// Abbreviations that name the calendar of a date; the last may have a full stop
/// after it.
pub(crate) const CALENDAR_ABBREVIATIONS: &[(Phrase, Calendar)] = &[
    (&["O", ".", "S"], Calendar::Julian),
    (&["N", ".", "S"], Calendar::Gregorian),
    (&["OS"], Calendar::Julian),
    (&["NS"], Calendar::Gregorian),
];

/// Names of the two calendars, in any case.
pub(crate) const CALENDAR_NAMES: &[(Phrase, Calendar)] =
    &[(&["old", "style"], Calendar::Julian), (&["new", "style"], Calendar::Gregorian)];

/// Holidays, in any case; of those that begin alike the longest first. A possessive `'s`
/// may follow the second word, and "Day" or "Eve" the name.
#[rustfmt::skip] // A table reads better with a row a line.
pub(crate) const HOLIDAYS: &[(Phrase, HolidayDate)] = &[
    (&["New", "Year", "Day"], Fixed { month: 1, day: 1 }),
    (&["New", "Year", "Eve"], Fixed { month: 12, day: 31 }),
    (&["Christmas", "night"], Fixed { month: 12, day: 25 }),
    (&["Christmas"], Fixed { month: 12, day: 25 }),
    (&["Easter", "Sunday"], Easter { days_after: 0 }),
    (&["Easter", "Monday"], Easter { days_after: 1 }),
    (&["Easter", "Tuesday"], Easter { days_after: 2 }),
    (&["Easter"], Easter { days_after: 0 }),
    (&["Shrove", "Tuesday"], Easter { days_after: -47 }),
    (&["Ash", "Wednesday"], Easter { days_after: -46 }),
    (&["Palm", "Sunday"], Easter { days_after: -7 }),
    (&["Maundy", "Thursday"], Easter { days_after: -3 }),
    (&["Good", "Friday"], Easter { days_after: -2 }),
    (&["Holy", "Saturday"], Easter { days_after: -1 }),
    (&["Whit", "Sunday"], Easter { days_after: 49 }),
    (&["Whit", "Monday"], Easter { days_after: 50 }),
    (&["Whitsunday"], Easter { days_after: 49 }),
    (&["Whitsun"], Easter { days_after: 49 }),
    (&["Trinity", "Sunday"], Easter { days_after: 56 }),
    (&["Ascension", "Day"], Easter { days_after: 39 }),
    (&["Candlemas"], Fixed { month: 2, day: 2 }),
    (&["Lady", "Day"], Fixed { month: 3, day: 25 }),
    (&["Midsummer", "Day"], Fixed { month: 6, day: 24 }),
    (&["Midsummer", "Eve"], Fixed { month: 6, day: 23 }),
    (&["Lammas"], Fixed { month: 8, day: 1 }),
    (&["Bastille", "Day"], Fixed { month: 7, day: 14 }),
    (&["Michaelmas"], Fixed { month: 9, day: 29 }),
    (&["Halloween"], Fixed { month: 10, day: 31 }),
    (&["Hallowmas"], Fixed { month: 11, day: 1 }),
    (&["All", "Saints", "Day"], Fixed { month: 11, day: 1 }),
    (&["All", "Souls", "Day"], Fixed { month: 11, day: 2 }),
    (&["All", "Hallows", "Day"], Fixed { month: 11, day: 1 }),
    (&["Martinmas"], Fixed { month: 11, day: 11 }),
    (&["Boxing", "Day"], Fixed { month: 12, day: 26 }),
    (&["Holy", "Innocents"], Fixed { month: 12, day: 28 }),
    (&["Childermas"], Fixed { month: 12, day: 28 }),
];

/// Feasts whose names mean other things, too, in the same order.
#[rustfmt::skip]
pub(crate) const FEASTS: &[(Phrase, HolidayDate)] = &[
    (&["All", "Saints"], Fixed { month: 11, day: 1 }),
    (&["All", "Souls"], Fixed { month: 11, day: 2 }),
    (&["All", "Hallows"], Fixed { month: 11, day: 1 }),
    (&["Annunciation"], Fixed { month: 3, day: 25 }),
    (&["Ascension"], Easter { days_after: 39 }),
    (&["Assumption"], Fixed { month: 8, day: 15 }),
    (&["Corpus", "Christi"], Easter { days_after: 60 }),
    (&["Epiphany"], Fixed { month: 1, day: 6 }),
    (&["Exaltation", "of", "the", "Cross"], Fixed { month: 9, day: 14 }),
    (&["Exaltation", "of", "the", "Holy", "Cross"], Fixed { month: 9, day: 14 }),
    (&["Invention", "of", "the", "Cross"], Fixed { month: 5, day: 3 }),
    (&["Invention", "of", "the", "Holy", "Cross"], Fixed { month: 5, day: 3 }),
    (&["Midsummer"], Fixed { month: 6, day: 24 }),
    (&["Nativity", "of", "the", "Virgin"], Fixed { month: 9, day: 8 }),
    (&["Nativity"], Fixed { month: 12, day: 25 }),
    (&["Pentecost"], Easter { days_after: 49 }),
    (&["Purification"], Fixed { month: 2, day: 2 }),
    (&["Trinity"], Easter { days_after: 56 }),
    (&["Whitsuntide"], Easter { days_after: 49 }),
];

/// The saints whose feasts dated rents, terms and fairs in the west, with month and day
/// of the General Roman Calendar or, of English saints, of the Sarum calendar. Of those
/// that begin alike the longest first.
#[rustfmt::skip]
pub(crate) const SAINTS: &[(Phrase, (u32, u32))] = &[
    (&["Agnes"], (1, 21)), (&["Ambrose"], (12, 7)), (&["Andrew"], (11, 30)), (&["Anne"], (7, 26)),
    (&["Augustine"], (8, 28)), (&["Barnabas"], (6, 11)), (&["Bartholomew"], (8, 24)),
    (&["Benedict"], (3, 21)), (&["Bridget"], (2, 1)), (&["Catherine"], (11, 25)),
    (&["Katherine"], (11, 25)), (&["Cecilia"], (11, 22)), (&["Clement"], (11, 23)),
    (&["Crispin"], (10, 25)), (&["Cuthbert"], (3, 20)), (&["David"], (3, 1)), (&["Denis"], (10, 9)),
    (&["Dunstan"], (5, 19)), (&["Edmund"], (11, 20)), (&["George"], (4, 23)), (&["Giles"], (9, 1)),
    (&["Gregory"], (3, 12)), (&["Hilary"], (1, 13)), (&["James"], (7, 25)), (&["Jean"], (6, 24)),
    (&["John", "the", "Baptist"], (6, 24)), (&["John", "the", "Evangelist"], (12, 27)),
    (&["John"], (6, 24)), (&["Joseph"], (3, 19)), (&["Lambert"], (9, 17)), (&["Lawrence"], (8, 10)),
    (&["Laurence"], (8, 10)), (&["Lucy"], (12, 13)), (&["Luke"], (10, 18)),
    (&["Margaret"], (7, 20)), (&["Mark"], (4, 25)), (&["Martin"], (11, 11)),
    (&["Mary", "Magdalene"], (7, 22)), (&["Matthew"], (9, 21)), (&["Matthias"], (2, 24)),
    (&["Michael"], (9, 29)), (&["Nicholas"], (12, 6)), (&["Patrick"], (3, 17)),
    (&["Peter", "and", "Paul"], (6, 29)), (&["Peter"], (6, 29)),
    (&["Philip", "and", "James"], (5, 1)), (&["Simon", "and", "Jude"], (10, 28)),
    (&["Stephen"], (12, 26)), (&["Swithin"], (7, 15)), (&["Swithun"], (7, 15)),
    (&["Sylvester"], (12, 31)), (&["Thomas"], (12, 21)), (&["Valentine"], (2, 14)),
    (&["Vincent"], (1, 22)), (&["Vitus"], (6, 15)),
];
