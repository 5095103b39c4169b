//! Verbs and nouns beside a name that only persons have.

use super::context::SpanContext;
use super::spans::NameSpan;
use super::vocabulary::WordClass;
use crate::geoparse::gazetteer::Frequency;

/// Is the name the subject of a verb that only persons do: "Brown said",
/// "Brown left Paris"?
pub(super) fn has_person_verb(context: &SpanContext<'_, '_>, span: &NameSpan) -> bool {
    let words = context.words;
    let end = span.end;
    let moves = matches!(words.text(end), "left" | "visited" | "reached")
        && words.is_capitalised(if words.text(end + 1) == "the" { end + 2 } else { end + 1 })
        && span.is_single()
        && !span.major_admin
        && (span.prominence < 5.5 || could_be_person(context, span));
    let speaks = words.is(end, WordClass::Speech) && words.is_small(end);
    moves || (speaks && could_be_person(context, span))
}

/// Is the name the subject of a passive verb that only persons have: "Brown
/// was born"?
pub(super) fn has_passive_person_verb(context: &SpanContext<'_, '_>, span: &NameSpan) -> bool {
    let words = context.words;
    let verb = if words.text(span.end + 1) == "been" { span.end + 1 } else { span.end };
    matches!(words.text(span.end), "was" | "were" | "had" | "has" | "is")
        && (verb > span.end || !matches!(words.text(verb), "had" | "has"))
        && words.is(verb + 1, WordClass::PassivePersonVerb)
        && span.is_single()
}

/// Is the name the object of a verb that has persons: "he met Brown", "she
/// spoke to Brown"?
pub(super) fn is_addressed(context: &SpanContext<'_, '_>, span: &NameSpan) -> bool {
    let words = context.words;
    let before = span.start.saturating_sub(1);
    let spoken_to = (matches!(words.text(before), "to" | "with")
        && words.is_before(before, WordClass::Speech))
        || words.is(before, WordClass::Address);
    spoken_to && words.is_small(before) && could_be_person(context, span)
}

/// Does a noun for persons follow the name: "the Jackson brothers", "Houston
/// Jr", "the Lincoln administration"?
pub(super) fn has_person_noun(context: &SpanContext<'_, '_>, span: &NameSpan) -> bool {
    let words = context.words;
    // "Houston, Jr."
    let comma = words.text(span.end) == "," && words.is_capitalised(span.end + 1);
    let noun = if comma { span.end + 1 } else { span.end };
    words.is(noun, WordClass::Personal)
        && (comma || words.is_joined(noun))
        && could_be_person(context, span)
}

/// Could it be what a person is called? Countries and great cities take the
/// same verbs as persons: "Moscow agreed".
fn could_be_person(context: &SpanContext<'_, '_>, span: &NameSpan) -> bool {
    let lexeme = context.words.lexeme(span.start);
    let is_name = lexeme.surname > Frequency::Low || lexeme.given_name > Frequency::None;
    let known = context.people.is_known(context.words.text(span.start));
    let called = is_name || known;
    span.is_single() && !span.country && (span.eponymous || (!span.major_admin && called))
}
