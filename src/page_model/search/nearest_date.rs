//! The date that a place in the text is nearest to.

use crate::domain::life::Text;
use crate::domain::time::DateSpan;

/// The date that the text is at: the last one given before a code point of a passage,
/// or the next one after it. Looked for in the passage first, then in its section.
/// `None` if the section has no date.
#[must_use]
pub fn nearest_date(text: &Text, passage: usize, at: usize) -> Option<&DateSpan> {
    let (section, here) = text.passages().nth(passage)?;
    let before = here.dates.iter().rfind(|date| date.start <= at);
    let in_section = || text.passages().filter(move |(of, _)| *of == section);
    let dates = || in_section().flat_map(|(_, p)| p.dates.iter().map(move |d| (p.start, d)));
    before
        .or_else(|| here.dates.first())
        .or_else(|| dates().filter(|(start, _)| *start < here.start).last().map(|d| d.1))
        .or_else(|| dates().next().map(|d| d.1))
        .map(|date| &date.edtf)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::life::samples::tiny_text;
    use crate::domain::time::span_text;

    #[test]
    fn the_date_before_counts_then_the_one_after() {
        let text = tiny_text();
        let all: Vec<_> = text.passages().collect();
        let (index, (_, passage)) =
            all.iter().enumerate().find(|(_, (_, p))| p.dates.len() > 1).unwrap();
        let [first, second, ..] = &passage.dates[..] else { unreachable!() };
        let at = |at| span_text(nearest_date(&text, index, at).unwrap());
        assert_eq!(at(0), span_text(&first.edtf));
        assert_eq!(at(second.start.saturating_sub(1)), span_text(&first.edtf));
        assert_eq!(at(second.end), span_text(&second.edtf));
        assert_eq!(nearest_date(&text, all.len(), 0), None);
    }

    #[test]
    fn a_passage_without_dates_has_that_of_its_section() {
        let mut text = tiny_text();
        let section =
            text.sections.iter_mut().find(|s| s.passages.iter().any(|p| !p.dates.is_empty()));
        let section = section.unwrap();
        let last = section.passages.iter().flat_map(|p| &p.dates).last().unwrap().edtf.clone();
        let mut bare = section.passages[0].clone();
        bare.dates.clear();
        bare.start = section.passages.last().unwrap().start + 1;
        let start = bare.start;
        section.passages.push(bare);
        let index = text.passages().position(|(_, p)| p.start == start).unwrap();
        assert_eq!(nearest_date(&text, index, 0), Some(&last));
    }
}
