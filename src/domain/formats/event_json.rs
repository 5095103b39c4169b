//! The events of a life: the member `events` of `itinerary.geojson`.
//!
//! RFC 7946 lets a FeatureCollection have members of its own, which other
//! programs ignore. An event is not a feature, because it is drawn nowhere.

use serde::Serialize;

use super::itinerary_error::ItineraryError;
use crate::domain::life::{Calendar, EventOutcome, KindTable, LifeEvent};
use crate::domain::serde_fields::serde_fields;

/// An event as the file has it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct EventProperties {
    /// The word of its kind.
    pub kind: String,
    /// When it happened: EDTF, in `calendar`.
    pub date: String,
    /// The calendar that the source counts in.
    pub calendar: Calendar,
    /// Id of the place, or `null`.
    pub place: Option<String>,
    /// "succeeded" or "failed".
    pub outcome: EventOutcome,
    /// The words of the source that prove the event.
    pub quote: String,
    /// Where the quote begins in the source, in code points.
    pub start: usize,
    /// Where the quote ends, exclusive.
    pub end: usize,
    /// Why the event follows from the quote.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub because: Option<String>,
}

serde_fields!(EventProperties {
    kind: take("kind"),
    date: take("date"),
    calendar: take("calendar"),
    place: take("place"),
    outcome: take("outcome"),
    quote: take("quote"),
    start: take("start"),
    end: take("end"),
    because: take("because"),
});

impl EventProperties {
    /// Converts an event to its form in the file.
    #[must_use]
    pub fn of(event: &LifeEvent) -> Self {
        Self {
            kind: event.kind.word.clone(),
            date: event.date.as_str().to_owned(),
            calendar: event.calendar,
            place: event.place.clone(),
            outcome: event.outcome,
            quote: event.quote.clone(),
            start: event.start,
            end: event.end,
            because: event.because.clone(),
        }
    }

    /// The event; `number` is its place in the file, from 1, for errors.
    pub(super) fn into_event(
        self,
        number: usize,
        kinds: &KindTable,
    ) -> Result<LifeEvent, ItineraryError> {
        let Some(kind) = kinds.get(&self.kind) else {
            return Err(ItineraryError::EventKind { number, kind: self.kind });
        };
        let date = self.calendar.read(&self.date);
        Ok(LifeEvent {
            kind: kind.clone(),
            date: date.map_err(|source| ItineraryError::EventDate { number, source })?,
            calendar: self.calendar,
            place: self.place,
            outcome: self.outcome,
            quote: self.quote,
            start: self.start,
            end: self.end,
            because: self.because,
        })
    }
}
