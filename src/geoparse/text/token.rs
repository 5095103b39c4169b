//! Words, numbers and marks of punctuation.

use crate::domain::prose::{SENTENCE_ENDS, footnote_mark, is_abbreviation};

/// A word, a number or a mark of punctuation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token<'t> {
    /// As it stands in the text.
    pub text: &'t str,
    /// Byte offset of its beginning.
    pub start: usize,
    /// What it is.
    pub kind: TokenKind,
}

/// The kind of a token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenKind {
    /// Letters, and apostrophes between letters.
    Word,
    /// Digits, with separators of thousands: `3,000` is one number.
    Number,
    /// Possessive `'s` or `'` after a word.
    Possessive,
    /// Anything else that is not white space.
    Mark,
}

impl Token<'_> {
    /// Byte offset of its end, exclusive.
    #[must_use]
    pub fn end(&self) -> usize {
        self.start + self.text.len()
    }

    /// Does the token begin with a capital letter?
    #[must_use]
    pub fn is_capitalised(&self) -> bool {
        self.kind == TokenKind::Word && self.text.chars().next().is_some_and(char::is_uppercase)
    }

    /// Is the token this word, ignoring case?
    #[must_use]
    pub fn is(&self, word: &str) -> bool {
        self.text.eq_ignore_ascii_case(word)
    }

    /// Is the token one of these words, ignoring case?
    #[must_use]
    pub fn is_any(&self, words: &[&str]) -> bool {
        words.iter().any(|word| self.is(word))
    }

    /// Does the token end a sentence, a clause or a line? A full stop may belong to an
    /// abbreviation instead: see `ends_sentence_at`.
    #[must_use]
    pub fn ends_sentence(&self) -> bool {
        self.kind == TokenKind::Mark
            && (self.text.starts_with(SENTENCE_ENDS) || matches!(self.text, ":" | "\n"))
    }
}

