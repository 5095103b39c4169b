//! The sentence of the source that a stop shows.

use std::ops::Range;

use crate::domain::life::{Life, Passage, PassageKind, Stay, Text};
use crate::page_model::segment::{footnotes, sentence_around};

/// The words that tell a stay, and where they stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Told {
    /// Index of the section.
    pub section: usize,
    /// Where the sentence begins in the source, in code points.
    pub at: usize,
    /// The sentence, without footnote marks.
    pub sentence: String,
    /// The quote alone, with dots where words of its sentence are left out.
    pub quote: String,
    /// Is it the caption of a picture, which interrupts the running text?
    pub is_caption: bool,
    /// Do the words include the quote of the stay?
    pub has_quote: bool,
}

/// The sentences around the quote of a stay. If the quote is the caption of a
/// picture, a sentence of the running text within `body` that names the place is
/// preferred. `None` if no passage has the quote.
pub(super) fn told(life: &Life, text: &Text, stay: usize, body: Range<usize>) -> Option<Told> {
    let (section, passage) = text.passages().find(|(_, passage)| passage.stays.contains(&stay))?;
    let stay = &life.itinerary.stays[stay];
    if passage.kind == PassageKind::Caption
        && let Some(told) = named_in_body(life, text, stay, body)
    {
        return Some(told);
    }
    let start = stay.start.saturating_sub(passage.start);
    Some(told_at(section, passage, start, stay.end.saturating_sub(passage.start)))
}

/// The first sentence of the running text within a range of the source that names
/// the place of the stay.
fn named_in_body(life: &Life, text: &Text, stay: &Stay, body: Range<usize>) -> Option<Told> {
    text.passages().filter(|(_, passage)| is_body(passage)).find_map(|(section, passage)| {
        let is_named = |place: &str| {
            place == stay.place
                || life.place(place).is_some_and(|place| life.is_at(place, &stay.place))
        };
        let mention = passage.mentions.iter().find(|mention| {
            body.contains(&(passage.start + mention.start)) && is_named(&mention.place)
        })?;
        let told = told_at(section, passage, mention.start, mention.end);
        (told.at >= body.start).then_some(Told { has_quote: false, ..told })
    })
}

fn is_body(passage: &Passage) -> bool {
    matches!(passage.kind, PassageKind::Paragraph | PassageKind::Quotation)
}

fn told_at(section: usize, passage: &Passage, start: usize, end: usize) -> Told {
    let chars: Vec<char> = passage.text.chars().collect();
    let (start, end) = (start.min(chars.len()), end.min(chars.len()));
    let sentence = sentence_around(&chars, start, end);
    let mut quote = without_footnotes(&chars, start..end);
    let has_words =
        |range: Range<usize>| without_footnotes(&chars, range).chars().any(char::is_alphanumeric);
    if has_words(sentence.start..start.max(sentence.start)) {
        quote.insert_str(0, "… ");
    }
    if has_words(end.min(sentence.end)..sentence.end) {
        quote.push_str(" …");
    }
    Told {
        section,
        at: passage.start + sentence.start,
        sentence: without_footnotes(&chars, sentence),
        quote,
        is_caption: passage.kind == PassageKind::Caption,
        has_quote: true,
    }
}

fn without_footnotes(chars: &[char], range: Range<usize>) -> String {
    let marks = footnotes(chars);
    let is_text = |at: &usize| !marks.iter().any(|&(from, to)| (from..to).contains(at));
    let text: String = range.filter(is_text).map(|at| chars[at]).collect();
    text.trim().to_owned()
}

/// The number of words.
pub(super) fn words(text: &str) -> usize {
    text.split_whitespace().filter(|word| *word != "…").count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::life::samples::{life, place, stay};
    use crate::domain::life::{MentionMark, PlaceKind, Section};

    fn passage(kind: PassageKind, start: usize, text: &str, stays: &[usize]) -> Passage {
        let (dates, mentions, stays) = (vec![], vec![], stays.to_vec());
        Passage { kind, start, text: text.to_owned(), mentions, dates, stays }
    }

    fn text(passages: Vec<Passage>) -> Text {
        Text { sections: vec![Section { title: "Youth".to_owned(), level: 1, passages }] }
    }

    fn sample(quoted: Range<usize>) -> Life {
        let mut stay = stay("a", "study", "1900", "");
        (stay.start, stay.end) = (quoted.start, quoted.end);
        let places = vec![place("a", PlaceKind::Settlement, Some(1.0), &[])];
        life("1900-01-01", "1910-01-01", places, vec![stay])
    }

    #[test]
    fn the_sentence_of_the_quote_is_shown_without_footnote_marks() {
        let words = "He left.[1] In 1900,[2] he came to A and stayed.[3][a] Then he wrote.";
        let start = words.find("he came").unwrap();
        let life = sample(start..start + 12);
        let text = text(vec![passage(PassageKind::Paragraph, 0, words, &[0])]);
        let told = told(&life, &text, 0, 0..100).unwrap();
        assert_eq!(told.sentence, "In 1900, he came to A and stayed.");
        assert_eq!(told.quote, "… he came to A …");
        assert!(!told.is_caption);
    }

    #[test]
    fn running_text_comes_before_a_caption() {
        let life = sample(0..11);
        let mut body = passage(PassageKind::Paragraph, 50, "He wrote. He saw Ayr. He left.", &[]);
        let place = "a".to_owned();
        body.mentions.push(MentionMark { start: 17, end: 20, place, embedded: false });
        let caption = passage(PassageKind::Caption, 0, "He at A in 1900", &[0]);
        let text = text(vec![caption, body]);
        let in_body = told(&life, &text, 0, 10..100).unwrap();
        assert_eq!((in_body.sentence.as_str(), in_body.at), ("He saw Ayr.", 60));
        assert!(!in_body.has_quote);
        // What was told already is not told again.
        let caption = told(&life, &text, 0, 61..100).unwrap();
        assert!(caption.is_caption && caption.has_quote);
        assert_eq!(caption.sentence, "He at A in 1900");
    }

    #[test]
    fn dots_are_no_words() {
        assert_eq!(words("… he came to A …"), 4);
    }
}
