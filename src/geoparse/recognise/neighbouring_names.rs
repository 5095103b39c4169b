//! What neighbouring names say about one another: lists, and places that contain
//! others.

use std::collections::HashSet;

use super::annotated::AnnotatedTokens;
use super::clue::Clue;
use super::containment::contains;
use super::context::SpanContext;
use super::name_candidate::NameCandidate;
use super::spans::{NameSpan, within_by_addition};
use super::vocabulary::WordClass;
use crate::domain::life::PlaceKind;
use crate::geoparse::gazetteer::{Frequency, Gazetteer};
use crate::geoparse::text::Token;

/// Evidence above which a name makes its neighbours in a list places.
const MIN_LIST_WEIGHT: f64 = 1.5;

/// Adds the clues that neighbouring names give one another. `introduced` are
/// the single words that the text uses as places elsewhere.
pub(super) fn among_others(
    context: &SpanContext<'_, '_>,
    names: &mut [NameCandidate],
    introduced: &HashSet<&str>,
) {
    let words = context.words;
    // From right to left, so that the end of a list reaches its beginning.
    for i in (0..names.len()).rev() {
        let known = is_known_elsewhere(words, &names[i], introduced);
        names[i].clues.add_if(known, Clue::Discourse);
        let minor = names[i].clues.has(Clue::OtherName) || names[i].clues.has(Clue::Village);
        let among_bodies = minor && is_among_bodies(words, names, i);
        names[i].clues.add_if(among_bodies, Clue::AmongBodies);
        if let Some([name, next]) = names.get_mut(i..i + 2) {
            pair(context, name, next);
        }
    }
}

/// Adds the clues of two names that follow one another.
fn pair(context: &SpanContext<'_, '_>, name: &mut NameCandidate, next: &mut NameCandidate) {
    let SpanContext { words, gazetteer, apposed, .. } = *context;
    // "Athens Counties, Ohio"
    let plural = words.is(name.span.end, WordClass::Several) && words.is_joined(name.span.end);
    let end = if plural { name.span.end + 1 } else { name.span.end };
    let gap = words.tokens.get(end..next.span.start).unwrap_or_default();
    let comma = matches!(gap, [comma] if comma.text == ",");
    let comma_before_container = comma && is_apposed(words, gazetteer, &name.span, &next.span);
    let inside = says_inside(gap) || (gap.is_empty() && apposed.is_contained(name.span.start));
    if inside && contains(gazetteer, &next.span, &name.span) {
        name.clues.add(Clue::Container);
        next.clues.add(Clue::Contains);
    } else if comma_before_container {
        let found = within_by_addition(words, gazetteer, &name.span, &next.span);
        let clue = if found.is_empty() { Clue::ContainerLacks } else { Clue::Container };
        next.clues.add_if(!found.is_empty(), Clue::Contains);
        name.span.means.extend(found);
        name.clues.add(clue);
    }
    // "Jackson, Vinton, and Athens Counties"
    next.clues.add_if(words.is(next.span.end, WordClass::Several), Clue::Generic);
    let joined = gap.len() == 1 && words.joins_names(end);
    if joined && words.is(next.span.end, WordClass::Route) && words.is_small(next.span.end) {
        next.clues.add(Clue::Listed);
        name.clues.add(Clue::Listed);
    } else if is_list(gap) || joined {
        let sure = |name: &NameCandidate| name.clues.weight() > MIN_LIST_WEIGHT;
        let (first, second) = (sure(name), sure(next));
        next.clues.add_if(first, Clue::Listed);
        name.clues.add_if(second, Clue::Listed);
    }
}

/// Does the text use this word as a place elsewhere?
fn is_known_elsewhere(
    words: &AnnotatedTokens<'_, '_>,
    name: &NameCandidate,
    introduced: &HashSet<&str>,
) -> bool {
    let span = &name.span;
    // "Split into factions": a common word that begins a sentence is the place
    // only where the sentence says something about it.
    let is_common_word = || {
        words.begins_sentence(span.start)
            && name.lexeme.common == Frequency::High
            && !matches!(words.text(span.end), "is" | "was" | "has" | "had" | "'s" | "’s")
    };
    name.is_single()
        && !name.clues.has(Clue::KnownPerson)
        && introduced.contains(words.text(span.start))
        && !is_common_word()
}

/// Do the tokens between two names say that the first lies in the second?
fn says_inside(gap: &[Token<'_>]) -> bool {
    match gap {
        [one] => one.text == "," || one.is_any(&["in", "("]),
        [comma, within] if comma.text == "," => within.is("in"),
        [within, the] if within.is("in") => the.is("the"),
        [is, within] => {
            is.is_any(&["is", "was", "lies", "lay", "stands", "stood"]) && within.is("in")
        }
        _ => false,
    }
}

/// Are the tokens between two names those of a list, or of a route ("from
/// Gori to Tiflis")?
fn is_list(gap: &[Token<'_>]) -> bool {
    match gap {
        [one] => one.text == "," || one.is_any(&["and", "or", "to"]),
        [comma, and] => comma.text == "," && and.is_any(&["and", "or"]),
        _ => false,
    }
}

/// "in Komsomol, OGPU, and the Red Army"
fn is_among_bodies(words: &AnnotatedTokens<'_, '_>, names: &[NameCandidate], i: usize) -> bool {
    let span = &names[i].span;
    let is_place =
        |at| names.iter().skip(i.saturating_sub(1)).take(3).any(|name| name.span.start == at);
    let is_body = |at| {
        let name = words.text(at);
        name.len() > 2 && name.bytes().all(|b| b.is_ascii_uppercase()) && !is_place(at)
    };
    let after = words.text(span.end) == "," && is_body(span.end + 1);
    let before = span.start > 1 && words.text_before(span.start) == ",";
    !words.is_all_capitals(span.start) && (after || (before && is_body(span.start - 2)))
}

/// "Columbus, Kentucky, fell": a province after a comma that is not the next of
/// a list.
fn is_apposed(
    words: &AnnotatedTokens<'_, '_>,
    gazetteer: &Gazetteer,
    inner: &NameSpan,
    outer: &NameSpan,
) -> bool {
    let in_list = matches!(words.text_before(inner.start), "," | "and" | "or");
    let goes_on = match words.text(outer.end) {
        "." | ")" | ";" => true,
        "," => words.is_small(outer.end + 1) && !matches!(words.text(outer.end + 1), "and" | "or"),
        _ => false,
    };
    let is_town = |entry| gazetteer.facts(entry).kind == PlaceKind::Settlement;
    let town = !inner.curated
        && !inner.country
        && (inner.is_nameless() || inner.means.iter().any(|m| is_town(m.entry)));
    // An abbreviation always says what contains the name before it.
    town && !in_list && (outer.abbreviated || (outer.major_admin && goes_on))
}
