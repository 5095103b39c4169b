//! What must hold of everything that is found in a text, whatever the text.

use chronotope::domain::time::Day;
use chronotope::geoparse::{Gazetteer, find_dates, find_dates_in, find_mentions};

/// Are spans ascending, apart and on whole characters?
fn spans_stand(text: &str, spans: impl IntoIterator<Item = (usize, usize)>) -> Result<(), String> {
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

/// Do dates stand, and are their bounds in order?
pub fn dates_stand(text: &str) -> Result<(), String> {
    let born = Day::first_of(9999, 12);
    for dates in [find_dates(text), find_dates_in(text, born)] {
        spans_stand(text, dates.iter().map(|date| (date.start, date.end)))?;
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

/// Do mentions stand, and is the confidence in each a share of one?
pub fn mentions_stand(
    text: &str,
    gazetteer: &Gazetteer,
    own_names: &[String],
) -> Result<(), String> {
    let found = find_mentions(text, gazetteer, &find_dates(text), own_names);
    spans_stand(text, found.iter().map(|finding| (finding.start, finding.end)))?;
    for finding in &found {
        if !(0.0..=1.0).contains(&finding.confidence) {
            return Err(format!("{finding:?}"));
        }
        // What is decided is the best of what it could be.
        if finding
            .entry
            .is_some_and(|entry| finding.candidates.first().map(|c| c.entry) != Some(entry))
        {
            return Err(format!("{finding:?}"));
        }
    }
    Ok(())
}
