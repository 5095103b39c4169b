//! Places against a gold standard: a span is right when both its ends are
//! within two characters of the gold span's and the letters agree; a place is
//! right within 161 km (a hundred miles), end to end is right places among all
//! gold mentions that have a place.

use std::path::Path;

use chronotope::domain::great_circle::{LonLat, distance_km};
use chronotope::geoparse::{CodePoints, Gazetteer, find_dates, find_mentions};
use chronotope::pipeline::read_gazetteer;
use serde::Deserialize;

const RIGHT_KM: f64 = 161.0;
const SLACK: usize = 2;

#[derive(Deserialize)]
struct Document {
    id: String,
    text: String,
    mentions: Vec<Gold>,
    /// The subject's own names.
    #[serde(default)]
    names: Vec<String>,
}

#[derive(Deserialize)]
struct Gold {
    start: usize,
    end: usize,
    surface: String,
    lat: Option<f64>,
    lon: Option<f64>,
}

struct Found {
    start: usize,
    end: usize,
    surface: String,
    name: String,
    point: Option<LonLat>,
    used: bool,
}

#[derive(Default)]
struct Tally {
    gold: usize,
    found: usize,
    right: usize,
    placed_gold: usize,
    placed: usize,
}

pub fn run(lines: &str, title: &str, errors: bool) -> Result<(), String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let gazetteer = read_gazetteer(&root.join("seeds/gazetteer"))
        .map_err(|wrong| chronotope::pipeline::render(&wrong))?;
    let mut tally = Tally::default();
    for line in lines.lines().filter(|line| !line.trim().is_empty()) {
        let document: Document = serde_json::from_str(line).map_err(|e| e.to_string())?;
        score(&document, &gazetteer, &mut tally, errors);
    }
    let ratio = |a: usize, b: usize| a as f64 / b.max(1) as f64;
    let (precision, recall) = (ratio(tally.right, tally.found), ratio(tally.right, tally.gold));
    println!("| places | mentions | precision | recall | F1 | within 161 km, of all | of found |");
    println!("|---|--:|--:|--:|--:|--:|--:|");
    println!(
        "| {title} | {} | {precision:.3} | {recall:.3} | {:.3} | {:.3} | {:.3} |",
        tally.gold,
        2.0 * precision * recall / (precision + recall).max(1e-9),
        ratio(tally.placed, tally.placed_gold),
        ratio(tally.placed, tally.right),
    );
    Ok(())
}

fn score(document: &Document, gazetteer: &Gazetteer, tally: &mut Tally, errors: bool) {
    let text = &document.text;
    let mut points = CodePoints::new(text);
    let mut found: Vec<Found> = find_mentions(text, gazetteer, &find_dates(text), &document.names)
        .iter()
        .filter(|finding| !finding.embedded)
        .map(|finding| {
            let place = finding.entry.map(|entry| gazetteer.place_of(entry));
            Found {
                start: points.at(finding.start),
                end: points.at(finding.end),
                surface: text[finding.start..finding.end].to_owned(),
                name: place.as_ref().map_or("?".to_owned(), |p| format!("{} {}", p.title, p.id)),
                point: place.and_then(|place| place.point),
                used: false,
            }
        })
        .collect();
    tally.gold += document.mentions.len();
    tally.found += found.len();
    let chars: Vec<char> = if errors { text.chars().collect() } else { Vec::new() };
    let around = |start: usize, end: usize| -> String {
        let from = start.saturating_sub(45);
        let to = (end + 45).min(chars.len());
        let part = |a: usize, b: usize| chars[a..b].iter().collect::<String>().replace('\n', " ");
        format!("{}[[{}]]{}", part(from, start), part(start, end), part(end, to))
    };
    for gold in &document.mentions {
        let point = gold.lat.zip(gold.lon).map(|(lat, lon)| LonLat { lon, lat });
        tally.placed_gold += usize::from(point.is_some());
        let matching = found.iter_mut().find(|f| !f.used && agrees(gold, f));
        let Some(matching) = matching else {
            if errors {
                println!("MISSED  {:8} {}", document.id, around(gold.start, gold.end));
            }
            continue;
        };
        matching.used = true;
        tally.right += 1;
        let km = point.zip(matching.point).map(|(a, b)| distance_km(a, b));
        if km.is_some_and(|km| km <= RIGHT_KM) {
            tally.placed += 1;
        } else if errors && point.is_some() {
            println!(
                "PLACED  {:8} {} → {} ({:.0} km)",
                document.id,
                around(gold.start, gold.end),
                matching.name,
                km.unwrap_or(f64::NAN)
            );
        }
    }
    for extra in found.iter().filter(|f| !f.used && errors) {
        println!("EXTRA   {:8} {}", document.id, around(extra.start, extra.end));
    }
}

fn agrees(gold: &Gold, found: &Found) -> bool {
    let letters = |text: &str| -> String { text.chars().filter(|c| c.is_alphanumeric()).collect() };
    gold.start.abs_diff(found.start) <= SLACK
        && gold.end.abs_diff(found.end) <= SLACK
        && letters(&gold.surface) == letters(&found.surface)
}
