//! `chronotope draft`: the stays of the person that a text is about, as JSON lines.

use std::path::Path;

use chronotope::domain::life::Certainty;
use chronotope::domain::time::{DateSpan, Day};
use chronotope::draft::{DraftedStay, Known, Refused, draft};
use chronotope::geoparse::{CodePoints, Gazetteer};
use chronotope::pipeline::{read_gazetteer, render};
use serde::{Deserialize, Serialize};

use super::input::{self, stream_with};
use super::outcome::{Failure, Outcome};

#[derive(clap::Args)]
#[group(id = "draft")]
pub struct Arguments {
    #[command(flatten)]
    input: input::Arguments,
    /// The name of the person the text is about [default: the first sentence says it]
    #[arg(long)]
    subject: Option<String>,
    /// The day of birth, YYYY-MM-DD
    #[arg(long)]
    born: Option<Day>,
    /// Give the clues for each stay, and the mentions that were refused
    #[arg(long)]
    explain: bool,
}

/// What a line of NDJSON says of the text's subject.
#[derive(Default, Deserialize)]
struct About {
    subject: Option<String>,
    born: Option<Day>,
}

#[derive(Serialize)]
#[serde(untagged)]
enum Line {
    Stay(Box<Stay>),
    Refused { refused: &'static str, quote: String, start: usize, end: usize },
}

#[derive(Serialize)]
struct Stay {
    place: Option<String>,
    name: String,
    lat: Option<f64>,
    lon: Option<f64>,
    precision_km: f64,
    arrive: Option<String>,
    depart: Option<String>,
    earliest: Option<Day>,
    latest: Option<Day>,
    kind: &'static str,
    certainty: Certainty,
    confidence: f64,
    quote: String,
    start: usize,
    end: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    clues: Option<Vec<String>>,
}

pub fn run(root: &Path, arguments: &Arguments) -> Outcome {
    let gazetteer = read_gazetteer(&root.join("seeds/gazetteer"))
        .map_err(|diagnostics| Failure::Findings(render(&diagnostics)))?;
    stream_with(&arguments.input, "stays", |text, about: &About| {
        let name = about.subject.as_ref().or(arguments.subject.as_ref());
        let known = Known {
            names: name.into_iter().cloned().collect(),
            born: about.born.or(arguments.born),
        };
        let drafted = draft(text, &gazetteer, &known);
        let mut points = CodePoints::new(text);
        let stays = drafted.stays.iter().map(|stay| {
            Line::Stay(Box::new(line(stay, text, &gazetteer, &mut points, arguments.explain)))
        });
        let mut lines: Vec<Line> = stays.collect();
        if arguments.explain {
            let refused = drafted.refused.iter();
            lines.extend(refused.map(|refused| refusal(refused, text, &mut points)));
        }
        lines
    })
}

fn line(
    stay: &DraftedStay,
    text: &str,
    gazetteer: &Gazetteer,
    points: &mut CodePoints<'_>,
    explain: bool,
) -> Stay {
    let place = gazetteer.place_of(stay.entry);
    let name = match stay.earliest {
        Some(day) => place.name_on(day).to_owned(),
        None => place.title.clone(),
    };
    let edtf = |span: &Option<DateSpan>| span.as_ref().map(|span| span.as_str().to_owned());
    Stay {
        place: Some(place.id.clone()),
        name,
        lat: place.point.map(|p| p.lat),
        lon: place.point.map(|p| p.lon),
        precision_km: place.precision_km,
        arrive: edtf(&stay.arrive),
        depart: edtf(&stay.depart),
        earliest: stay.earliest,
        latest: stay.latest,
        kind: stay.kind,
        certainty: stay.certainty,
        confidence: stay.confidence,
        quote: text[stay.quote.0..stay.quote.1].to_owned(),
        start: points.at(stay.quote.0),
        end: points.at(stay.quote.1),
        clues: explain.then(|| stay.clues.clone()),
    }
}

fn refusal(refused: &Refused, text: &str, points: &mut CodePoints<'_>) -> Line {
    let (start, end) = refused.quote;
    Line::Refused {
        refused: refused.why.word(),
        quote: text[start..end].to_owned(),
        start: points.at(start),
        end: points.at(end),
    }
}
