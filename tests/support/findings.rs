//! Checks of the dates and mentions found in a text. They must pass for every text.

use chronotope::domain::time::Day;
use chronotope::geoparse::{Gazetteer, find_dates, find_dates_in, find_mentions};

/// Are the spans in ascending order, without overlaps, and on character boundaries?
fn spans_are_valid(
    text: &str,
    spans: impl IntoIterator<Item = (usize, usize)>,
) -> Result<(), String> {
    let mut before = 0;
    for (start, end) in spans {
        let whole = text.is_char_boundary(start) && text.is_char_boundary(end);
        if start < before || start >= end || !whole {
            return Err(format!("the span {start}..{end} after {before}"));
        }
        before = end;
    }
    Ok(())
}

/// Are the spans of dates valid, and their bounds in order?
pub fn dates_are_valid(text: &str) -> Result<(), String> {
    let born = Day::first_of(9999, 12);
    for dates in [find_dates(text), find_dates_in(text, born)] {
        spans_are_valid(text, dates.iter().map(|date| (date.start, date.end)))?;
        for date in dates {
            if let Some(span) = date.span()
                && (span.earliest.zip(span.latest).is_some_and(|(a, b)| a > b)
                    || span.earliest.is_none() && span.latest.is_none())
            {
                return Err(format!("{date:?}"));
            }
        }
    }
    Ok(())
}

/// Are the spans of mentions valid, and is each confidence from 0 to 1?
pub fn mentions_are_valid(
    text: &str,
    gazetteer: &Gazetteer,
    own_names: &[String],
) -> Result<(), String> {
    let found = find_mentions(text, gazetteer, &find_dates(text), own_names);
    spans_are_valid(text, found.iter().map(|finding| (finding.start, finding.end)))?;
    for finding in &found {
        if !(0.0..=1.0).contains(&finding.confidence) {
            return Err(format!("{finding:?}"));
        }
        // The chosen place must be the first candidate.
        if finding
            .entry
            .is_some_and(|entry| finding.candidates.first().map(|c| c.entry) != Some(entry))
        {
            return Err(format!("{finding:?}"));
        }
    }
    Ok(())
}
