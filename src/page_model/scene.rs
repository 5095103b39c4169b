//! What the map shows on a day, and what changes from one day to another.

use super::drawn_journeys::{ages, travelled};
use super::resolved_stays::ResolvedStays;
use crate::domain::great_circle::{LonLat, along_great_circle, bearing};
use crate::domain::life::{Life, Whereabouts};
use crate::domain::time::Day;

/// What the map shows. It depends only on the life, the day, the span shown and the
/// selection.
#[derive(Clone, Debug, PartialEq)]
pub struct Scene {
    /// The slider's day.
    pub day: Day,
    /// The subject's marker. `None` before the first stay, or without a position.
    pub position: Option<PersonMarker>,
    /// One per place of the life.
    pub places: Vec<PlaceState>,
    /// The part of each journey that is drawn, as shares of the way from 0 to 1:
    /// travelled at the beginning and at the end of the span shown. Equal if
    /// nothing is drawn.
    pub travelled: Vec<(f64, f64)>,
    /// The age of each journey among those drawn, from 0 (the latest ones) to 4. The
    /// trail fades with age.
    pub ages: Vec<u8>,
    /// The index of the name that each place has on the day: see
    /// [`Place::name`](crate::domain::life::Place::name).
    pub names: Vec<usize>,
}

/// The subject's marker.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PersonMarker {
    /// Its position. Where the whereabouts are unknown, the place before the gap.
    pub at: LonLat,
    /// The place after the gap, where the whereabouts are unknown. Between the two
    /// there is no position: a marker on the way would look like knowledge.
    pub or_at: Option<LonLat>,
    /// Is the subject on a journey?
    pub moving: bool,
    /// Does the source leave open where the subject is?
    pub unknown: bool,
    /// The bearing of the journey, in degrees clockwise from north; 0 at a stay.
    pub heading: f64,
}

/// How a place is drawn.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PlaceState {
    /// Does the place exist on the day?
    pub exists: bool,
    /// Is the subject there, or at a site in it?
    pub here: bool,
    /// Was the subject there within the span shown?
    pub visited: bool,
    /// Has the reader selected it?
    pub selected: bool,
    /// Does the story reach it only later? It is drawn faintly, without its name.
    pub future: bool,
    /// Has a search found it?
    pub found: bool,
    /// Is there a stay of a shown kind at it, or at a site in it?
    pub stayed: bool,
    /// Are there only stays of kinds that are not shown? Such a place is not drawn.
    pub filtered: bool,
}

/// What the reader wants to see on the map.
#[derive(Clone, Copy, Debug)]
pub struct SceneFilter<'a> {
    /// The id of the selected place.
    pub selected: Option<&'a str>,
    /// The first and the last day of the places and journeys drawn, as
    /// [`Mode::range`](super::Mode::range) gives them. If it begins with the life,
    /// it includes stays before the life's first day.
    pub span: (Day, Day),
    /// The groups of stays that are shown, a bit each; see
    /// [`GroupId`](crate::domain::life::GroupId).
    pub groups: u32,
    /// The places that a search found, by their indices.
    pub found: &'a [usize],
}

impl PersonMarker {
    fn standing(at: LonLat) -> Self {
        Self { at, or_at: None, moving: false, unknown: false, heading: 0.0 }
    }
}

