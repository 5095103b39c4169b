//! Checks that the committed data/ says what the source says.

use std::fs;

use crate::support::{chronotope, repository};
use chronotope::domain::formats::parse_life;
use chronotope::domain::life::{Life, LifeEntry, Text};
use chronotope::domain::time::Day;
use chronotope::page_model::{
    BeatKind, Figures, ResolvedStays, Scene, SceneFilter, Telling, duration_text, rounded_km,
};
use serde_json::Value;

pub const LIFE: &str = "joseph-stalin";

fn read(path: &str) -> String {
    fs::read_to_string(repository().join(path)).unwrap()
}

fn json(path: &str) -> Value {
    serde_json::from_str(&read(path)).unwrap()
}

fn source() -> Vec<char> {
    read(&format!("seeds/lives/{LIFE}/text.txt")).chars().collect()
}

pub fn life() -> Life {
    let lives: Vec<LifeEntry> = serde_json::from_str(&read("data/lives.json")).unwrap();
    let entry = lives.into_iter().find(|life| life.id == LIFE).unwrap();
    let places = read(&format!("data/{}", entry.files.places));
    let itinerary = read(&format!("data/{}", entry.files.itinerary));
    let kinds = serde_json::from_str(&read("data/kinds.json")).unwrap();
    parse_life(entry, kinds, &places, &itinerary).unwrap()
}

fn text() -> Text {
    serde_json::from_str(&read(&format!("data/{LIFE}/text.json"))).unwrap()
}

#[test]
fn data_is_what_the_seeds_say() {
    chronotope(&["build", "--check"]).assert().success();
}

#[test]
fn every_quote_stands_where_it_says() {
    let source = source();
    let features = json(&format!("data/{LIFE}/itinerary.geojson"));
    let features = features["features"].as_array().unwrap();
    assert!(features.len() > 120, "{}", features.len());
    for feature in features {
        let p = &feature["properties"];
        let at = |key: &str| p[key].as_u64().unwrap() as usize;
        let quoted: String = source[at("start")..at("end")].iter().collect();
        assert_eq!(quoted, p["quote"].as_str().unwrap());
    }
}

#[test]
fn the_itinerary_is_valid_geojson_in_order_of_time() {
    let file = json(&format!("data/{LIFE}/itinerary.geojson"));
    let mut earliest = String::new();
    for (seq, feature) in file["features"].as_array().unwrap().iter().enumerate() {
        let p = &feature["properties"];
        assert_eq!(p["seq"].as_u64().unwrap() as usize, seq);
        let kind = feature["geometry"]["type"].as_str().unwrap();
        match p["type"].as_str().unwrap() {
            "stay" => {
                assert_eq!(kind, "Point");
                if !p["concurrent"].as_bool().unwrap() {
                    let begins = p["earliest"].as_str().unwrap().to_owned();
                    assert!(begins >= earliest, "{p}");
                    earliest = begins;
                }
            }
            "journey" => assert!(matches!(kind, "LineString" | "MultiLineString")),
            other => panic!("a feature of type {other}"),
        }
        assert!(p["earliest"].as_str().unwrap() <= p["latest"].as_str().unwrap(), "{p}");
    }
}

#[test]
fn places_are_linked_places_with_a_source_each() {
    let file = json(&format!("data/{LIFE}/places.geojson"));
    assert!(file["@context"].as_str().unwrap().contains("linkedplaces"));
    for place in file["features"].as_array().unwrap() {
        let p = &place["properties"];
        let id = p["id"].as_str().unwrap();
        assert!(place["@id"].as_str().unwrap().ends_with(id));
        assert!(!place["names"].as_array().unwrap().is_empty(), "{id} has no name");
        let source = p["source"].as_str().unwrap();
        assert!(!source.is_empty(), "{id}: where does its coordinate come from?");
        let spans = place["when"]["timespans"].as_array().unwrap();
        assert!(spans.iter().all(|s| !s.as_object().unwrap().is_empty()), "{id}: no time");
        if let Some(point) = place["geometry"]["coordinates"].as_array() {
            let (lon, lat) = (point[0].as_f64().unwrap(), point[1].as_f64().unwrap());
            assert!(lon.abs() <= 180.0 && lat.abs() <= 90.0, "{id}");
        }
    }
}

#[test]
fn names_hold_in_their_time() {
    let life = life();
    for (place, day, name) in [
        ("saint-petersburg", "1905-11-20", "Saint Petersburg"),
        ("saint-petersburg", "1917-04-01", "Petrograd"),
        ("saint-petersburg", "1925-01-01", "Leningrad"),
        ("tiflis", "1907-06-13", "Tiflis"),
        ("tiflis", "1937-01-01", "Tbilisi"),
        ("tsaritsyn", "1918-06-01", "Tsaritsyn"),
        ("tsaritsyn", "1926-01-01", "Stalingrad"),
        ("yuzovka", "1923-01-01", "Yuzovka"),
        ("yuzovka", "1930-01-01", "Stalino"),
        ("batum", "1901-11-01", "Batum"),
        ("helsinki", "1917-11-15", "Helsingfors"),
        ("helsinki", "1918-01-01", "Helsinki"),
        ("lvov", "1914-08-01", "Lemberg"),
        ("lvov", "1920-08-01", "Lwów"),
        ("kutaisi", "1903-06-01", "Kutais"),
        ("russia", "1917-10-01", "Russian Republic"),
    ] {
        let day: Day = day.parse().unwrap();
        assert_eq!(life.place(place).unwrap().name_on(day), name, "{place} on {day}");
    }
}

