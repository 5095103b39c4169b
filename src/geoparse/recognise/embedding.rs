//! Names that count as embedded in another name only because a neighbouring name is.

use std::collections::HashSet;

use super::context::SpanContext;
use super::name_candidate::NameCandidate;
use super::role::{MentionRole, is_in_name};
use super::vocabulary::WordClass;

/// Marks the first of two names that share what follows ("Memphis and
/// Charleston Railroad"), and a disease's name where "virus" is left out.
pub(super) fn mark_embedded(context: &SpanContext<'_, '_>, names: &mut [NameCandidate]) {
    let words = context.words;
    for i in (1..names.len()).rev() {
        let (before, next) = (&names[i - 1].span, &names[i]);
        let gap = words.tokens.get(before.end..next.span.start).unwrap_or_default();
        let and = matches!(gap, [and] if and.is("and"));
        if and && next.role == MentionRole::Embedded && is_in_name(context, &next.span) {
            names[i - 1].role = MentionRole::Embedded;
        }
    }
    let diseases: HashSet<&str> = names
        .iter()
        .map(|name| &name.span)
        .filter(|span| words.is(span.end, WordClass::Disease) && words.is_small(span.end))
        .map(|span| words.text(span.end - 1))
        .collect();
    for name in names {
        let placed = words.is_before(name.span.start, WordClass::Preposition);
        if !placed && diseases.contains(words.text(name.span.end - 1)) {
            name.role = MentionRole::Embedded;
        }
    }
}
