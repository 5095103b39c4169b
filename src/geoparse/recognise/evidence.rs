//! The evidence for and against a name: one table of rules, a clue a row.

use super::clue::Clue;
use super::context::SpanContext;
use super::name_candidate::NameCandidate;
use super::person_verbs::{
    has_passive_person_verb, has_person_noun, has_person_verb, is_addressed,
};
use super::role::MentionRole;
use super::spans::GENERIC;
use super::vocabulary::WordClass;
use crate::geoparse::gazetteer::Frequency;
use crate::geoparse::text::TokenKind;

/// A clue and the condition under which a name has it.
type Rule = (Clue, fn(&SpanContext<'_, '_>, &NameCandidate) -> bool);

/// Rules that look at the name, its words and the words around it. No rule
/// depends on another clue.
const RULES: &[Rule] = &[
    // The name in the gazetteer.
    (Clue::Curated, |_, name| name.span.curated),
    (Clue::CountryOrProvince, |_, name| !name.span.curated && name.span.major_admin),
    (Clue::GreatCity, |_, name| is_settlement_of(name, 6.0, f64::INFINITY)),
    (Clue::City, |_, name| is_settlement_of(name, 5.0, 6.0)),
    (Clue::Town, |_, name| is_settlement_of(name, 3.7, 5.0)),
    (Clue::Village, |_, name| is_settlement_of(name, f64::NEG_INFINITY, 3.7)),
    (Clue::OtherName, |_, name| is_minor(name) && !name.span.preferred),
    (Clue::Unknown, |_, name| name.span.is_nameless()),
    (Clue::Generic, |_, name| !name.span.generic.is_empty()),
    // The name as words.
    (Clue::TwoWords, has_two_words),
    (Clue::BeginsSentence, |context, name| begins_sentence(context, name) && is_other_word(name)),
    (Clue::CommonWord, |context, name| is_english(context, name, Frequency::High)),
    (Clue::DictionaryWord, |context, name| is_english(context, name, Frequency::Middle)),
    (Clue::RareWord, |context, name| is_english(context, name, Frequency::Low)),
    (Clue::CapitalisedMidSentence, is_capitalised_mid_sentence),
    (Clue::GivenName, |_, name| name.is_bare_word() && name.lexeme.given_name > Frequency::None),
    (Clue::Surname, |_, name| name.is_bare_word() && name.lexeme.surname == Frequency::Middle),
    (Clue::UsualSurname, |_, name| name.is_bare_word() && name.lexeme.surname == Frequency::High),
    (Clue::KnownPerson, is_known_person),
    (Clue::Short, is_short),
    (Clue::Capitals, |context, name| {
        name.is_bare_word() && context.words.is_all_capitals(name.span.start) && !name.span.curated
    }),
    // The words before it.
    (Clue::AfterPossessor, follows_possessor),
    (Clue::Addressed, |context, name| is_addressed(context, &name.span)),
    (Clue::WeakPreposition, |context, name| {
        follows_preposition(context, name, WordClass::WeakPreposition)
    }),
    (Clue::Direction, |context, name| {
        context.words.is_before(name.span.start, WordClass::Direction)
            && context.words.is_joined(name.span.start)
    }),
    (Clue::PlaceNoun, |context, name| context.follows_place_noun(name.span.start)),
    (Clue::Peerage, |context, name| context.follows_peerage(name.span.start)),
    (Clue::UnknownNeighbour, follows_other_name),
    // The words after it.
    (Clue::Possessive, |context, name| is_followed_by(context, name, TokenKind::Possessive)),
    (Clue::Numbered, |context, name| {
        is_followed_by(context, name, TokenKind::Number)
            && context.words.is_joined(name.span.end)
            && !name.span.curated
    }),
    (Clue::PersonNoun, |context, name| has_person_noun(context, &name.span)),
    (Clue::Local, is_followed_by_locals),
    (Clue::Described, is_described),
    (Clue::Dateline, |context, name| context.is_dateline(&name.span)),
    // The words around it.
    (Clue::Article, |context, name| article(context, name) == Some(Clue::Article)),
    (Clue::Attributive, |context, name| article(context, name) == Some(Clue::Attributive)),
    (Clue::LocalAttributive, |context, name| {
        article(context, name) == Some(Clue::LocalAttributive)
    }),
];

