use std::sync::LazyLock;

use chronotope::domain::formats::parse_life;
use chronotope::domain::life::{Life, LifeEntry, Passage, PassageKind, Section, Text};
use chronotope::page_model::{Hit, search};
use proptest::prelude::*;

use crate::support::repository;

/// The life of tests/tiny.
fn tiny_life() -> &'static Life {
    static LIFE: LazyLock<Life> = LazyLock::new(|| {
        let file = |name: &str| {
            std::fs::read_to_string(repository().join("tests/tiny/data").join(name)).unwrap()
        };
        let lives: Vec<LifeEntry> = serde_json::from_str(&file("lives.json")).unwrap();
        let entry = lives.into_iter().next().unwrap();
        let (places, itinerary) = (file(&entry.files.places), file(&entry.files.itinerary));
        let kinds = serde_json::from_str(&file("kinds.json")).unwrap();
        parse_life(entry, kinds, &places, &itinerary).unwrap()
    });
    &LIFE
}

proptest! {
    #[test]
    fn what_is_found_stands_in_the_text(
        paragraph in "[a-cÀ-Åß\u{301}İ \u{a0}.-]{0,60}", query in "[a-cÀ-Åß\u{301}İ .-]{0,5}",
    ) {
        // Folding makes letters longer or shorter, or removes them.
        let fold = |text: &str| {
            let short = text.to_lowercase().replace(['\u{301}', '\u{307}'], "");
            short.replace('ß', "ss").replace('à', "a")
        };
        let passage = Passage {
            kind: PassageKind::Paragraph,
            start: 0,
            text: paragraph.clone(),
            mentions: vec![],
            dates: vec![],
            stays: vec![],
        };
        let section = Section { passages: vec![passage], ..Section::default() };
        let text = Text { sections: vec![section] };
        for hit in search(tiny_life(), &text, &query, &fold) {
            let Hit::Passage { before, found, after, .. } = hit else { continue };
            let (before, after) = (before.trim_start_matches('…'), after.trim_end_matches('…'));
            let shown = format!("{before}{found}{after}");
            prop_assert!(paragraph.contains(&shown), "{:?} in {:?}", shown, paragraph);
            // The query as a phrase, or a form of one of its words: those begin alike.
            let phrase = |text: &str| fold(text).split_whitespace().collect::<Vec<_>>().join(" ");
            let words = |text: &str| -> Vec<String> {
                let folded = fold(text);
                let words = folded.split(|c: char| !c.is_alphanumeric());
                words.filter(|word| !word.is_empty()).map(str::to_owned).collect()
            };
            let beginning = |word: &String| word.chars().take(3).collect::<String>();
            let found_words = words(&found);
            let is_form = |word| found_words.iter().any(|found| found.starts_with(&beginning(word)));
            let is_found = phrase(&found).contains(&phrase(&query));
            prop_assert!(is_found || words(&query).iter().any(is_form), "{:?}", found);
        }
    }
}
