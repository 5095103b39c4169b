//! Stretches of a text that could be the name of a place: names the gazetteer
//! knows, and names that say themselves what they are ("Licking River").

use std::collections::HashSet;

use super::vocabulary::{Class, class};
use super::words::Words;
use crate::domain::PlaceKind;
use crate::geoparse::gazetteer::{Frequency, Gazetteer, Meaning, NameKey};
use crate::geoparse::token::TokenKind;

/// A possible name.
#[derive(Clone, Debug, Default)]
pub(super) struct Span {
    /// First token.
    pub start: usize,
    /// Token after the last.
    pub end: usize,
    /// What it can mean; empty if the gazetteer does not know it.
    pub means: Vec<Meaning>,
    /// The word for a kind of place that belongs to it.
    pub generic: Class,
    /// The best known of its meanings, by renown.
    pub renown: f64,
    /// Has a meaning that is made by hand, is the usual name, is a country or province.
    pub historical: bool,
    pub main: bool,
    pub governed: bool,
    /// Begins with a word that is a title as well: "Queen Victoria".
    pub titled: bool,
    /// A country?
    pub country: bool,
    /// Is it made by hand, or a country?
    pub state: bool,
    /// Was a place given this name on some day?
    pub given: bool,
}

/// Words for kinds of place that end a name.
pub(super) const GENERIC: Class = Class::NATURE.or(Class::GOVERNMENT).or(Class::SITE);

impl Span {
    /// A stretch of which nothing is known.
    pub fn new(start: usize, end: usize) -> Self {
        Self { start, end, ..Self::default() }
    }

    /// Is there nothing known of it at all?
    pub fn is_nameless(&self) -> bool {
        self.means.is_empty() && self.generic == Class::NONE
    }

    /// Is it surely a place, whatever person's name it contains?
    pub fn is_firm(&self) -> bool {
        let several = self.end - self.start > 1;
        let sure = self.historical || self.governed || self.generic != Class::NONE;
        several && (sure || (!self.titled && self.renown >= 3.0))
    }
}

/// Finds the possible names, from left to right, the longest at each place.
pub(super) fn spans(words: &Words<'_, '_>, gazetteer: &Gazetteer) -> Vec<Span> {
    let mut spans: Vec<Span> = Vec::new();
    let mut at = 0;
    while at < words.tokens.len() {
        if !can_begin(words, at) {
            at += 1;
            continue;
        }
        let known = known(words, gazetteer, at);
        // "East" is a town somewhere, but not in "East Texas".
        let (known, east) = match known {
            Some(span) if span.end == at + 1 && words.class(at).is(Class::DIRECTION) => {
                (None, Some(span))
            }
            known => (known, None),
        };
        let span = known
            .map(|span| with_generic(span, words, gazetteer))
            .or_else(|| part_of_known(words, gazetteer, at))
            .or_else(|| unknown(words, gazetteer, at))
            .or(east);
        match span {
            Some(span) => {
                at = span.end;
                spans.push(span);
            }
            None => at += 1,
        }
    }
    several(words, gazetteer, &mut spans);
    spans
}

/// "Brown, Clermont and Hamilton counties": each is a county.
fn several(words: &Words<'_, '_>, gazetteer: &Gazetteer, spans: &mut Vec<Span>) {
    let mut named: Vec<Span> = Vec::new();
    for span in spans.iter() {
        let plural = span.end;
        if !words.class(plural).is(Class::SEVERAL) || !words.is_joined(plural) {
            continue;
        }
        let Some(kind) = singular(words.text(plural)) else { continue };
        let mut last = Some(plural - 1);
        while let Some(at) = last.filter(|&at| words.is_capitalised(at)) {
            let mut means = Vec::new();
            gazetteer.named_with(words.beginning(at), &kind, &mut |meaning| means.push(meaning));
            let nth = spans.partition_point(|span| span.end <= at);
            let within = spans.get(nth).is_some_and(|s| s.start <= at && s.end - s.start > 1);
            if means.is_empty() || within {
                break;
            }
            let generic = class(kind.trim_start());
            let mut span = Span { generic, means, ..Span::new(at, at + 1) };
            span.weigh(gazetteer);
            named.push(span);
            let before = [2, 3].into_iter().filter_map(|back| at.checked_sub(back));
            last = before.filter(|&before| words.is_list(before + 1, at)).next_back();
        }
    }
    if named.is_empty() {
        return;
    }
    let starts: HashSet<usize> = named.iter().map(|span| span.start).collect();
    spans.retain(|span| !starts.contains(&span.start));
    spans.extend(named);
    spans.sort_by_key(|span| span.start);
}

