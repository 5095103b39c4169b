//! A stay's quote as a citation.

use super::segment::footnotes;
use crate::domain::life::{Life, Stay, Text};

/// The words of the source that prove a stay, without the marks of the source's
/// notes, and on one line.
#[must_use]
pub fn quote_without_notes(quote: &str) -> String {
    let chars: Vec<char> = quote.chars().collect();
    let mut plain = String::new();
    let mut at = 0;
    for (start, end) in footnotes(&chars) {
        plain.extend(&chars[at..start]);
        at = end;
    }
    plain.extend(&chars[at..]);
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The quote of a stay as a citation: the quote, section and title of the source, its
/// publisher, address and licence, and the address where this page shows it. The
/// parts that the source does not have are left out. `None` if the stay has no quote.
#[must_use]
pub fn citation(life: &Life, text: &Text, stay: &Stay, shown_at: &str) -> Option<String> {
    let quote = quote_without_notes(&stay.quote);
    if quote.is_empty() {
        return None;
    }
    let source = &life.entry.source;
    let title = match section_of(text, stay) {
        "" => format!("“{}”", source.title),
        section => format!("“{}”, section “{section}”", source.title),
    };
    let mut parts = vec![format!("“{quote}” {title}")];
    parts.extend([&source.publisher, &source.url].into_iter().filter(|p| !p.is_empty()).cloned());
    if !source.licence.is_empty() {
        parts.push(format!("licence {}", source.licence));
    }
    Some(format!("{}. Shown at {shown_at}", parts.join(", ")))
}

/// The heading over the quote of a stay; empty before the first heading.
fn section_of<'a>(text: &'a Text, stay: &Stay) -> &'a str {
    let passages = text.passages().take_while(|(_, passage)| passage.start <= stay.start);
    passages.last().map_or("", |(section, _)| &text.sections[section].title)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::life::samples::{tiny_life, tiny_text};

    #[test]
    fn a_quote_is_cited_without_the_marks_of_notes() {
        assert_eq!(
            quote_without_notes("In July,[12] he\nleft[a] for [O.S.] Kureika.[3][4]"),
            "In July, he left for [O.S.] Kureika."
        );
    }

    #[test]
    fn a_citation_names_quote_section_source_licence_and_page() {
        let (mut life, mut text) = (tiny_life(), tiny_text());
        let source = &mut life.entry.source;
        source.title = "A Life".to_owned();
        source.publisher = "The Press".to_owned();
        source.url = "https://example.org/life".to_owned();
        source.licence = "CC0".to_owned();
        text.sections[0].title = "Youth".to_owned();
        let mut stay = life.itinerary.stays[0].clone();
        stay.quote = "Born in Aldby.[1]".to_owned();
        stay.start = text.sections[0].passages[0].start;
        let page = "https://example.org/#date=1900-01-01";
        assert_eq!(
            citation(&life, &text, &stay, page).unwrap(),
            "“Born in Aldby.” “A Life”, section “Youth”, The Press, https://example.org/life, \
             licence CC0. Shown at https://example.org/#date=1900-01-01"
        );
        text.sections[0].title.clear();
        life.entry.source.licence.clear();
        assert_eq!(
            citation(&life, &text, &stay, page).unwrap(),
            "“Born in Aldby.” “A Life”, The Press, https://example.org/life. Shown at \
             https://example.org/#date=1900-01-01"
        );
        stay.quote.clear();
        assert_eq!(citation(&life, &text, &stay, page), None);
    }
}
