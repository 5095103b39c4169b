//! The form of a route in an address:
//! `title.1903-12-01_novaya-uda_5_What+is+this%3F.1904-01-17`, that is the title and
//! the stops between full stops, and the parts of a stop (day, place, zoom, note) between
//! low lines. Parts that are missing at the end are left out.
//!
//! Of the characters that separate parts, none is changed or cut off by programs that
//! pass links on. In texts all but letters of ASCII, digits and hyphens is
//! percent-encoded, with `+` for a space. `percent-encoding`, the crate, would do it in
//! the same number of lines, because the separators and `+` are ours.

use std::fmt;

use super::{MAX_STOPS, Route, RouteStop, ZOOMS};
use crate::domain::formats::{format_decimal, parse_decimal};

impl Route {
    /// Reads a route from an address. What cannot be read is left out; the second value
    /// is how many parts, stops or the title, that are.
    #[must_use]
    pub fn parse(text: &str) -> (Self, usize) {
        let mut parts = text.split('.');
        let title = decode(parts.next().unwrap_or_default());
        let mut unread = usize::from(title.is_none());
        let mut stops = Vec::new();
        for part in parts {
            match RouteStop::parse(part).filter(|_| stops.len() < MAX_STOPS) {
                Some(stop) => stops.push(stop),
                None => unread += 1,
            }
        }
        (Self { title: title.unwrap_or_default(), stops }, unread)
    }
}

impl RouteStop {
    fn parse(text: &str) -> Option<Self> {
        let mut parts = text.split('_');
        let day = parts.next()?.parse().ok()?;
        let mut next = || decode(parts.next().unwrap_or_default());
        let (place, zoom, note) = (next()?, next()?, next()?);
        let zoom = match zoom.as_str() {
            "" => None,
            zoom => Some(parse_decimal(zoom)?.round()).filter(|zoom| ZOOMS.contains(zoom)),
        };
        let stop = Self { day, place: Some(place).filter(|id| !id.is_empty()), zoom, note };
        parts.next().is_none().then_some(stop)
    }
}

/// Writes it as [`Route::parse`] reads it.
impl fmt::Display for Route {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&encode(&self.title))?;
        for stop in &self.stops {
            let place = stop.place.as_deref().map(encode).unwrap_or_default();
            let zoom = stop.zoom.map(|zoom| format_decimal(zoom, 0)).unwrap_or_default();
            let words = format!("{}_{place}_{zoom}_{}", stop.day, encode(&stop.note));
            write!(f, ".{}", words.trim_end_matches('_'))?;
        }
        Ok(())
    }
}

fn encode(text: &str) -> String {
    let mut encoded = String::with_capacity(text.len());
    for byte in text.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' => encoded.push(char::from(byte)),
            b' ' => encoded.push('+'),
            _ => encoded += &format!("%{byte:02X}"),
        }
    }
    encoded
}

/// `None` if an escape is incomplete, or the bytes are not UTF-8.
fn decode(text: &str) -> Option<String> {
    let mut bytes = text.bytes();
    let mut decoded = Vec::with_capacity(text.len());
    while let Some(byte) = bytes.next() {
        decoded.push(match byte {
            b'+' => b' ',
            b'%' => hex(bytes.next()?)? * 16 + hex(bytes.next()?)?,
            _ => byte,
        });
    }
    String::from_utf8(decoded).ok()
}

fn hex(digit: u8) -> Option<u8> {
    char::from(digit).to_digit(16).map(|value| value as u8)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::life::samples::day;

    #[test]
    fn a_route_is_read_as_it_was_written() {
        let stop = RouteStop { day: day("1903-12-01"), ..RouteStop::default() };
        let route = Route {
            title: "In exile".to_owned(),
            stops: vec![
                RouteStop {
                    place: Some("novaya-uda".to_owned()),
                    zoom: Some(5.0),
                    note: "Why <here>? 1_2.".to_owned(),
                    ..stop.clone()
                },
                RouteStop { note: "Что?\n".to_owned(), ..stop.clone() },
                stop,
            ],
        };
        let written = "In+exile.1903-12-01_novaya-uda_5_Why+%3Chere%3E%3F+1%5F2%2E\
            .1903-12-01___%D0%A7%D1%82%D0%BE%3F%0A.1903-12-01";
        assert_eq!(route.to_string(), written);
        assert_eq!(Route::parse(written), (route, 0));
        assert_eq!(Route::parse(""), (Route::default(), 0));
        assert_eq!(Route::default().to_string(), "");
    }

    #[test]
    fn what_cannot_be_read_is_counted_and_the_rest_is_kept() {
        for (text, stops, unread) in [
            ("%", 0, 1),
            ("title", 0, 0),
            ("%FF.1903-12-01", 1, 1),
            ("t.", 0, 1),
            ("t.1903-13-01.1903-12-01", 1, 1),
            ("t.1903-12-01_a_5_note%4", 0, 1),
            ("t.1903-12-01_a_five", 0, 1),
            ("t.1903-12-01_a_256", 1, 0),
            ("t.1903-12-01_a_5_note_more", 0, 1),
            ("t.1903-12-01____", 0, 1),
            ("t.1903-12-01%20", 0, 1),
        ] {
            let (route, found) = Route::parse(text);
            assert_eq!((route.stops.len(), found), (stops, unread), "{text}");
        }
        let many = "t".to_owned() + &".1903-12-01".repeat(MAX_STOPS + 3);
        let (route, unread) = Route::parse(&many);
        assert_eq!((route.stops.len(), unread), (MAX_STOPS, 3));
    }
}