/// `counties` → ` county`
fn singular(plural: &str) -> Option<String> {
    let plural = plural.to_ascii_lowercase();
    let stem = plural.strip_suffix("ies").map(|stem| format!("{stem}y"));
    let singular = stem.or_else(|| plural.strip_suffix('s').map(str::to_owned))?;
    Some(format!(" {singular}"))
}

fn can_begin(words: &Words<'_, '_>, at: usize) -> bool {
    // "The", "He", "In" begin sentences, and names only before another capital.
    let function = words.class(at).is(Class::FUNCTION) && words.next_of_run(at).is_none();
    words.is_capitalised(at) && !function
        || (words.class(at).is(Class::DIRECTION)
            && words.is_capitalised(at + 1)
            && words.is_joined(at + 1))
}

/// The longest name of the gazetteer that begins at a token.
fn known(words: &Words<'_, '_>, gazetteer: &Gazetteer, at: usize) -> Option<Span> {
    let mut best: Option<(usize, [Option<NameKey>; 2])> = None;
    gazetteer.names_at(words.beginning(at), words.tokens, at, &mut |length, key| {
        if !is_written_as_name(words, gazetteer, at, at + length, key) {
            return;
        }
        // "the King of Prussia" is no town in Pennsylvania.
        let titled = length > 1
            && matches!(key, NameKey::World(_))
            && words.class(at).is(Class::TITLE)
            && words.text_before(at).eq_ignore_ascii_case("the");
        if titled {
            return;
        }
        match &mut best {
            Some((known, keys)) if *known == length => keys[1] = Some(key),
            Some((known, _)) if *known > length => {}
            _ => best = Some((length, [Some(key), None])),
        }
    });
    let (length, keys) = best?;
    let mut means: Vec<Meaning> = Vec::new();
    for key in keys.into_iter().flatten() {
        gazetteer.meanings(key, &mut |meaning| {
            if means.iter().all(|known| known.entry != meaning.entry) {
                means.push(meaning);
            }
        });
    }
    let mut end = at + length;
    // The last full stop of "U.S." and of "Tenn." belongs to the name.
    let initials = length > 1 && words.text(end - 1).len() == 1;
    let abbreviated = keys.iter().flatten().any(|&key| gazetteer.is_abbreviation(key));
    if (initials || abbreviated) && words.text(end) == "." {
        end += 1;
    }
    // "the Tennessee" is the river.
    if length == 1 {
        means.extend(river(words, gazetteer, at));
    }
    let last = words.class(at + length - 1);
    let generic = if length > 1 && last.is(GENERIC) { last } else { Class::NONE };
    let titled = words.class(at).is(Class::TITLE);
    let mut span = Span { means, generic, titled, ..Span::new(at, end) };
    span.weigh(gazetteer);
    Some(span)
}

impl Span {
    fn weigh(&mut self, gazetteer: &Gazetteer) {
        for meaning in &self.means {
            let facts = gazetteer.facts(meaning.entry);
            let renown = if meaning.main { facts.renown } else { facts.renown - 1.0 };
            self.renown = self.renown.max(renown);
            self.main |= meaning.main;
            self.historical |= meaning.is_hand_made();
            self.given |= gazetteer.is_given(meaning);
            self.state |=
                meaning.is_hand_made() || (meaning.main && facts.kind == PlaceKind::State);
            let country = meaning.main && facts.kind == PlaceKind::State;
            self.country |= country;
            // Small provinces are called after towns and persons.
            let province =
                facts.kind == PlaceKind::Province && (facts.historical || facts.renown >= 6.0);
            self.governed |= country || (meaning.main && province);
        }
    }
}

/// What a single word after an article means: a river, by its short name.
fn river(words: &Words<'_, '_>, gazetteer: &Gazetteer, at: usize) -> Vec<Meaning> {
    let mut means = Vec::new();
    let article =
        words.has_article(at, at + 1) && !matches!(words.text(at + 1), "-" | "‑" | "‐" | "–");
    let several = words.text(at + 1) == "rivers";
    if (article || several) && !(words.is_capitalised(at + 1) && words.is_joined(at + 1)) {
        gazetteer.named_with(words.beginning(at), " river", &mut |meaning| {
            if gazetteer.facts(meaning.entry).kind == PlaceKind::Water {
                means.push(meaning);
            }
        });
    }
    means
}

