//! Where prose is cut: footnote marks and the ends of sentences. The page and
//! the geoparser read a text by the same rules.

/// Marks of punctuation that end a sentence.
pub const SENTENCE_ENDS: [char; 3] = ['.', '!', '?'];

/// Words that a full stop abbreviates, beside single capitals.
const ABBREVIATIONS: [&str; 26] = [
    "Adm", "Brig", "Capt", "Cmdr", "Col", "Dr", "Ft", "Gen", "Gov", "Hon", "Jr", "Lieut", "Lt",
    "Maj", "Messrs", "Mr", "Mrs", "Ms", "Mt", "No", "Prof", "Rep", "Rev", "Sen", "Sgt", "Sr",
];
/// Abbreviations of "saint" in the names of places.
const SAINTS: [&str; 2] = ["St", "Ste"];

/// Does a full stop directly after this word abbreviate it, rather than end a sentence?
/// It does after an initial (`J.`) and after a usual title (`Gen.`, `St.`).
#[must_use]
pub fn is_abbreviation(word: &str) -> bool {
    let mut letters = word.chars();
    let initial = letters.next().is_some_and(char::is_uppercase) && letters.next().is_none();
    initial || ABBREVIATIONS.contains(&word) || SAINTS.contains(&word)
}

/// The length of the footnote mark with which a text begins, brackets included,
/// in code points (and bytes: a mark is ASCII).
///
/// A mark is a number of up to four digits (`[12]`), a letter of either case
/// (`[d]`, `[A]`) or two small letters (`[ab]`). Letters directly followed by
/// another letter are an editor's (`[t]he`), not a mark.
///
/// ```
/// use chronotope::domain::prose::footnote_mark;
///
/// assert_eq!(footnote_mark("[12] In 1901".chars()), Some(4));
/// assert_eq!(footnote_mark("[sic]".chars()), None);
/// assert_eq!(footnote_mark("[t]he".chars()), None);
/// ```
#[must_use]
pub fn footnote_mark(text: impl IntoIterator<Item = char>) -> Option<usize> {
    const MAX_DIGITS: usize = 4;
    let mut text = text.into_iter();
    if text.next() != Some('[') {
        return None;
    }
    let mut inner = ['\0'; MAX_DIGITS];
    let mut length = 0;
    loop {
        match text.next()? {
            ']' => break,
            c if c.is_ascii_alphanumeric() => *inner.get_mut(length)? = c,
            _ => return None,
        }
        length += 1;
    }
    let inner = &inner[..length];
    let is_mark = match inner {
        [] => false,
        [letter] if letter.is_ascii_alphabetic() => true,
        [a, b] if a.is_ascii_lowercase() && b.is_ascii_lowercase() => true,
        digits => return digits.iter().all(char::is_ascii_digit).then_some(length + 2),
    };
    (is_mark && !text.next().is_some_and(char::is_alphabetic)).then_some(length + 2)
}

/// The length of the note in brackets with which a text begins, in code points:
/// a footnote mark, or words such as `[citation needed]`. After the end of a
/// sentence, anything in brackets is a note on it.
///
/// ```
/// use chronotope::domain::prose::bracketed_note;
///
/// assert_eq!(bracketed_note("[citation needed] Then".chars()), Some(17));
/// assert_eq!(bracketed_note("[cut off".chars()), None);
/// ```
#[must_use]
pub fn bracketed_note(text: impl IntoIterator<Item = char>) -> Option<usize> {
    let mut text = text.into_iter();
    (text.next() == Some('[')).then_some(())?;
    text.position(|c| c == ']').map(|inner| inner + 2)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn footnote_marks_are_numbers_and_letters_in_brackets() {
        for mark in ["[1]", "[1234]", "[d]", "[A]", "[ab]"] {
            assert_eq!(footnote_mark(mark.chars()), Some(mark.len()), "{mark}");
            let before_text = format!("{mark}, then");
            assert_eq!(footnote_mark(before_text.chars()), Some(mark.len()), "{mark}");
        }
        for other in ["", "[", "[]", "[12", "[12345]", "[abc]", "[AB]", "[a1]", "[O.S.]", "[é]"] {
            assert_eq!(footnote_mark(other.chars()), None, "{other}");
        }
        assert_eq!(footnote_mark("[2]then".chars()), Some(3), "a number is never an editor's");
    }

    #[test]
    fn initials_and_titles_are_abbreviated_and_words_are_not() {
        for word in ["J", "É", "St", "Gen", "Messrs"] {
            assert!(is_abbreviation(word), "{word}");
        }
        for word in ["", "j", "It", "st", "Gori", "He"] {
            assert!(!is_abbreviation(word), "{word}");
        }
    }
}
