//! Finds words in any order and form.

use super::stem::stem;

/// Words that are searched for, each with its stem.
pub struct QueryWords(Vec<(String, String)>);

impl QueryWords {
    /// The words of a query in lower case, without diacritics.
    pub fn of(query: &str) -> Self {
        Self(words(query).map(|(_, word)| (word.to_owned(), stem(word))).collect())
    }

    /// Finds a text that has all of the words, in any order, and returns where the
    /// first of them is: start and end in bytes. `None` if a word is missing.
    pub fn find(&self, text: &str) -> Option<(usize, usize)> {
        let mut first = None;
        for (query, query_stem) in &self.0 {
            let (at, word) = words(text).find(|(_, word)| matches(word, query, query_stem))?;
            first = first.or(Some((at, at + word.len())));
        }
        first
    }
}

/// Is it the word, one that begins with it, or another form of it?
fn matches(word: &str, query: &str, query_stem: &str) -> bool {
    // Short words begin too many others.
    if query.len() < 3 {
        return word == query;
    }
    // The stem is made only where it can be the same.
    word.starts_with(query) || (word.get(..3) == query_stem.get(..3) && stem(word) == query_stem)
}

/// The words of a text, with where they begin.
fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut at = 0;
    text.split_inclusive(|c: char| !c.is_alphanumeric()).filter_map(move |part| {
        let start = at;
        at += part.len();
        let word = part.trim_end_matches(|c: char| !c.is_alphanumeric());
        (!word.is_empty()).then_some((start, word))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_in_any_form_and_order() {
        let found = |query: &str| {
            let text = "two robberies of banks in tiflis";
            QueryWords::of(query).find(text).map(|(start, end)| &text[start..end])
        };
        assert_eq!(found("robbery"), Some("robberies"));
        assert_eq!(found("tiflis robbing"), Some("tiflis"));
        assert_eq!(found("bank"), Some("banks"));
        assert_eq!(found("ban"), Some("banks"), "the beginning of a word");
        assert_eq!(found("robbery baku"), None, "all words must be there");
        assert_eq!(found("t"), None, "a letter is no word");
        assert_eq!(found("..."), None);
    }
}