/// Does a sentence end with the token? The full stop of an abbreviation does not end
/// one.
pub(in crate::geoparse) fn ends_sentence_at(tokens: &[Token<'_>], at: usize) -> bool {
    tokens.get(at).is_some_and(Token::ends_sentence) && !is_abbreviating(tokens, at)
}

/// Does the full stop at a token belong to the word before it: "St. Louis"?
pub(in crate::geoparse) fn is_abbreviating(tokens: &[Token<'_>], at: usize) -> bool {
    let Some([word, stop]) = at.checked_sub(1).and_then(|before| tokens.get(before..=at)) else {
        return false;
    };
    stop.text == "."
        && word.kind == TokenKind::Word
        && word.end() == stop.start
        && is_abbreviation(word.text)
}

/// Cuts a text into tokens. Footnote marks (`[12]`, `[d]`) are skipped, as if the words
/// around them touched. Line ends are tokens, because a heading ends without a full
/// stop.
#[must_use]
pub fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut tokens: Vec<Token<'_>> = Vec::new();
    let mut at = 0;
    while let Some(first) = text[at..].chars().next() {
        let rest = &text[at..];
        let (kind, length) = if first == '\n' {
            // "Rostov-" and "on-Don" on two lines are one name.
            let broken = tokens.last().is_some_and(|t| is_hyphen(t.text) && t.end() == at)
                && touches_word(&tokens);
            (if broken { None } else { Some(TokenKind::Mark) }, 1)
        } else if first.is_whitespace() {
            (None, first.len_utf8())
        } else if let Some(length) = footnote_mark(rest.chars()) {
            (None, length)
        } else if first.is_alphabetic() {
            (Some(TokenKind::Word), word_length(rest))
        } else if first.is_ascii_digit() {
            (Some(TokenKind::Number), number_length(rest))
        } else if let Some(length) = possessive_length(rest, tokens.last(), at) {
            (Some(TokenKind::Possessive), length)
        } else {
            (Some(TokenKind::Mark), first.len_utf8())
        };
        if let Some(kind) = kind {
            tokens.push(Token { text: &rest[..length], start: at, kind });
        }
        at += length;
    }
    tokens
}

/// Is it a hyphen, or a mark that stands for one at the end of a line?
fn is_hyphen(text: &str) -> bool {
    matches!(text, "-" | "‐" | "¬" | "\u{ad}")
}

/// Does the last token touch the word before it?
fn touches_word(tokens: &[Token<'_>]) -> bool {
    matches!(tokens, [.., word, hyphen]
        if word.kind == TokenKind::Word && word.end() == hyphen.start)
}

/// The length of a hyphen and a line end within a word: "Dres-\nden". A hyphen that the
/// word would have within a line too stays one: "Rostov-\non-Don".
fn line_break_length(from_hyphen: &str) -> Option<usize> {
    let hyphen = from_hyphen.chars().next()?.len_utf8();
    let after = from_hyphen.get(hyphen..)?;
    let after = after.strip_prefix('\r').unwrap_or(after).strip_prefix('\n')?;
    let rest = after.trim_start_matches([' ', '\t']);
    let word = rest.find(|c: char| !c.is_alphabetic()).unwrap_or(rest.len());
    let goes_on = rest.starts_with(char::is_lowercase) && !rest[word..].starts_with(['-', '‐']);
    goes_on.then(|| from_hyphen.len() - rest.len())
}

/// Letters, joining marks, and an apostrophe between letters that is not a
/// possessive. A soft hyphen and a line end within the word are part of it.
fn word_length(rest: &str) -> usize {
    let mut end = 0;
    let mut letters = rest.char_indices().peekable();
    while let Some((i, c)) = letters.next() {
        let joins = matches!(c, '\'' | '’')
            && letters.peek().is_some_and(|(_, next)| next.is_alphabetic())
            && !is_possessive_ending(&rest[i..]);
        let combining = ('\u{300}'..='\u{36f}').contains(&c);
        if is_soft_hyphen_within(c, letters.peek().map(|(_, next)| *next)) {
            continue;
        }
        if matches!(c, '-' | '‐' | '¬' | '\u{ad}')
            && i > 0
            && let Some(length) = line_break_length(&rest[i..])
        {
            while letters.next_if(|(at, _)| *at < i + length).is_some() {}
            continue;
        }
        if !(c.is_alphabetic() || joins || combining) {
            break;
        }
        end = i + c.len_utf8();
    }
    end
}

fn is_soft_hyphen_within(c: char, next: Option<char>) -> bool {
    c == '\u{ad}' && next.is_some_and(char::is_alphabetic)
}

fn is_possessive_ending(from_apostrophe: &str) -> bool {
    let mut chars = from_apostrophe.chars().skip(1);
    matches!(chars.next(), Some('s' | 'S')) && !chars.next().is_some_and(char::is_alphanumeric)
}

fn number_length(rest: &str) -> usize {
    let bytes = rest.as_bytes();
    let mut end = 0;
    while end < bytes.len() {
        let separator = bytes[end] == b','
            && bytes[end + 1..].iter().take_while(|b| b.is_ascii_digit()).count() == 3;
        if !(bytes[end].is_ascii_digit() || separator) {
            break;
        }
        end += 1;
    }
    end
}

fn possessive_length(rest: &str, before: Option<&Token<'_>>, at: usize) -> Option<usize> {
    let apostrophe = rest.chars().next().filter(|c| matches!(c, '\'' | '’'))?;
    before.filter(|t| t.kind == TokenKind::Word && t.end() == at)?;
    if is_possessive_ending(rest) {
        return Some(apostrophe.len_utf8() + 1);
    }
    // `Tiflis' milieu`: only after an s, else it is a closing quotation mark.
    before.filter(|t| t.text.ends_with(['s', 'S'])).map(|_| apostrophe.len_utf8())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(text: &str) -> Vec<&str> {
        tokens(text).iter().map(|t| t.text).collect()
    }

    #[test]
    fn footnote_marks_vanish_and_dates_in_brackets_stay() {
        assert_eq!(texts("Gori,[2] then[d]"), ["Gori", ",", "then"]);
        assert_eq!(texts("18 [O.S. 6]")[1..], ["[", "O", ".", "S", ".", "6", "]"]);
    }

    #[test]
    fn possessives_are_apart_and_apostrophes_inside_words_are_not() {
        assert_eq!(
            texts("Georgia's Tiflis' workers' O'Neill"),
            ["Georgia", "'s", "Tiflis", "'", "workers", "'", "O'Neill"]
        );
    }

    #[test]
    fn words_go_on_over_soft_hyphens_and_line_ends() {
        assert_eq!(texts("at Sa\u{ad}ma\u{ad}ra."), ["at", "Sa\u{ad}ma\u{ad}ra", "."]);
        assert_eq!(texts("from Ham-\nburg to"), ["from", "Ham-\nburg", "to"]);
        assert_eq!(texts("from Ham¬\r\n  burg"), ["from", "Ham¬\r\n  burg"]);
        assert_eq!(texts("Stoke-\non-Trent"), ["Stoke", "-", "on", "-", "Trent"]);
        assert_eq!(texts("Baden-\nBaden"), ["Baden", "-", "Baden"]);
        // A dash at the end of a line, and a list.
        assert_eq!(texts("left -\nhe"), ["left", "-", "\n", "he"]);
        assert_eq!(texts("one,\n- two"), ["one", ",", "\n", "-", "two"]);
    }

    #[test]
    fn thousands_are_one_number() {
        assert_eq!(texts("3,000 in 1901, 12"), ["3,000", "in", "1901", ",", "12"]);
    }
}