/// Written as names are: capitals, but for the small words within.
fn is_written_as_name(
    words: &Words<'_, '_>,
    gazetteer: &Gazetteer,
    start: usize,
    end: usize,
    key: NameKey,
) -> bool {
    let is_word = |at: usize| words.tokens[at].kind == TokenKind::Word;
    let all_capital = (start..end).all(|at| !is_word(at) || words.has_capital(at));
    if all_capital {
        // "Miss." is a state only after what lies in it.
        if gazetteer.is_abbreviation(key) {
            return words.text(end) == "."
                && words.tokens[end].start == words.tokens[end - 1].end()
                && matches!(words.text_before(start), "," | "(" | "\n");
        }
        // "O. S." is no village.
        if let NameKey::World(_) = key
            && (start..end).all(|at| !is_word(at) || words.text(at).len() == 1)
        {
            return false;
        }
        // "US" is a country, "Us" is none.
        let short = end - start == 1 && words.text(start).len() <= 2;
        return !short || words.is_all_capitals(start) || gazetteer.is_written_small(key);
    }
    let small_within = (start + 1..end - 1)
        .all(|at| !is_word(at) || words.is_capitalised(at) || words.class(at).is(Class::PARTICLE));
    if words.is_capitalised(start) && words.is_capitalised(end - 1) && small_within {
        return true;
    }
    // "northern Caucasus", if its maker writes it so.
    gazetteer.is_spelt(key, &words.tokens[start..end])
}

/// Takes in the word for a kind of place that follows: "Dallas" + "County".
fn with_generic(span: Span, words: &Words<'_, '_>, gazetteer: &Gazetteer) -> Span {
    if let Some(end) = owned(words, span.end).filter(|_| !span.governed && span.renown < 6.0) {
        // "Milliken's Bend" is not Milliken.
        let generic = words.class(end - 1);
        return Span { end, means: Vec::new(), generic, renown: 0.0, main: false, ..span };
    }
    let next = span.end;
    let class = words.class(next);
    if !(words.is_capitalised(next) && words.is_joined(next) && class.is(GENERIC))
        || words.class(next).is(Class::ORGANISATION.or(Class::EVENT)) && !class.is(GENERIC)
    {
        return span;
    }
    // The place itself may be of that kind: "Nyanza Province".
    let fits = |kind: PlaceKind| match kind {
        PlaceKind::Province | PlaceKind::District | PlaceKind::State => class.is(Class::GOVERNMENT),
        PlaceKind::Region => class.is(Class::GOVERNMENT.or(Class::NATURE)),
        PlaceKind::Water => class.is(Class::NATURE),
        PlaceKind::Site | PlaceKind::Line => class.is(Class::SITE),
        PlaceKind::Settlement | PlaceKind::Continent => false,
    };
    let mut means: Vec<Meaning> = span
        .means
        .iter()
        .copied()
        .filter(|meaning| fits(gazetteer.facts(meaning.entry).kind))
        .collect();
    if means.is_empty() && class.is(Class::GOVERNMENT) {
        // A district is called after its chief town.
        means.clone_from(&span.means);
    }
    let mut span = Span { means, generic: class, ..Span::new(span.start, next + 1) };
    span.weigh(gazetteer);
    span
}

/// The end of "'s Ford" after a name.
fn owned(words: &Words<'_, '_>, possessive: usize) -> Option<usize> {
    let mark = words.tokens.get(possessive).filter(|t| t.kind == TokenKind::Possessive)?;
    let noun = possessive + 1;
    let joined = words.tokens.get(noun)?.start == mark.end() + 1;
    let fits = words.class(noun).is(Class::NATURE) || is_country_site(words.text(noun));
    (joined && fits && words.is_capitalised(noun)).then_some(noun + 1)
}

/// "North Dallas", "East Texas": a part with a name of its own.
fn part_of_known(words: &Words<'_, '_>, gazetteer: &Gazetteer, at: usize) -> Option<Span> {
    let compass = matches!(
        words.text(at),
        "North"
            | "South"
            | "East"
            | "West"
            | "Northern"
            | "Southern"
            | "Eastern"
            | "Western"
            | "Northeast"
            | "Northwest"
            | "Southeast"
            | "Southwest"
            | "Upper"
            | "Lower"
            | "Middle"
            | "Central"
    );
    let next = words.next_of_run(at).filter(|_| compass)?;
    let whole = known(words, gazetteer, next)?;
    let river = whole.means.iter().all(|m| gazetteer.facts(m.entry).kind == PlaceKind::Water);
    (whole.main && whole.renown >= 3.0 && !river)
        .then(|| with_generic(Span { start: at, ..whole }, words, gazetteer))
}

