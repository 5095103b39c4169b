//! Names that the gazetteer knows.

use super::{GENERIC, Span};
use crate::domain::life::PlaceKind;
use crate::geoparse::gazetteer::{Gazetteer, Meaning, NameKey};
use crate::geoparse::recognise::vocabulary::Class;
use crate::geoparse::recognise::words::Words;
use crate::geoparse::token::TokenKind;

/// The longest name of the gazetteer that begins at a token.
pub(super) fn longest(words: &Words<'_, '_>, gazetteer: &Gazetteer, at: usize) -> Option<Span> {
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
        let known = |river: &Meaning| means.iter().any(|m| m.entry == river.entry);
        let mut rivers = river(words, gazetteer, at);
        rivers.retain(|river| !known(river));
        means.extend(rivers);
    }
    let last = words.class(at + length - 1);
    let generic = if length > 1 && last.is(GENERIC) { last } else { Class::NONE };
    let titled = words.class(at).is(Class::TITLE);
    let mut span = Span { means, generic, titled, ..Span::new(at, end) };
    span.weigh(gazetteer);
    Some(span)
}

/// What a single word after an article means: a river, by its short name.
pub(super) fn river(words: &Words<'_, '_>, gazetteer: &Gazetteer, at: usize) -> Vec<Meaning> {
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
pub(super) fn with_generic(span: Span, words: &Words<'_, '_>, gazetteer: &Gazetteer) -> Span {
    if let Some(end) = owned(words, span.end).filter(|_| !span.governed && span.renown < 6.0) {
        // "Milliken's Bend" is not Milliken.
        let generic = words.class(end - 1);
        return Span { generic, titled: span.titled, ..Span::new(span.start, end) };
    }
    let next = span.end;
    let class = words.class(next);
    if !(words.is_capitalised(next) && words.is_joined(next) && class.is(GENERIC)) {
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
pub(super) fn owned(words: &Words<'_, '_>, possessive: usize) -> Option<usize> {
    let mark = words.tokens.get(possessive).filter(|t| t.kind == TokenKind::Possessive)?;
    let noun = possessive + 1;
    let joined = words.tokens.get(noun)?.start == mark.end() + 1;
    let fits = words.class(noun).is(Class::NATURE) || words.class(noun).is(Class::COUNTRY_SITE);
    (joined && fits && words.is_capitalised(noun)).then_some(noun + 1)
}

/// "North Dallas", "East Texas": a part with a name of its own.
pub(super) fn part(words: &Words<'_, '_>, gazetteer: &Gazetteer, at: usize) -> Option<Span> {
    let compass = words.class(at).is(Class::COMPASS) && words.is_capitalised(at);
    let next = words.next_of_run(at).filter(|_| compass)?;
    let whole = longest(words, gazetteer, next)?;
    let river = whole.means.iter().all(|m| gazetteer.facts(m.entry).kind == PlaceKind::Water);
    (whole.main && whole.renown >= 3.0 && !river)
        .then(|| with_generic(Span { start: at, ..whole }, words, gazetteer))
}
