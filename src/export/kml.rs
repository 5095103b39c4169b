//! Stays and journeys as KML 2.2, a folder each, with a `TimeSpan` on every
//! placemark. A stay or journey without a position is a placemark without geometry.
//!
//! Programs read a `description` as HTML. Text from the data is therefore escaped
//! twice: here for HTML, and by the XML writer for XML.
//!
//! <https://developers.google.com/kml/documentation/kmlreference>,
//! <https://docs.ogc.org/is/07-147r2/07-147r2.html>

use std::io;

use geojson::{GeometryValue, JsonValue, Position};
use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};

use super::credit::credit;
use super::entry::{Entry, entries};
use crate::domain::life::{KindTable, Life};
use crate::domain::time::Day;

type Xml = Writer<Vec<u8>>;

/// The properties in the `ExtendedData` of a placemark, for programs that read
/// tables.
const DATA: [&str; 9] =
    ["seq", "type", "place", "kind", "arrive", "depart", "calendar", "certainty", "precision_km"];

pub(super) fn write(life: &Life) -> Vec<u8> {
    // Writing to memory does not fail.
    document(life).unwrap_or_default()
}

fn document(life: &Life) -> io::Result<Vec<u8>> {
    let mut xml = Writer::new_with_indent(Vec::new(), b' ', 1);
    xml.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    let namespaces = [
        ("xmlns", "http://www.opengis.net/kml/2.2"),
        ("xmlns:atom", "http://www.w3.org/2005/Atom"),
    ];
    xml.create_element("kml").with_attributes(namespaces).write_inner_content(|xml| {
        element(xml, "Document", |xml| {
            let source = &life.entry.source;
            text(xml, "name", &life.entry.title)?;
            element(xml, "atom:author", |xml| text(xml, "atom:name", &source.publisher))?;
            let href = plain(&source.url);
            let link = xml.create_element("atom:link").with_attribute(("href", href.as_str()));
            link.write_empty()?;
            text(xml, "description", &html(&credit(life)))?;
            styles(xml, &life.kinds)?;
            let (journeys, stays): (Vec<_>, Vec<_>) =
                entries(life).into_iter().partition(|entry| entry.moves.is_some());
            folder(xml, "Stays", &stays)?;
            folder(xml, "Journeys", &journeys)
        })
    })?;
    let mut bytes = xml.into_inner();
    bytes.push(b'\n');
    Ok(bytes)
}

fn folder(xml: &mut Xml, name: &str, entries: &[Entry]) -> io::Result<()> {
    element(xml, "Folder", |xml| {
        text(xml, "name", name)?;
        entries.iter().try_for_each(|entry| placemark(xml, entry))
    })
}

/// The order of the elements is the schema's.
fn placemark(xml: &mut Xml, entry: &Entry) -> io::Result<()> {
    element(xml, "Placemark", |xml| {
        text(xml, "name", entry.text("name"))?;
        text(xml, "description", &description(entry))?;
        element(xml, "TimeSpan", |xml| {
            text(xml, "begin", &schema_date(entry.shown.first))?;
            text(xml, "end", &schema_date(entry.shown.last))
        })?;
        text(xml, "styleUrl", &format!("#{}", entry.text("kind")))?;
        element(xml, "ExtendedData", |xml| DATA.iter().try_for_each(|key| datum(xml, entry, key)))?;
        match entry.feature.geometry.as_ref().map(|geometry| &geometry.value) {
            Some(GeometryValue::Point { coordinates }) => {
                element(xml, "Point", |xml| positions(xml, std::slice::from_ref(coordinates)))
            }
            Some(GeometryValue::LineString { coordinates }) => line(xml, coordinates),
            Some(GeometryValue::MultiLineString { coordinates }) => {
                element(xml, "MultiGeometry", |xml| {
                    coordinates.iter().try_for_each(|piece| line(xml, piece))
                })
            }
            _ => Ok(()),
        }
    })
}

fn description(entry: &Entry) -> String {
    let quote = format!("“{}”", html(entry.text("quote")));
    match entry.text("note") {
        "" => quote,
        note => format!("{quote}\n\n{}", html(note)),
    }
}

