//! What a person does, and what has_passive_person_verb one.

use super::evidence::SpanContext;
use super::spans::NameSpan;
use super::vocabulary::Class;
use crate::geoparse::gazetteer::Frequency;

impl SpanContext<'_, '_> {
    /// Could it be what a person is called? Of countries and great cities the
    /// same is told as of persons: "Moscow agreed".
    fn could_be_person(&self, span: &NameSpan) -> bool {
        let lexeme = self.words.lexeme(span.start);
        let called = lexeme.surname > Frequency::Low || lexeme.given_name > Frequency::None;
        let known = self.people.is_known(self.words.text(span.start));
        let single = span.end - span.start == 1;
        single && !span.country && (span.eponymous || !span.major_admin && (called || known))
    }

    /// "Brown said", "Brown left Paris"
    pub fn has_person_verb(&self, span: &NameSpan) -> bool {
        let words = self.words;
        let end = span.end;
        let moves = matches!(words.text(end), "left" | "visited" | "reached")
            && words.is_capitalised(if words.text(end + 1) == "the" { end + 2 } else { end + 1 })
            && span.end - span.start == 1
            && !span.major_admin
            && (span.prominence < 5.5 || self.could_be_person(span));
        let speaks = words.class(end).is(Class::SPEECH) && words.is_small(end);
        moves || speaks && self.could_be_person(span)
    }

    /// "Brown was born"
    pub fn has_passive_person_verb(&self, span: &NameSpan) -> bool {
        let words = self.words;
        let verb = if words.text(span.end + 1) == "been" { span.end + 1 } else { span.end };
        matches!(words.text(span.end), "was" | "were" | "had" | "has" | "is")
            && (verb > span.end || !matches!(words.text(verb), "had" | "has"))
            && words.class(verb + 1).is(Class::PASSIVE_PERSON_VERB)
            && span.end - span.start == 1
    }

    /// "he met Brown", "she spoke to Brown"
    pub fn is_addressed(&self, span: &NameSpan) -> bool {
        let words = self.words;
        let before = span.start.saturating_sub(1);
        let spoken_to = matches!(words.text(before), "to" | "with")
            && words.class_before(before).is(Class::SPEECH)
            || words.class(before).is(Class::ADDRESS);
        spoken_to && words.is_small(before) && self.could_be_person(span)
    }
}