impl Scene {
    /// The scene of a day. A stay of a group that is not shown is drawn nowhere, nor
    /// is the journey to it; the subject's marker is always drawn.
    #[must_use]
    pub fn of(
        life: &Life,
        resolved_stays: &ResolvedStays,
        whereabouts: &Whereabouts,
        filter: SceneFilter,
    ) -> Self {
        let day = whereabouts.day;
        let (first, last) = filter.span;
        let from_birth = first <= life.entry.first_day && first < last;
        let shown = (if from_birth { Day::MIN } else { first }, last);
        let mut names = Vec::with_capacity(life.places.len());
        let mut places = Vec::with_capacity(life.places.len());
        for (i, place) in life.places.iter().enumerate() {
            let name = place.name_in_use(day);
            names.push(name.unwrap_or_default());
            places.push(PlaceState {
                exists: name.is_some(),
                selected: filter.selected == Some(place.id.as_str()),
                found: filter.found.contains(&i),
                ..PlaceState::default()
            });
        }
        let is_shown =
            |stay: usize| filter.groups & (1 << life.itinerary.stays[stay].kind.group.id.0) != 0;
        let here = whereabouts.shown.filter(|_| whereabouts.moving.is_none());
        let timings = &life.itinerary.schedule.timings;
        for (stay, (stay_place, timing)) in resolved_stays.stays.iter().zip(timings).enumerate() {
            let visited = timing.drawn_arrival <= shown.1 && timing.drawn_departure >= shown.0;
            for place in [stay_place.place, stay_place.town].into_iter().flatten() {
                let place = &mut places[place];
                place.stayed |= is_shown(stay);
                place.visited |= visited && is_shown(stay);
                // Corrected below where another stay is shown.
                place.filtered = true;
            }
            if let Some(here) = here.filter(|here| here.stay == stay) {
                let places_here = [resolved_stays.place_of(here), stay_place.town];
                places_here.into_iter().flatten().for_each(|place| places[place].here = true);
            }
        }
        for place in &mut places {
            place.filtered &= !place.stayed;
        }
        let mut travelled = travelled(&resolved_stays.journeys, shown);
        for (part, journey) in travelled.iter_mut().zip(&resolved_stays.journeys) {
            if !is_shown(journey.to) {
                *part = (0.0, 0.0);
            }
        }
        Self {
            day,
            position: position(life, resolved_stays, whereabouts),
            places,
            ages: ages(&travelled),
            travelled,
            names,
        }
    }

    /// Marks the places that the story reaches only after a day. `first_told` is the
    /// day for each place: see [`first_told`](super::first_told).
    pub fn hide_future(&mut self, first_told: &[Day], day: Day) {
        for (place, &told) in self.places.iter_mut().zip(first_told) {
            place.future = told > day && !place.selected && !place.here;
        }
    }
}

fn position(
    life: &Life,
    resolved_stays: &ResolvedStays,
    whereabouts: &Whereabouts,
) -> Option<PersonMarker> {
    if let Some(moving) = whereabouts.moving {
        let (from, to) = resolved_stays.ends(&moving.journey)?;
        let at = along_great_circle(from, to, moving.progress);
        return Some(match moving.journey.unknown {
            true => PersonMarker { or_at: Some(to), unknown: true, ..PersonMarker::standing(from) },
            false => PersonMarker {
                moving: true,
                heading: bearing(at, to),
                ..PersonMarker::standing(at)
            },
        });
    }
    let day = whereabouts.day;
    let itinerary = &life.itinerary;
    let drawn =
        itinerary.main_line().rfind(|&i| itinerary.schedule.timings[i].drawn_arrival <= day)?;
    let at = match whereabouts.shown {
        Some(shown) => life.places[resolved_stays.place_of(shown)?].point,
        None => resolved_stays.point(drawn),
    };
    let unknown = whereabouts.shown.is_none();
    Some(PersonMarker { unknown, ..PersonMarker::standing(at?) })
}

#[cfg(test)]
mod tests {
    use super::super::mode::Mode;
    use super::super::scene_difference::SceneDifference;
    use super::*;
    use crate::domain::life::samples::{day, life, place, stay, tiny_life};
    use crate::domain::life::{Journey, LifeEntry, PlaceKind};

    fn scene(life: &Life, on: &str, mode: Mode, window: (&str, &str)) -> Scene {
        let resolved_stays = ResolvedStays::of(life, &life.itinerary.journeys());
        let shown = mode.range(&life.entry, day(on), (day(window.0), day(window.1)));
        let filter = SceneFilter { selected: None, span: shown, groups: u32::MAX, found: &[] };
        Scene::of(life, &resolved_stays, &life.itinerary.whereabouts(day(on)), filter)
    }

    fn visited(life: &Life, scene: &Scene) -> Vec<String> {
        let visited = life.places.iter().zip(&scene.places).filter(|(_, state)| state.visited);
        visited.map(|(place, _)| place.id.clone()).collect()
    }

    #[test]
    fn what_comes_later_is_faint_unless_it_is_selected() {
        let life = tiny_life();
        let told: Vec<Day> = life.places.iter().map(|_| day("1905-01-01")).collect();
        let mut scene = scene(&life, "1890-01-01", Mode::Trail, ANY);
        let selected = scene.places.iter().position(|place| !place.here).unwrap();
        scene.places[selected].selected = true;
        scene.hide_future(&told, day("1904-12-31"));
        for (index, place) in scene.places.iter().enumerate() {
            assert_eq!(place.future, index != selected && !place.here, "{index}");
        }
        scene.hide_future(&told, day("1905-01-01"));
        assert!(scene.places.iter().all(|place| !place.future));
    }

