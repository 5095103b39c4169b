//! `chronotope export`: every format, read back by an independent parser.

use std::collections::BTreeMap;
use std::process::{Command, Stdio};

use crate::support::{Project, chronotope, repository};
use chronotope::export::FORMATS;
use quick_xml::Reader;
use quick_xml::events::Event;
use serde_json::{Value, json};

fn tiny() -> Project {
    let project = Project::tiny();
    project.chronotope(&["build"]).assert().success();
    project
}

/// The output of `export`. The life is in data/, with or without seeds/ beside it.
fn export(project: &Project, life: &str, format: &str) -> String {
    let assert = project.chronotope(&["export", life, "--to", format]).assert().success();
    String::from_utf8(assert.get_output().stdout.clone()).unwrap()
}

fn features(geojson: &str) -> Vec<Value> {
    // Read by a strict parser and by a simple one.
    geojson.parse::<geojson::FeatureCollection>().unwrap();
    let mut file: Value = serde_json::from_str(geojson).unwrap();
    assert!(file["attribution"].as_str().is_some_and(|credit| credit.contains("Text: “")));
    file["features"].as_array_mut().map(std::mem::take).unwrap()
}

fn rows(csv: &str) -> Vec<BTreeMap<String, String>> {
    let mut reader = csv::Reader::from_reader(csv.as_bytes());
    reader.deserialize().map(Result::unwrap).collect()
}

/// Every element's path and the text directly in it.
fn elements(xml: &str) -> Vec<(String, String)> {
    let mut reader = Reader::from_str(xml);
    let (mut path, mut open, mut found) = (Vec::new(), Vec::new(), Vec::new());
    loop {
        match reader.read_event().unwrap() {
            Event::Start(start) => {
                path.push(start.name().as_ref().to_owned());
                open.push(String::new());
            }
            Event::Text(text) => {
                if let Some(open) = open.last_mut() {
                    *open += &text;
                }
            }
            Event::GeneralRef(entity) => {
                let name = &*entity;
                let text = quick_xml::escape::resolve_xml_entity(name).unwrap();
                *open.last_mut().unwrap() += text;
            }
            Event::End(_) => {
                found.push((path.join("/"), open.pop().unwrap()));
                path.pop();
            }
            Event::Eof => return found,
            _ => {}
        }
    }
}

fn texts<'a>(elements: &'a [(String, String)], ending: &str) -> Vec<&'a str> {
    elements.iter().filter(|(p, _)| p.ends_with(ending)).map(|(_, text)| text.as_str()).collect()
}

#[test]
fn an_export_is_the_very_file_that_build_writes() {
    let files = |id: &str, format: &str| match format {
        "lpf" => format!("data/{id}/places.geojson"),
        "geojson" => format!("data/{id}/itinerary.geojson"),
        "csv" | "kml" => format!("data/{id}/downloads/{id}.{format}"),
        dialect => format!("data/{id}/downloads/{id}.{dialect}.geojson"),
    };
    let project = tiny();
    for format in FORMATS.map(|format| format.info.name) {
        assert_eq!(export(&project, "marta", format), project.read(&files("marta", format)));
        let first = chronotope(&["export", "joseph-stalin", "--to", format]).assert().success();
        let file = repository().join(files("joseph-stalin", format));
        assert!(first.get_output().stdout == std::fs::read(file).unwrap(), "{format}");
    }
    let lives: Value = serde_json::from_str(&project.read("data/lives.json")).unwrap();
    let downloads = lives[0]["files"]["downloads"].as_array().unwrap();
    assert_eq!(downloads.len(), FORMATS.iter().filter(|format| format.is_download()).count());
    for download in downloads {
        assert!(project.path("data").join(download.as_str().unwrap()).is_file(), "{download}");
    }
}

