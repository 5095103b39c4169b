//! The layout of a text: sections, paragraphs, captions, quotations.

use crate::domain::life::PassageKind;
use crate::domain::prose::bracketed_note;

/// A text cut into sections and paragraphs, as encyclopedias print them: one
/// paragraph a line, headings and captions on lines of their own.
///
/// Every line that is not blank is a heading or a paragraph; nothing is lost.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Document {
    /// In order of the text.
    pub sections: Vec<DocumentSection>,
}

/// A heading and the paragraphs under it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DocumentSection {
    /// The heading; empty before the first.
    pub title: String,
    /// Byte offset of the heading.
    pub start: usize,
    /// Depth, from 1; 0 before the first heading.
    pub level: u8,
    /// Paragraphs in order.
    pub paragraphs: Vec<Paragraph>,
}

/// A paragraph, as a range of the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Paragraph {
    /// What sort it is.
    pub kind: PassageKind,
    /// Byte offset.
    pub start: usize,
    /// Byte offset, exclusive.
    pub end: usize,
}

#[derive(Clone, Copy)]
struct Line<'t> {
    text: &'t str,
    start: usize,
    /// Blank lines before it.
    gap: usize,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum LineRole {
    Heading,
    Paragraph(PassageKind),
}

/// A longer line, in code points, is not a heading.
const HEADING_LENGTH: usize = 90;

impl Document {
    /// Cuts a text into sections and paragraphs.
    #[must_use]
    pub fn parse(text: &str) -> Self {
        let lines = lines(text);
        let mut roles: Vec<LineRole> = Vec::with_capacity(lines.len());
        for i in 0..lines.len() {
            roles.push(role(&lines, &roles, i));
        }
        mark_quotations(&lines, &mut roles);

        let mut sections = vec![DocumentSection::default()];
        let mut levels = Levels::default();
        for (i, line) in lines.iter().enumerate() {
            match roles[i] {
                LineRole::Heading => sections.push(DocumentSection {
                    title: line.text.to_owned(),
                    start: line.start,
                    level: levels.of(line.text, i.checked_sub(1).map(|i| roles[i])),
                    paragraphs: Vec::new(),
                }),
                LineRole::Paragraph(kind) => {
                    if let Some(section) = sections.last_mut() {
                        let end = line.start + line.text.len();
                        section.paragraphs.push(Paragraph { kind, start: line.start, end });
                    }
                }
            }
        }
        if sections[0].paragraphs.is_empty() {
            sections.remove(0);
        }
        Self { sections }
    }
}

fn lines(text: &str) -> Vec<Line<'_>> {
    let mut lines = Vec::new();
    let (mut start, mut gap) = (0, 0);
    for raw in text.split_inclusive('\n') {
        let trimmed = raw.trim();
        if trimmed.is_empty() {
            gap += 1;
        } else {
            let indent = raw.len() - raw.trim_start().len();
            lines.push(Line { text: trimmed, start: start + indent, gap });
            gap = 0;
        }
        start += raw.len();
    }
    lines
}

