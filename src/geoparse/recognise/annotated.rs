//! The tokens of a text with the classes of each word and what the gazetteer
//! knows of it.

use std::cell::RefCell;
use std::collections::HashMap;

use enumset::EnumSet;
use rustc_hash::FxBuildHasher;

use super::vocabulary::{WordClass, WordClasses, classes, compound_classes};
use crate::geoparse::gazetteer::{Beginning, Gazetteer, Lexeme};
use crate::geoparse::text::token::{ends_sentence_at, is_abbreviating};
use crate::geoparse::text::{Token, TokenKind};

pub(super) struct AnnotatedTokens<'a, 't> {
    pub tokens: &'a [Token<'t>],
    classes: Vec<WordClasses>,
    gazetteer: &'a Gazetteer,
    /// What has been looked up: words recur.
    known: RefCell<HashMap<&'t str, Known, FxBuildHasher>>,
}

#[derive(Clone, Copy)]
struct Known {
    lexeme: Lexeme,
    beginning: Beginning,
}

impl<'a, 't> AnnotatedTokens<'a, 't> {
    pub fn new(tokens: &'a [Token<'t>], gazetteer: &'a Gazetteer) -> Self {
        let classes_of = |token: &Token<'_>| match token.kind {
            TokenKind::Word => classes(token.text),
            _ => WordClasses::empty(),
        };
        let mut annotated = Self {
            tokens,
            classes: tokens.iter().map(classes_of).collect(),
            gazetteer,
            known: RefCell::default(),
        };
        annotated.classify_compounds();
        annotated
    }

    /// Gives both halves of a hyphenated word the classes of the whole.
    fn classify_compounds(&mut self) {
        for hyphen in 1..self.tokens.len().saturating_sub(1) {
            let Some(second) = self.hyphenated(hyphen) else { continue };
            let classes = compound_classes(self.text(hyphen - 1), self.text(second));
            self.classes[hyphen - 1] |= classes;
            self.classes[second] |= classes;
        }
    }

    /// What the token can be.
    pub fn class(&self, at: usize) -> WordClasses {
        self.classes.get(at).copied().unwrap_or_default()
    }

    /// Is the token of one of these classes?
    pub fn is(&self, at: usize, classes: impl Into<EnumSet<WordClass>>) -> bool {
        !self.class(at).is_disjoint(classes.into())
    }

    /// Is the token before of one of these classes?
    pub fn is_before(&self, at: usize, classes: impl Into<EnumSet<WordClass>>) -> bool {
        at.checked_sub(1).is_some_and(|before| self.is(before, classes))
    }

    /// The token after a word: after the second half if it is a hyphenated word
    /// that the vocabulary knows as one.
    pub fn word_end(&self, at: usize) -> usize {
        self.hyphenated(at + 1)
            .filter(|&second| !compound_classes(self.text(at), self.text(second)).is_empty())
            .map_or(at + 1, |second| second + 1)
    }

    pub fn text(&self, at: usize) -> &'t str {
        self.tokens.get(at).map_or("", |token| token.text)
    }

    pub fn text_before(&self, at: usize) -> &'t str {
        at.checked_sub(1).map_or("", |at| self.text(at))
    }

    /// The word before an "of" that stands before a token: "city" in "the city of Vladimir".
    pub fn before_of(&self, at: usize) -> Option<usize> {
        at.checked_sub(2).filter(|_| self.text_before(at) == "of")
    }

    /// Is the word before an "of" that stands before a token of a class?
    pub fn is_before_of(&self, at: usize, classes: impl Into<EnumSet<WordClass>>) -> bool {
        self.before_of(at).is_some_and(|before| self.is(before, classes))
    }

    pub fn is_capitalised(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(Token::is_capitalised)
    }

    /// A capital somewhere: "d'Ivoire" is the word of a name, too.
    pub fn has_capital(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|t| t.text.contains(char::is_uppercase))
    }

    /// Is it a word in lower case?
    pub fn is_small(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|t| t.kind == TokenKind::Word && !t.is_capitalised())
    }

    pub fn lexeme(&self, at: usize) -> Lexeme {
        self.known(at).lexeme
    }

    pub fn beginning(&self, at: usize) -> Beginning {
        self.known(at).beginning
    }

    fn known(&self, at: usize) -> Known {
        let word = self.text(at);
        *self.known.borrow_mut().entry(word).or_insert_with(|| Known {
            lexeme: self.gazetteer.lexeme(word),
            beginning: self.gazetteer.beginning(word),
        })
    }

    /// Does "the" before a name belong to the name, and not to a body that
    /// follows ("the Jordan government")?
    pub fn has_article(&self, start: usize, end: usize) -> bool {
        let body = WordClass::Organisation | WordClass::Title | WordClass::Military;
        let of_body = self.is_small(end) && self.is_joined(end) && self.is(end, body);
        self.text_before(start).eq_ignore_ascii_case("the") && !of_body
    }

    /// Does a token follow the one before with one space, or a hyphen?
    pub fn is_joined(&self, at: usize) -> bool {
        let (Some(token), Some(before)) =
            (self.tokens.get(at), at.checked_sub(1).and_then(|i| self.tokens.get(i)))
        else {
            return false;
        };
        let gap = token.start - before.end();
        before.kind != TokenKind::Mark && gap == 1
    }

    /// Does a token follow the one before without a space?
    pub fn touches(&self, at: usize) -> bool {
        let before = at.checked_sub(1).and_then(|before| self.tokens.get(before));
        before.zip(self.tokens.get(at)).is_some_and(|(before, token)| before.end() == token.start)
    }

    /// The next word of a run of capitalised words: after a space, after the
    /// full stop of an abbreviation, or across a hyphen.
    pub fn next_of_run(&self, at: usize) -> Option<usize> {
        let next = at + 1;
        if self.is_capitalised(next) && self.is_joined(next) {
            return Some(next);
        }
        let after = at + 2;
        let (mark, word) = (self.tokens.get(next)?, self.tokens.get(after)?);
        if !word.is_capitalised() {
            return None;
        }
        let hyphen = matches!(mark.text, "-" | "‑" | "‐")
            && mark.start == self.tokens[at].end()
            && word.start == mark.end();
        let initial = self.is_abbreviating(next) && word.start <= mark.end() + 1;
        (hyphen || initial).then_some(after)
    }

    /// Does a run of capitalised words go on into a token?
    pub fn continues_run(&self, at: usize) -> bool {
        let goes_on = |from: usize| self.is_capitalised(from) && self.next_of_run(from) == Some(at);
        (at >= 1 && goes_on(at - 1)) || (at >= 2 && goes_on(at - 2))
    }

    /// Do the tokens between two names join them as members of a list?
    pub fn is_list(&self, from: usize, to: usize) -> bool {
        match self.tokens.get(from..to).unwrap_or_default() {
            [one] => one.text == "," || one.is_any(&["and", "or", "&"]),
            [comma, and] => comma.text == "," && and.is_any(&["and", "or"]),
            _ => false,
        }
    }

    /// Is the token a dash that joins two capitalised words: "Dover–Calais"?
    pub fn joins_names(&self, dash: usize) -> bool {
        let Some([first, mark, second]) =
            dash.checked_sub(1).and_then(|first| self.tokens.get(first..first + 3))
        else {
            return false;
        };
        matches!(mark.text, "-" | "‑" | "‐" | "–" | "—")
            && first.end() == mark.start
            && mark.end() == second.start
            && first.is_capitalised()
            && second.is_capitalised()
    }

    /// The word that a hyphen joins: `-born`.
    pub fn hyphenated(&self, hyphen: usize) -> Option<usize> {
        let (mark, word) = (self.tokens.get(hyphen)?, self.tokens.get(hyphen + 1)?);
        let joins = mark.kind == TokenKind::Mark
            && matches!(mark.text, "-" | "‑" | "‐")
            && hyphen > 0
            && self.tokens[hyphen - 1].end() == mark.start
            && mark.end() == word.start;
        joins.then_some(hyphen + 1)
    }

    /// Does a word touch a hyphen before it?
    pub fn follows_hyphen(&self, at: usize) -> bool {
        at > 0
            && matches!(self.text(at - 1), "-" | "‑" | "‐")
            && self.tokens[at - 1].end() == self.tokens[at].start
            && at > 1
            && self.tokens[at - 2].end() == self.tokens[at - 1].start
    }

    /// Does a sentence, a heading or a quotation begin at a token?
    pub fn begins_sentence(&self, at: usize) -> bool {
        let Some(before) = at.checked_sub(1) else { return true };
        let mark = self.text(before);
        let opens_quotation = matches!(mark, "\"" | "“" | "‘" | "'");
        if opens_quotation || matches!(mark, "”" | "’" | "(" | ")" | "*" | "•") {
            let Some(end) = before.checked_sub(1) else { return true };
            return ends_sentence_at(self.tokens, end)
                || (opens_quotation && self.text(end) == ",");
        }
        ends_sentence_at(self.tokens, before)
    }

    /// Does the full stop at a token belong to the word before it?
    pub fn is_abbreviating(&self, at: usize) -> bool {
        is_abbreviating(self.tokens, at)
    }

    /// Is the line in capitals throughout?
    pub fn is_all_capitals(&self, at: usize) -> bool {
        let text = self.text(at);
        text.len() > 1 && text.chars().all(|c| !c.is_lowercase())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geoparse::text::tokens;

    /// Checks a question at the first token with a text.
    fn ask<T>(
        text: &str,
        word: &str,
        question: impl Fn(&AnnotatedTokens<'_, '_>, usize) -> T,
    ) -> T {
        let gazetteer = Gazetteer::new(Vec::new(), None);
        let tokens = tokens(text);
        let words = AnnotatedTokens::new(&tokens, &gazetteer);
        let at = tokens.iter().position(|token| token.text == word).expect("the word stands");
        question(&words, at)
    }

    #[test]
    fn sentences_begin_after_their_ends_and_not_after_abbreviations() {
        for (text, begins) in [
            ("Gori", true),
            ("He left. Gori burned.", true),
            ("He left! \"Gori burned.\"", true),
            ("He said, \"Gori burned.\"", true),
            ("A heading\nGori burned.", true),
            ("He met Gen. Gori.", false),
            ("He met J. Gori.", false),
            ("He left Gori.", false),
            ("He (Gori) left.", false),
        ] {
            assert_eq!(ask(text, "Gori", |words, at| words.begins_sentence(at)), begins, "{text}");
        }
    }

    #[test]
    fn a_run_goes_on_across_spaces_hyphens_and_initials() {
        for (text, goes_on) in [
            ("Saint Louis", true),
            ("Saint-Louis", true),
            ("St. Louis", true),
            ("Louis, Gori", false),
            ("Louis left", false),
            ("Louis. Gori", false),
        ] {
            let first = tokens(text)[0].text;
            let run = ask(text, first, |words, at| words.next_of_run(at).is_some());
            assert_eq!(run, goes_on, "{text}");
        }
    }

    #[test]
    fn the_article_of_a_body_is_not_the_names() {
        assert!(ask("the Kura flows", "Kura", |words, at| words.has_article(at, at + 1)));
        assert!(!ask("the Kura committee met", "Kura", |words, at| words.has_article(at, at + 1)));
    }
}
