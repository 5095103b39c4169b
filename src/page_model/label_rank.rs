//! Which places are named first on the map.

use super::chapters::chapters;
use super::labels::RANKS_PER_TIER;
use super::scene::PlaceState;
use crate::domain::life::{Life, Place, Text};
use crate::domain::time::Day;

/// The rank of a place's label: first the person's place, then the selected one,
/// those that a search found, those of the chapter, cities, and the rest. Within a
/// tier a place of the trail goes before one of a stay to come, that before one
/// which is only mentioned, and the one named more often before the others.
#[must_use]
pub fn label_rank(place: &Place, state: PlaceState, is_in_chapter: bool) -> u32 {
    let tier = match state {
        PlaceState { here: true, .. } => 5,
        PlaceState { selected: true, .. } => 4,
        PlaceState { found: true, .. } => 3,
        _ if is_in_chapter => 2,
        _ if is_city(place) => 1,
        _ => 0,
    };
    tier * RANKS_PER_TIER
        + u32::from(state.visited) * 200
        + u32::from(state.stayed) * 100
        + u32::from(!place.kind.is_area()) * 10
        + place.mentions.min(40) as u32
}

/// Is it a city? The gazetteer calls capitals and seats of government so, and towns
/// by other words.
fn is_city(place: &Place) -> bool {
    ["city", "capital"].iter().any(|word| place.type_label.ends_with(word))
}

/// The time of a chapter and the places it tells of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChapterPlaces {
    /// Its first day.
    pub from: Day,
    /// Its last day.
    pub to: Day,
    /// Per place of the life: does a stay of the chapter take place there?
    pub has: Vec<bool>,
}

/// The innermost chapters, each with the places of its stays.
#[must_use]
pub fn chapter_places(life: &Life, text: &Text) -> Vec<ChapterPlaces> {
    let all = chapters(life, text);
    let innermost = all
        .iter()
        .enumerate()
        .filter(|(i, chapter)| all.get(i + 1).is_none_or(|next| next.level <= chapter.level));
    innermost
        .map(|(_, chapter)| {
            let timings = life.itinerary.schedule.timings.iter();
            let stays: Vec<&str> = life
                .itinerary
                .stays
                .iter()
                .zip(timings)
                .filter(|(_, t)| t.drawn_arrival <= chapter.to && t.drawn_departure >= chapter.from)
                .map(|(stay, _)| stay.place.as_str())
                .collect();
            let is_told = |place: &Place| stays.iter().any(|stay| life.is_at(place, stay));
            ChapterPlaces {
                from: chapter.from,
                to: chapter.to,
                has: life.places.iter().map(is_told).collect(),
            }
        })
        .collect()
}

/// The chapter of a day: the last one that has begun and not ended, or else the
/// last one that has begun.
#[must_use]
pub fn chapter_on(chapters: &[ChapterPlaces], day: Day) -> Option<usize> {
    let begun = |chapter: &ChapterPlaces| chapter.from <= day;
    chapters
        .iter()
        .rposition(|chapter| begun(chapter) && day <= chapter.to)
        .or_else(|| chapters.iter().rposition(begun))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::life::samples::tiny_life;

    fn place(type_label: &str, mentions: usize) -> Place {
        Place { type_label: type_label.to_owned(), mentions, ..tiny_life().places[0].clone() }
    }

    #[test]
    fn the_order_is_here_chapter_cities_rest() {
        let state = |here, visited| PlaceState {
            exists: true,
            here,
            visited,
            stayed: true,
            ..PlaceState::default()
        };
        let (village, city) = (place("village", 40), place("port city", 1));
        let ranks = [
            label_rank(&village, state(true, false), false),
            label_rank(&village, state(false, false), true),
            label_rank(&city, state(false, false), false),
            label_rank(&village, state(false, true), false),
            label_rank(&village, state(false, false), false),
        ];
        assert!(ranks.windows(2).all(|pair| pair[0] > pair[1]), "{ranks:?}");
        assert_eq!(ranks[3] / RANKS_PER_TIER, 0, "the trail alone makes no tier");
    }

    #[test]
    fn of_two_villages_the_one_named_more_often_goes_first() {
        let state = PlaceState::default();
        let rank = |mentions| label_rank(&place("village", mentions), state, false);
        assert!(rank(7) > rank(2));
    }

    #[test]
    fn between_chapters_the_last_one_that_has_begun_counts() {
        let chapter = |from, to| ChapterPlaces { from: Day(from), to: Day(to), has: Vec::new() };
        let chapters = [chapter(10, 20), chapter(15, 18), chapter(40, 50)];
        let on = |day| chapter_on(&chapters, Day(day));
        assert_eq!(
            [on(5), on(12), on(16), on(19), on(30)],
            [None, Some(0), Some(1), Some(0), Some(1)]
        );
        assert_eq!(on(45), Some(2));
    }
}
