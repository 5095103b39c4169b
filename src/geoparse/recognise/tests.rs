//! The rules, one row a clue, on a small gazetteer.

use enumset::EnumSet;

use super::*;
use crate::geoparse::sample::sample_gazetteer;
use crate::geoparse::text::tokens;

/// A clue, a text in which the last mention of the name has it, and the name.
const ROWS: &[(Clue, &str, &str)] = &[
    (Clue::Curated, "He lived in Tiflis.", "Tiflis"),
    (Clue::CountryOrProvince, "He lived in France.", "France"),
    (Clue::GreatCity, "He lived in Paris.", "Paris"),
    (Clue::City, "He lived in Lyon.", "Lyon"),
    (Clue::Town, "He lived in Bath.", "Bath"),
    (Clue::Village, "He lived in Elm.", "Elm"),
    (Clue::OtherName, "He lived in Berlino.", "Berlino"),
    (Clue::OnlyPlace, "He lived in Paris.", "Paris"),
    (Clue::Unknown, "He lived in Kogelo.", "Kogelo"),
    (Clue::RarelyAPlace, "Iskra grew. Iskra failed. Iskra closed.", "Iskra"),
    (Clue::Described, "Elm, a village in the hills, burned.", "Elm"),
    (Clue::TwoWords, "He lived in New Lyon.", "New Lyon"),
    (Clue::CommonWord, "He lived in Bath.", "Bath"),
    (Clue::DictionaryWord, "He lived in Reading.", "Reading"),
    (Clue::RareWord, "He lived in Elm.", "Elm"),
    (Clue::CapitalisedMidSentence, "He lived in Reading.", "Reading"),
    (Clue::BeginsSentence, "Reading burned.", "Reading"),
    (Clue::GivenName, "He lived in Victoria.", "Victoria"),
    (Clue::Surname, "He lived in Smith.", "Smith"),
    (Clue::UsualSurname, "He lived in Brown.", "Brown"),
    (Clue::AfterPossessor, "He saw the king's Elm.", "Elm"),
    (Clue::Short, "He lived in Elm.", "Elm"),
    (Clue::Preposition, "He lived in the Lyon of old.", "Lyon"),
    (Clue::Inside, "He came from Lyon.", "Lyon"),
    (Clue::WeakPreposition, "He was mayor of Lyon.", "Lyon"),
    (Clue::Direction, "He loved northern France.", "France"),
    (Clue::Peerage, "He met the Duke of Bath.", "Bath"),
    (Clue::PlaceNoun, "He loved the city of Lyon.", "Lyon"),
    (Clue::Container, "He lived in Paris, France.", "Paris"),
    (Clue::Contains, "He lived in Paris, France.", "France"),
    (Clue::ContainerLacks, "He lived in Elm, Texas.", "Elm"),
    (Clue::Listed, "He saw Paris, Lyon and Elm.", "Elm"),
    (Clue::Generic, "He saw the Kura River.", "Kura River"),
    (Clue::Possessive, "He saw Lyon's streets.", "Lyon"),
    (Clue::Local, "He met Lyon residents.", "Lyon"),
    (Clue::Local, "He was Lyon-born.", "Lyon"),
    (Clue::Dateline, "LYON (AP) It rained.", "LYON"),
    (Clue::Discourse, "He lived in Lyon. Then Lyon burned.", "Lyon"),
    (Clue::KnownPerson, "John Brown left. Then Brown slept.", "Brown"),
    (Clue::KnownGivenName, "Victoria Brown left. Then Victoria slept.", "Victoria"),
    (Clue::PersonVerb, "Brown said nothing.", "Brown"),
    (Clue::Addressed, "He met Brown.", "Brown"),
    (Clue::PassivePersonVerb, "Brown was arrested.", "Brown"),
    (Clue::PassivePersonVerb, "Brown had been arrested.", "Brown"),
    (Clue::PersonNoun, "He knew the Brown brothers.", "Brown"),
    (Clue::PersonNoun, "He liked the Brown administration's plan.", "Brown"),
    (Clue::Eponym, "Stalin said nothing.", "Stalin"),
    (Clue::Article, "He saw the Lyon.", "Lyon"),
    (Clue::Attributive, "He saw the Lyon bridge.", "Lyon"),
    (Clue::LocalAttributive, "He met the Lyon residents.", "Lyon"),
    (Clue::Numbered, "He took Lyon 4 times.", "Lyon"),
    (Clue::UnknownNeighbour, "He saw Grand Lyon.", "Lyon"),
    (Clue::AmongBodies, "He was in Elm, OGPU, and the army.", "Elm"),
    (Clue::Capitals, "THE END OF BERLIN", "BERLIN"),
];