/// Rules that depend on clues already found, in the order in which they apply.
const INTERACTIONS: &[Rule] = &[
    (Clue::KnownGivenName, has_known_given_name),
    // "spoke to Brown" is no direction.
    (Clue::Preposition, |context, name| {
        follows_preposition(context, name, WordClass::Preposition)
            && !name.clues.has(Clue::Addressed)
    }),
    (Clue::Inside, is_inside),
    (Clue::PersonVerb, |context, name| {
        can_be_subject(context, name) && has_person_verb(context, &name.span)
    }),
    (Clue::PassivePersonVerb, |context, name| {
        can_be_subject(context, name) && has_passive_person_verb(context, &name.span)
    }),
    (Clue::OnlyPlace, is_only_a_place),
    (Clue::Eponym, |_, name| name.span.eponymous && acts_as_person(name)),
];

/// Adds the clues that the name's own sentence gives.
pub(super) fn add_clues(context: &SpanContext<'_, '_>, name: &mut NameCandidate) {
    for (clue, applies) in RULES.iter().chain(INTERACTIONS) {
        if applies(context, name) {
            name.clues.add(*clue);
        }
    }
}

/// Known to the world layer, but neither curated nor a country or province.
fn is_minor(name: &NameCandidate) -> bool {
    let span = &name.span;
    !span.curated && !span.major_admin && !span.means.is_empty()
}

fn is_settlement_of(name: &NameCandidate, from: f64, to: f64) -> bool {
    is_minor(name) && (from..to).contains(&name.span.prominence)
}

fn has_two_words(context: &SpanContext<'_, '_>, name: &NameCandidate) -> bool {
    let capitalised = |at: &usize| context.words.is_capitalised(*at);
    (name.span.start..name.span.end).filter(capitalised).count() > 1
}

fn begins_sentence(context: &SpanContext<'_, '_>, name: &NameCandidate) -> bool {
    name.is_bare_word() && context.words.begins_sentence(name.span.start)
}

/// Is the word anything besides a place?
fn is_other_word(name: &NameCandidate) -> bool {
    let lexeme = &name.lexeme;
    [lexeme.common, lexeme.given_name, lexeme.surname].iter().any(|f| *f > Frequency::None)
}

/// "Split by the quarrel" is no town, but "China" is a country anywhere.
fn can_be_english(context: &SpanContext<'_, '_>, name: &NameCandidate) -> bool {
    name.is_bare_word()
        && (!name.span.is_established()
            || (!name.span.country && context.words.begins_sentence(name.span.start)))
}

fn is_english(context: &SpanContext<'_, '_>, name: &NameCandidate, frequency: Frequency) -> bool {
    name.lexeme.common == frequency && can_be_english(context, name)
}

fn is_capitalised_mid_sentence(context: &SpanContext<'_, '_>, name: &NameCandidate) -> bool {
    name.lexeme.common > Frequency::Low
        && can_be_english(context, name)
        && !context.words.begins_sentence(name.span.start)
}

/// The text has a person of this name. "The town of Stalin" does not name one.
fn is_known_person(context: &SpanContext<'_, '_>, name: &NameCandidate) -> bool {
    name.is_bare_word()
        && context.people.is_known(context.words.text(name.span.start))
        && context.stated_kind(&name.span).is_none()
}

fn has_known_given_name(context: &SpanContext<'_, '_>, name: &NameCandidate) -> bool {
    let start = name.span.start;
    name.is_bare_word()
        && context.people.is_given_name(context.words.text(start))
        && !name.clues.has(Clue::KnownPerson)
        && !context.words.is_before(start, WordClass::Preposition | WordClass::WeakPreposition)
        && !name.span.is_established()
}

fn is_short(context: &SpanContext<'_, '_>, name: &NameCandidate) -> bool {
    name.is_bare_word()
        && context.words.text(name.span.start).chars().count() <= 3
        && !name.span.curated
        && !name.span.major_admin
}

fn follows_possessor(context: &SpanContext<'_, '_>, name: &NameCandidate) -> bool {
    let before = name.span.start.checked_sub(1).and_then(|at| context.words.tokens.get(at));
    before.is_some_and(|token| token.kind == TokenKind::Possessive)
        && !name.span.curated
        && !name.span.major_admin
        && name.span.prominence < 5.0
}

/// The first token of the name, or of the article before it.
fn start_with_article(context: &SpanContext<'_, '_>, name: &NameCandidate) -> usize {
    let start = name.span.start;
    let article = matches!(context.words.text_before(start), "the" | "The");
    if article { start.saturating_sub(1) } else { start }
}

/// Does a preposition precede the name, with or without "the" between?
fn follows_preposition(
    context: &SpanContext<'_, '_>,
    name: &NameCandidate,
    class: WordClass,
) -> bool {
    let words = context.words;
    let start = start_with_article(context, name);
    let written_small = (start > 0 && !words.is_capitalised(start - 1))
        || words.begins_sentence(start.saturating_sub(1));
    words.is_before(start, class) && written_small
}

