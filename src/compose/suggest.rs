//! Suggests the known word closest to a mistyped one, for diagnostics ("did you mean
//! …?").

/// The word most like a mistyped one, if one is like it: at most a third of its
/// letters inserted, left out, replaced or swapped.
pub(super) fn nearest<'a>(typed: &str, known: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let most = typed.chars().count() / 3;
    let lower = typed.to_lowercase();
    let distance = |word: &str| strsim::damerau_levenshtein(&word.to_lowercase(), &lower);
    known
        .map(|word| (distance(word), strsim::damerau_levenshtein(word, typed), word))
        .filter(|(distance, ..)| *distance <= most)
        .min()
        .map(|(.., word)| word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_words_that_are_alike_are_suggested() {
        let known = || ["berne", "brennick", "Serowe"].into_iter();
        assert_eq!(nearest("brenick", known()), Some("brennick"));
        assert_eq!(nearest("Serove", known()), Some("Serowe"));
        assert_eq!(nearest("Sorrow", known()), None, "half the letters differ");
    }
}
