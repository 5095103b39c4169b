use super::dates::DateFinding;
use super::gazetteer::{Entry, Gazetteer, Layer};
use super::recognise::{Recognised, people, recognise};
use super::token::tokens;
use crate::domain::Day;

/// A mention: a name in the text, and the place it was decided to mean.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// Byte offset.
    pub start: usize,
    /// Byte offset, exclusive.
    pub end: usize,
    /// Index of the gazetteer's entry; `None` if undecided.
    pub entry: Option<usize>,
    /// 0 to 1.
    pub confidence: f64,
    /// Inside the name of an organisation, event or work.
    pub embedded: bool,
}

/// Finds every mention of a text, in order. `dates` are the text's own dates:
/// a name is read as of the date last told. `own_names` are names of the
/// subject, which are never places.
#[must_use]
pub fn find_mentions(
    text: &str,
    gazetteer: &Gazetteer,
    dates: &[DateFinding],
    own_names: &[String],
) -> Vec<Finding> {
    let tokens = tokens(text);
    let people = people(&tokens, own_names);
    recognise(&tokens, gazetteer, &people)
        .into_iter()
        .map(|mention| {
            let before = dates.iter().take_while(|d| d.start < mention.start);
            let told = before.filter_map(DateFinding::span).last();
            let day = told.and_then(|span| span.latest.or(span.earliest));
            let (entry, confidence) = resolve(&mention, gazetteer, day);
            Finding {
                start: mention.start,
                end: mention.end,
                entry,
                confidence,
                embedded: mention.embedded,
            }
        })
        .collect()
}

/// Chooses among the places a name can mean.
fn resolve(mention: &Recognised, gazetteer: &Gazetteer, day: Option<Day>) -> (Option<usize>, f64) {
    let mut scored: Vec<(f64, usize)> = mention
        .means
        .iter()
        .map(|&(entry, name)| {
            let holds = day.is_none_or(|day| gazetteer.holds_on((entry, name), day));
            (score(gazetteer.entry(entry), holds), entry)
        })
        .collect();
    scored.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
    let Some(&(best, entry)) = scored.first() else { return (None, 0.0) };
    let rest: f64 = scored.iter().skip(1).map(|(score, _)| score).sum();
    let share = best / (best + rest);
    (Some(entry), (share * 100.0).round() / 100.0)
}

/// Made by hand weighs most, then a name in use on the day, then people.
fn score(entry: &Entry, holds: bool) -> f64 {
    let size = (entry.population as f64 + 10.0).log10() / 8.0;
    let layer = if entry.layer == Layer::Historical { 12.0 } else { 1.0 };
    let time = if holds { 1.0 } else { 0.25 };
    layer * time * (0.5 + size.min(1.0))
}
