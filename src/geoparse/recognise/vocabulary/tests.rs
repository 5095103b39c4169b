//! The lists: every word can match, every class is used.

use std::collections::HashSet;
use std::fs;
use std::path::{Path, PathBuf};

use super::*;
use crate::geoparse::Gazetteer;
use crate::geoparse::recognise::annotated::AnnotatedTokens;
use crate::geoparse::text::tokens;

#[test]
fn every_word_of_every_list_can_match() {
    let wrong: Vec<String> = LISTS
        .iter()
        .flat_map(|(class, list)| list.split_whitespace().map(move |word| (class, word)))
        .filter(|(class, word)| {
            let cut = tokens(word);
            cut.len() != 1 || cut[0].text != *word || !classes(word).contains(**class)
        })
        .map(|(class, word)| format!("{word} ({class:?})"))
        .collect();
    assert!(wrong.is_empty(), "these are never one token: {}", wrong.join(", "));
}

#[test]
fn no_list_has_a_word_twice() {
    for (class, list) in LISTS {
        let mut seen = HashSet::new();
        for word in list.split_whitespace() {
            assert!(seen.insert(word), "{class:?} has `{word}` twice");
        }
    }
}

#[test]
fn every_class_is_asked_for() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/geoparse/recognise");
    let mut code = String::new();
    let mut open: Vec<PathBuf> = vec![folder];
    while let Some(path) = open.pop() {
        if path.is_dir() {
            open.extend(fs::read_dir(path).unwrap().map(|entry| entry.unwrap().path()));
        } else if !path.to_string_lossy().contains("vocabulary") {
            code += &fs::read_to_string(path).unwrap();
        }
    }
    let unused: Vec<WordClass> = WordClasses::all()
        .iter()
        .filter(|class| !code.contains(&format!("WordClass::{class:?}")))
        .collect();
    assert!(unused.is_empty(), "no rule asks for {unused:?}");
}

#[test]
fn every_class_has_words() {
    for class in WordClasses::all() {
        assert!(LISTS.iter().any(|(listed, _)| *listed == class), "{class:?}");
    }
}

#[test]
fn every_compound_is_cut_in_three_and_classed_as_a_whole() {
    let gazetteer = Gazetteer::new(Vec::new(), None);
    for (class, compound) in COMPOUNDS {
        let cut = tokens(compound);
        let words = AnnotatedTokens::new(&cut, &gazetteer);
        assert_eq!(words.tokens.len(), 3, "{compound}");
        assert!(words.is(0, *class) && words.is(2, *class), "{compound}");
        assert_eq!(words.word_end(0), 3, "{compound}");
    }
}