/// The clues of the last mention of a name, whether or not it is a place's.
fn clues(text: &str, name: &str) -> Option<Clues> {
    let gazetteer = sample_gazetteer();
    let tokens = tokens(text);
    let words = AnnotatedTokens::new(&tokens, &gazetteer);
    let spans = spans::spans(&words, &gazetteer);
    let apposed = Apposed::find(&words, &gazetteer, &spans);
    let people = People::find(&words, &spans, &apposed, &[]);
    let (gazetteer, people, apposed) = (&gazetteer, &people, &apposed);
    let context = SpanContext { words: &words, gazetteer, people, apposed };
    let names = name_candidates(&context, spans);
    let surface = |span: &NameSpan| &text[tokens[span.start].start..tokens[span.end - 1].end()];
    names.iter().rfind(|candidate| surface(&candidate.span) == name).map(|found| found.clues)
}

#[test]
fn every_row_has_its_clue() {
    for (clue, text, name) in ROWS {
        let clues = clues(text, name).unwrap_or_else(|| panic!("{name} is no candidate: {text}"));
        assert!(clues.has(*clue), "{clue:?} is not among {clues:?}: {text}");
    }
}

#[test]
fn every_clue_has_a_row() {
    let tested: EnumSet<Clue> = ROWS.iter().map(|(clue, ..)| *clue).collect();
    assert_eq!(EnumSet::<Clue>::all() - tested, EnumSet::empty());
}

#[test]
fn a_clue_stands_once_in_the_table() {
    let mut seen = EnumSet::<Clue>::empty();
    for clue in evidence::rules() {
        assert!(seen.insert(clue), "{clue:?}");
    }
}

#[test]
fn clues_that_exclude_one_another_are_not_added_together() {
    for (text, name, clue) in [
        // A person who is addressed is not where something is.
        ("He spoke to Brown.", "Brown", Clue::Preposition),
        ("Brown said nothing.", "Brown", Clue::OnlyPlace),
        // A possessive's noun is its own; "the Lyon Police" has the article.
        ("He saw the Lyon Police.", "Lyon", Clue::Article),
        // A great city takes the verbs of persons.
        ("Paris said nothing.", "Paris", Clue::PersonVerb),
        // The family of a person, not of a place.
        ("He knew the Brown family.", "Brown", Clue::Local),
        ("Brothers came to Paris.", "Paris", Clue::PersonNoun),
        ("He loved the Lyon family.", "Lyon", Clue::PersonNoun),
        // The article is the boat's.
        ("The Lyon–Paris boat was late.", "Lyon", Clue::Article),
    ] {
        let clues = clues(text, name).unwrap_or_else(|| panic!("{name} is no candidate: {text}"));
        assert!(!clues.has(clue), "{clue:?} is among {clues:?}: {text}");
    }
}

#[test]
fn a_hyphenated_compound_acts_as_one_word() {
    let found = |text: &str, name: &str| clues(text, name);
    assert!(found("He saw modern-day France.", "France").unwrap().has(Clue::Direction));
    assert!(found("He saw war-torn France.", "France").unwrap().has(Clue::Direction));
    let court = "Lyon Court-House";
    assert!(found("They met at Lyon Court-House.", court).unwrap().has(Clue::Generic));
    assert!(found("They met at Salem Meeting-House.", "Salem Meeting-House").is_some());
    assert!(found("He saw the Vice-President.", "Vice").is_none());
}

#[test]
fn names_of_persons_and_months_are_no_candidates() {
    for (text, name) in [
        ("John Brown left.", "Brown"),
        ("General Brown left.", "Brown"),
        ("He came in May.", "May"),
        ("Then Chapter IV began.", "IV"),
    ] {
        assert!(clues(text, name).is_none(), "{text}");
    }
}