/// From the end of the empire to the Soviet Union the country has a name on each day,
/// and no place is said to lie in the empire after its end.
#[test]
fn the_country_has_a_name_on_every_day() {
    let life = life();
    let states = ["russian-empire", "russia", "soviet-russia", "soviet-union"];
    let states: Vec<_> = states.map(|id| life.place(id).unwrap()).into();
    for (day, names) in [
        ("1917-09-13", "Russian Empire, Russia"),
        ("1917-10-01", "Russian Republic"),
        ("1917-11-08", "Russia, Soviet Russia"),
        ("1922-12-29", "Russia, Soviet Russia"),
        ("1922-12-30", "Russia, Soviet Russia, Soviet Union"),
    ] {
        let day: Day = day.parse().unwrap();
        let in_use = states.iter().filter_map(|state| Some(state.name(state.name_in_use(day)?)));
        assert_eq!(in_use.collect::<Vec<_>>().join(", "), names, "{day}");
    }
    let petrograd = life.place("saint-petersburg").unwrap();
    let day: Day = "1917-11-07".parse().unwrap();
    assert!(life.containers_on(petrograd, day).all(|name| name != "Russian Empire"));
}

#[test]
fn the_text_is_the_source_line_by_line_with_its_mentions_in_place() {
    let source = source();
    let life = life();
    let text = text();
    let mut mentions = 0;
    let mut letters = 0;
    for (_, passage) in text.passages() {
        let length = passage.text.chars().count();
        let verbatim: String = source[passage.start..passage.start + length].iter().collect();
        assert_eq!(passage.text, verbatim);
        letters += length;
        let chars: Vec<char> = passage.text.chars().collect();
        for mention in &passage.mentions {
            mentions += 1;
            let surface: String = chars[mention.start..mention.end].iter().collect();
            assert_eq!(surface.trim(), surface);
            assert!(life.place(&mention.place).is_some(), "{} is no place", mention.place);
        }
    }
    let titles: usize = text.sections.iter().map(|s| s.title.chars().count()).sum();
    let all = source.iter().filter(|c| **c != '\n').count();
    assert_eq!(letters + titles, all, "the page shows every letter of the source");
    let counted: usize = life.places.iter().map(|p| p.mentions).sum();
    assert_eq!(mentions, counted);
    let captions: Vec<&str> = text
        .passages()
        .filter(|(_, p)| p.kind == chronotope::domain::life::PassageKind::Caption)
        .map(|(_, p)| p.text.as_str())
        .collect();
    assert_eq!(captions.len(), 14, "{captions:#?}");
}

#[test]
fn the_whereabouts_are_right_across_all_years() {
    let life = life();
    for (day, place) in [
        ("1878-12-18", "gori"),
        ("1890-05-01", "gori-church-school"),
        ("1896-02-01", "tiflis-seminary"),
        ("1899-12-01", "tiflis-observatory"),
        ("1901-06-15", "tiflis"),
        ("1901-12-20", "batum"),
        ("1902-07-01", "batum-prison"),
        ("1903-06-01", "kutaisi-prison"),
        ("1903-12-01", "novaya-uda"),
        ("1904-03-01", "tiflis"),
        ("1905-02-15", "baku"),
        ("1906-04-15", "stockholm"),
        ("1906-07-15", "senaki"),
        ("1907-05-20", "brotherhood-church"),
        ("1907-08-15", "stuttgart"),
        ("1907-09-20", "baku"),
        ("1908-08-01", "bailov-prison"),
        ("1909-04-01", "solvychegodsk"),
        ("1909-10-01", "saint-petersburg"),
        ("1910-10-01", "solvychegodsk"),
        ("1911-07-15", "vologda"),
        ("1911-12-15", "vologda"),
        ("1912-04-01", "saint-petersburg"),
        ("1912-06-01", "shpalerny-prison"),
        ("1912-08-10", "narym"),
        ("1913-01-20", "vienna"),
        ("1913-12-01", "kostino"),
        ("1915-06-01", "kureika"),
        ("1917-05-01", "saint-petersburg"),
        ("1917-11-06", "saint-petersburg"),
        ("1917-11-07", "smolny"),
        ("1917-11-15", "helsinki"),
        ("1918-04-10", "moscow-kremlin"),
        ("1918-07-01", "tsaritsyn"),
        ("1919-02-10", "moscow"),
        ("1919-05-20", "saint-petersburg"),
        ("1919-11-01", "southern-front"),
        ("1920-04-01", "caucasian-front"),
        ("1920-06-20", "southwest-front"),
        ("1920-08-25", "moscow"),
        ("1922-09-15", "gorki-leninskiye"),
        ("1927-03-01", "moscow"),
        ("1928-01-20", "novosibirsk"),
        ("1930-01-01", "moscow"),
    ] {
        let day: Day = day.parse().unwrap();
        let whereabouts = life.itinerary.whereabouts(day);
        let best = whereabouts.best().map(|c| life.itinerary.stays[c.stay].place.as_str());
        assert_eq!(best, Some(place), "{day}");
    }
}

