//! docs/explain.md quotes what `--explain` prints: each JSON block belongs to the
//! name in bold in the quotation above it, which stands in the first life's text
//! or else is a text of its own.
//! `UPDATE_GOLDEN=1 cargo test --all-features --test it explain` writes the blocks
//! anew; read the difference before you commit it.

use std::fmt::Write;
use std::fs;

use serde_json::Value;

use crate::support::{chronotope, repository};

const LIFE: &str = "seeds/lives/joseph-stalin/text.txt";
/// Most rejected candidates that a block shows.
const MAX_REFUSED: usize = 2;

#[test]
fn the_explained_names_are_explained_as_printed() {
    let path = repository().join("docs/explain.md");
    let document = fs::read_to_string(&path).unwrap();
    let renewed = renew(&document);
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        fs::write(&path, &renewed).unwrap();
    }
    let expected = fs::read_to_string(&path).unwrap();
    assert_eq!(renewed, expected, "docs/explain.md is out of date");
}

#[test]
fn the_name_of_the_person_stands_as_often_as_the_document_says() {
    let text = fs::read_to_string(repository().join(LIFE)).unwrap();
    let document = fs::read_to_string(repository().join("docs/explain.md")).unwrap();
    let count = text.split(|c: char| !c.is_alphabetic()).filter(|word| *word == "Stalin").count();
    assert!(document.contains(&format!("## Stalin: a person, {count} times")), "{count}");
    let found = explained(None);
    assert!(found.iter().all(|mention| mention["surface"] != "Stalin"));
}

/// The document with its blocks written anew.
fn renew(document: &str) -> String {
    let life = fs::read_to_string(repository().join(LIFE)).unwrap();
    let mentions = explained(None);
    let mut renewed = String::new();
    let mut quotation = String::new();
    let mut lines = document.lines().peekable();
    let mut blocks = 0;
    while let Some(line) = lines.next() {
        let _ = writeln!(renewed, "{line}");
        if let Some(quoted) = line.strip_prefix("> ") {
            quotation += quoted;
            quotation.push(' ');
        } else if line == "```json" {
            blocks += 1;
            renewed += &block(&quotation, &life, &mentions);
            while lines.next_if(|line| *line != "```").is_some() {}
            quotation.clear();
        } else if !line.is_empty() {
            quotation.clear();
        }
    }
    assert_eq!(blocks, 4, "each example has its block");
    renewed
}

/// The block of the name in bold.
fn block(quotation: &str, life: &str, mentions: &[Value]) -> String {
    let quotation = quotation.trim_matches([' ', '…']);
    let bold = quotation.find("**").expect("a name in bold");
    let plain = quotation.replace("**", "");
    let (mentions, start) = match life.find(&plain) {
        Some(at) => (mentions.to_vec(), at + bold),
        None => (explained(Some(&plain)), bold),
    };
    let text = if life.contains(&plain) { life } else { &plain };
    let start = text[..start].chars().count();
    let mention = mentions.iter().find(|mention| mention["start"] == start);
    shown(mention.unwrap_or_else(|| panic!("no mention at {start}: {quotation}")))
}

/// The output of the command line for the first life, or for a text.
fn explained(text: Option<&str>) -> Vec<Value> {
    let mut command =
        chronotope(&["geoparse", "--explain", if text.is_some() { "-" } else { LIFE }]);
    let output = command.write_stdin(text.unwrap_or_default()).assert().success();
    let lines = String::from_utf8(output.get_output().stdout.clone()).unwrap();
    lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

/// A mention over several lines.
fn shown(mention: &Value) -> String {
    let fields = |value: &Value, keys: &[&str]| -> String {
        keys.iter().map(|key| format!("\"{key}\":{},", value[key])).collect()
    };
    let list = |items: Vec<String>| items.join(",\n   ");
    let because = mention["because"].as_array().unwrap().iter();
    let because = because
        .map(|reason| format!("{{\"clue\":{},\"weight\":{}}}", reason["clue"], reason["weight"]));
    let refused = mention["refused"].as_array().unwrap().iter().take(MAX_REFUSED).map(|refused| {
        let why: Vec<String> =
            refused["why"].as_array().unwrap().iter().map(Value::to_string).collect();
        let head = fields(refused, &["id", "name", "score"]);
        format!("{{{head}\n    \"why\":[{}]}}", why.join(",\n           "))
    });
    format!(
        "{{{}\n \"because\":[\n   {}],\n \"score\":{},\n \"refused\":[\n   {}]}}\n",
        fields(mention, &["surface", "id", "name", "lat", "lon", "confidence"]),
        list(because.collect()),
        mention["score"],
        list(refused.collect()),
    )
}
