//! What the page reads that it has not made itself: addresses, dates, data files.

use std::fs;

use chronotope::build::Format;
use chronotope::domain::chronicle::{Chronicle, Reader, plain};
use chronotope::domain::{
    Clock, DateSpan, Day, Life, LifeEntry, Link, Stage, itinerary_geojson, old_style_words,
    read_date, span_words, stay_when,
};
use fastrand::Rng;

use crate::support::repository;
use crate::{driver, mutate};

/// Between the files of one input.
pub const BETWEEN: char = '\u{1e}';

const ADDRESSES: [&str; 5] = [
    "#map=5.25/54.03/103.61&date=1903-12-01&sel=novaya-uda",
    "#map=0/-90/-540&date=-0043-03-15&mode=window&from=1903-01-01&to=1904-12-31",
    "#date=9999-12-31&mode=all&pane=stays",
    "map=24/90/540&mode=instant&sel=geonames-2950159",
    "",
];

const PARTS: [&str; 24] = [
    "&map=",
    "&date=",
    "&sel=",
    "&mode=",
    "&from=",
    "&to=",
    "&pane=",
    "=",
    "&",
    "#",
    "/",
    "-",
    ".",
    "%20",
    "NaN",
    "1e9",
    "-0",
    "0.00005",
    "99999999999999999999",
    "-9999-01-01",
    "0000-02-29",
    "1900-02-29",
    "window",
    "../..",
];

pub fn links() {
    driver::rounds("link", |rng| mutated(rng, &ADDRESSES, &PARTS, 6), &|bytes| {
        let link = Link::parse(&String::from_utf8_lossy(bytes));
        let written = link.to_string();
        let again = Link::parse(&written);
        if again.to_string() != written {
            return Err(format!("{written} is read as {again}"));
        }
        // The map's numbers are rounded, all else stays.
        if (Link { map: link.map, ..again }) != link {
            return Err(format!("{link:?} is written as {written}"));
        }
        Ok(())
    });
}

const SPANS: [&str; 20] = [
    "1903-11-20",
    "1903-11",
    "1903",
    "190X",
    "19XX-12",
    "1914-12~",
    "1914?",
    "1914%",
    "/1883",
    "../1936",
    "1936/..",
    "1914-09-01/1924-01-26",
    "[1903-11-21..1903-11-30]",
    "{1903,1905..1907}",
    "[..1903-12]",
    "2001-21",
    "Y-17000",
    "Y3388E2S3",
    "-0043-03-15",
    "1985-04-12T23:20:30Z",
];

const MARKS: [&str; 30] = [
    "-",
    "/",
    "..",
    "...",
    "~",
    "?",
    "%",
    "X",
    "XX",
    "[",
    "]",
    "{",
    "}",
    ",",
    "Y",
    "E",
    "S",
    "T",
    "Z",
    "0000",
    "9999",
    "-9999",
    "02-29",
    "02-30",
    "13",
    "00",
    "24",
    "41",
    "99999999999",
    "E9",
];

pub fn spans() {
    driver::rounds("span", |rng| mutated(rng, &SPANS, &MARKS, 4), &|bytes| {
        let text = String::from_utf8_lossy(bytes);
        for read in [text.parse::<DateSpan>(), DateSpan::parse_julian(&text)] {
            match read {
                Ok(span) => span_stands(&span)?,
                Err(error) if error.reason.trim().is_empty() => {
                    return Err("refused without a reason".to_owned());
                }
                Err(_) => {}
            }
        }
        Ok(())
    });
}

fn span_stands(span: &DateSpan) -> Result<(), String> {
    if span.earliest.zip(span.latest).is_some_and(|(earliest, latest)| earliest > latest) {
        return Err(format!("{span:?} ends before it begins"));
    }
    if span_words(span).trim().is_empty() {
        return Err(format!("{span:?} has no words"));
    }
    for day in [span.earliest, span.latest].into_iter().flatten() {
        let _ = (old_style_words(day), span.overlaps(&DateSpan::day(day)));
        if !span.includes(day) || day.to_string().parse() != Ok(day) {
            return Err(format!("{day} of {span:?}"));
        }
    }
    Ok(())
}

