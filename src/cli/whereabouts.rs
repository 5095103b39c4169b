//! `chronotope where`: says where the subject was on a day, as JSON.

use std::path::Path;

use chronotope::domain::great_circle::{LonLat, along_great_circle};
use chronotope::domain::life::{Life, Presence, Whereabouts};
use chronotope::domain::time::Day;
use chronotope::pipeline::read_life;
use serde::Serialize;

use super::outcome::{Failure, Outcome};

#[derive(clap::Args)]
pub struct Arguments {
    /// Id of the life
    life: String,
    /// The day, YYYY-MM-DD
    #[arg(allow_hyphen_values = true)]
    date: String,
}

#[derive(Serialize)]
struct Answer<'a> {
    date: Day,
    place: Option<&'a str>,
    id: Option<&'a str>,
    lat: Option<f64>,
    lon: Option<f64>,
    certainty: Presence,
    candidates: Vec<CandidateAnswer<'a>>,
    moving: Option<MovingAnswer<'a>>,
}

#[derive(Serialize)]
struct CandidateAnswer<'a> {
    id: &'a str,
    lat: Option<f64>,
    lon: Option<f64>,
    certainty: Presence,
    /// "drafted" until a person has reviewed the stay.
    #[serde(skip_serializing_if = "Option::is_none")]
    review: Option<&'a str>,
    /// How likely a drafted stay is right.
    #[serde(skip_serializing_if = "Option::is_none")]
    confidence: Option<f64>,
}

#[derive(Serialize)]
struct MovingAnswer<'a> {
    from: &'a str,
    to: &'a str,
    progress: f64,
}

pub fn run(root: &Path, Arguments { life, date }: &Arguments) -> Outcome {
    let day: Day = date
        .parse()
        .map_err(|e: chronotope::domain::time::DayError| Failure::Usage(e.to_string()))?;
    let life = read_life(&root.join("data"), life).map_err(Failure::findings)?;
    let whereabouts = life.itinerary.whereabouts(day);
    let answer = answer(&life, &whereabouts);
    match serde_json::to_string(&answer) {
        Ok(line) => println!("{line}"),
        Err(error) => return Err(Failure::findings(error)),
    }
    Ok(())
}

fn answer<'a>(life: &'a Life, whereabouts: &Whereabouts) -> Answer<'a> {
    let day = whereabouts.day;
    let stay = |index: usize| &life.itinerary.stays[index];
    let best = whereabouts.best().and_then(|c| life.place(life.itinerary.place_of(c)));
    // In a gap of the source there is no position between its two ends.
    let moving = whereabouts.moving.filter(|moving| !moving.journey.unknown);
    let on_the_way = moving.and_then(|m| {
        let (from, to) = (life.point(m.journey.from)?, life.point(m.journey.to)?);
        Some(along_great_circle(from, to, m.progress))
    });
    let point: Option<LonLat> = match best {
        Some(place) => place.point,
        None => on_the_way,
    };
    Answer {
        date: day,
        place: best.map(|place| place.name_on(day)),
        id: best.map(|place| place.id.as_str()),
        lat: point.map(|p| p.lat),
        lon: point.map(|p| p.lon),
        certainty: whereabouts.certainty(whereabouts.best()),
        candidates: whereabouts
            .candidates
            .iter()
            .map(|candidate| {
                let id = life.itinerary.place_of(*candidate);
                let point = life.place(id).and_then(|place| place.point);
                CandidateAnswer {
                    id,
                    lat: point.map(|p| p.lat),
                    lon: point.map(|p| p.lon),
                    certainty: candidate.certainty,
                    review: stay(candidate.stay).review.as_deref(),
                    confidence: stay(candidate.stay).confidence,
                }
            })
            .collect(),
        moving: moving.map(|m| MovingAnswer {
            from: &stay(m.journey.from).place,
            to: &stay(m.journey.to).place,
            progress: (m.progress * 1000.0).round() / 1000.0,
        }),
    }
}
