use std::collections::HashSet;

use super::gazetteer::{Gazetteer, Layer};
use super::token::{Token, TokenKind};

/// A name in the text that can mean a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recognised {
    /// Byte offset.
    pub start: usize,
    /// Byte offset, exclusive.
    pub end: usize,
    /// Entries and names it can mean.
    pub means: Vec<(usize, usize)>,
    /// Inside the name of an organisation, event or work.
    pub embedded: bool,
}

/// Nouns that make a name of the place before them (Petrograd Soviet) or after
/// their "of" (Treaty of Brest-Litovsk) part of a longer name.
const ORGANISATIONS_AND_EVENTS: [&str; 52] = [
    "Academy",
    "Affair",
    "Agreement",
    "Armistice",
    "Army",
    "Assembly",
    "Association",
    "Bank",
    "Battle",
    "Board",
    "Brigade",
    "Bureau",
    "Cheka",
    "College",
    "Commission",
    "Committee",
    "Company",
    "Conference",
    "Congress",
    "Convention",
    "Corporation",
    "Council",
    "Division",
    "Duma",
    "Federation",
    "Fleet",
    "Government",
    "Group",
    "Institute",
    "Institution",
    "League",
    "Military",
    "Ministry",
    "Museum",
    "Offensive",
    "Orchestra",
    "Organisation",
    "Organization",
    "Pact",
    "Parliament",
    "Party",
    "Peace",
    "Protocol",
    "Regiment",
    "Republics",
    "Siege",
    "Society",
    "Soviet",
    "Summit",
    "Treaty",
    "Union",
    "University",
];

/// The same, where texts write them small.
const EVENTS: [&str; 8] =
    ["accord", "accords", "crash", "massacre", "pact", "putsch", "treaty", "uprising"];

/// Words before a place: strong evidence that the name is one.
const PREPOSITIONS: [&str; 27] = [
    "across",
    "around",
    "at",
    "between",
    "from",
    "in",
    "inside",
    "into",
    "leaving",
    "left",
    "near",
    "of",
    "outside",
    "reached",
    "reaching",
    "to",
    "toward",
    "towards",
    "through",
    "throughout",
    "via",
    "visited",
    "within",
    "invading",
    "invaded",
    "entered",
    "taking",
];

/// Finds the names of a passage: at each word the longest name of either layer,
/// kept if the words around it speak for a place. `people` are the words that
/// are people's names in this document.
pub(super) fn recognise(
    tokens: &[Token<'_>],
    gazetteer: &Gazetteer,
    people: &HashSet<&str>,
) -> Vec<Recognised> {
    let texts: Vec<&str> = tokens.iter().map(|t| t.text).collect();
    let mut found: Vec<Recognised> = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        if tokens[at].kind != TokenKind::Word {
            at += 1;
            continue;
        }
        let window = &texts[at..texts.len().min(at + 10)];
        let Some((length, means)) = gazetteer.longest_match(window) else {
            at += 1;
            continue;
        };
        let context = Context { tokens, at, end: at + length };
        let historical =
            means.iter().any(|&(entry, _)| gazetteer.entry(entry).layer == Layer::Historical);
        if context.is_place(historical, people) {
            let joined =
                found.last().is_some_and(|last| last.embedded && context.is_joined_to(last.end));
            found.push(Recognised {
                start: tokens[at].start,
                end: tokens[at + length - 1].end(),
                means: means.to_vec(),
                embedded: joined || context.is_embedded(),
            });
            at += length;
        } else {
            at += 1;
        }
    }
    found
}

/// Words that are people's names in a document: those that follow another
/// capitalised word which the text has in the middle of a sentence, or the
/// subject's own names.
pub(super) fn people<'t>(tokens: &[Token<'t>], own_names: &'t [String]) -> HashSet<&'t str> {
    let mut people: HashSet<&str> = own_names.iter().flat_map(|n| n.split_whitespace()).collect();
    for window in tokens.windows(3) {
        let [before, first, last] = window else { continue };
        let touching = last.start == first.end() + 1;
        if first.is_capitalised()
            && last.is_capitalised()
            && touching
            && !before.is_any(&PREPOSITIONS)
            && !before.is("the")
            && !before.is_capitalised()
        {
            people.insert(last.text);
        }
    }
    people
}