#[test]
fn every_stay_and_journey_is_in_every_format_and_begins_before_it_ends() {
    let life = |format: &str| {
        let assert = chronotope(&["export", "joseph-stalin", "--to", format]).assert().success();
        String::from_utf8(assert.get_output().stdout.clone()).unwrap()
    };
    let itinerary = features(&life("geojson"));
    let rows = rows(&life("csv"));
    assert_eq!(rows.len(), itinerary.len());
    for (row, feature) in rows.iter().zip(&itinerary) {
        let properties = &feature["properties"];
        assert_eq!(row["seq"], properties["seq"].to_string());
        assert_eq!(row["quote"], properties["quote"].as_str().unwrap());
        assert_eq!(row["arrive"], properties["arrive"].as_str().unwrap_or_default());
        assert!(row["earliest"] <= row["latest"], "{row:?}");
        assert!(row["lat"].parse::<f64>().is_ok() && row["lon"].parse::<f64>().is_ok());
    }
    let kml = elements(&life("kml"));
    assert_eq!(texts(&kml, "Placemark/name").len(), itinerary.len());
    let (begin, end) = (texts(&kml, "TimeSpan/begin"), texts(&kml, "TimeSpan/end"));
    assert_eq!((begin.len(), end.len()), (itinerary.len(), itinerary.len()));
    assert!(begin.iter().zip(&end).all(|(begin, end)| begin <= end));
    assert!(texts(&kml, "Document/description")[0].contains("CC BY-SA 4.0"));
    let dialect = |format: &str| {
        let features = features(&life(format));
        assert_eq!(features.len(), itinerary.len(), "{format}");
        features
    };
    for feature in dialect("timeline") {
        let p = &feature["properties"];
        assert!(p["start"].as_str().unwrap() < p["end"].as_str().unwrap(), "{p}");
        assert!(p["start"].as_str().unwrap().starts_with(p["earliest"].as_str().unwrap()));
        assert!(p["end"].as_str().unwrap().starts_with(p["latest"].as_str().unwrap()));
    }
    for feature in dialect("timedimension") {
        let p = &feature["properties"];
        let times = match feature["geometry"]["type"].as_str().unwrap() {
            "Point" => p["times"].as_array().unwrap(),
            _ => p["coordTimes"].as_array().unwrap(),
        };
        assert!(times.windows(2).all(|w| w[0].as_str().unwrap() < w[1].as_str().unwrap()), "{p}");
        assert!(p["earliest"].as_str().unwrap() <= times[0].as_str().unwrap());
        let coordinates = feature["geometry"]["coordinates"].as_array().unwrap();
        assert_eq!(coordinates.len(), times.len(), "a time for every point; a stay has two");
    }
    let mut lines = true;
    for feature in dialect("kepler") {
        let line = feature["geometry"]["type"] == "LineString";
        assert!(lines || !line, "journeys come first");
        lines = line;
        if line {
            let coordinates = feature["geometry"]["coordinates"].as_array().unwrap();
            assert!(coordinates.len() >= 3);
            assert!(coordinates.iter().all(|c| c.as_array().unwrap().len() == 4));
            assert!(coordinates.windows(2).all(|w| w[0][3].as_f64() < w[1][3].as_f64()));
            assert!(coordinates[0][3].as_f64().unwrap() < 0.0, "before 1970");
        }
    }
}

