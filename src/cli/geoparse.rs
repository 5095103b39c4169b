use std::path::Path;

use chronotope::build::{read_gazetteer, render};
use chronotope::geoparse::{CodePoints, Finding, Gazetteer, find_dates, find_mentions};
use serde::Serialize;

use super::input::{Arguments, stream};
use super::{Failure, Outcome};

#[derive(Serialize)]
struct Mention {
    start: usize,
    end: usize,
    surface: String,
    id: Option<String>,
    name: Option<String>,
    kind: Option<&'static str>,
    lat: Option<f64>,
    lon: Option<f64>,
    confidence: f64,
    embedded: bool,
}

pub fn run(root: &Path, arguments: &Arguments) -> Outcome {
    let gazetteer = read_gazetteer(&root.join("seeds/gazetteer"))
        .map_err(|diagnostics| Failure::Findings(render(&diagnostics)))?;
    stream(arguments, "mentions", |text| {
        let mut points = CodePoints::new(text);
        find_mentions(text, &gazetteer, &find_dates(text), &[])
            .iter()
            .map(|finding| mention(finding, text, &gazetteer, &mut points))
            .collect()
    })
}

fn mention(
    finding: &Finding,
    text: &str,
    gazetteer: &Gazetteer,
    points: &mut CodePoints<'_>,
) -> Mention {
    let place = finding.entry.map(|entry| gazetteer.place_of(entry));
    let place = place.as_deref();
    let point = place.and_then(|p| p.point);
    Mention {
        start: points.at(finding.start),
        end: points.at(finding.end),
        surface: text[finding.start..finding.end].to_owned(),
        id: place.map(|p| p.id.clone()),
        name: place.map(|p| p.title.clone()),
        kind: place.map(|p| p.kind.as_str()),
        lat: point.map(|p| p.lat),
        lon: point.map(|p| p.lon),
        confidence: finding.confidence,
        embedded: finding.embedded,
    }
}