const ENTRIES: [&str; 16] = [
    "20 November 1903",
    "Nov. 20, 1903",
    "20.11.1903",
    "11/1903",
    "c. 1904",
    "the 1890s",
    "spring 1905",
    "early 1928",
    "44 BC",
    "15 March 44 BC",
    "1st of May, 1900",
    "mid-August 1920",
    "1903-11-20",
    "[1903-11-21..1903-11-30]",
    "circa Dec 31st 9999",
    "AD 1",
];

const WORDS: [&str; 28] = [
    "0",
    "00",
    "31",
    "29 February",
    "366",
    "9999",
    "99999",
    "4294967295",
    "4294967296",
    "0000",
    "BC",
    "AD",
    "BCE",
    "s",
    "th",
    "early",
    "late",
    "mid",
    "winter",
    "about",
    ",",
    ".",
    "/",
    "-",
    "of",
    "Sept",
    "ſ",
    "İ",
];

pub fn entries() {
    driver::rounds("entry", |rng| mutated(rng, &ENTRIES, &WORDS, 4), &|bytes| {
        let text = String::from_utf8_lossy(bytes);
        let Some(span) = read_date(&text) else { return Ok(()) };
        span_stands(&span)?;
        match read_date(span.as_str()) {
            Some(again) if again == span => Ok(()),
            again => Err(format!("{span:?} is read again as {again:?}")),
        }
    });
}

/// Values for a key of JSON, seldom the right ones.
const VALUES: [&str; 30] = [
    "null",
    "true",
    "0",
    "-1",
    "1e308",
    "-1e308",
    "1e999",
    "1e-320",
    "-0.0",
    "90.1",
    "180",
    "-180",
    "9223372036854775808",
    "18446744073709551615",
    "\"\"",
    "\"\\u0000\"",
    "\"\\ud800\"",
    "[]",
    "{}",
    "[[]]",
    "[1e308,0]",
    "[180,-90]",
    "\"1903\"",
    "\"/1883\"",
    "\"-9999\"",
    "\"9999-12-31\"",
    "\"Y9999999\"",
    "\"1903-13\"",
    "\"gori\"",
    "\"stay\"",
];

const JSON: [&str; 14] = [
    "{",
    "}",
    "[",
    "]",
    ",",
    ":",
    "\"",
    "\\",
    "null",
    "\"type\":\"Feature\",",
    "\"type\":\"FeatureCollection\",\"features\":[",
    "\"geometry\":null",
    "\"arrive\":\"1903\"",
    "\u{1e}",
];

pub fn lives() {
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
    driver::rounds("geojson", make, &|bytes| {
        let text = String::from_utf8_lossy(bytes);
        let mut files = text.split(BETWEEN);
        let mut file = || files.next().unwrap_or_default();
        let (list, places, itinerary) = (file(), file(), file());
        let entries = match serde_json::from_str::<Vec<LifeEntry>>(list) {
            Ok(entries) => entries,
            // The other two are read all the same.
            Err(_) => serde_json::from_str(&tiny[0]).map_err(|e| e.to_string())?,
        };
        let Some(entry) = entries.into_iter().next() else { return Ok(()) };
        match Life::parse(entry, places, itinerary) {
            Ok(life) => life_stands(&life),
            Err(reason) if reason.trim().is_empty() => Err("refused without a reason".to_owned()),
            Err(_) => Ok(()),
        }
    });
}

