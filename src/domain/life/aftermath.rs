//! What the page says after an event: a birth, an arrest or a lecture ends, and the
//! subject is still there.
//!
//! # When is a stay over although nobody has left?
//!
//! A birth, an arrest or a lecture is an instant: it is over after its day, or after
//! the month that dates it. Until the next stay the subject is still there, and the
//! page says what follows ([`StayKind::afterwards`](super::StayKind::afterwards)).
//!
//! # Where is the subject between two sites of one town?
//!
//! In the town. Nobody travels for weeks from a square to a university of the same
//! town. The same holds after an instant at a site.

use super::itinerary::Itinerary;
use super::nominal_days::SHORT_STAY_DAYS;
use super::whereabouts::{Moving, PossibleStay, Presence, VAGUE_DAYS};
use crate::domain::time::Day;

impl Itinerary {
    /// The id of the place that a possible stay has the subject at: its own place, or
    /// the town of that once it is over.
    #[must_use]
    pub fn place_of(&self, possible: PossibleStay) -> &str {
        if possible.over { self.town(possible.stay) } else { &self.stays[possible.stay].place }
    }

    /// Is the instant of a stay over on a day? An instant that is dated to a day or a
    /// month is over after it. Any other is over after the fortnight for which it is
    /// drawn.
    pub(super) fn is_over(&self, stay: usize, day: Day) -> bool {
        let (timing, stay) = (&self.schedule.timings[stay], &self.stays[stay]);
        let narrow = timing.arrive_latest - timing.arrive_earliest <= VAGUE_DAYS;
        let last = if stay.arrive.is_some() && narrow {
            timing.arrive_latest
        } else {
            timing.drawn_arrival + SHORT_STAY_DAYS
        };
        stay.kind.instant && day > last
    }

    /// Between two sites of one town: a stay in the town.
    pub(super) fn in_town(&self, moving: Moving) -> Option<PossibleStay> {
        let (from, to) = (moving.journey.from, moving.journey.to);
        let certainty = Presence::Inferred;
        self.same_town(from, to).then_some(PossibleStay { stay: from, certainty, over: true })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::life::PlaceKind::{Settlement, Site};
    use crate::domain::life::samples::{day, life, place, stay};
    use crate::domain::life::{Life, Stay};

    fn town(stays: Vec<Stay>) -> Life {
        let places = vec![
            place("town", Settlement, Some(0.0), &[]),
            place("square", Site, Some(0.01), &["town"]),
            place("university", Site, Some(0.02), &["town"]),
            place("far", Settlement, Some(5.0), &[]),
        ];
        life("1900-01-01", "1910-12-31", places, stays)
    }

    /// The place shown, its certainty, and whether what is told is over.
    fn shown<'a>(life: &'a Life, on: &str) -> Option<(&'a str, Presence, bool)> {
        let shown = life.itinerary.whereabouts(day(on)).shown?;
        Some((life.itinerary.place_of(shown), shown.certainty, shown.over))
    }

    #[test]
    fn an_instant_ends_with_the_date_that_the_source_gives() {
        use Presence::{Inferred, Known, Likely};
        let life = town(vec![
            stay("town", "birth", "1900-01-01", ""),
            stay("far", "arrest", "1905-02", ""),
            stay("town", "residence", "1906-01-01", ""),
        ]);
        assert_eq!(shown(&life, "1900-01-01"), Some(("town", Known, false)));
        assert_eq!(shown(&life, "1900-01-02"), Some(("town", Likely, true)));
        assert_eq!(shown(&life, "1905-02-28"), Some(("far", Likely, false)));
        assert_eq!(shown(&life, "1905-03-01"), Some(("far", Inferred, true)));
        assert_eq!(shown(&life, "1906-01-01"), Some(("town", Known, false)));
    }

    #[test]
    fn an_instant_dated_to_a_year_ends_a_fortnight_after_it_is_drawn() {
        let life = town(vec![stay("far", "arrest", "1905", ""), stay("town", "visit", "1907", "")]);
        let drawn = life.itinerary.schedule.timings[0].drawn_arrival;
        let over = |day| life.itinerary.is_over(0, day);
        assert!(!over(drawn + SHORT_STAY_DAYS) && over(drawn + SHORT_STAY_DAYS + 1));
    }

    #[test]
    fn between_two_sites_of_a_town_the_subject_is_in_the_town() {
        let life = town(vec![
            stay("square", "government", "1905-01", "1905-01-31"),
            stay("university", "political", "1905-06-01", "1905-06-30"),
            stay("far", "residence", "1905-09-01", ""),
        ]);
        let between = life.itinerary.whereabouts(day("1905-03-15"));
        assert_eq!(between.moving, None, "nobody travels for months within a town");
        assert_eq!(shown(&life, "1905-03-15"), Some(("town", Presence::Inferred, true)));
        assert_eq!(between.best(), between.shown);
        let journey = life.itinerary.whereabouts(day("1905-08-30"));
        assert!(journey.moving.is_some(), "to another town it is a journey");
    }

    #[test]
    fn a_candidate_is_named_once() {
        let stays =
            vec![stay("square", "ceremony", "1905-01", ""), stay("university", "lecture", "", "")];
        let life = town(stays);
        for on in ["1905-01-31", "1905-02-03", "1905-02-20", "1905-04-01"] {
            let candidates = life.itinerary.whereabouts(day(on)).candidates;
            let mut places: Vec<&str> =
                candidates.iter().map(|&c| life.itinerary.place_of(c)).collect();
            places.sort_unstable();
            let all = places.len();
            places.dedup();
            assert_eq!(places.len(), all, "{on}");
        }
    }

    #[test]
    fn a_visit_in_the_own_town_leaves_no_gap() {
        let life = town(vec![
            stay("square", "visit", "1905-01-10", "1905-01-10"),
            stay("town", "residence", "1905-09-01", ""),
        ]);
        assert_eq!(shown(&life, "1905-05-01"), Some(("town", Presence::Inferred, true)));
    }

    #[test]
    fn a_stay_that_the_source_gives_is_never_hidden_by_a_gap() {
        // In July the source has the subject in "far"; the line is drawn to mid-July.
        let stays = vec![
            stay("town", "visit", "1905-03-10", "1905-03-10"),
            stay("far", "residence", "1905-07", ""),
        ];
        let life = town(stays);
        assert_eq!(shown(&life, "1905-05-01"), None);
        assert!(life.itinerary.whereabouts(day("1905-05-01")).moving.is_some());
        assert_eq!(shown(&life, "1905-07-02"), Some(("far", Presence::Likely, false)));
        assert_eq!(life.itinerary.whereabouts(day("1905-07-02")).moving, None);
    }
}
