//! Search in the names of places and in the text.

mod nearest_date;
mod stem;
mod words;

use std::cmp::Reverse;

use crate::domain::argsort::argsort;
use crate::domain::life::{Life, Text};
pub use nearest_date::nearest_date;
use words::QueryWords;

/// The largest number of places in a result.
const MAX_PLACES: usize = 12;
/// The largest number of passages in a result.
const MAX_PASSAGES: usize = 40;
/// How much of a passage is shown on either side of a match, in code points.
const EXCERPT_CHARS: usize = 40;

/// A result of a search.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Hit {
    /// A place, found by a name of any time.
    Place {
        /// Index of the place.
        place: usize,
        /// The name that matches.
        name: String,
    },
    /// A passage, with its first match.
    Passage {
        /// Its index in the order of [`Text::passages`].
        passage: usize,
        /// Where the match begins in the passage, in code points.
        at: usize,
        /// The text before the match, with `…` where it is cut.
        before: String,
        /// The match, as the text has it.
        found: String,
        /// The text after the match, with `…` where it is cut.
        after: String,
    },
}

/// Finds a phrase in the names of places and in the text. First come places whose
/// name is the phrase, begins with it, has a word that begins with it, or contains
/// it; of equals the one named most often. Then come the passages, in order, in
/// which the phrase begins a word, and after them those that have all its words, in
/// any order and form ("robbery" finds "robberies"). A query of fewer than two
/// characters finds nothing.
///
/// `fold` removes differences of case and diacritics. It is called once for each
/// different character outside ASCII, so that it may be slow: the page calls
/// JavaScript.
#[must_use]
pub fn search(life: &Life, text: &Text, query: &str, fold: &dyn Fn(&str) -> String) -> Vec<Hit> {
    let mut folder = Folder { fold, known: Vec::new() };
    let mut folded = Folded::default();
    folder.fold(query, &mut folded);
    let query = folded.text.trim().to_owned();
    if query.chars().count() < 2 {
        return Vec::new();
    }

    let mut places = Vec::new();
    for (index, place) in life.places.iter().enumerate() {
        let names = place.names.iter().map(|name| &name.toponym).chain([&place.title]);
        let mut best: Option<(u8, &String)> = None;
        for name in names {
            folder.fold(name, &mut folded);
            if let Some(rank) = rank(&folded.text, &query)
                && best.is_none_or(|(other, _)| rank < other)
            {
                best = Some((rank, name));
            }
        }
        places.extend(best.map(|(rank, name)| (rank, Reverse(place.mentions), index, name)));
    }
    let best = |i: usize| (places[i].0, places[i].1, places[i].2);
    let mut hits: Vec<Hit> = argsort(places.len(), &|a, b| best(a).cmp(&best(b)))
        .into_iter()
        .take(MAX_PLACES)
        .map(|i| Hit::Place { place: places[i].2, name: places[i].3.clone() })
        .collect();

    let most = hits.len() + MAX_PASSAGES;
    let words = QueryWords::of(&query);
    let mut with_words = Vec::new();
    for (index, (_, passage)) in text.passages().enumerate() {
        if hits.len() == most {
            break;
        }
        folder.fold(&passage.text, &mut folded);
        let phrase = find(&folded.text, &query, true).map(|at| (at, at + query.len()));
        let is_phrase = phrase.is_some();
        if let Some((start, end)) = phrase.or_else(|| words.find(&folded.text)) {
            let (start, end) = folded.origin(start, end, &passage.text);
            let hit = excerpt(index, &passage.text, start, end);
            if is_phrase { hits.push(hit) } else { with_words.push(hit) }
        }
    }
    hits.extend(with_words);
    hits.truncate(most);
    hits
}

/// Folds texts, calling `fold` once for each different character.
struct Folder<'a> {
    fold: &'a dyn Fn(&str) -> String,
    /// The folded characters so far, sorted.
    known: Vec<(char, String)>,
}

/// A folded text with the origin of each of its bytes.
#[derive(Default)]
struct Folded {
    text: String,
    /// For each byte, where its character begins in the original.
    from: Vec<usize>,
}

impl Folder<'_> {
    fn fold(&mut self, text: &str, into: &mut Folded) {
        into.text.clear();
        into.from.clear();
        for (at, c) in text.char_indices() {
            if c.is_whitespace() {
                // A run of white space is one space, so that line breaks do not matter.
                if !into.text.ends_with(' ') {
                    into.text.push(' ');
                }
            } else if c.is_ascii() {
                into.text.push(c.to_ascii_lowercase());
            } else {
                into.text.push_str(self.folded(c));
            }
            into.from.resize(into.text.len(), at);
        }
    }

    fn folded(&mut self, c: char) -> &str {
        let at = match self.known.binary_search_by_key(&c, |known| known.0) {
            Ok(at) => at,
            Err(at) => {
                let mut folded = (self.fold)(c.encode_utf8(&mut [0; 4]));
                folded.make_ascii_lowercase();
                self.known.insert(at, (c, folded));
                at
            }
        };
        &self.known[at].1
    }
}