    const ANY: (&str, &str) = ("1880-05-02", "1880-05-02");

    #[test]
    fn a_mode_draws_its_span() {
        // Aldby 1880, Brennick June 1899, the tower in Brennick March 1905,
        // Aldby May 1905.
        let life = tiny_life();
        let trail = scene(&life, "1900-01-01", Mode::Trail, ANY);
        assert_eq!(visited(&life, &trail), ["aldby", "brennick"]);
        assert_eq!(trail.travelled[0], (0.0, 1.0));
        assert!(trail.travelled[1..].iter().all(|&part| part == (0.0, 0.0)), "{trail:?}");

        let all = scene(&life, "1880-05-02", Mode::All, ANY);
        assert_eq!(visited(&life, &all).len(), 3);
        assert!(all.travelled.iter().all(|&part| part == (0.0, 1.0)));

        let now = scene(&life, "1900-01-01", Mode::Instant, ANY);
        assert_eq!(visited(&life, &now), ["brennick"]);
        assert!(now.travelled.iter().all(|&part| part == (0.0, 0.0)));

        // A stay at the tower is one in its town.
        let window = scene(&life, "1880-05-02", Mode::Window, ("1905-03-20", "1905-03-25"));
        assert!(visited(&life, &window).contains(&"brennick".to_owned()));
        assert!(!visited(&life, &window).contains(&"aldby".to_owned()));
    }

    #[test]
    fn stays_of_hidden_kinds_leave_the_map_with_the_journeys_to_them() {
        let life = tiny_life();
        let resolved_stays = ResolvedStays::of(&life, &life.itinerary.journeys());
        let at = day("1906-01-01");
        let of = |groups: u32| {
            let span = Mode::All.range(&life.entry, at, (at, at));
            let filter = SceneFilter { selected: None, span, groups, found: &[1] };
            Scene::of(&life, &resolved_stays, &life.itinerary.whereabouts(at), filter)
        };
        let (all, none) = (of(u32::MAX), of(0));
        assert!(all.places.iter().any(|place| place.visited && place.stayed && !place.filtered));
        assert!(all.places.iter().all(|place| !place.filtered));
        for (place, before) in none.places.iter().zip(&all.places) {
            assert!(!place.visited && !place.stayed);
            assert_eq!(place.filtered, before.stayed, "what is only mentioned is still drawn");
            assert_eq!(place.here, before.here, "the subject is where it is");
        }
        assert!(none.travelled.iter().all(|&part| part == (0.0, 0.0)));
        // Without one group, the places of the others are left.
        let group = life.itinerary.stays[0].kind.group.id;
        let some = of(!(1 << group.0));
        let is_left = |stay: usize| life.itinerary.stays[stay].kind.group.id != group;
        for (journey, part) in resolved_stays.journeys.iter().zip(&some.travelled) {
            assert_eq!(part.1 > 0.0, is_left(journey.to));
        }
        assert!(all.places[1].found && !all.places[0].found);
    }

    #[test]
    fn the_trail_includes_stays_before_the_first_day() {
        let mut life = tiny_life();
        let before = life.entry.first_day;
        life.entry = LifeEntry { first_day: day("1900-01-01"), ..life.entry };
        let scene = scene(&life, "1900-02-01", Mode::Trail, ANY);
        assert!(before < life.entry.first_day);
        assert_eq!(visited(&life, &scene), ["aldby", "brennick"]);
        assert_eq!(scene.travelled[0], (0.0, 1.0));
    }

    fn journey(departure: i32, arrival: i32) -> Journey {
        Journey {
            from: 0,
            to: 1,
            drawn_departure: Day(departure),
            drawn_arrival: Day(arrival),
            unknown: false,
        }
    }