fn role(lines: &[Line<'_>], before: &[LineRole], i: usize) -> LineRole {
    let line = &lines[i];
    if line.text.starts_with("Main article") || line.text.starts_with("See also:") {
        return LineRole::Paragraph(PassageKind::Hatnote);
    }
    if is_attribution(line.text) {
        return LineRole::Paragraph(PassageKind::Quotation);
    }
    let touches_next = lines.get(i + 1).is_some_and(|next| next.gap == 0);
    let stands_apart = line.gap >= 2 || (line.gap == 1 && follows_break(lines, before, i));
    if touches_next && stands_apart && !is_attribution(lines[i + 1].text) {
        return LineRole::Paragraph(PassageKind::Caption);
    }
    let text = without_notes(line.text);
    let short = text.chars().count() <= HEADING_LENGTH;
    let open = !text.ends_with(['.', '!', '?', '"', '”', ';', ',']);
    let begins = text.chars().next().is_some_and(|c| c.is_uppercase() || c.is_ascii_digit());
    if short && open && begins && i + 1 < lines.len() {
        return LineRole::Heading;
    }
    LineRole::Paragraph(PassageKind::Paragraph)
}

/// A caption stands after a heading or a quotation, with a blank line between.
fn follows_break(lines: &[Line<'_>], before: &[LineRole], i: usize) -> bool {
    i > 0 && (before[i - 1] == LineRole::Heading || is_attribution(lines[i - 1].text))
}

fn is_attribution(line: &str) -> bool {
    line.starts_with("— ")
}

/// The block of lines directly above an attribution is the quotation, and so
/// are the blocks before it as long as they carry no footnote marks.
fn mark_quotations(lines: &[Line<'_>], roles: &mut [LineRole]) {
    let is_text = |role: LineRole| {
        matches!(role, LineRole::Paragraph(PassageKind::Paragraph | PassageKind::Caption))
    };
    for i in (0..lines.len()).filter(|&i| is_attribution(lines[i].text)) {
        for k in (0..i).rev() {
            let next_block = k + 1 < i && lines[k + 1].gap > 0;
            if !is_text(roles[k]) || (next_block && lines[k].text.contains('[')) {
                break;
            }
            roles[k] = LineRole::Paragraph(PassageKind::Quotation);
        }
    }
}

/// The line without the notes at its end.
fn without_notes(text: &str) -> &str {
    let mut text = text.trim_end();
    while let Some(open) = text.rfind('[')
        && bracketed_note(text[open..].chars()) == Some(text[open..].chars().count())
    {
        text = text[..open].trim_end();
    }
    text
}

/// The depths of headings, estimated from their order and shape. A heading directly
/// under another is one level deeper. Any other is as deep as the last one of the same
/// shape (with or without a year in front).
#[derive(Default)]
struct Levels {
    last: u8,
    dated: Option<u8>,
    plain: Option<u8>,
}

impl Levels {
    fn of(&mut self, title: &str, before: Option<LineRole>) -> u8 {
        let dated = title.starts_with(|c: char| c.is_ascii_digit());
        let under =
            matches!(before, Some(LineRole::Heading | LineRole::Paragraph(PassageKind::Hatnote)))
                && self.last > 0;
        let shape = if dated { &mut self.dated } else { &mut self.plain };
        let level = if under { self.last.saturating_add(1) } else { shape.unwrap_or(1) };
        if !(under && shape.is_some_and(|known| known < level)) {
            *shape = Some(level);
        }
        self.last = level;
        level
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_captions_and_quotations_are_told_apart() {
        let text = "Lead paragraph about a life.\n\nEarly life\nMain article: Youth\n1878–1899: Childhood\n\n\nA class photo, 1893\nShe was born.[2]\n\nShe grew.\n\n1899–1904: Party\n\nPolice photograph, 1902\nIn October she left.\n\nIn power\nShe ruled.[4]\n\nWe must close the gap.\n\n— Speech, 1931[3]\nThe end came.\n";
        let document = Document::parse(text);
        let outline: Vec<(String, u8, Vec<_>)> = document
            .sections
            .iter()
            .map(|s| {
                let paragraphs =
                    s.paragraphs.iter().map(|p| (p.kind, &text[p.start..p.end])).collect();
                (s.title.clone(), s.level, paragraphs)
            })
            .collect();
        use PassageKind::{Caption, Hatnote, Paragraph, Quotation};
        let expected = [
            ("", 0, vec![(Paragraph, "Lead paragraph about a life.")]),
            ("Early life", 1, vec![(Hatnote, "Main article: Youth")]),
            (
                "1878–1899: Childhood",
                2,
                vec![
                    (Caption, "A class photo, 1893"),
                    (Paragraph, "She was born.[2]"),
                    (Paragraph, "She grew."),
                ],
            ),
            (
                "1899–1904: Party",
                2,
                vec![(Caption, "Police photograph, 1902"), (Paragraph, "In October she left.")],
            ),
            (
                "In power",
                1,
                vec![
                    (Paragraph, "She ruled.[4]"),
                    (Quotation, "We must close the gap."),
                    (Quotation, "— Speech, 1931[3]"),
                    (Paragraph, "The end came."),
                ],
            ),
        ];
        assert_eq!(outline.len(), expected.len(), "{outline:#?}");
        for (got, want) in outline.iter().zip(expected) {
            assert_eq!((got.0.as_str(), got.1, &got.2), (want.0, want.1, &want.2));
        }
    }

    #[test]
    fn headings_under_headings_without_end_are_headings() {
        let document = Document::parse(&"M\n".repeat(600));
        assert!(document.sections.iter().skip(1).map(|s| s.level).is_sorted());
    }

    #[test]
    fn plain_prose_is_paragraphs() {
        let document = Document::parse("One line only");
        assert_eq!(document.sections.len(), 1);
        assert_eq!(document.sections[0].paragraphs.len(), 1);
        assert_eq!(Document::parse(""), Document::default());
    }
}