impl Folded {
    /// The range of the original that a range of the folded text comes from: whole
    /// characters, with the combining marks that follow them.
    fn origin(&self, start: usize, end: usize, original: &str) -> (usize, usize) {
        let last = self.from[end - 1];
        let next = self.from[end..].iter().find(|&&from| from > last);
        (self.from[start], next.map_or(original.len(), |&next| next))
    }
}

/// How well a name matches, from 0 (equal) to 3. `None` if it does not.
fn rank(name: &str, query: &str) -> Option<u8> {
    if name == query {
        Some(0)
    } else if name.starts_with(query) {
        Some(1)
    } else if find(name, query, true).is_some() {
        Some(2)
    } else {
        find(name, query, false).map(|_| 3)
    }
}

/// The offset of the first match, or of the first one that begins a word if
/// `at_word`.
fn find(text: &str, query: &str, at_word: bool) -> Option<usize> {
    let bytes = query.as_bytes();
    // A phrase that begins with a mark never begins a word.
    let at_word = at_word && query.starts_with(char::is_alphanumeric);
    (0..text.len()).find(|&at| {
        text.as_bytes()[at] == bytes[0]
            && text.as_bytes()[at..].starts_with(bytes)
            && !(at_word && text[..at].ends_with(char::is_alphanumeric))
    })
}

