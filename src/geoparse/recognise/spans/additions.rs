//! Additions that tell places of one name apart: "Frankfurt a. d. O." has its river in
//! short, "Newcastle, Staffs." leaves the addition of Newcastle-under-Lyme out.

use super::name_span::NameSpan;
use crate::geoparse::gazetteer::{Gazetteer, Meaning, fold};
use crate::geoparse::recognise::annotated::AnnotatedTokens;

/// German prepositions before a river or a region, by their first letters: folded, as
/// they stand in the full name.
const SHORT: &[(&str, &[&str])] = &[
    ("a", &[" an der ", " am ", " an "]),
    ("i", &[" im ", " in "]),
    ("o", &[" ob der ", " ob "]),
    ("b", &[" bei "]),
    ("v", &[" vor der ", " vor "]),
    ("u", &[" unter ", " unterm "]),
];
/// The same with their article: `a. d.`
const SHORT_WITH_ARTICLE: &[(&str, &[&str])] = &[
    ("a", &[" an der ", " an den ", " an dem "]),
    ("i", &[" in der ", " in den "]),
    ("o", &[" ob der "]),
    ("v", &[" vor der "]),
];
/// Before a river that is written out: `Frankfurt/Oder`, `Frankfurt (Oder)`.
const ON_RIVER: &[&str] = &[" an der ", " am ", " ob der "];
/// What begins the addition of a name in use without it.
const ADDITIONS: &[&str] = &[
    " under ", " upon ", " on ", " in ", " by ", " le ", " next ", " an der ", " am ", " im ",
    " ob der ", " sur ", " del ", " de la ",
];

/// A single name with the addition in short that follows it: the places whose full name
/// has that addition. Without one, the span as it is.
pub(super) fn with_addition(
    span: NameSpan,
    words: &AnnotatedTokens<'_, '_>,
    gazetteer: &Gazetteer,
) -> NameSpan {
    if !span.is_single() {
        return span;
    }
    let Some((prepositions, word, end)) =
        in_short(words, span.end).or_else(|| river(words, span.end))
    else {
        return span;
    };
    let Some(name) = fold(words.text(word)) else { return span };
    let mut means = Vec::new();
    for preposition in prepositions {
        let rest = format!("{preposition}{name}");
        add_meanings(words, gazetteer, span.start, &rest, &mut means);
    }
    if means.is_empty() {
        return span;
    }
    let mut span = NameSpan { means, ..NameSpan::new(span.start, end) };
    span.weigh(gazetteer);
    span
}

/// The places whose name begins with this one, has an addition, and lies in what the
/// other name means.
pub(in crate::geoparse::recognise) fn within_by_addition(
    words: &AnnotatedTokens<'_, '_>,
    gazetteer: &Gazetteer,
    inner: &NameSpan,
    outer: &NameSpan,
) -> Vec<Meaning> {
    let mut means = Vec::new();
    if inner.is_single() {
        for addition in ADDITIONS {
            add_meanings(words, gazetteer, inner.start, addition, &mut means);
        }
    }
    means.retain(|meaning| {
        outer.means.iter().any(|area| gazetteer.is_within(meaning.entry, area.entry))
    });
    means
}

/// `a. d. O.`, `a. M.`, `a/M`, `i. Br.`: the prepositions, the word after them, and the end.
fn in_short(
    words: &AnnotatedTokens<'_, '_>,
    at: usize,
) -> Option<(&'static [&'static str], usize, usize)> {
    let stops = |at: usize| matches!(words.text(at), "." | "/") && words.touches(at);
    let letter = words.text(at);
    if letter.len() != 1 || !stops(at + 1) {
        return None;
    }
    let has_article = words.text(at + 2) == "d" && stops(at + 3);
    let (table, word) = if has_article { (SHORT_WITH_ARTICLE, at + 4) } else { (SHORT, at + 2) };
    let (_, prepositions) = table.iter().find(|(short, _)| *short == letter)?;
    let is_short = words.text(word).len() <= 4;
    let end = word + 1 + usize::from(is_short && words.text(word + 1) == ".");
    words.is_capitalised(word).then_some((*prepositions, word, end))
}

/// `/Oder`, `(Oder)`
fn river(
    words: &AnnotatedTokens<'_, '_>,
    at: usize,
) -> Option<(&'static [&'static str], usize, usize)> {
    let word = at + 1;
    let end = match words.text(at) {
        "/" if words.touches(at) && words.touches(word) => word + 1,
        "(" if words.text(word + 1) == ")" => word + 2,
        _ => return None,
    };
    let is_name = words.is_capitalised(word) && words.text(word).len() > 2;
    is_name.then_some((ON_RIVER, word, end))
}

fn add_meanings(
    words: &AnnotatedTokens<'_, '_>,
    gazetteer: &Gazetteer,
    start: usize,
    rest: &str,
    means: &mut Vec<Meaning>,
) {
    gazetteer.named_from(words.beginning(start), rest, &mut |meaning| {
        if means.iter().all(|known| known.entry != meaning.entry) {
            means.push(meaning);
        }
    });
}
