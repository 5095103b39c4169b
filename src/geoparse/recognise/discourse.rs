//! What one sentence of a text says about the names in the others.

use std::collections::{HashMap, HashSet};

use super::annotated::AnnotatedTokens;
use super::clue::Clue;
use super::name_candidate::NameCandidate;

/// Evidence above which a single word counts as introduced as a place: its
/// other mentions get [`Clue::Discourse`].
const MIN_INTRODUCTION_WEIGHT: f64 = 2.5;

/// Single words that the text surely uses as places.
pub(super) fn introduced<'t>(
    words: &AnnotatedTokens<'_, 't>,
    names: &[NameCandidate],
) -> HashSet<&'t str> {
    names
        .iter()
        .filter(|name| name.is_single() && name.clues.weight() >= MIN_INTRODUCTION_WEIGHT)
        .map(|name| words.text(name.span.start))
        .collect()
}

/// A name that is a person's in one sentence is a person's in the others, too,
/// unless something beside the name itself speaks for a place.
pub(super) fn spread_person_evidence(words: &AnnotatedTokens<'_, '_>, names: &mut [NameCandidate]) {
    const PERSON: [Clue; 4] =
        [Clue::PersonVerb, Clue::Addressed, Clue::PassivePersonVerb, Clue::PersonNoun];
    const PLACE: [Clue; 4] = [Clue::PlaceNoun, Clue::Described, Clue::Direction, Clue::Dateline];
    let has_any =
        |name: &NameCandidate, clues: &[Clue]| clues.iter().any(|&clue| name.clues.has(clue));
    let persons: HashSet<&str> = names
        .iter()
        .filter(|name| name.is_single() && name.clues.weight() <= 0.0 && has_any(name, &PERSON))
        .map(|name| words.text(name.span.start))
        .collect();
    for name in names.iter_mut().filter(|name| name.is_single()) {
        if persons.contains(words.text(name.span.start)) && !has_any(name, &PLACE) {
            name.clues.add(Clue::KnownPerson);
            name.clues.add_if(name.span.eponymous, Clue::Eponym);
            name.clues.remove(Clue::OnlyPlace);
        }
    }
}

/// Rejects a little-known place name that the text mostly uses in positions where
/// places do not occur: it is a newspaper, say, or a party.
pub(super) fn mark_rare_places<'t>(words: &AnnotatedTokens<'_, 't>, names: &mut [NameCandidate]) {
    let is_weak = |name: &NameCandidate| {
        let span = &name.span;
        name.is_bare_word() && !span.curated && !span.major_admin && span.prominence < 5.0
    };
    // How often each word occurs in the position of a place, and how often at all.
    let mut counts: HashMap<&'t str, (usize, usize)> = HashMap::new();
    for name in names.iter().filter(|name| is_weak(name)) {
        let placed = usize::from(name.clues.weight() > 0.0);
        counts.entry(words.text(name.span.start)).or_default().0 += placed;
    }
    if counts.is_empty() {
        return;
    }
    for (at, token) in words.tokens.iter().enumerate() {
        if words.is_capitalised(at)
            && let Some(count) = counts.get_mut(token.text)
        {
            count.1 += 1;
        }
    }
    for name in names.iter_mut().filter(|name| is_weak(name)) {
        let (placed, all) = counts.get(words.text(name.span.start)).copied().unwrap_or_default();
        name.clues.add_if(all >= 3 && placed * 3 < all, Clue::RarelyAPlace);
    }
}
