//! Tests of resolution on a small gazetteer: which place each mention means.

use super::*;
use crate::geoparse::find_dates;
use crate::geoparse::sample::sample_gazetteer;

/// Each mention with its place's id; `None` if unresolved.
fn resolved(text: &str) -> Vec<(String, Option<String>)> {
    let gazetteer = sample_gazetteer();
    find_mentions(text, &gazetteer, &find_dates(text), &[])
        .into_iter()
        .map(|finding| {
            let id = finding.entry.map(|entry| gazetteer.place_of(entry).id.clone());
            (text[finding.start..finding.end].to_owned(), id)
        })
        .collect()
}

fn id_of(text: &str, name: &str) -> Option<String> {
    let found = resolved(text);
    found.into_iter().find(|(surface, _)| surface == name).expect("the name is a mention").1
}

#[test]
fn the_best_known_place_is_meant_unless_the_context_names_another() {
    let (france, texas) =
        (id_of("He lived in Paris.", "Paris"), id_of("In Paris, Texas.", "Paris"));
    assert!(france.is_some() && texas.is_some());
    assert_ne!(france, texas);
    assert_eq!(id_of("In Paris, France.", "Paris"), france);
}

#[test]
fn without_a_lead_a_name_is_unresolved() {
    assert_eq!(id_of("He lived in Newtown.", "Newtown"), None);
}

#[test]
fn a_town_that_its_container_lacks_is_unresolved() {
    assert_eq!(id_of("He lived in Lyon, Texas.", "Lyon"), None);
}

#[test]
fn a_name_may_stand_directly_before_what_contains_it() {
    for text in ["PARIS TEXAS", "Paris Texas", "In 1900 he left Paris Texas for good."] {
        let id = resolved(text).remove(0).1;
        assert_eq!(id, id_of("In Paris, Texas.", "Paris"), "{text}");
    }
}

#[test]
fn a_name_goes_on_over_the_end_of_a_line() {
    for name in ["Pa-\nris", "Pa\u{ad}ris", "Pa¬\r\nris"] {
        assert_eq!(id_of(&format!("He left {name} in May."), name), id_of("In Paris.", "Paris"));
    }
    let text = "He left New-\nLyon in May.";
    assert_eq!(id_of(text, "New-\nLyon"), id_of("He left New Lyon.", "New Lyon"));
}

#[test]
fn a_name_is_read_as_of_the_date_last_told() {
    let gazetteer = sample_gazetteer();
    let time = |text: &str| {
        let found = find_mentions(text, &gazetteer, &find_dates(text), &[]);
        found.first().expect("a mention").candidates[0].time
    };
    assert_eq!(time("In 1930 he lived in the town of Stalin."), 0.0);
    assert!(time("In 1900 he lived in the town of Stalin.") < 0.0);
}

#[test]
fn an_abbreviation_does_not_part_a_name_from_the_date_of_its_sentence() {
    let gazetteer = sample_gazetteer();
    let text = "He left in 1900. With Gen. Kranz he came to the town of Stalin in 1930.";
    let found = find_mentions(text, &gazetteer, &find_dates(text), &[]);
    assert_eq!(found[0].candidates[0].time, 0.0);
    let text = "He left in 1900. In 1930, with Gen. Kranz, he came to the town of Stalin.";
    let found = find_mentions(text, &gazetteer, &find_dates(text), &[]);
    assert_eq!(found[0].candidates[0].time, 0.0);
}

#[test]
fn confidence_is_the_share_of_the_odds() {
    let gazetteer = sample_gazetteer();
    let text = "He lived in Newtown.";
    let found = find_mentions(text, &gazetteer, &find_dates(text), &[]);
    assert_eq!(found[0].candidates.len(), 2);
    assert_eq!(found[0].confidence, 0.5);
}

#[test]
fn long_texts_are_cut_at_line_ends_and_lose_nothing() {
    let line = "He lived in Lyon.\n";
    let text = line.repeat(MAX_DISCOURSE_BYTES / line.len() + 10);
    let cut: Vec<Range<usize>> = pieces(&text).collect();
    assert_eq!(cut.len(), 2);
    assert_eq!((cut[0].start, cut[0].end, cut[1].end), (0, cut[1].start, text.len()));
    assert!(text[..cut[0].end].ends_with('\n'));
}
