//! `chronotope geoparse`: finds place names in a text and prints them as JSON lines.

use std::path::Path;

use chronotope::geoparse::{
    CodePoints, Finding, Gazetteer, PlaceCandidate, find_dates, find_mentions,
};
use chronotope::pipeline::read_gazetteer;
use chronotope::pipeline::render;
use serde::Serialize;

use super::input::{self, stream};
use super::outcome::{Failure, Outcome};

#[derive(clap::Args)]
#[group(id = "geoparse")]
pub struct Arguments {
    #[command(flatten)]
    input: input::Arguments,
    /// Give the evidence for each place, and the candidates that were rejected
    #[arg(long)]
    explain: bool,
}

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
    #[serde(flatten, skip_serializing_if = "Option::is_none")]
    explanation: Option<Explanation>,
}

#[derive(Serialize)]
struct Explanation {
    /// The evidence that the name is a place's.
    because: Vec<Reason>,
    /// How well the chosen place fits.
    score: Option<f64>,
    refused: Vec<Refused>,
}

#[derive(Serialize)]
struct Reason {
    clue: &'static str,
    weight: f64,
}

#[derive(Serialize)]
struct Refused {
    id: String,
    name: String,
    lat: Option<f64>,
    lon: Option<f64>,
    score: f64,
    why: Vec<String>,
}

pub fn run(root: &Path, arguments: &Arguments) -> Outcome {
    let gazetteer = read_gazetteer(&root.join("seeds/gazetteer"))
        .map_err(|diagnostics| Failure::Findings(render(&diagnostics)))?;
    stream(&arguments.input, "mentions", |text| {
        let mut points = CodePoints::new(text);
        find_mentions(text, &gazetteer, &find_dates(text), &[])
            .iter()
            .map(|finding| Mention {
                explanation: arguments.explain.then(|| explain(finding, &gazetteer)),
                ..mention(finding, text, &gazetteer, &mut points)
            })
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
        explanation: None,
    }
}

fn explain(finding: &Finding, gazetteer: &Gazetteer) -> Explanation {
    let chosen = finding.candidates.first().filter(|_| finding.entry.is_some());
    let refused = finding.candidates.iter().skip(usize::from(chosen.is_some()));
    Explanation {
        because: finding
            .clues
            .iter()
            .map(|clue| Reason { clue: clue.words(), weight: clue.weight() })
            .collect(),
        score: chosen.map(|candidate| hundredths(candidate.score())),
        refused: refused
            .map(|candidate| {
                let place = gazetteer.place_of(candidate.entry);
                Refused {
                    id: place.id.clone(),
                    name: place.title.clone(),
                    lat: place.point.map(|p| p.lat),
                    lon: place.point.map(|p| p.lon),
                    score: hundredths(candidate.score()),
                    why: reasons(candidate, chosen),
                }
            })
            .collect(),
    }
}

/// In what a candidate falls behind the chosen one.
fn reasons(candidate: &PlaceCandidate, chosen: Option<&PlaceCandidate>) -> Vec<String> {
    let Some(chosen) = chosen else {
        return vec!["no candidate is far enough ahead of the others".to_owned()];
    };
    let weights = [
        ("less prominent", candidate.prominence - chosen.prominence),
        ("not its preferred name", candidate.name - chosen.name),
        ("the name was not in use at that time", candidate.time - chosen.time),
        ("does not fit the use of the article", candidate.article - chosen.article),
        ("not the kind of place that the text states", candidate.kind - chosen.kind),
        ("the text does not name a place that contains it", candidate.container - chosen.container),
        (
            "agrees less with the places around it in the text",
            candidate.coherence - chosen.coherence,
        ),
        ("elsewhere the text means another place", candidate.discourse - chosen.discourse),
    ];
    weights
        .iter()
        .filter(|(_, weight)| *weight < -0.05)
        .map(|(words, weight)| format!("{words} ({})", hundredths(*weight)))
        .collect()
}

fn hundredths(number: f64) -> f64 {
    (number * 100.0).round() / 100.0
}
