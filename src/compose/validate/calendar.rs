//! In which calendar the source counts where it gives a date: by what the text says
//! itself, the `[[calendar]]` tables of `life.toml`, and the stays and events whose
//! quotes have the date.

use std::ops::Range;

use super::evidence::occurrences;
use crate::compose::diagnostic::Diagnostic;
use crate::compose::life_seed::LifeSeed;
use crate::compose::life_toml::CalendarToml;
use crate::domain::life::{Calendar, LifeEvent, Stay};
use crate::geoparse::{CodePoints, DateFinding};

/// The calendars of stretches of the text, those that come first taking precedence.
#[derive(Debug, Default)]
pub struct TextCalendars(Vec<(Range<usize>, Calendar)>);

impl TextCalendars {
    /// Collects them. Ranges are in code points.
    pub(super) fn of(
        tables: Vec<(Range<usize>, Calendar)>,
        stays: &[Stay],
        events: &[LifeEvent],
    ) -> Self {
        let mut all = tables;
        all.extend(stays.iter().map(|stay| (stay.start..stay.end, stay.calendar)));
        all.extend(events.iter().map(|event| (event.start..event.end, event.calendar)));
        all.retain(|(_, calendar)| *calendar != Calendar::Unspecified);
        Self(all)
    }

    /// The calendar of a date that stands at `start..end`, in code points.
    #[must_use]
    pub fn at(&self, start: usize, end: usize) -> Calendar {
        let found = self.0.iter().find(|(range, _)| range.start <= start && end <= range.end);
        found.map_or(Calendar::Unspecified, |(_, calendar)| *calendar)
    }
}

/// The words of a `[[calendar]]` table, in code points, with their calendar.
pub(super) fn table(
    table: &CalendarToml,
    life: &LifeSeed,
    dates: &[DateFinding],
) -> Result<(Range<usize>, Calendar), Diagnostic> {
    let file = &life.life_file;
    let words = table.quote.get_ref();
    let found = occurrences(&life.text, words);
    let [start] = found[..] else {
        let message =
            format!("the quote occurs {} times in text.txt; it must occur once", found.len());
        return Err(file.wrong(&table.quote, message));
    };
    let end = start + words.len();
    if !dates.iter().any(|date| date.start >= start && date.end <= end && date.span().is_some()) {
        return Err(file.wrong(&table.quote, "the quote gives no date"));
    }
    let mut points = CodePoints::new(&life.text);
    Ok((points.at(start)..points.at(end), table.calendar))
}
