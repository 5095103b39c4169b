//! The day from which the map shows each place.

use super::resolved_stays::ResolvedStays;
use crate::domain::life::{Life, Text};
use crate::domain::time::Day;

/// For each place of a life the day from which the map shows it: when the subject is
/// first drawn there, or, where the subject never stayed, the day that the text has
/// reached where it first names the place. [`Day::MAX`] for a place that is never
/// named.
///
/// The day that the text has reached at a passage is the latest arrival that it has
/// proved so far.
#[must_use]
pub fn first_told(life: &Life, text: &Text, resolved_stays: &ResolvedStays) -> Vec<Day> {
    let timings = &life.itinerary.schedule.timings;
    let mut first = vec![Day::MAX; life.places.len()];
    for (stay, timing) in resolved_stays.stays.iter().zip(timings) {
        for place in [stay.place, stay.town].into_iter().flatten() {
            first[place] = first[place].min(timing.drawn_arrival);
        }
    }
    let is_stayed: Vec<bool> = first.iter().map(|&day| day < Day::MAX).collect();
    let mut come_to = life.entry.first_day;
    for (_, passage) in text.passages() {
        let stays = passage.stays.iter().filter_map(|&stay| timings.get(stay));
        come_to = stays.map(|timing| timing.drawn_arrival).fold(come_to, Day::max);
        for mention in &passage.mentions {
            let place = life.place_index(&mention.place);
            if let Some(place) = place.filter(|&place| !is_stayed[place]) {
                first[place] = first[place].min(come_to);
            }
        }
    }
    first
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::life::samples::{tiny_life, tiny_text};

    #[test]
    fn a_place_is_known_from_the_first_stay_there() {
        let (life, text) = (tiny_life(), tiny_text());
        let resolved_stays = ResolvedStays::of(&life, &life.itinerary.journeys());
        let first = first_told(&life, &text, &resolved_stays);
        let timings = &life.itinerary.schedule.timings;
        for (index, place) in life.places.iter().enumerate() {
            let stays = life.itinerary.stays.iter().zip(timings);
            let arrivals = stays.filter(|(stay, _)| life.is_at(place, &stay.place));
            if let Some(arrival) = arrivals.map(|(_, timing)| timing.drawn_arrival).min() {
                assert_eq!(first[index], arrival, "{}", place.id);
            }
        }
        assert!(first.iter().any(|&day| day > life.entry.first_day && day < Day::MAX));
    }

    #[test]
    fn without_a_text_only_places_of_stays_are_known() {
        let life = tiny_life();
        let resolved_stays = ResolvedStays::of(&life, &[]);
        let first = first_told(&life, &Text::default(), &resolved_stays);
        for (place, day) in life.places.iter().zip(first) {
            let is_stayed = life.itinerary.stays.iter().any(|s| life.is_at(place, &s.place));
            assert_eq!(day < Day::MAX, is_stayed, "{}", place.id);
        }
    }
}
