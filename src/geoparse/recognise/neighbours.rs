//! What the names of a text say of one another: lists, and places that contain
//! others.

use std::collections::HashSet;

use super::clue::{Clue, Clues};
use super::spans::Span;
use super::vocabulary::Class;
use super::words::Words;
use crate::domain::life::PlaceKind;
use crate::geoparse::gazetteer::{Frequency, Gazetteer};

/// Adds the clues that the names around give one another.
pub(super) fn among_others(
    words: &Words<'_, '_>,
    gazetteer: &Gazetteer,
    spans: &[Span],
    clues: &mut [Clues],
    sure: &HashSet<&str>,
) {
    // From right to left, so that the end of a list reaches its beginning.
    for i in (0..spans.len()).rev() {
        let span = &spans[i];
        let name = words.text(span.start);
        if span.end - span.start == 1 && !clues[i].has(Clue::KnownPerson) {
            // "Split into factions": a usual word that begins a sentence is the
            // place only where something is told of it.
            let usual = words.begins_sentence(span.start)
                && words.lexeme(span.start).common == Frequency::High
                && !matches!(words.text(span.end), "is" | "was" | "has" | "had" | "'s" | "’s");
            clues[i].add_if(sure.contains(name) && !usual, Clue::Discourse);
        }
        let lesser = clues[i].has(Clue::OtherName) || clues[i].has(Clue::Village);
        clues[i].add_if(lesser && is_among_bodies(words, spans, i), Clue::AmongBodies);
        let Some(next) = spans.get(i + 1) else { continue };
        // "Athens Counties, Ohio"
        let several = words.class(span.end).is(Class::SEVERAL) && words.is_joined(span.end);
        let end = if several { span.end + 1 } else { span.end };
        let gap = words.tokens.get(end..next.start).unwrap_or_default();
        let comma = matches!(gap, [comma] if comma.text == ",");
        let inside = comma
            || matches!(gap, [within] if within.is_any(&["in", "("]))
            || matches!(gap, [comma, within] if comma.text == "," && within.is("in"))
            || matches!(gap, [within, the] if within.is("in") && the.is("the"))
            || matches!(gap, [is, within]
                if is.is_any(&["is", "was", "lies", "lay", "stands", "stood"]) && within.is("in"));
        if inside && contains(gazetteer, next, span) {
            clues[i].add(Clue::Container);
            clues[i + 1].add(Clue::Contains);
        } else if comma && is_apposed(words, gazetteer, span, next) {
            clues[i].add(Clue::ContainerLacks);
        }
        let listed = comma
            || matches!(gap, [and] if and.is_any(&["and", "or"]))
            || matches!(gap, [comma, and] if comma.text == "," && and.is_any(&["and", "or"]))
            || matches!(gap, [to] if to.is("to"));
        // "Jackson, Vinton, and Athens Counties"
        let several = words.class(next.end).is(Class::SEVERAL);
        clues[i + 1].add_if(several, Clue::Generic);
        if listed {
            let (a, b) = (clues[i].weight() > 1.5, clues[i + 1].weight() > 1.5);
            clues[i + 1].add_if(a, Clue::Listed);
            clues[i].add_if(b, Clue::Listed);
        }
    }
}

/// "in Komsomol, OGPU, and the Red Army"
fn is_among_bodies(words: &Words<'_, '_>, spans: &[Span], i: usize) -> bool {
    let span = &spans[i];
    let is_place = |at| spans.iter().skip(i.saturating_sub(1)).take(3).any(|s| s.start == at);
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
fn is_apposed(words: &Words<'_, '_>, gazetteer: &Gazetteer, inner: &Span, outer: &Span) -> bool {
    let in_list = matches!(words.text_before(inner.start), "," | "and" | "or");
    let goes_on = match words.text(outer.end) {
        "." | ")" | ";" => true,
        "," => words.is_small(outer.end + 1) && !matches!(words.text(outer.end + 1), "and" | "or"),
        _ => false,
    };
    let is_town = |entry| gazetteer.facts(entry).kind == PlaceKind::Settlement;
    let town = !inner.historical
        && !inner.country
        && (inner.is_nameless() || inner.means.iter().any(|m| is_town(m.entry)));
    town && outer.governed && goes_on && !in_list
}

/// Can one name mean a place within what the other means?
fn contains(gazetteer: &Gazetteer, outer: &Span, inner: &Span) -> bool {
    const MOST: usize = 40;
    let areas = outer.means.iter().filter(|m| gazetteer.facts(m.entry).kind.is_area()).take(MOST);
    areas.into_iter().any(|area| {
        inner.means.iter().take(MOST * 4).any(|m| gazetteer.is_within(m.entry, area.entry))
    })
}