/// The reader's own data, in all dialects at once.
pub fn chronicles() {
    const SAMPLES: [&str; 2] = [
        r#"{"type":"FeatureCollection","name":"n","features":[
{"type":"Feature","properties":{"title":"a","start":"1905-01-01","end":-1640995200000},"geometry":{"type":"Point","coordinates":[12,51]}},
{"type":"Feature","when":{"timespans":[{"start":{"in":"-0218"},"end":{"earliest":"-0203","latest":"-0201~"}}]},"properties":{"name":"b"},"geometry":{"type":"LineString","coordinates":[[-1,37],[3,43],[7,45]]}},
{"type":"Feature","properties":{"times":["1917-11-07","1918","c. 1919"]},"geometry":{"type":"MultiPoint","coordinates":[[1,2],[3,4]]}},
{"type":"Feature","id":7,"properties":{"coordTimes":["-0044-03-15","-0043-01-01"]},"geometry":{"type":"LineString","coordinates":[[12,41,0],[18,40,0]]}},
{"type":"Feature","properties":{"year":-43},"geometry":{"type":"GeometryCollection","geometries":["null",{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],[0,0]]],"when":{"timespans":[]}}]}},
{"type":"Feature","properties":{"date":"20 November 1903"},"geometry":null}]}"#,
        r#"{"type":"Feature","properties":{"from":"1900","to":".."},"geometry":{"type":"LineString","coordinates":[[0,45,0,-1893456000],[20,45,0,-1735689600]]}}"#,
    ];
    let make = |rng: &mut Rng| {
        let mut text: Vec<char> = rng.choice(SAMPLES).unwrap_or_default().chars().collect();
        for _ in 0..rng.usize(1..8) {
            if rng.bool() {
                mutate::text(rng, &mut text, &JSON);
            } else {
                mutate::value(rng, &mut text, ":", &VALUES);
            }
        }
        text.into_iter().collect::<String>().into_bytes()
    };
    driver::rounds("chronicle", make, &|bytes| {
        let text = String::from_utf8_lossy(bytes).into_owned();
        let Ok(mut reader) = Reader::new(text) else { return Ok(()) };
        while reader.progress() < 1.0 {
            reader.read(2);
        }
        chronicle_stands(&reader.finish())
    });
}

/// Is all that the page asks of a chronicle answered?
fn chronicle_stands(chronicle: &Chronicle) -> Result<(), String> {
    for (id, feature) in chronicle.features.iter().enumerate() {
        if feature.span.is_some_and(|(first, last)| first > last) {
            return Err(format!("feature {id} ends before it begins"));
        }
        let vertices: usize = chronicle.shape(id).iter().map(|p| chronicle.vertices(p).len()).sum();
        if vertices == 0 && !chronicle.shape(id).is_empty() {
            return Err(format!("feature {id} has parts without points"));
        }
        if feature.moves.is_some() != chronicle.way(id).is_some() {
            return Err(format!("feature {id} moves without a way"));
        }
        let _ = (plain(&chronicle.source(id)), chronicle.at(id));
    }
    if chronicle.unread.iter().any(|unread| unread.reason.trim().is_empty()) {
        return Err("not read without a reason".to_owned());
    }
    let Some(life) = Life::around(chronicle, "x") else { return Ok(()) };
    let (first, last) = (life.entry.first_day, life.entry.last_day);
    let events = chronicle.index.events();
    for clock in [Clock::of_events(&events, first, last), Clock::equal_events(&events, first, last)]
    {
        if clock.day_at(clock.whole()) != last {
            return Err("play does not reach the end".to_owned());
        }
    }
    let all = chronicle.index.count(chronicle.index.shown(Day::MIN, Day::MAX));
    let dated = chronicle.features.iter().filter(|feature| feature.span.is_some()).count();
    if all != dated { Err(format!("{all} shown of {dated} dated")) } else { Ok(()) }
}

/// Is all that the page and the exports ask of a life answered?
fn life_stands(life: &Life) -> Result<(), String> {
    let (first, last) = (life.entry.first_day, life.entry.last_day);
    let journeys = life.itinerary.journeys();
    let _ = Stage::of(life, &journeys);
    let clocks = [
        Clock::calendar(&life.itinerary, first, last),
        Clock::equal_stops(&life.itinerary, first, last),
    ];
    let days = [first, last, Day::MIN, Day::MAX].into_iter();
    for day in days.chain(life.itinerary.schedule.timings.iter().map(|timing| timing.reach)) {
        let _ = life.itinerary.whereabouts(day);
        let _ = clocks.each_ref().map(|clock| clock.skipping(day));
    }
    for stay in &life.itinerary.stays {
        let _ = stay_when(stay);
    }
    for format in Format::ALL {
        let written = String::from_utf8(format.write(life)).map_err(|e| e.to_string())?;
        if format == Format::GeoJson {
            let written = written.parse().map_err(|e: geojson::Error| e.to_string())?;
            let stays = itinerary_geojson::stays_from_collection(&written)?;
            if stays != life.itinerary.stays {
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

fn mutated(rng: &mut Rng, samples: &[&str], pieces: &[&str], times: usize) -> Vec<u8> {
    let mut text: Vec<char> = rng.choice(samples).copied().unwrap_or_default().chars().collect();
    for _ in 0..rng.usize(..=times) {
        mutate::text(rng, &mut text, pieces);
    }
    text.into_iter().collect::<String>().into_bytes()
}