#[test]
fn nothing_in_a_quote_or_a_note_becomes_a_formula_or_markup() {
    let project = Project::tiny();
    let quote = "=HYPERLINK(1) <script>alert(1)</script> ]]> & \\\"x\\\" born in Aldby";
    let bare = quote.replace('\\', "");
    project.edit("seeds/lives/marta/text.txt", "Marta Vale was born in Aldby", &bare);
    let itinerary = "seeds/lives/marta/itinerary.toml";
    project.edit(itinerary, "born in Aldby", quote);
    project.edit(itinerary, "The month is", "@SUM(1)\\n<img src=x onerror=alert(1)>, \\u0001");
    project.chronotope(&["build"]).assert().success();
    let quote = format!("{bare} on 2 May 1880");

    let csv = export(&project, "marta", "csv");
    assert!(csv.lines().all(|line| !line.starts_with(['=', '+', '-', '@'])));
    let rows = rows(&csv);
    assert_eq!(rows[0]["quote"], format!("'{quote}"));
    assert!(rows.last().unwrap()["note"].starts_with("'@SUM(1)\n<img"));
    let numbers = ["seq", "lat", "lon", "precision_km", "start", "end"];
    for (column, cell) in rows.iter().flatten() {
        let number = numbers.contains(&column.as_str());
        assert!(!cell.starts_with(['=', '+', '-', '@']) || number, "{column}: {cell}");
        assert!(!number || cell.is_empty() || cell.parse::<f64>().is_ok(), "{column}: {cell}");
    }

    let kml = export(&project, "marta", "kml");
    assert!(!kml.contains("<script") && !kml.contains("<img") && !kml.contains('\u{1}'));
    let descriptions = elements(&kml);
    let descriptions = texts(&descriptions, "Placemark/description");
    let html = quote.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    assert_eq!(descriptions[0], format!("“{html}”"));
    assert!(descriptions.iter().all(|text| !text.contains('<')), "no markup for who reads HTML");

    for format in ["geojson", "timeline", "timedimension"] {
        let features = features(&export(&project, "marta", format));
        assert_eq!(features[0]["properties"]["quote"], quote);
    }
}

/// A life before the year 0, with an open beginning, a place without a position and a
/// journey across the antimeridian. It has data/ alone, without seeds.
fn ancient() -> Project {
    let project = Project::tiny();
    std::fs::create_dir_all(project.path("data/old")).unwrap();
    let source = json!({"title": "T", "publisher": "P", "url": "https://example.org/?a=1&b=2",
        "licence": "CC0", "licence_url": "https://example.org/cc0"});
    let files = json!({"places": "old/p.geojson", "itinerary": "old/i.geojson", "text": "old/t"});
    let lives = json!([{"id": "old", "title": "Old & Older", "span": "-0050/-0043",
        "first_day": "-0050-01-01", "last_day": "-0043-12-31", "source": source,
        "licence": "CC0", "files": files}]);
    let place = |id: &str, point: Value| {
        json!({"type": "Feature", "geometry": point, "names": [{"toponym": id}], "@id": id,
            "properties": {"id": id, "title": id, "kind": "settlement", "precision_km": 1.0},
            "types": [{"sourceLabels": [{"label": "town"}]}]})
    };
    let at = |lon: f64, lat: f64| json!({"type": "Point", "coordinates": [lon, lat]});
    let places = [
        place("east", at(179.0, -10.0)),
        place("west", at(-179.0, -10.0)),
        place("lost", Value::Null),
    ];
    let stay = |place: &str, arrive: Value, depart: Value| {
        json!({"type": "Feature", "geometry": null, "properties": {"type": "stay",
            "place": place, "name": place, "kind": "residence", "arrive": arrive,
            "depart": depart, "calendar": "unspecified", "certainty": "explicit",
            "quote": "q", "start": 0, "end": 1, "note": null, "concurrent": false}})
    };
    let stays = [
        stay("east", Value::Null, "-0045-06".into()),
        stay("west", "-0045-06".into(), "-0043-03-15".into()),
        stay("lost", "-0043-04".into(), Value::Null),
    ];
    let collection =
        |features: &[Value]| json!({"type": "FeatureCollection", "features": features});
    project.write("data/lives.json", lives.to_string());
    project.write("data/kinds.json", include_str!("../../data/kinds.json"));
    project.write("data/old/p.geojson", collection(&places).to_string());
    project.write("data/old/i.geojson", collection(&stays).to_string());
    project
}