    #[test]
    fn unknown_whereabouts_are_drawn_at_both_ends_and_not_between() {
        let places = vec![
            place("a", PlaceKind::Settlement, Some(0.0), &[]),
            place("b", PlaceKind::Settlement, Some(40.0), &[]),
        ];
        let stays =
            vec![stay("a", "visit", "1900-05-10", ""), stay("b", "residence", "1900-12-01", "")];
        let life = life("1900-01-01", "1901-12-31", places, stays);
        let ends = Some((0.0, Some(40.0), true, false));
        for on in ["1900-07-01", "1900-10-01"] {
            let scene = scene(&life, on, Mode::Trail, ANY);
            let drawn =
                scene.position.map(|p| (p.at.lon, p.or_at.map(|p| p.lon), p.unknown, p.moving));
            assert_eq!((drawn, scene.travelled[0]), (ends, (0.0, 0.0)), "{on}");
        }
        let after = scene(&life, "1900-12-01", Mode::Trail, ANY);
        assert_eq!(after.position.unwrap().or_at, None);
        assert_eq!(after.travelled[0], (0.0, 1.0));
    }

    #[test]
    fn after_a_site_the_subject_is_in_its_town() {
        let places = vec![
            place("town", PlaceKind::Settlement, Some(0.0), &[]),
            place("square", PlaceKind::Site, Some(0.1), &["town"]),
        ];
        let stays = vec![stay("square", "arrest", "1900-05", "")];
        let life = life("1900-01-01", "1901-12-31", places, stays);
        let here = |on| {
            let scene = scene(&life, on, Mode::Trail, ANY);
            let here: Vec<bool> = scene.places.iter().map(|place| place.here).collect();
            (scene.position.unwrap().at.lon, here)
        };
        assert_eq!(here("1900-05-31"), (0.1, vec![true, true]));
        assert_eq!(here("1900-06-01"), (0.0, vec![true, false]));
    }

    #[test]
    fn a_span_cuts_the_journeys_at_its_ends() {
        let journeys = [journey(0, 10), journey(20, 30), journey(40, 40), journey(50, 60)];
        let part = |first: i32, last: i32| travelled(&journeys, (Day(first), Day(last)));
        let none = (0.0, 0.0);
        assert_eq!(part(5, 25), [(0.5, 1.0), (0.0, 0.5), none, none]);
        assert_eq!(part(22, 27), [none, (0.2, 0.7), none, none]);
        assert_eq!(part(40, 45), [none, none, (0.0, 1.0), none]);
        assert_eq!(part(41, 45), [none; 4]);
        // A moment shows the journey under way, and nothing that is over.
        assert_eq!(part(25, 25), [none, (0.0, 0.5), none, none]);
        assert_eq!(part(30, 30), [none; 4]);
        assert_eq!(part(30, 20), [none; 4], "a span the wrong way round holds nothing");
    }

    #[test]
    fn the_trail_ages_by_what_is_drawn() {
        let mut drawn = vec![(0.0, 1.0); 30];
        assert_eq!(ages(&drawn)[24..], [2, 1, 1, 1, 0, 0]);
        assert_eq!(ages(&drawn).iter().filter(|&&age| age == 3).count(), 12);
        assert_eq!(ages(&drawn)[0], 4);
        // What is not drawn takes no rank.
        drawn[28] = (0.0, 0.0);
        assert_eq!(ages(&drawn)[25..], [1, 1, 0, 0, 0]);
    }

    #[test]
    fn a_difference_is_what_changed() {
        let life = tiny_life();
        let at = |on: &str| scene(&life, on, Mode::Trail, ANY);
        // The long wait in Aldby: nothing moves.
        assert_eq!(
            SceneDifference::between(&at("1891-01-01"), &at("1891-01-02")),
            SceneDifference::default()
        );
        // Only the name changes: Brennick is renamed in 1904.
        let renamed = SceneDifference::between(&at("1903-12-31"), &at("1905-01-01"));
        let brennick = life.places.iter().position(|p| p.id == "brennick").unwrap();
        assert_eq!(
            renamed,
            SceneDifference { names: vec![brennick], ..SceneDifference::default() }
        );
        assert_eq!(life.places[brennick].name(at("1905-01-01").names[brennick]), "Newbrennick");
        let everything = SceneDifference::everything(&at("1905-01-01"));
        assert_eq!(everything.journeys.len(), life.itinerary.journeys().len());
        // A new journey makes the older ones older.
        let (early, late) = (at("1900-01-01"), at("1906-01-01"));
        assert!(SceneDifference::between(&early, &late).journeys.len() >= 2);
    }
}