#[test]
fn where_the_source_is_silent_the_answer_is_unknown() {
    let life = life();
    for day in ["1906-02-01", "1906-11-01", "1870-01-01", "1940-01-01"] {
        let day: Day = day.parse().unwrap();
        assert_eq!(life.itinerary.whereabouts(day).best(), None, "{day}");
    }
    let day: Day = "1903-11-10".parse().unwrap();
    let moving = life.itinerary.whereabouts(day).moving.unwrap();
    let place = |stay: usize| life.itinerary.stays[stay].place.as_str();
    assert_eq!((place(moving.journey.from), place(moving.journey.to)), ("batum", "novaya-uda"));
}

/// Where several stays are possible, map and words show the same one.
#[test]
fn words_and_marker_agree() {
    let life = life();
    let resolved_stays = ResolvedStays::of(&life, &life.itinerary.journeys());
    let entry = &life.entry;
    for day in (entry.first_day.0..=entry.last_day.0).step_by(3).map(Day) {
        let whereabouts = life.itinerary.whereabouts(day);
        let span = (entry.first_day, day);
        let filter = SceneFilter { selected: None, span, groups: u32::MAX, found: &[] };
        let scene = Scene::of(&life, &resolved_stays, &whereabouts, filter);
        let (Some(shown), None) = (whereabouts.shown, whereabouts.moving) else { continue };
        let place = life.place(life.itinerary.place_of(shown)).unwrap();
        assert_eq!(scene.position.map(|p| p.at), place.point, "{day}");
    }
    // “That month” he went to Helsinki; on the 7th the map has him where he was last.
    let revolution = life.itinerary.whereabouts("1917-11-07".parse().unwrap());
    let shown = revolution.shown.map(|c| life.itinerary.stays[c.stay].place.as_str());
    assert_eq!(shown, Some("smolny"));
}

/// The text tells of six arrests (April 1902, March 1908, March 1910, September 1911,
/// May 1912, February 1913), of five escapes (January 1904, June 1909, 1911 and February
/// 1912 from Vologda, 1912 from Narym) and of an attempt that got as far as Balagansk.
#[test]
fn the_figures_are_those_of_the_text() {
    let life = life();
    let resolved_stays = ResolvedStays::of(&life, &life.itinerary.journeys());
    let figures = Figures::until(&life, &resolved_stays, life.entry.last_day);
    let count = |kind: &str| {
        let figure = figures.counts.iter().find(|figure| figure.kind.word == kind).unwrap();
        (figure.count(), figure.failed.len())
    };
    assert_eq!((count("arrest"), count("escape")), ((6, 0), (5, 1)));
    let km = [figures.travelled_km, figures.inferred_km].map(rounded_km);
    let custody = &figures.days[0];
    let days = [custody.days, custody.inferred].map(duration_text);
    assert_eq!(km, [85_000, 31_000]);
    assert_eq!(days, ["about 8½ years", "about 22 months"]);
}

#[test]
fn the_life_is_told_in_a_quarter_of_an_hour() {
    let (life, text) = (life(), text());
    let resolved_stays = ResolvedStays::of(&life, &life.itinerary.journeys());
    let telling = Telling::of(&life, &text, &resolved_stays);
    let minutes = telling.duration_s() / 60.0;
    assert!((8.0..=20.0).contains(&minutes), "{minutes} minutes");
    let mut of_chapter = vec![0.0; telling.chapters.len()];
    for beat in &telling.beats {
        let stop = &telling.stops[beat.stop];
        of_chapter[stop.chapter] += beat.seconds;
        if beat.kind == BeatKind::Stop {
            let words = stop.words.split_whitespace().count() as f64;
            assert!(beat.seconds >= (words * 60.0 / 250.0).max(3.0), "{stop:?}");
        }
    }
    for (chapter, seconds) in telling.chapters.iter().zip(of_chapter) {
        assert!(seconds <= 240.0, "{}: {seconds} s", chapter.name);
    }
}

#[test]
fn the_telling_never_jumps_backward_in_the_text() {
    let (life, text) = (life(), text());
    let resolved_stays = ResolvedStays::of(&life, &life.itinerary.journeys());
    let telling = Telling::of(&life, &text, &resolved_stays);
    let mut reached = 0;
    for stop in telling.stops.iter().filter(|stop| stop.moves_text) {
        let start = life.itinerary.stays[stop.stay].start;
        assert!(start >= reached, "{stop:?}");
        reached = start;
    }
    let moving = telling.stops.iter().filter(|stop| stop.moves_text).count();
    assert!(moving * 10 >= telling.stops.len() * 9, "nearly all move it: {moving}");
}
