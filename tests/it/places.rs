//! Checks the places found in the texts of `tests/places/`.
//!
//! Below a line of text is a line for each mention in it: carets under the name, then
//! the id of its place (of a place of the world layer its title, too), or `?` if it is
//! found but no place leads; `embedded` within the name of an organisation, event or
//! work. A name without carets must not be a mention.
//!
//! ```text
//! # A remark.
//! The Prague Conference met.
//!     ^^^^^^ prague embedded
//! ```
//!
//! A blank line ends a document; each is read as one discourse. A document may
//! begin with `names:` and the subject's own names.

use std::fmt::Write;
use std::fs;
use std::path::PathBuf;
use std::sync::LazyLock;

use crate::support::repository;
use chronotope::geoparse::{Finding, Gazetteer, find_dates, find_mentions};
use chronotope::pipeline::read_gazetteer;

/// Texts that the engine does not read correctly yet.
const KNOWN_WEAK: &str = "known-weak.txt";

static GAZETTEER: LazyLock<Gazetteer> = LazyLock::new(|| {
    read_gazetteer(&repository().join("seeds/gazetteer")).expect("the gazetteer can be read")
});

/// A text with the mentions that should be found in it.
#[derive(Default)]
struct Document {
    /// Where it begins in its file, counted from 1.
    line: usize,
    names: Vec<String>,
    text: Vec<String>,
    marks: Vec<Mark>,
}

/// A mention: line of the document, columns in code points, and what it means.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Mark {
    line: usize,
    columns: (usize, usize),
    label: String,
}

impl Document {
    fn found(&self) -> Vec<Mark> {
        let text = self.text.join("\n");
        find_mentions(&text, &GAZETTEER, &find_dates(&text), &self.names)
            .iter()
            .map(|finding| {
                let line = text[..finding.start].matches('\n').count();
                let begin = text[..finding.start].rfind('\n').map_or(0, |at| at + 1);
                let column = |at: usize| text[begin..at].chars().count();
                let columns = (column(finding.start), column(finding.end));
                Mark { line, columns, label: label(finding) }
            })
            .collect()
    }

    /// The text with marks below, as it stands in the files.
    fn with(&self, marks: &[Mark]) -> String {
        let mut shown = String::new();
        for (nth, line) in self.text.iter().enumerate() {
            let _ = writeln!(shown, "    {line}");
            for mark in marks.iter().filter(|mark| mark.line == nth) {
                let (start, end) = mark.columns;
                let carets = "^".repeat(end - start);
                let _ = writeln!(shown, "    {:start$}{carets} {}", "", mark.label);
            }
        }
        shown
    }

    /// The differences, as a message for people.
    fn difference(&self, file: &str) -> Option<String> {
        let found = self.found();
        if found == self.marks {
            return None;
        }
        let one_sided = |a: &[Mark], b: &[Mark], sign: char| -> String {
            a.iter()
                .filter(|mark| !b.contains(mark))
                .map(|mark| format!("  {sign} {} {}\n", self.surface(mark), mark.label))
                .collect()
        };
        Some(format!(
            "{file}:{}\n{}{}  expected\n{}  found\n{}",
            self.line,
            one_sided(&self.marks, &found, '-'),
            one_sided(&found, &self.marks, '+'),
            self.with(&self.marks),
            self.with(&found),
        ))
    }

    fn surface(&self, mark: &Mark) -> String {
        let (start, end) = mark.columns;
        self.text[mark.line].chars().skip(start).take(end - start).collect()
    }
}

fn label(finding: &Finding) -> String {
    let mut label = match finding.entry.map(|entry| GAZETTEER.place_of(entry)) {
        None => "?".to_owned(),
        Some(place) if place.id.starts_with("geonames-") => {
            format!("{} ({})", place.id, place.title)
        }
        Some(place) => place.id.clone(),
    };
    if finding.embedded {
        label += " embedded";
    }
    label
}

/// Reads the documents of a file. Malformed ones are refused, because they would not
/// test anything.
fn documents(file: &str, content: &str) -> Vec<Document> {
    let mut documents = Vec::new();
    let mut open = Document::default();
    for (nth, line) in (1..).zip(content.lines().chain([""])) {
        let at = || format!("{file}:{nth}: {line}");
        if line.starts_with('#') {
            continue;
        }
        if line.trim().is_empty() {
            let done = std::mem::take(&mut open);
            if !done.text.is_empty() {
                documents.push(done);
            }
        } else if let Some(names) = line.strip_prefix("names:") {
            open.names = names.split(',').map(|name| name.trim().to_owned()).collect();
        } else if line.trim_start().starts_with('^') {
            let below =
                open.text.last().unwrap_or_else(|| panic!("carets below no text\n{}", at()));
            let start = line.chars().take_while(|&c| c == ' ').count();
            let end = start + line.chars().skip(start).take_while(|&c| c == '^').count();
            let label: String = line.chars().skip(end).collect();
            assert!(end <= below.chars().count(), "carets below nothing\n{}", at());
            assert!(!label.trim().is_empty(), "carets without a place\n{}", at());
            let line = open.text.len() - 1;
            open.marks.push(Mark { line, columns: (start, end), label: label.trim().to_owned() });
        } else {
            if open.text.is_empty() {
                open.line = nth;
            }
            open.text.push(line.to_owned());
        }
    }
    documents
}

fn files() -> Vec<(String, Vec<Document>)> {
    let folder = repository().join("tests/places");
    let mut paths: Vec<PathBuf> =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    paths
        .iter()
        .map(|path| {
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            let documents = documents(&name, &fs::read_to_string(path).unwrap());
            (name, documents)
        })
        .collect()
}

#[test]
fn every_text_is_read_as_marked() {
    let mut checked = 0;
    let mut wrong = Vec::new();
    for (file, documents) in files().iter().filter(|(file, _)| file != KNOWN_WEAK) {
        assert!(!documents.is_empty(), "{file} is empty");
        checked += documents.len();
        wrong.extend(documents.iter().filter_map(|document| document.difference(file)));
    }
    assert!(
        wrong.is_empty(),
        "{} of {checked} texts are read otherwise\n\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}

/// A text that is now read correctly is moved to the file of its subject.
#[test]
fn what_is_known_to_be_weak_still_is() {
    let (_, weak) = files().into_iter().find(|(file, _)| file == KNOWN_WEAK).unwrap();
    let mended: Vec<String> = weak
        .iter()
        .filter(|document| document.difference(KNOWN_WEAK).is_none())
        .map(|document| {
            format!("{KNOWN_WEAK}:{}\n{}", document.line, document.with(&document.marks))
        })
        .collect();
    assert!(mended.is_empty(), "read rightly now, move it:\n\n{}", mended.join("\n"));
}

#[test]
fn a_difference_is_shown_in_the_form_of_the_files() {
    let text = "He left Gori for Vienna.\n        ^^^^ baku\n";
    let [document] = &*documents("text", text) else { panic!("one document") };
    let shown = document.difference("text").expect("a wrong place and a missing one");
    let lines: Vec<&str> = shown.lines().collect();
    assert_eq!(
        lines,
        [
            "text:1",
            "  - Gori baku",
            "  + Gori gori",
            "  + Vienna vienna",
            "  expected",
            "    He left Gori for Vienna.",
            "            ^^^^ baku",
            "  found",
            "    He left Gori for Vienna.",
            "            ^^^^ gori",
            "                     ^^^^^^ vienna",
        ]
    );
}

#[test]
#[should_panic(expected = "carets below nothing")]
fn carets_stand_below_a_name() {
    documents("text", "Gori\n    ^^^^ gori");
}