#[test]
fn years_before_0_open_dates_and_lost_places_have_one_rule() {
    let project = ancient();
    // In order: the stay in the east, the journey west, the stay in the west, the
    // journey to the lost place, the stay there.
    let rows = rows(&export(&project, "old", "csv"));
    assert_eq!(rows.len(), 5);
    assert_eq!(rows[0]["earliest"], "'-0050-01-01", "open: the narrative's first day");
    assert_eq!((rows[0]["arrive"].as_str(), rows[0]["lat"].as_str()), ("", "-10.0"));
    assert_eq!((rows[4]["lat"].as_str(), rows[4]["latest"].as_str()), ("", "'-0043-12-31"));

    let kml = elements(&export(&project, "old", "kml"));
    // Stays first; in XML Schema there is no year 0, so that -50 is 51 BCE.
    assert_eq!(texts(&kml, "TimeSpan/begin")[..2], ["-0051-01-01", "-0046-06-01"]);
    assert_eq!(texts(&kml, "TimeSpan/end")[1], "-0044-03-15");
    assert_eq!(texts(&kml, "Placemark/Point/coordinates"), ["179,-10", "-179,-10"]);
    assert_eq!(texts(&kml, "MultiGeometry/LineString/coordinates").len(), 2);
    assert_eq!(texts(&kml, "Document/name"), ["Old & Older"]);

    let timeline = features(&export(&project, "old", "timeline"));
    assert_eq!(timeline[0]["properties"]["start"], "-000050-01-01T00:00:00Z");
    assert_eq!(timeline[2]["properties"]["end"], "-000043-03-15T23:59:59Z");
    assert_eq!(timeline[2]["properties"]["depart"], "-0043-03-15", "EDTF stays");
    assert_eq!(timeline[4]["geometry"], Value::Null);

    let dimension = features(&export(&project, "old", "timedimension"));
    let types: Vec<_> = dimension.iter().map(|f| f["geometry"]["type"].as_str()).collect();
    let (point, line) = (Some("Point"), Some("LineString"));
    assert_eq!(types, [point, line, line, point, None, None], "a feature per piece");
    assert_eq!(
        dimension[1]["properties"]["coordTimes"].as_array().unwrap().last(),
        dimension[2]["properties"]["coordTimes"].as_array().unwrap().first(),
    );

    let kepler = features(&export(&project, "old", "kepler"));
    let types: Vec<_> = kepler.iter().map(|f| f["geometry"]["type"].as_str()).collect();
    assert_eq!(types, [line, line, point, point], "nothing without a position");
    assert!(kepler[0]["geometry"]["coordinates"][0][3].as_f64().unwrap() < -6.3e10);
}

#[test]
fn what_cannot_be_exported_is_one_clear_message() {
    let project = tiny();
    let unknown = project.chronotope(&["export", "nobody", "--to", "csv"]).assert().code(1);
    let said = String::from_utf8_lossy(&unknown.get_output().stderr).into_owned();
    assert!(said.contains("`nobody`") && said.contains("marta"), "{said}");
    assert_eq!(said.lines().count(), 1);
    let format = project.chronotope(&["export", "marta", "--to", "xls"]).assert().code(2);
    let said = String::from_utf8_lossy(&format.get_output().stderr).into_owned();
    assert!(said.contains("timedimension"), "{said}");
    project.chronotope(&["export", "marta"]).assert().code(2);
    project.chronotope(&["export", "marta", "--to", "csv", "-o", "no/such/x"]).assert().code(1);
}

#[test]
fn a_file_is_written_whole_and_leaves_nothing_beside_it() {
    let project = tiny();
    project.write("out.csv", "before");
    let run = project.chronotope(&["export", "marta", "--to", "csv", "-o", "out.csv"]).assert();
    assert!(run.success().get_output().stdout.is_empty());
    assert_eq!(project.read("out.csv"), project.read("data/marta/downloads/marta.csv"));
    let beside = std::fs::read_dir(project.path("")).unwrap();
    let mut names: Vec<_> = beside.map(|entry| entry.unwrap().file_name()).collect();
    names.sort();
    assert_eq!(names, ["data", "out.csv", "seeds"]);
}

#[test]
fn a_reader_that_stops_early_is_no_failure() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_chronotope"))
        .args(["export", "joseph-stalin", "--to", "kml"])
        .current_dir(repository())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert!(output.status.success());
    assert!(output.stderr.is_empty(), "{}", String::from_utf8_lossy(&output.stderr));
}
