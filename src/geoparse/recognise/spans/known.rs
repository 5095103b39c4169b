//! Names that the gazetteer has.

use super::name_span::{GENERIC, NameSpan};
use crate::domain::life::PlaceKind;
use crate::geoparse::gazetteer::{Gazetteer, Meaning, NameKey};
use crate::geoparse::recognise::annotated::AnnotatedTokens;
use crate::geoparse::recognise::vocabulary::{WordClass, WordClasses};
use crate::geoparse::text::TokenKind;

/// The longest name of the gazetteer that begins at a token.
pub(super) fn longest(
    words: &AnnotatedTokens<'_, '_>,
    gazetteer: &Gazetteer,
    at: usize,
) -> Option<NameSpan> {
    let (length, keys) = longest_match(words, gazetteer, at)?;
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
    let last = at + length - 1;
    let generic = if length > 1 && words.is(last, GENERIC) {
        words.class(last)
    } else {
        WordClasses::empty()
    };
    let starts_with_title = words.is(at, WordClass::Title);
    let mut span = NameSpan { means, generic, starts_with_title, ..NameSpan::new(at, end) };
    // Elsewhere nobody asks, and to find out takes time.
    let follows_name = words.text_before(at) == "," || words.continues_run(at);
    span.abbreviated =
        follows_name && keys.iter().flatten().any(|&key| gazetteer.is_short_form(key));
    span.weigh(gazetteer);
    Some(span)
}

/// The keys of the longest name of the gazetteer that begins at a token (at most
/// one of each layer), and how many tokens it takes.
fn longest_match(
    words: &AnnotatedTokens<'_, '_>,
    gazetteer: &Gazetteer,
    at: usize,
) -> Option<(usize, [Option<NameKey>; 2])> {
    let mut best: Option<(usize, [Option<NameKey>; 2])> = None;
    gazetteer.names_at(words.beginning(at), words.tokens, at, &mut |length, key| {
        if !is_written_as_name(words, gazetteer, at, at + length, key) {
            return;
        }
        // "the King of Prussia" is not the town in Pennsylvania.
        let titled = length > 1
            && matches!(key, NameKey::World(_))
            && words.is(at, WordClass::Title)
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
    best
}

/// What a single word after an article means: a river, by its short name.
pub(super) fn river(
    words: &AnnotatedTokens<'_, '_>,
    gazetteer: &Gazetteer,
    at: usize,
) -> Vec<Meaning> {
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
    words: &AnnotatedTokens<'_, '_>,
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
                && (matches!(words.text_before(start), "," | "(" | "\n")
                    || words.continues_run(start));
        }
        // "O. S." is no village.
        if let NameKey::World(_) = key
            && (start..end).all(|at| !is_word(at) || words.text(at).len() == 1)
        {
            return false;
        }
        // "US" is a country, "Us" is not.
        let short = end - start == 1 && words.text(start).len() <= 2;
        return !short || words.is_all_capitals(start) || gazetteer.has_lower_case(key);
    }
    let small_within = (start + 1..end - 1)
        .all(|at| !is_word(at) || words.is_capitalised(at) || words.is(at, WordClass::Particle));
    if words.is_capitalised(start) && words.is_capitalised(end - 1) && small_within {
        return true;
    }
    // "northern Caucasus", if a curator writes it so.
    gazetteer.matches_exact_case(key, &words.tokens[start..end])
}

/// Takes in the word for a kind of place that follows: "Dallas" + "County".
pub(super) fn with_generic(
    span: NameSpan,
    words: &AnnotatedTokens<'_, '_>,
    gazetteer: &Gazetteer,
) -> NameSpan {
    if let Some(end) = owned(words, span.end).filter(|_| !span.major_admin && span.prominence < 6.0)
    {
        // "Milliken's Bend" is not Milliken.
        let generic = words.class(end - 1);
        return NameSpan {
            generic,
            starts_with_title: span.starts_with_title,
            ..NameSpan::new(span.start, end)
        };
    }
    let next = span.end;
    if !(words.is_capitalised(next) && words.is_joined(next) && words.is(next, GENERIC)) {
        return span;
    }
    // The place itself may be of that kind: "Nyanza Province".
    let fits = |kind: PlaceKind| match kind {
        PlaceKind::Province | PlaceKind::District | PlaceKind::State => {
            words.is(next, WordClass::Government)
        }
        PlaceKind::Region => words.is(next, WordClass::Government | WordClass::Nature),
        PlaceKind::Water => words.is(next, WordClass::Nature),
        PlaceKind::Site | PlaceKind::Line => words.is(next, WordClass::Site),
        PlaceKind::Settlement | PlaceKind::Continent => false,
    };
    let mut means: Vec<Meaning> = span
        .means
        .iter()
        .copied()
        .filter(|meaning| fits(gazetteer.facts(meaning.entry).kind))
        .collect();
    if means.is_empty() && words.is(next, WordClass::Government) {
        // A district is called after its chief town.
        means.clone_from(&span.means);
    }
    let mut span = NameSpan {
        means,
        generic: words.class(next),
        ..NameSpan::new(span.start, words.word_end(next))
    };
    span.weigh(gazetteer);
    span
}

/// The end of "'s Ford" after a name.
pub(super) fn owned(words: &AnnotatedTokens<'_, '_>, possessive: usize) -> Option<usize> {
    let mark = words.tokens.get(possessive).filter(|t| t.kind == TokenKind::Possessive)?;
    let noun = possessive + 1;
    let joined = words.tokens.get(noun)?.start == mark.end() + 1;
    let fits = words.is(noun, WordClass::Nature) || words.is(noun, WordClass::CountrySite);
    (joined && fits && words.is_capitalised(noun)).then_some(noun + 1)
}

/// "North Dallas", "East Texas": a part with a name of its own.
pub(super) fn part(
    words: &AnnotatedTokens<'_, '_>,
    gazetteer: &Gazetteer,
    at: usize,
) -> Option<NameSpan> {
    let compass = words.is(at, WordClass::Compass) && words.is_capitalised(at);
    let next = words.next_of_run(at).filter(|_| compass)?;
    let whole = longest(words, gazetteer, next)?;
    let river = whole.means.iter().all(|m| gazetteer.facts(m.entry).kind == PlaceKind::Water);
    (whole.preferred && whole.prominence >= 3.0 && !river)
        .then(|| with_generic(NameSpan { start: at, ..whole }, words, gazetteer))
}
