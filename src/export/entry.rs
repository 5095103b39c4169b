//! What every format but LPF is made of: stays and journeys in order, and the
//! rule of how their dates become the times of other tools.
//!
//! Sources give dates with bounds, or none at all; other tools know a beginning
//! and an end. So:
//!
//! 1. A stay is **shown** from the earliest its arrival to the latest its
//!    departure can have been, a journey from the earliest it can have begun to
//!    the latest it can have ended. These bounds are the itinerary's own: a date
//!    the source does not give (`null`) is bounded by the stays before and after
//!    it. Nothing certain is cut off, so neighbours may overlap.
//! 2. What nothing bounds begins with the first day of the narrative and ends
//!    with its last.
//! 3. A day is shown whole: from 00:00:00 to 23:59:59, in no zone, written as
//!    UTC. Days are Gregorian, whatever calendar the source counts in.
//! 4. Where a format wants a time for every point of a line, the journey is
//!    spread evenly over the days on which the page draws it, which lie within
//!    its bounds. These are a drawing, not a finding; `earliest` and `latest`
//!    still say what is known.
//! 5. The dates as the source gives them stay beside it as EDTF (`arrive`,
//!    `depart`, `null` where it is silent).

use geojson::{Feature, JsonObject, JsonValue};
use serde_json::json;

use crate::domain::formats::itinerary_geojson;
use crate::domain::life::{Life, Place};
use crate::domain::time::Day;

/// A stay or a journey.
pub(super) struct Entry<'a> {
    /// As itinerary.geojson has it.
    pub feature: Feature,
    /// The place of the stay; a journey's is the one it reaches.
    pub place: Option<&'a Place>,
    /// When it is shown.
    pub shown: Span,
    /// When a journey is drawn to move.
    pub moves: Option<Span>,
}

/// From the beginning of one day to the end of another.
#[derive(Clone, Copy)]
pub(super) struct Span {
    pub first: Day,
    pub last: Day,
}

/// Stays and journeys in order of time.
pub(super) fn entries(life: &Life) -> Vec<Entry<'_>> {
    let itinerary = &life.itinerary;
    let point = |id: &str| life.place(id).and_then(|place| place.point);
    let journeys = itinerary.journeys();
    let mut journeys = journeys.iter();
    let mut stays = 0..itinerary.stays.len();
    let entry = |feature: Feature| {
        let journey = (text(&feature, "type") == "journey").then(|| journeys.next()).flatten();
        let (stay, (first, last)) = match journey {
            Some(journey) => (journey.to, itinerary.journey_bounds(journey)),
            None => {
                let stay = stays.next()?;
                (stay, itinerary.stay_bounds(stay))
            }
        };
        let first = if first == Day::MIN { life.entry.first_day.min(last) } else { first };
        Some(Entry {
            feature,
            place: life.place(&itinerary.stays[stay].place),
            shown: Span { first, last },
            moves: journey.map(|journey| {
                let leave = journey.drawn_departure.max(first);
                Span { first: leave, last: journey.drawn_arrival.max(leave) }
            }),
        })
    };
    itinerary_geojson::to_features(itinerary, point).into_iter().filter_map(entry).collect()
}

impl Entry<'_> {
    /// A property that is a text; empty if it is not.
    pub fn text(&self, key: &str) -> &str {
        text(&self.feature, key)
    }

    /// Its properties with `start` and `end` left free for a viewer's times:
    /// the quote's offsets are called `quote_start` and `quote_end`.
    pub fn properties(&self) -> JsonObject {
        let mut properties = self.feature.properties.clone().unwrap_or_default();
        properties.remove("when");
        for (offset, renamed) in [("start", "quote_start"), ("end", "quote_end")] {
            if let Some(value) = properties.remove(offset) {
                properties.insert(renamed.into(), value);
            }
        }
        properties.insert("earliest".into(), json!(self.shown.first));
        properties.insert("latest".into(), json!(self.shown.last));
        properties.insert("title".into(), json!(self.place.map(|place| &place.title)));
        properties
    }

    /// The same, with the times it is shown as `start` and `end`.
    pub fn properties_with_times(&self) -> JsonObject {
        let mut properties = self.properties();
        properties.insert("start".into(), json!(instant(self.shown.begin())));
        properties.insert("end".into(), json!(instant(self.shown.end())));
        properties
    }
}

fn text<'a>(feature: &'a Feature, key: &str) -> &'a str {
    feature.property(key).and_then(JsonValue::as_str).unwrap_or_default()
}

const SECONDS_A_DAY: i64 = 86_400;

impl Span {
    /// Its first second, counted from 1970.
    pub fn begin(self) -> i64 {
        i64::from(self.first.0) * SECONDS_A_DAY
    }

    /// Its last second.
    pub fn end(self) -> i64 {
        (i64::from(self.last.0) + 1) * SECONDS_A_DAY - 1
    }
}

/// A second counted from 1970 as ECMAScript reads it; years before 0 have six
/// digits there.
///
/// <https://tc39.es/ecma262/#sec-date-time-string-format>
pub(super) fn instant(seconds: i64) -> String {
    let (year, month, day) = Day(seconds.div_euclid(SECONDS_A_DAY) as i32).ymd();
    let second = seconds.rem_euclid(SECONDS_A_DAY);
    let (hour, minute, second) = (second / 3600, second / 60 % 60, second % 60);
    let year = if year < 0 { format!("-{:06}", -year) } else { format!("{year:04}") };
    format!("{year}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}Z")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn instants_are_what_ecmascript_reads() {
        assert_eq!(instant(0), "1970-01-01T00:00:00Z");
        assert_eq!(instant(-1), "1969-12-31T23:59:59Z");
        let ides: Day = "-0043-03-15".parse().unwrap();
        let span = Span { first: ides, last: ides };
        assert_eq!(instant(span.begin()), "-000043-03-15T00:00:00Z");
        assert_eq!(instant(span.end()), "-000043-03-15T23:59:59Z");
        let year_0 = Day::from_ymd(0, 1, 1).unwrap();
        assert_eq!(instant(Span { first: year_0, last: year_0 }.begin()), "0000-01-01T00:00:00Z");
    }
}
