//! Who the text is about: names, pronoun, lifetime.

use super::known::Known;
use super::sentence::Word;
use super::words::{Class, classes};
use crate::domain::time::Day;
use crate::geoparse::{DateFinding, TokenKind, tokens};

/// The person a text is about.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Subject {
    /// The names, the fullest first.
    pub names: Vec<String>,
    /// The day of birth, or the first day it may have been.
    pub born: Option<Day>,
    /// The last day the death may have been.
    pub died: Option<Day>,
    /// The parts of the names, in lower case.
    parts: Vec<String>,
    /// The last part of the fullest name.
    surname: Option<String>,
    /// Counts of "he", "she", "they" and "I" decide for the pronoun.
    pronoun: Pronoun,
}

/// The pronoun that stands for the subject.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Pronoun {
    #[default]
    He,
    She,
    They,
    I,
}

/// How a word names the subject.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Named {
    Name,
    Pronoun,
}

const PARTICLES: [&str; 14] =
    ["von", "van", "de", "der", "di", "da", "du", "le", "la", "of", "the", "and", "jr", "sr"];

/// The beginning of a text that says whom it is about, in characters.
const HEAD: usize = 2_000;

impl Subject {
    /// Finds the subject in the first sentence, unless the caller knows it.
    pub(super) fn find(text: &str, dates: &[DateFinding], known: &Known) -> Self {
        let head = text.char_indices().nth(HEAD).map_or(text, |(end, _)| &text[..end]);
        let first = head.trim_start();
        let mut names: Vec<String> =
            known.names.iter().filter(|name| !is_pronoun(name)).cloned().collect();
        match name_at_start(first) {
            Some(full) if names.is_empty() => names.push(full),
            // "Shattuck" is told to be "Kimberly Dianne Shattuck".
            Some(full) if full.split(' ').any(|part| names[0].ends_with(part)) => names.push(full),
            _ => {}
        }
        let (born, died) = lifetime(text, head, dates);
        let mut subject = Self {
            born: known.born.or(born),
            died,
            pronoun: pronoun(text, known),
            ..Self::default()
        };
        subject.surname = names.first().and_then(|name| {
            name.split_whitespace()
                .rev()
                .map(clean)
                .find(|part| part.len() > 1 && !PARTICLES.contains(&part.as_str()))
        });
        for name in &names {
            for part in name.split(|c: char| c.is_whitespace() || c == '-').map(clean) {
                if part.len() > 2 && !PARTICLES.contains(&part.as_str()) && !is_title(&part) {
                    subject.parts.push(part);
                }
            }
        }
        subject.names = names;
        subject
    }

