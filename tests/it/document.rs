//! `data/<life>/itinerary.html`: the life as a document.

use std::collections::BTreeSet;

use crate::support::{Project, repository};
use quick_xml::Reader;
use quick_xml::events::Event;

/// A document as a strict XML parser reads it.
#[derive(Default)]
struct Parsed {
    elements: BTreeSet<String>,
    attributes: BTreeSet<String>,
    links: Vec<String>,
    text: String,
}

fn parsed(html: &str) -> Parsed {
    let mut parsed = Parsed::default();
    let mut reader = Reader::from_str(html);
    let mut open = Vec::new();
    loop {
        match reader.read_event().unwrap() {
            Event::Eof => break,
            Event::Text(text) => parsed.text += &text,
            Event::GeneralRef(name) => {
                parsed.text += match &*name {
                    "#39" => "'",
                    name => quick_xml::escape::resolve_xml_entity(name).unwrap(),
                };
            }
            Event::End(end) => {
                assert_eq!(open.pop().unwrap(), end.name().as_ref());
            }
            event => {
                let (element, closed) = match &event {
                    Event::Start(element) => (element, false),
                    Event::Empty(element) => (element, true),
                    other => panic!("{other:?}"),
                };
                let name = element.name().as_ref().to_owned();
                parsed.elements.insert(name.clone());
                for attribute in element.attributes() {
                    let attribute = attribute.unwrap();
                    let key = attribute.key.as_ref().to_owned();
                    let value = attribute.value.into_owned();
                    if key == "href" {
                        parsed.links.push(quick_xml::escape::unescape(&value).unwrap().into());
                    }
                    parsed.attributes.insert(key);
                }
                if !closed {
                    open.push(name);
                }
            }
        }
    }
    assert!(open.is_empty());
    parsed
}

fn names(names: &BTreeSet<String>) -> Vec<&str> {
    names.iter().map(String::as_str).collect()
}

#[test]
fn markup_in_any_field_stays_text() {
    const EVIL: &str = "<img src=x onerror=alert(1)>&amp;\"'</q>";
    let project = Project::tiny();
    let life = "seeds/lives/marta/life.toml";
    let quoted = |text: &str| format!("'''{text}'''");
    project.edit(life, "title = \"Marta Vale\"", &format!("title = {}", quoted(EVIL)));
    project.edit(life, "title = \"Marta Vale\"", "title = '''<b>source</b>'''");
    project.edit(life, "\"Hand-made for the tests\"", "'''<b>publisher</b>'''");
    project.edit(life, "\"https://example.org/marta\"", "'''https://example.org/\"><b>url'''");
    project.edit(life, "\"CC0\"", "'''<b>licence</b>'''");
    project.edit(
        life,
        "\"https://creativecommons.org/publicdomain/zero/1.0/\"",
        "'''javascript:alert(1)'''",
    );
    let text = "seeds/lives/marta/text.txt";
    project.edit(text, "Later years", "Later <b> & years");
    project.edit(text, "she moved to", &format!("she {EVIL} moved to"));
    let itinerary = "seeds/lives/marta/itinerary.toml";
    let stays = project.read(itinerary).replace("[[stay]]", "[[stay]]\nbecause = \"a test\"");
    let stays = stays.replace(
        "\"In June 1899, she moved to Brennick\"",
        &quoted(&format!("In June 1899, she {EVIL} moved to Brennick")),
    );
    project.write(itinerary, stays);
    let places = project.read("seeds/gazetteer/historical.toml");
    let places = places.replace("toponym = \"", "toponym = \"<b>&'");
    project.write("seeds/gazetteer/historical.toml", places.replace("title = \"", "title = \"<b>"));

    project.chronotope(&["build"]).assert().success();
    let html = project.read("data/marta/itinerary.html");
    let parsed = parsed(&html);
    let elements = names(&parsed.elements);
    let known =
        "a article circle g h1 h2 li ol p path q svg text title".split(' ').collect::<Vec<_>>();
    assert_eq!(elements, known, "no element but the document's own");
    assert!(!names(&parsed.attributes).iter().any(|a| *a == "style" || a.starts_with("on")));
    assert!(parsed.links.contains(&"https://example.org/\"><b>url".to_owned()));
    assert!(parsed.links.iter().all(|l| l.starts_with("https://") || l.starts_with('#')));
    for said in [EVIL, "<b>source</b>", "<b>publisher</b>", "<b>licence</b>", "<b>&'Brennick"] {
        assert!(parsed.text.contains(said), "{said} in {}", parsed.text);
    }
    assert!(parsed.text.contains("Later <b> & years"), "{}", parsed.text);
    assert!(parsed.text.contains(&format!("she {EVIL} moved to Brennick")), "{}", parsed.text);
}

#[test]
fn control_characters_are_replaced() {
    let project = Project::tiny();
    let life = "seeds/lives/marta/life.toml";
    project.edit(life, "title = \"Marta Vale\"", "title = \"Marta\\u0001\\u007fVale\"");
    project.chronotope(&["build"]).assert().success();
    let html = project.read("data/marta/itinerary.html");
    assert!(html.contains("<h1>Marta\u{fffd}\u{fffd}Vale, "), "{html}");
    assert!(!html.contains(|c: char| c.is_control() && c != '\n'));
}

#[test]
fn the_first_life_is_a_document_with_every_stay() {
    let html =
        std::fs::read_to_string(repository().join("data/joseph-stalin/itinerary.html")).unwrap();
    let parsed = parsed(&html);
    assert_eq!(html.matches("<li>").count(), 94);
    assert_eq!(html.matches("<q>").count(), 94);
    assert!(parsed.links.iter().any(|link| link == "#sel=novaya-uda"));
    assert!(parsed.links.iter().any(|link| link == "#date=1878-12-18"));
    assert!(html.contains("<h2>1878–1899: Childhood to young adulthood</h2>\n<ol start=\"1\">"));
    assert!(html.contains("stroke-dasharray"), "what is unknown is dashed");
}
