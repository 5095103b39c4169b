//! Every word of the lists can match, and every list is used.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use super::words::{WORDS, look_up};
use super::{Tag, phrases, word_sets};
use crate::geoparse::text::tokens;

/// Is this one token as the tokenizer cuts it? A possessive ending is one only after a
/// word.
fn is_one_token(word: &str) -> bool {
    let text =
        if word.starts_with(['\'', '’']) { format!("word{word}") } else { word.to_owned() };
    tokens(&text).last().is_some_and(|token| token.text == word)
}

/// The files in which forms ask for tags and sets, without their comments.
fn source_of_forms() -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/geoparse/dates");
    let forms = fs::read_dir(folder.join("forms")).unwrap().map(|file| file.unwrap().path());
    let others = ["grammar.rs", "finder.rs"].map(|file| folder.join(file));
    let mut code = String::new();
    for file in forms.chain(others) {
        let text = fs::read_to_string(file).unwrap();
        for line in text.lines().filter(|line| !line.trim_start().starts_with("//")) {
            code.push_str(line);
            code.push('\n');
        }
    }
    code
}

/// Is the name in the code, and not only as the beginning of a longer one?
fn names(code: &str, name: &str) -> bool {
    code.match_indices(name).any(|(start, _)| {
        !code[start + name.len()..].starts_with(|c: char| c.is_alphanumeric() || c == '_')
    })
}

#[test]
fn the_table_is_in_the_order_that_the_search_needs() {
    let keys: Vec<_> = WORDS.iter().map(|(word, _)| (&word[..1], word.len(), *word)).collect();
    assert!(keys.is_sorted());
    assert_eq!(keys.iter().collect::<BTreeSet<_>>().len(), keys.len(), "no word twice");
}

#[test]
fn every_word_of_the_table_is_a_token_and_has_its_tag() {
    for (word, tag) in WORDS {
        assert!(is_one_token(word), "{word}");
        assert_eq!(look_up(&word.to_ascii_uppercase()), *tag, "{word}");
    }
}

#[test]
fn names_of_days_and_months_need_a_capital() {
    assert_eq!(look_up("March"), Tag::Month(3));
    assert_eq!(look_up("march"), Tag::Other);
    assert_eq!(look_up("monday"), Tag::Other);
    assert_eq!(look_up("Summer"), look_up("summer"));
    assert_eq!(look_up("winterly"), Tag::Other);
}

#[test]
fn every_word_of_a_set_is_a_token_and_there_once() {
    for (name, words) in word_sets::ALL {
        for word in *words {
            assert!(is_one_token(word), "{name}: {word}");
        }
        assert_eq!(words.iter().collect::<BTreeSet<_>>().len(), words.len(), "{name}");
    }
}

#[test]
fn the_set_for_binary_search_is_sorted() {
    assert!(word_sets::COUNTED_NOUNS.is_sorted());
}

#[test]
fn phrases_are_cut_as_the_tokenizer_cuts_them() {
    let with_calendars = phrases::CALENDAR_ABBREVIATIONS.iter().chain(phrases::CALENDAR_NAMES);
    let all =
        [phrases::BEFORE_COMMON_ERA, phrases::COMMON_ERA, phrases::ISLAMIC_ERA, phrases::AND_A]
            .into_iter()
            .chain(with_calendars.map(|(phrase, _)| *phrase))
            .chain(phrases::HOLIDAYS.iter().map(|(phrase, _)| *phrase))
            .chain(phrases::FEASTS.iter().map(|(phrase, _)| *phrase))
            .chain(phrases::SAINTS.iter().map(|(phrase, _)| *phrase));
    for phrase in all {
        let text = phrase.join(" ");
        let cut: Vec<_> = tokens(&text).iter().map(|token| token.text).collect();
        assert_eq!(cut, phrase);
    }
}

#[test]
fn a_longer_holiday_is_not_hidden_by_a_shorter_one() {
    let holidays: Vec<_> = phrases::HOLIDAYS.iter().map(|(phrase, _)| *phrase).collect();
    let feasts: Vec<_> = phrases::FEASTS.iter().map(|(phrase, _)| *phrase).collect();
    let saints: Vec<_> = phrases::SAINTS.iter().map(|(phrase, _)| *phrase).collect();
    for names in [&holidays, &feasts, &saints] {
        assert_longest_first(names);
    }
    assert!(holidays.iter().chain(&feasts).all(|name| look_up(name[0]) == Tag::Holiday));
}

/// Is no name of the list the beginning of one behind it?
fn assert_longest_first(names: &[phrases::Phrase]) {
    for (i, shorter) in names.iter().enumerate() {
        for longer in &names[i + 1..] {
            assert!(!longer.starts_with(shorter), "{longer:?} is behind {shorter:?}");
        }
    }
}

/// The compiler warns of a set that is not used, but not of a tag that is only given.
#[test]
fn every_tag_of_the_table_is_asked_for() {
    let code = source_of_forms();
    for (word, tag) in WORDS {
        let tag = format!("{tag:?}");
        let name = tag.split('(').next().unwrap();
        assert!(names(&code, &format!("Tag::{name}")), "{name} ({word})");
    }
}

#[test]
fn every_set_is_asked_for() {
    let code = source_of_forms();
    for (name, _) in word_sets::ALL {
        assert!(names(&code, &format!("word_sets::{name}")), "{name}");
    }
}

/// English words are here alone: forms have no literals with letters.
#[test]
fn forms_have_no_words_of_their_own() {
    let code = source_of_forms();
    for literal in code.lines().flat_map(|line| line.split('"').skip(1).step_by(2)) {
        let is_edtf = literal.starts_with('[');
        assert!(is_edtf || !literal.contains(char::is_alphabetic), "{literal}");
    }
}