/// Something is in, near, from or at a well-known place.
fn is_inside(context: &SpanContext<'_, '_>, name: &NameCandidate) -> bool {
    let before = context.words.text_before(start_with_article(context, name));
    name.clues.has(Clue::Preposition)
        && matches!(before, "in" | "In" | "near" | "Near" | "from" | "From" | "at" | "At")
        && (name.span.is_established() || name.span.prominence >= 4.5)
}

fn can_be_subject(context: &SpanContext<'_, '_>, name: &NameCandidate) -> bool {
    !name.clues.has(Clue::Preposition) && context.words.text_before(name.span.start) != "of"
}

fn acts_as_person(name: &NameCandidate) -> bool {
    name.clues.has(Clue::PersonVerb) || name.clues.has(Clue::Addressed)
}

/// Is the word only a place's name, and not a frequent personal name?
fn is_only_a_place(context: &SpanContext<'_, '_>, name: &NameCandidate) -> bool {
    let span = &name.span;
    let lexeme = &name.lexeme;
    // An alternate name needs a preposition of place.
    let named = span.preferred || (!span.means.is_empty() && name.clues.has(Clue::Preposition));
    named
        && !name.clues.has(Clue::KnownPerson)
        && !acts_as_person(name)
        && name.is_single()
        && lexeme.common == Frequency::None
        && lexeme.given_name == Frequency::None
        && lexeme.surname < Frequency::Middle
        && context.words.class(span.start).is_empty()
}

/// Another name touches it that is neither a place's nor a title.
fn follows_other_name(context: &SpanContext<'_, '_>, name: &NameCandidate) -> bool {
    let words = context.words;
    let start = name.span.start;
    let not_names = GENERIC | WordClass::Direction | WordClass::Calendar | WordClass::Function;
    start > 0
        && words.continues_run(start)
        && !context.apposed.is_containing(start)
        && !words.begins_sentence(start - 1)
        && !words.is_before(start, not_names)
        && words.lexeme(start - 1).demonym.is_none()
}

fn is_followed_by(context: &SpanContext<'_, '_>, name: &NameCandidate, kind: TokenKind) -> bool {
    context.words.tokens.get(name.span.end).is_some_and(|token| token.kind == kind)
}

/// "Dallas residents", "Paris-born"
fn is_followed_by_locals(context: &SpanContext<'_, '_>, name: &NameCandidate) -> bool {
    let words = context.words;
    let end = name.span.end;
    let from_there = words.hyphenated(end).is_some_and(|at| words.is(at, WordClass::From));
    // "the Ford family" is not the family of a place.
    let local = words.is(end, WordClass::Local)
        && words.is_small(end)
        && !has_person_noun(context, &name.span);
    from_there || local
}

/// "X is a town in …", "X, a farming village"
fn is_described(context: &SpanContext<'_, '_>, name: &NameCandidate) -> bool {
    let words = context.words;
    let end = name.span.end;
    if !matches!(words.text(end), "," | "is" | "was")
        || !matches!(words.text(end + 1), "a" | "an" | "the")
    {
        return false;
    }
    (end + 2..end + 5)
        .take_while(|&at| words.is_small(at) && !words.is(at, WordClass::Function))
        .any(|at| words.is(at, WordClass::PlaceNoun) && !words.is(at, WordClass::Direction))
}

/// Which clue the article before the name is, if there is one.
fn article(context: &SpanContext<'_, '_>, name: &NameCandidate) -> Option<Clue> {
    let words = context.words;
    let end = name.span.end;
    let has_article =
        matches!(words.text_before(name.span.start), "the" | "The" | "a" | "A" | "an" | "An");
    // The article of "the Dallas Police" belongs to the police, and that of "the
    // Dover–Calais boat" to the boat.
    let embedded = name.role == MentionRole::Embedded || words.joins_names(end);
    if !has_article || name.span.curated || !name.span.generic.is_empty() || embedded {
        return None;
    }
    let noun = words.is_small(end)
        && words.is_joined(end)
        && !words.is(end, WordClass::Function | WordClass::Preposition);
    // "the Paris-born painter"
    let compound = words.hyphenated(end).is_some_and(|at| words.is_small(at));
    Some(match (noun || compound, compound || words.is(end, WordClass::Local)) {
        (true, true) => Clue::LocalAttributive,
        (true, false) => Clue::Attributive,
        (false, _) => Clue::Article,
    })
}

#[cfg(test)]
pub(super) fn rules() -> impl Iterator<Item = Clue> {
    RULES.iter().chain(INTERACTIONS).map(|(clue, _)| *clue)
}