    /// Does the word name the subject, judged by its neighbours?
    pub(super) fn named(&self, words: &[Word<'_>], at: usize) -> Option<Named> {
        let word = &words[at];
        if word.kind != TokenKind::Word {
            return None;
        }
        if self.is_pronoun(&word.lower, word.text) {
            return Some(Named::Pronoun);
        }
        if !word.capital() || !self.parts.contains(&word.lower) {
            return None;
        }
        let next = words.get(at + 1);
        if next.is_some_and(|n| {
            n.capital()
                && n.mention.is_none()
                && !self.parts.contains(&n.lower)
                && !n.is(Class::Preposition)
        }) {
            return None;
        }
        let before = at.checked_sub(1).map(|k| &words[k]);
        let stranger = before.is_some_and(|b| {
            b.capital()
                && at > 1
                && b.mention.is_none()
                && !b.dated
                && b.classes.is_empty()
                && !self.parts.contains(&b.lower)
        });
        let first_word_stranger = at == 1
            && before.is_some_and(|b| {
                b.capital()
                    && b.classes.is_empty()
                    && b.mention.is_none()
                    && !self.parts.contains(&b.lower)
                    && !b.lower.ends_with("ly")
            });
        (!stranger && !first_word_stranger).then_some(Named::Name)
    }

    /// Is the word the subject's pronoun in the nominative?
    fn is_pronoun(&self, lower: &str, text: &str) -> bool {
        match self.pronoun {
            Pronoun::He => lower == "he",
            Pronoun::She => lower == "she",
            Pronoun::They => lower == "they",
            Pronoun::I => text == "I" || lower == "we",
        }
    }

    /// Is the word "him", "her", as an object?
    pub(super) fn is_object(&self, lower: &str) -> bool {
        match self.pronoun {
            Pronoun::He => lower == "him" || lower == "himself",
            Pronoun::She => lower == "her" || lower == "herself",
            Pronoun::They => lower == "them",
            Pronoun::I => lower == "me" || lower == "us",
        }
    }

    /// Is the word "his", "her"?
    pub(super) fn is_possessive(&self, lower: &str) -> bool {
        match self.pronoun {
            Pronoun::He => lower == "his",
            Pronoun::She => lower == "her",
            Pronoun::They => lower == "their",
            Pronoun::I => lower == "my" || lower == "our",
        }
    }
}

fn clean(part: &str) -> String {
    part.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase()
}

/// The pronoun that a word in lower case is a form of.
fn pronoun_of(word: &str) -> Option<Pronoun> {
    Some(match word {
        "he" | "him" | "his" | "himself" => Pronoun::He,
        "she" | "her" | "hers" | "herself" => Pronoun::She,
        "they" | "them" | "their" => Pronoun::They,
        "i" | "we" | "me" | "my" => Pronoun::I,
        _ => return None,
    })
}

fn is_pronoun(name: &str) -> bool {
    let word = name.to_lowercase();
    pronoun_of(&word).is_some() || matches!(word.as_str(), "who" | "whom" | "whose" | "it")
}

fn pronoun(text: &str, known: &Known) -> Pronoun {
    let told = known.names.iter().find_map(|name| pronoun_of(&name.to_lowercase()));
    if let Some(told) = told {
        return told;
    }
    let (mut he, mut she, mut i) = (0_usize, 0_usize, 0_usize);
    for word in text.split(|c: char| !c.is_alphanumeric()) {
        match word {
            "he" | "He" | "his" | "His" | "him" => he += 1,
            "she" | "She" | "her" | "Her" => she += 1,
            "I" | "my" | "My" => i += 1,
            _ => {}
        }
    }
    match () {
        () if i > he + she && i > 3 => Pronoun::I,
        () if she > he => Pronoun::She,
        () => Pronoun::He,
    }
}

/// The name that the text begins with: capitalised words up to a bracket, a comma or a verb.
fn name_at_start(text: &str) -> Option<String> {
    let found = tokens(text);
    let mut parts: Vec<&str> = Vec::new();
    for token in found.iter().take(16) {
        let lower = token.text.to_lowercase();
        let joins = PARTICLES[..9].contains(&lower.as_str()) || matches!(token.text, "-" | ".");
        let quote = matches!(token.text, "\"" | "“" | "”" | "'");
        if token.kind == TokenKind::Word && token.is_capitalised() {
            parts.push(token.text);
        } else if !(quote || joins && !parts.is_empty()) {
            break;
        }
    }
    let real = |part: &&str| !is_title(&part.to_lowercase());
    let name = parts.iter().copied().filter(real).collect::<Vec<_>>().join(" ");
    let first = parts.first().map(|part| part.to_lowercase()).unwrap_or_default();
    if parts.is_empty() || classes(&first).contains(Class::Preposition) && !is_title(&first) {
        // "In 1903, Jung was arrested"
        let comma = text.find(", ").filter(|&at| at < 60)?;
        let after = &text[comma + 2..];
        return after.starts_with(char::is_uppercase).then(|| name_at_start(after)).flatten();
    }
    let ordinary = classes(&first).contains(Class::Preposition)
        || is_pronoun(&first)
        || classes(&first).contains(Class::Determiner)
        || classes(&first).contains(Class::Subordinator);
    (!name.is_empty() && !ordinary).then_some(name)
}

/// Is a word in lower case one that stands before a name?
fn is_title(word: &str) -> bool {
    classes(word).contains(Class::Title)
}

/// Birth and death from the brackets after the name, or from "was born".
fn lifetime(text: &str, head: &str, dates: &[DateFinding]) -> (Option<Day>, Option<Day>) {
    let Some(open) = head.find('(').filter(|&open| open < 200) else {
        return (born_in(text, dates), None);
    };
    let mut depth = 0;
    let close = head[open..].char_indices().find_map(|(i, c)| {
        match c {
            '(' => depth += 1,
            ')' => depth -= 1,
            _ => {}
        }
        (depth == 0).then_some(open + i)
    });
    let Some(close) = close else { return (born_in(text, dates), None) };
    let inside: Vec<&DateFinding> =
        dates.iter().filter(|d| d.start > open && d.end <= close && d.span().is_some()).collect();
    let days = |d: &DateFinding| d.span().map(|s| (s.earliest, s.latest)).unwrap_or_default();
    match inside[..] {
        [] => (born_in(text, dates), None),
        [one]
            if text[open..one.start].contains("died") || text[open..one.start].ends_with("d. ") =>
        {
            (born_in(text, dates), days(one).1)
        }
        [one] => (days(one).0, None),
        [first, .., last] => {
            let (born, died) = (days(first).0, days(last).1);
            let years = |day: Option<Day>| day.map(|day| day.ymd().0);
            match (years(born), years(died)) {
                (Some(a), Some(b)) if b - a > 5 => (born, died),
                _ => (born, None),
            }
        }
    }
}

fn born_in(text: &str, dates: &[DateFinding]) -> Option<Day> {
    let at = text.find(" born")?;
    let end = text[at..].find(['.', '\n']).map_or(text.len(), |i| at + i);
    dates.iter().find(|d| d.start > at && d.start < end)?.span()?.earliest
}