fn datum(xml: &mut Xml, entry: &Entry, key: &str) -> io::Result<()> {
    let value = match (key, entry.feature.property(key)) {
        ("precision_km", _) => entry.place.map(|place| place.precision_km.to_string()),
        (_, None | Some(JsonValue::Null)) => None,
        (_, Some(JsonValue::String(text))) => Some(text.clone()),
        (_, Some(value)) => Some(value.to_string()),
    };
    let Some(value) = value else { return Ok(()) };
    xml.create_element("Data")
        .with_attribute(("name", key))
        .write_inner_content(|xml| text(xml, "value", &value))
        .map(|_| ())
}

fn line(xml: &mut Xml, coordinates: &[Position]) -> io::Result<()> {
    element(xml, "LineString", |xml| {
        text(xml, "tessellate", "1")?;
        positions(xml, coordinates)
    })
}

fn positions(xml: &mut Xml, coordinates: &[Position]) -> io::Result<()> {
    let one = |position: &Position| {
        position.as_slice().iter().map(ToString::to_string).collect::<Vec<_>>().join(",")
    };
    text(xml, "coordinates", &coordinates.iter().map(one).collect::<Vec<_>>().join(" "))
}

/// One style per kind. Kinds of one group have the same colour, as on the page.
/// No icon is named, because programs would fetch it from a server.
fn styles(xml: &mut Xml, kinds: &KindTable) -> io::Result<()> {
    for kind in kinds.kinds() {
        style(xml, &kind.word, |xml| {
            element(xml, "IconStyle", |xml| text(xml, "color", &kml_colour(&kind.group.colour)))
        })?;
    }
    style(xml, "journey", |xml| {
        element(xml, "LineStyle", |xml| {
            text(xml, "color", PERSON)?;
            text(xml, "width", "2")
        })
    })
}

fn style(
    xml: &mut Xml,
    id: &str,
    content: impl FnOnce(&mut Xml) -> io::Result<()>,
) -> io::Result<()> {
    xml.create_element("Style").with_attribute(("id", id)).write_inner_content(content).map(|_| ())
}

/// The colour of the trail, as KML writes it: alpha, blue, green, red.
const PERSON: &str = "ff1b37c8";

/// A colour `#rrggbb` as KML writes it.
fn kml_colour(colour: &str) -> String {
    let part = |range: std::ops::Range<usize>| colour.get(range).unwrap_or("00");
    format!("ff{}{}{}", part(5..7), part(3..5), part(1..3))
}

fn element(
    xml: &mut Xml,
    name: &str,
    content: impl FnOnce(&mut Xml) -> io::Result<()>,
) -> io::Result<()> {
    xml.create_element(name).write_inner_content(content).map(|_| ())
}

fn text(xml: &mut Xml, name: &str, content: &str) -> io::Result<()> {
    xml.create_element(name).write_text_content(BytesText::new(&plain(content))).map(|_| ())
}

/// Text without the characters that XML 1.0 cannot represent.
fn plain(text: &str) -> String {
    let cannot = |c: char| matches!(c, '\0'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}');
    text.replace(cannot, "\u{fffd}")
}

/// Text escaped for HTML.
fn html(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

/// A date as in XML Schema 1.0, which KML 2.2 refers to. There is no year 0: 1 BCE
/// is -0001.
///
/// <https://www.w3.org/TR/2004/REC-xmlschema-2-20041028/#date>
fn schema_date(day: Day) -> String {
    let (year, month, date) = day.ymd();
    let (sign, year) = if year > 0 { ("", year) } else { ("-", 1 - year) };
    format!("{sign}{year:04}-{month:02}-{date:02}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_those_of_xml_schema() {
        for (day, date) in [
            ("1903-11-21", "1903-11-21"),
            ("0001-01-01", "0001-01-01"),
            ("0000-12-31", "-0001-12-31"),
            ("-0043-03-15", "-0044-03-15"),
            ("-9999-01-01", "-10000-01-01"),
        ] {
            assert_eq!(schema_date(day.parse().unwrap()), date);
        }
    }

    #[test]
    fn text_holds_nothing_that_xml_cannot() {
        assert_eq!(plain("a\u{0}b\tc\nd\u{c}"), "a\u{fffd}b\tc\nd\u{fffd}");
    }
}