/// A name that the gazetteer does not know but that says what it is.
fn unknown(words: &Words<'_, '_>, gazetteer: &Gazetteer, at: usize) -> Option<Span> {
    let none = |start: usize, end: usize, generic: Class| Span { generic, ..Span::new(start, end) };
    if words.continues_run(at) && words.class_before(at).is(Class::TITLE) {
        return None;
    }
    // "Kelly's Ford"
    if let Some(end) = owned(words, at + 1) {
        return Some(none(at, end, words.class(end - 1)));
    }
    // "Gulf of Aden"
    if words.class(at).is(Class::NATURE)
        && words.text(at + 1) == "of"
        && words.is_capitalised(at + 2)
        && !words.class(at + 2).is(Class::TITLE)
    {
        return Some(none(at, at + 3, words.class(at)));
    }
    let means = river(words, gazetteer, at);
    if !means.is_empty() {
        let mut span = Span { means, ..none(at, at + 1, Class::NONE) };
        span.weigh(gazetteer);
        return Some(span);
    }
    if let Some(end) = nameless(words, at) {
        return Some(none(at, end, Class::NONE));
    }
    let next = words.next_of_run(at)?;
    let ends = |last: usize| words.next_of_run(last).is_none();
    // "Fort Donelson"
    if words.class(at).is(Class::LEADING) && !words.class(next).is(GENERIC) {
        let is_name = !words.class(next).is(Class::FUNCTION.or(Class::TITLE).or(Class::CALENDAR));
        return is_name.then(|| none(at, next + 1, words.class(at)));
    }
    // "Licking River": one or two words before the word for its kind.
    let can_name = |at: usize| {
        !words.class(at).is(Class::TITLE
            .or(Class::FUNCTION)
            .or(Class::CALENDAR)
            .or(Class::ORGANISATION)
            .or(Class::ORDINAL))
    };
    if !can_name(at) || words.class(at).is(GENERIC) || words.lexeme(at).demonym.is_some() {
        return None;
    }
    let is_generic = |at: usize| {
        words.class(at).is(Class::NATURE.or(Class::SITE))
            && !is_street(words.text(at))
            && !is_building(words.text(at))
            && ends(at)
    };
    let county = |at: usize| {
        matches!(words.text(at), "County" | "Province" | "District" | "Oblast") && ends(at)
    };
    if is_generic(next) || county(next) {
        return Some(none(at, next + 1, words.class(next)));
    }
    let last = words.next_of_run(next)?;
    let two = can_name(next)
        && (is_generic(last) || county(last))
        && words.lexeme(at).given_name < Frequency::Middle;
    two.then(|| none(at, last + 1, words.class(last)))
}

/// The end of a name that no list has, but that stands where places stand:
/// "in Kogelo", "the village of Bariyarpur".
fn nameless(words: &Words<'_, '_>, at: usize) -> Option<usize> {
    let of = words.text_before(at) == "of" && at > 1 && words.class(at - 2).is(Class::PLACE_NOUN);
    let listed = words.class_before(at).is(Class::STRONG_PREPOSITION) && words.is_small(at - 1);
    if !(of || listed) {
        return None;
    }
    // Of more than two words none is meant, however many more follow.
    let run = std::iter::successors(Some(at), |&at| words.next_of_run(at));
    let run: Vec<usize> = run.take(3).collect();
    let can_name = |&at: &usize| {
        let lexeme = words.lexeme(at);
        let word = words.text(at);
        word.chars().count() > 3
            && !["ism", "ity", "ness", "ology"].iter().any(|ending| word.ends_with(ending))
            && words.class(at) == Class::NONE
            && lexeme.common == Frequency::None
            && lexeme.given_name == Frequency::None
            && lexeme.surname < Frequency::Middle
            && lexeme.demonym.is_none()
            && !words.is_all_capitals(at)
    };
    let end = run.last().map(|last| last + 1)?;
    // "in Egnatashvili's honour"
    if words.tokens.get(end).is_some_and(|t| t.kind == TokenKind::Possessive) {
        return None;
    }
    (run.len() <= 2 && run.iter().all(can_name)).then_some(end)
}

/// Sites that the country calls after their owners.
fn is_country_site(word: &str) -> bool {
    matches!(
        word,
        "Ferry"
            | "Ford"
            | "Mill"
            | "Mills"
            | "Station"
            | "Store"
            | "Tavern"
            | "Crossing"
            | "Bridge"
            | "Junction"
            | "Court-House"
            | "Courthouse"
            | "Crossroads"
            | "Wharf"
            | "Factory"
    )
}

/// Buildings are too many for any gazetteer that is not made for them.
fn is_building(word: &str) -> bool {
    matches!(
        word,
        "Palace"
            | "Hotel"
            | "Stadium"
            | "Hall"
            | "Church"
            | "Cemetery"
            | "Barracks"
            | "Gardens"
            | "Garden"
            | "Tower"
            | "Temple"
            | "Mosque"
            | "Abbey"
            | "Convent"
            | "Castle"
            | "Arena"
            | "Monument"
            | "Court"
            | "Cathedral"
            | "Line"
            | "Works"
            | "Factory"
            | "Observatory"
            | "Zoo"
    )
}

/// Streets are too many for any gazetteer, and found in every town.
fn is_street(word: &str) -> bool {
    matches!(
        word,
        "Street"
            | "Road"
            | "Avenue"
            | "Boulevard"
            | "Lane"
            | "Drive"
            | "Highway"
            | "Interstate"
            | "Expressway"
    )
}
