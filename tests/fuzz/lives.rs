//! The data files of a life.

use std::fs;

use chronotope::compose::core_kinds;
use chronotope::domain::formats::itinerary_geojson;
use chronotope::domain::formats::parse_life;
use chronotope::domain::life::{Life, LifeEntry, stay_dates_text};
use chronotope::domain::time::Day;
use chronotope::export::{FORMATS, GEOJSON};
use chronotope::page_model::{Playback, ResolvedStays};
use fastrand::Rng;

use crate::json::{JSON, VALUES};
use crate::support::repository;
use crate::{driver, mutate};

/// Between the files of one input.
pub const BETWEEN: char = '\u{1e}';

pub fn fuzz() {
    let tiny = files_of("tests/tiny/data", "marta");
    let first = files_of("data", "joseph-stalin");
    let make = |rng: &mut Rng| {
        let files = if rng.bool() { tiny.clone() } else { excerpt(rng, &first) };
        let mut text: Vec<char> = files.join(&BETWEEN.to_string()).chars().collect();
        for _ in 0..rng.usize(1..6) {
            if rng.u8(..4) == 0 {
                mutate::text(rng, &mut text, &JSON);
            } else {
                mutate::value(rng, &mut text, ":", &VALUES);
            }
        }
        text.into_iter().collect::<String>().into_bytes()
    };
    let kinds = core_kinds().expect("the table of kinds inside the program");
    driver::rounds("geojson", make, &|bytes| {
        let text = String::from_utf8_lossy(bytes);
        let mut files = text.split(BETWEEN);
        let mut file = || files.next().unwrap_or_default();
        let (list, places, itinerary) = (file(), file(), file());
        let entries = match serde_json::from_str::<Vec<LifeEntry>>(list) {
            Ok(entries) => entries,
            // A broken list is replaced, so that the other two files are read too.
            Err(_) => serde_json::from_str(&tiny[0]).map_err(|e| e.to_string())?,
        };
        let Some(entry) = entries.into_iter().next() else { return Ok(()) };
        match parse_life(entry, kinds.clone(), places, itinerary) {
            Ok(life) => life_works(&life),
            Err(error) if error.to_string().is_empty() => {
                Err("an error without a reason".to_owned())
            }
            Err(_) => Ok(()),
        }
    });
}

/// Does everything that the page and the exports ask of a life work?
fn life_works(life: &Life) -> Result<(), String> {
    let (first, last) = (life.entry.first_day, life.entry.last_day);
    let journeys = life.itinerary.journeys();
    let _ = ResolvedStays::of(life, &journeys);
    let clocks = [
        Playback::calendar(&life.itinerary, first, last),
        Playback::equal_stops(&life.itinerary, first, last),
    ];
    let days = [first, last, Day::MIN, Day::MAX].into_iter();
    for day in days.chain(life.itinerary.schedule.timings.iter().map(|timing| timing.drawn_arrival))
    {
        let _ = life.itinerary.whereabouts(day);
        let _ = clocks.each_ref().map(|clock| clock.skipped_span(day));
    }
    for stay in &life.itinerary.stays {
        let _ = stay_dates_text(stay);
    }
    for format in FORMATS {
        let written = String::from_utf8(format.write(life)).map_err(|e| e.to_string())?;
        if std::ptr::eq(format, &GEOJSON) {
            let (stays, events) = itinerary_geojson::parse_itinerary(&written, &life.kinds)
                .map_err(|error| error.to_string())?;
            if stays != life.itinerary.stays || events != life.events {
                return Err("the stays written are others".to_owned());
            }
        }
    }
    Ok(())
}

/// lives.json, places.geojson and itinerary.geojson.
fn files_of(data: &str, id: &str) -> [String; 3] {
    let data = repository().join(data);
    ["lives.json".to_owned(), format!("{id}/places.geojson"), format!("{id}/itinerary.geojson")]
        .map(|name| fs::read_to_string(data.join(name)).unwrap())
}

/// A few lines of the features, which stand one a line.
fn excerpt(rng: &mut Rng, [list, places, itinerary]: &[String; 3]) -> [String; 3] {
    let mut some = |file: &str, most: usize| {
        let lines: Vec<&str> = file.lines().collect();
        let [head, features @ .., end] = lines.as_slice() else { return file.to_owned() };
        let from = rng.usize(..features.len());
        let few = &features[from..(from + rng.usize(1..=most)).min(features.len())];
        format!("{head}\n{}\n{end}", few.join("\n").trim_end_matches(','))
    };
    [list.clone(), some(places, 8), some(itinerary, 10)]
}