struct Context<'a, 't> {
    tokens: &'a [Token<'t>],
    at: usize,
    end: usize,
}

impl<'t> Context<'_, 't> {
    fn is_place(&self, historical: bool, people: &HashSet<&str>) -> bool {
        let single = self.end - self.at == 1;
        if !self.tokens[self.at..self.end].iter().any(Token::is_capitalised) {
            return false;
        }
        // Half of a hyphenated word is not the place: "Anglo-Russia…", "anti-Rome".
        if self.before(1).is_some_and(|t| t.text == "-" && t.end() == self.tokens[self.at].start) {
            return false;
        }
        if historical {
            // A hand-made name is trusted, but not as half of a person's name
            // or as the modifier of an unrelated capitalised word.
            return true;
        }
        // "the Aurora": towns of the world carry no article.
        if self.before(1).is_some_and(|t| t.is("the")) {
            return false;
        }
        let prepared = self.before(1).is_some_and(|t| t.is_any(&PREPOSITIONS));
        let word = self.tokens[self.at].text;
        if single && (people.contains(word) || is_common(word)) {
            return false;
        }
        let next_is_name = self
            .after(0)
            .is_some_and(|t| t.is_capitalised() && t.start == self.tokens[self.end - 1].end() + 1);
        let previous_is_name = self
            .before(1)
            .is_some_and(|t| t.is_capitalised() && t.end() + 1 == self.tokens[self.at].start);
        if next_is_name || (previous_is_name && !self.starts_sentence(self.at - 1)) {
            return false;
        }
        prepared || (self.after(0).is_some_and(|t| t.text == ",") && !self.starts_sentence(self.at))
    }

    fn is_embedded(&self) -> bool {
        let following = self.after(0).is_some_and(|t| {
            (t.is_capitalised() && ORGANISATIONS_AND_EVENTS.contains(&t.text))
                || EVENTS.contains(&t.text)
        });
        following || self.follows_organisation()
    }

    /// "Council of Ministers of the …": capitalised words joined by "of", with
    /// an organisation or event among them.
    fn follows_organisation(&self) -> bool {
        let is_link = |t: &Token<'_>| matches!(t.text, "of" | "the" | "and" | "for");
        self.before(1).is_some_and(is_link)
            && self.tokens[..self.at]
                .iter()
                .rev()
                .take_while(|t| t.is_capitalised() || is_link(t))
                .any(|t| ORGANISATIONS_AND_EVENTS.contains(&t.text))
    }

    /// "… of Europe and Asia": what an "and" joins to an embedded name.
    fn is_joined_to(&self, end: usize) -> bool {
        self.before(1).is_some_and(|t| t.text == "and")
            && self.before(2).is_some_and(|t| t.end() == end)
    }

    fn starts_sentence(&self, at: usize) -> bool {
        at == 0 || self.tokens[at - 1].ends_sentence()
    }

    fn before(&self, n: usize) -> Option<&Token<'t>> {
        self.at.checked_sub(n).and_then(|i| self.tokens.get(i))
    }

    fn after(&self, n: usize) -> Option<&Token<'t>> {
        self.tokens.get(self.end + n)
    }
}

/// English words that are also the names of towns somewhere.
fn is_common(word: &str) -> bool {
    const COMMON: [&str; 40] = [
        "Army",
        "August",
        "Bar",
        "Black",
        "Born",
        "Central",
        "Cold",
        "College",
        "Early",
        "Father",
        "General",
        "Great",
        "Imperial",
        "Industry",
        "Left",
        "Man",
        "March",
        "Marx",
        "May",
        "Mission",
        "Most",
        "Mother",
        "Nice",
        "Of",
        "Old",
        "Orange",
        "Police",
        "Reading",
        "Red",
        "Rise",
        "Star",
        "Steel",
        "Sun",
        "The",
        "Union",
        "University",
        "Victoria",
        "Wall",
        "Western",
        "White",
    ];
    COMMON.contains(&word)
}
