//! The stem that the forms of an English word share.

/// What is left of a word without its endings: "robbery", "robberies", "robbing" and
/// "robbed" are all "rob", "exile" and "exiled" are "exil". The word is in lower
/// case, without diacritics. A stem has at least three letters; a shorter word is its
/// own stem. Words of other origin may share a stem by chance ("lottery", "lots").
pub fn stem(word: &str) -> String {
    let mut stem = word.to_owned();
    if !word.is_ascii() {
        return stem;
    }
    // The plural first, so that what is left has the ending of the singular.
    let _ = replace(&mut stem, "ies", "y")
        || replace(&mut stem, "sses", "ss")
        || ["xes", "ches", "shes"].iter().any(|ending| stem.ends_with(ending))
            && replace(&mut stem, "es", "")
        || !["ss", "us", "is"].iter().any(|ending| stem.ends_with(ending))
            && replace(&mut stem, "s", "");
    let _ = replace(&mut stem, "ied", "y")
        || ["ing", "ed"].iter().any(|ending| replace(&mut stem, ending, ""))
        // "robber" and "robbery", but not "river" or "every".
        || ["ery", "er"].iter().any(|ending| {
            stem.strip_suffix(ending).is_some_and(ends_doubled) && replace(&mut stem, ending, "")
        })
        || replace(&mut stem, "e", "");
    if stem.len() < word.len() && ends_doubled(&stem) && stem.len() > 3 {
        stem.pop();
    }
    stem
}

/// Replaces an ending, if at least three letters stay.
fn replace(word: &mut String, ending: &str, by: &str) -> bool {
    let Some(rest) = word.strip_suffix(ending).map(str::len) else { return false };
    let fits = rest + by.len() >= 3 && word[..rest].contains(['a', 'e', 'i', 'o', 'u', 'y']);
    if fits {
        word.truncate(rest);
        word.push_str(by);
    }
    fits
}

/// Does it end with a consonant that was doubled before an ending? Words such as
/// "kill" and "pass" have two of their own.
fn ends_doubled(word: &str) -> bool {
    let mut last = word.bytes().rev();
    let (a, b) = (last.next(), last.next());
    a == b && a.is_some_and(|letter| !b"aeioulsz".contains(&letter))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_a_word_have_one_stem() {
        for forms in [
            &["robbery", "robberies", "robbing", "robbed", "robber", "robs"][..],
            &["arrest", "arrests", "arrested", "arresting"],
            &["exile", "exiles", "exiled"],
            &["escape", "escaped", "escaping"],
            &["party", "parties"],
            &["marry", "marries", "married"],
            &["church", "churches"],
            &["pass", "passes", "passed"],
            &["kill", "killed", "killing"],
            &["moss", "mosses"],
        ] {
            for form in forms {
                assert_eq!(stem(form), stem(forms[0]), "{form}");
            }
        }
    }

    #[test]
    fn other_words_keep_their_own() {
        for (a, b) in [
            ("every", "ever"),
            ("river", "rive"),
            ("red", "r"),
            ("king", "k"),
            ("slavery", "slavs"),
            ("paris", "parish"),
        ] {
            assert_ne!(stem(a), stem(b), "{a} {b}");
        }
        assert_eq!(stem("bus"), "bus");
        assert_eq!(stem("string"), "string", "no ending where no vowel would be left");
        assert_eq!(stem("città"), "città");
    }
}
