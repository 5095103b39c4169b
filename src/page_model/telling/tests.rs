//! Tests of told play, on the tiny life.

use super::*;
use crate::domain::life::samples::{tiny_life, tiny_text};

fn tiny() -> (Life, Telling) {
    let (life, text) = (tiny_life(), tiny_text());
    let resolved_stays = ResolvedStays::of(&life, &life.itinerary.journeys());
    let telling = Telling::of(&life, &text, &resolved_stays);
    (life, telling)
}

#[test]
fn each_stay_of_the_main_line_is_a_stop_with_its_sentence() {
    let (life, telling) = tiny();
    let stays: Vec<usize> = telling.stops.iter().map(|stop| stop.stay).collect();
    assert_eq!(stays, life.itinerary.main_line().collect::<Vec<_>>());
    for stop in &telling.stops {
        assert!(!stop.words.is_empty() && !stop.words.contains('['), "{}", stop.words);
        assert!(stop.hold_s() >= 3.0);
    }
}

#[test]
fn days_run_on_from_beat_to_beat() {
    let (life, telling) = tiny();
    let mut day = life.entry.first_day;
    for beat in &telling.beats {
        assert!(day <= beat.from && beat.from <= beat.to, "{beat:?} after {day}");
        assert_eq!((beat.day_at(0.0), beat.day_at(beat.seconds)), (beat.from, beat.to));
        day = beat.to;
    }
    assert_eq!(day, life.entry.last_day);
}

#[test]
fn both_ends_of_a_journey_are_in_sight() {
    let (_, telling) = tiny();
    let journeys: Vec<&Beat> =
        telling.beats.iter().filter(|beat| beat.kind == BeatKind::Journey).collect();
    assert!(!journeys.is_empty());
    for beat in journeys {
        let frame = beat.frame.unwrap();
        for stop in [beat.stop - 1, beat.stop] {
            assert!(frame.contains(telling.stops[stop].at.unwrap()), "{beat:?}");
        }
    }
}

#[test]
fn a_chapter_opens_with_its_title() {
    let (_, telling) = tiny();
    let titles: Vec<usize> = telling
        .beats
        .iter()
        .filter(|beat| beat.kind == BeatKind::Chapter)
        .map(|beat| telling.stops[beat.stop].chapter)
        .collect();
    // What comes before the first heading has no title.
    let named = (0..telling.chapters.len()).filter(|&i| !telling.chapters[i].name.is_empty());
    assert_eq!(titles, named.collect::<Vec<_>>());
    assert_eq!((titles.len(), telling.chapters.len()), (1, 2));
}

#[test]
fn play_resumes_at_the_current_stop() {
    let (life, telling) = tiny();
    for (index, stop) in telling.stops.iter().enumerate() {
        assert_eq!(telling.stop_at(stop.day), index);
        let words = telling.beat(telling.words_of(index)).unwrap();
        assert_eq!((words.kind, words.stop), (BeatKind::Stop, index));
        assert!(telling.way_to(index) <= telling.words_of(index));
    }
    assert_eq!(telling.stop_at(life.entry.first_day - 100), 0);
    assert_eq!(telling.stop_at(life.entry.last_day), telling.stops.len() - 1);
}

#[test]
fn play_resumes_on_the_journey_under_way() {
    let (_, mut telling) = tiny();
    let is_journey = |beat: &Beat| beat.kind == BeatKind::Journey;
    let index = telling.beats.iter().position(is_journey).unwrap();
    // The journeys of this life take a day; this one takes ten.
    let beat = &mut telling.beats[index];
    beat.from = beat.to - 10;
    let Beat { from, to, stop, .. } = *beat;
    assert_eq!(telling.beat_at(from + 5), BeatIndex(index));
    assert_eq!(telling.beat_at(to), telling.words_of(stop));
}

#[test]
fn a_life_without_text_is_not_told() {
    let life = tiny_life();
    let resolved_stays = ResolvedStays::of(&life, &[]);
    let telling = Telling::of(&life, &Text::default(), &resolved_stays);
    assert_eq!(telling, Telling::default());
    assert_eq!((telling.stop_at(life.entry.last_day), telling.words_of(0)), (0, BeatIndex::FIRST));
}
