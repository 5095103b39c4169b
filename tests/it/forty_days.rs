//! Forty days of the first life, checked by hand against the text: docs/forty-days.md is
//! the table, and the program must say the same.

use std::fs;

use chronotope::domain::life::{Calendar, Life, Presence, Text, Whereabouts};
use chronotope::domain::time::{Day, both_styles_text, day_text};

use crate::first_life::{LIFE, life};
use crate::support::repository;

#[test]
fn forty_days_are_said_as_the_text_tells_them() {
    let (life, text) = (life(), text());
    let table = fs::read_to_string(repository().join("docs/forty-days.md")).unwrap();
    let rows: Vec<Vec<&str>> = table
        .lines()
        .filter(|line| line.starts_with("| 1"))
        .map(|line| line.trim_matches('|').split('|').map(str::trim).collect())
        .collect();
    assert_eq!(rows.len(), 40);
    for row in rows {
        let [day, date, said, certainty, words] = row[..] else { panic!("{row:?}") };
        let whereabouts = life.itinerary.whereabouts(day.parse().unwrap());
        let found = (date_said(&life, &whereabouts), place_said(&life, &whereabouts));
        assert_eq!((found.0.as_str(), found.1.as_str()), (date, said), "{day}");
        assert_eq!(whereabouts.certainty(whereabouts.shown).as_str(), certainty, "{day}");
        let stays = match (whereabouts.moving, whereabouts.shown) {
            (Some(moving), _) => vec![moving.journey.from, moving.journey.to],
            (None, shown) => shown.iter().map(|shown| shown.stay).collect(),
        };
        let told = stays.iter().any(|&stay| {
            let passage = text.passage_of(stay).and_then(|index| text.passages().nth(index));
            passage.is_some_and(|(_, passage)| passage.text.contains(words))
        });
        assert!(told, "{day}: the passages of what is shown do not say “{words}”");
    }
}

fn text() -> Text {
    let file = repository().join(format!("data/{LIFE}/text.json"));
    serde_json::from_str(&fs::read_to_string(file).unwrap()).unwrap()
}

fn date_said(life: &Life, whereabouts: &Whereabouts) -> String {
    match life.calendar_of(whereabouts) {
        Calendar::Unspecified => day_text(whereabouts.day),
        _ => both_styles_text(whereabouts.day),
    }
}

fn place_said(life: &Life, whereabouts: &Whereabouts) -> String {
    let day: Day = whereabouts.day;
    let name = |id: &str| life.place(id).unwrap().name_on(day);
    let stays = &life.itinerary.stays;
    match (whereabouts.moving, whereabouts.shown) {
        (Some(moving), _) => {
            let ends =
                [moving.journey.from, moving.journey.to].map(|stay| name(&stays[stay].place));
            let between =
                if moving.journey.unknown { "unknown between" } else { "on the way from" };
            let and = if moving.journey.unknown { "and" } else { "to" };
            format!("{between} {} {and} {}", ends[0], ends[1])
        }
        (None, Some(shown)) => {
            let (place, kind) = (name(life.itinerary.place_of(shown)), &stays[shown.stay].kind);
            match shown.over {
                true => kind.afterwards_at(place),
                false => format!("{place}, {}", kind.label),
            }
        }
        (None, None) => Presence::Unknown.as_str().to_owned(),
    }
}