/// A match with the text around it, cut at words.
fn excerpt(passage: usize, text: &str, start: usize, end: usize) -> Hit {
    let far = text[..start].char_indices().rev().nth(EXCERPT_CHARS - 1).map_or(0, |(at, _)| at);
    let mut before = text[far..start].to_owned();
    if far > 0 {
        let word = match text[..far].ends_with(char::is_whitespace) {
            true => 0,
            false => before.find(char::is_whitespace).unwrap_or(0),
        };
        before.replace_range(..word, "");
        before = ["…", before.trim_start()].concat();
    }
    let far = text[end..].char_indices().nth(EXCERPT_CHARS).map_or(text.len(), |(at, _)| end + at);
    let mut after = text[end..far].to_owned();
    if far < text.len() {
        if !text[far..].starts_with(char::is_whitespace) {
            let word = after.rfind(char::is_whitespace).unwrap_or(after.len());
            after.truncate(word);
        }
        after.truncate(after.trim_end().len());
        after.push('…');
    }
    let at = text[..start].chars().count();
    Hit::Passage { passage, at, before, found: text[start..end].to_owned(), after }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::life::samples::{place, tiny_life, tiny_text};
    use crate::domain::life::{Passage, PassageKind, PlaceKind, Section, Toponym};

    fn plain(text: &str) -> String {
        deunicode::deunicode(text).to_lowercase()
    }

    /// Letters made longer, shorter and away.
    fn uneven(text: &str) -> String {
        text.chars()
            .map(|c| match c {
                'ß' => "ss".to_owned(),
                '\u{301}' => String::new(),
                'ﷺ' => "peace be upon him".to_owned(),
                'É' | 'é' => "e".to_owned(),
                c => c.to_lowercase().to_string(),
            })
            .collect()
    }

    fn text_of(paragraphs: &[&str]) -> Text {
        let passages = paragraphs
            .iter()
            .map(|text| Passage {
                kind: PassageKind::Paragraph,
                start: 0,
                text: (*text).to_owned(),
                mentions: vec![],
                dates: vec![],
                stays: vec![],
            })
            .collect();
        Text { sections: vec![Section { passages, ..Section::default() }] }
    }

    fn founds(text: &str, query: &str) -> Vec<(String, String, String)> {
        let mut life = tiny_life();
        life.places.clear();
        search(&life, &text_of(&[text]), query, &uneven)
            .into_iter()
            .map(|hit| match hit {
                Hit::Passage { before, found, after, .. } => (before, found, after),
                Hit::Place { .. } => unreachable!("there is no place"),
            })
            .collect()
    }

    #[test]
    fn places_come_first_and_passages_in_order() {
        let (life, text) = (tiny_life(), tiny_text());
        let hits = search(&life, &text, "BRENNICK", &plain);
        let id = |hit: &Hit| match hit {
            Hit::Place { place, name } => format!("{} {name}", life.places[*place].id),
            Hit::Passage { passage, found, .. } => format!("{passage} {found}"),
        };
        let ids: Vec<String> = hits.iter().map(id).collect();
        assert_eq!(
            ids,
            ["brennick Brennick", "tower Tower of Brennick", "0 Brennick", "2 Brennick"]
        );
        // The name of another time, and a word's middle only in names.
        let hits = search(&life, &text, "newbren", &plain);
        assert_eq!(hits.iter().map(id).collect::<Vec<_>>(), ["brennick Newbrennick"]);
        let hits = search(&life, &text, "ennick", &plain);
        assert!(hits.iter().all(|hit| matches!(hit, Hit::Place { .. })) && hits.len() == 2);
    }

    #[test]
    fn names_are_ranked() {
        let mut life = tiny_life();
        life.places.clear();
        for (id, name, mentions) in [
            ("within", "Ugori", 99),
            ("word", "New Gori", 9),
            ("beginning", "Gorije", 1),
            ("often", "Gorica", 2),
            ("exact", "Góri", 0),
            ("other", "Tiflis", 99),
        ] {
            let mut place = place(id, PlaceKind::Settlement, None, &[]);
            place.names = vec![Toponym { toponym: name.to_owned(), when: None }];
            place.mentions = mentions;
            life.places.push(place);
        }
        let found: Vec<String> = search(&life, &Text::default(), "gori", &plain)
            .into_iter()
            .map(|hit| match hit {
                Hit::Place { place, .. } => life.places[place].id.clone(),
                Hit::Passage { .. } => unreachable!("there is no text"),
            })
            .collect();
        assert_eq!(found, ["exact", "often", "beginning", "word", "within"]);
    }

    #[test]
    fn what_is_found_is_what_the_text_has() {
        let found = |text: &str, query: &str| -> Vec<String> {
            founds(text, query).into_iter().map(|f| f.1).collect()
        };
        assert_eq!(found("ﷺ ÉCOLE ß", "ecole"), ["ÉCOLE"]);
        assert_eq!(found("Große Straße, Weg", "grosse strasse"), ["Große Straße"]);
        assert_eq!(found("Große", "gros"), ["Groß"], "whole letters");
        assert_eq!(found("Cafe\u{301} noir", "cafe"), ["Cafe\u{301}"], "with their marks");
        assert_eq!(found("two\u{a0} \n lines", "Two lines"), ["two\u{a0} \n lines"]);
        assert_eq!(found("a burning urn", "urn"), ["urn"], "words from their beginning");
        assert_eq!(found("taken.[12]", "[12"), ["[12"]);
        assert!(found("burning", "urn").is_empty());
    }

    #[test]
    fn nothing_comes_of_nothing() {
        for query in ["", " ", "e", " E ", "\u{301}\u{301}", "e\u{301}"] {
            assert!(founds("e e e\u{301}", query).is_empty(), "{query:?}");
        }
        assert_eq!(founds("e e e", "e e").len(), 1);
    }

    #[test]
    fn an_excerpt_is_cut_at_words() {
        let text = "The first of these sentences tells of nothing at all. Then comes the word \
            that was sought, and after it there is a good deal more to be read.";
        let (before, found, after) = founds(text, "word").remove(0);
        assert_eq!(before, "…tells of nothing at all. Then comes the ");
        assert_eq!(found, "word");
        assert_eq!(after, " that was sought, and after it there is…");
        let whole = ("Short: ".to_owned(), "word".to_owned(), ".".to_owned());
        assert_eq!(founds("Short: word.", "word"), [whole]);
        // A single endless word is cut where it must be.
        let endless = "ü".repeat(100);
        let (_, _, after) = founds(&format!("word-{endless}"), "word").remove(0);
        assert_eq!(after.chars().count(), 41);
    }

    #[test]
    fn there_is_an_end_to_what_is_shown() {
        let mut life = tiny_life();
        life.places = vec![place("gori", PlaceKind::Settlement, None, &[]); 50];
        let text = text_of(&["In Gori."; 100]);
        let hits = search(&life, &text, "gori", &plain);
        let places = hits.iter().filter(|hit| matches!(hit, Hit::Place { .. })).count();
        assert_eq!((places, hits.len() - places), (12, 40));
    }

    /// Quadratic time would be minutes.
    #[test]
    fn a_long_text_comes_to_an_end() {
        let text = "ä word and Wörter ".repeat(300_000);
        let asked = std::cell::Cell::new(0);
        let fold = |text: &str| {
            asked.set(asked.get() + 1);
            plain(text)
        };
        let mut life = tiny_life();
        life.places.clear();
        assert!(search(&life, &text_of(&[&text]), "worter wo", &fold).is_empty());
        assert_eq!(asked.get(), 2, "each character is folded once");
    }
}
