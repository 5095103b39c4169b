//! Stays and journeys in order of time, with the times that other tools need. All
//! formats but LPF are made from them.
//!
//! A source gives an uncertain date, or none at all. Other tools need a beginning
//! and an end. These are the rules:
//!
//! 1. A stay is **shown** from its earliest possible arrival to its latest
//!    possible departure, a journey from its earliest possible beginning to its
//!    latest possible end. The itinerary has these bounds: a date that the source
//!    does not give (`null`) is bounded by the stays before and after it.
//!    Neighbouring stays may therefore overlap.
//! 2. A stay or journey without a bound begins on the first day of the narrative
//!    or ends on its last.
//! 3. A day is shown from 00:00:00 to 23:59:59. It has no time zone and is written
//!    as UTC. Days are Gregorian, also where the source uses the Julian calendar.
//! 4. Some formats need a time for every point of a line. There the journey is
//!    spread evenly over the days on which the page draws it, which lie within its
//!    bounds. These times are for drawing only; `earliest` and `latest` say what
//!    is known.
//! 5. The dates of the source are kept as EDTF (`arrive`, `depart`; `null` where
//!    the source gives none).

use geojson::{Feature, JsonObject, JsonValue};
use serde_json::json;

use crate::domain::formats::itinerary_geojson;
use crate::domain::life::{Life, Place};
use crate::domain::time::Day;

/// A stay or a journey.
pub(super) struct Entry<'a> {
    /// The feature of itinerary.geojson.
    pub feature: Feature,
    /// The place of the stay, or the place that the journey reaches.
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
    /// A property of type text. Empty if it is missing or of another type.
    pub fn text(&self, key: &str) -> &str {
        text(&self.feature, key)
    }

    /// The properties, with the offsets of the quote renamed to `quote_start` and
    /// `quote_end`, because viewers expect times in `start` and `end`.
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

    /// The properties, with the times at which the entry is shown in `start` and `end`.
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
    /// The first second, as Unix time.
    pub fn begin(self) -> i64 {
        i64::from(self.first.0) * SECONDS_A_DAY
    }

    /// The last second, as Unix time.
    pub fn end(self) -> i64 {
        (i64::from(self.last.0) + 1) * SECONDS_A_DAY - 1
    }
}

/// A Unix time as ECMAScript reads it. Years before 0 have six digits there.
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
