use chronotope::compose::core_kinds;
use chronotope::domain::great_circle::LonLat;
use chronotope::domain::life::{Calendar, Certainty, Itinerary, Stay};
use chronotope::domain::time::{DateSpan, Day};
use chronotope::page_model::Playback;
use proptest::prelude::*;

/// A stay of any kind, with dates that may be missing: months after 1900-01.
fn stay(place: usize, kind: usize, arrive: Option<i32>, depart: Option<i32>) -> Stay {
    let month = |months: i32| -> DateSpan {
        let (year, month, _) = Day::first_of(1900, 1).unwrap().plus_months(months).ymd();
        format!("{year:04}-{month:02}").parse().unwrap()
    };
    let kinds = core_kinds().unwrap();
    let kinds = kinds.kinds();
    Stay {
        place: format!("place-{place}"),
        name: String::new(),
        kind: kinds[kind % kinds.len()].clone(),
        arrive: arrive.map(month),
        depart: depart.map(month),
        calendar: Calendar::Unspecified,
        calendar_because: None,
        certainty: if kind.is_multiple_of(2) { Certainty::Explicit } else { Certainty::Implied },
        quote: String::new(),
        start: 0,
        end: 0,
        note: None,
        because: None,
        concurrent: false,
        review: None,
        confidence: None,
    }
}

/// Steps of a life: place, kind, months of waiting, months of staying, and
/// whether arrival and departure are told.
type Step = (usize, usize, i32, i32, bool, bool);

/// The stays of a life from 1900 on, and its last day.
fn itinerary(steps: Vec<Step>) -> (Itinerary, Day) {
    let mut month = 0;
    let stays: Vec<Stay> = steps
        .into_iter()
        .map(|(place, kind, wait, length, arrives, departs)| {
            let arrive = month + wait;
            month = arrive + length;
            stay(place, kind, arrives.then_some(arrive), departs.then_some(month))
        })
        .collect();
    let end = Day::first_of(1900, 1).unwrap().plus_months(month + 12);
    let point = |id: &str| {
        let n: f64 = id.trim_start_matches("place-").parse().unwrap();
        Some(LonLat { lon: 30.0 * n, lat: 10.0 * n })
    };
    (Itinerary::new(stays, end, point, |_| None).unwrap(), end)
}

/// What must be true of the playback of every life.
fn playback_is_valid(clock: &Playback, first: Day, last: Day) -> Result<(), TestCaseError> {
    let mut before = -1.0;
    for number in first.0..=last.0 {
        let seconds = clock.seconds_at(Day(number));
        prop_assert!(before < seconds, "every day has its time: {} {}", before, seconds);
        prop_assert_eq!(clock.day_at(seconds), Day(number));
        before = seconds;
    }
    prop_assert!(clock.seconds_at(last) <= clock.duration_s());
    prop_assert_eq!((clock.day_at(0.0) >= first, clock.day_at(clock.duration_s())), (true, last));
    // Play at sixty frames a second never runs backwards.
    let mut day = first;
    for frame in 0..=(clock.duration_s() * 60.0) as i32 {
        let now = clock.day_at(f64::from(frame) / 60.0);
        prop_assert!(day <= now && now <= last);
        day = now;
        if let Some((from, to)) = clock.skipped_span(day) {
            prop_assert!(from <= day && day < to && to - from > 120);
        }
    }
    Ok(())
}

proptest! {
    #[test]
    fn a_schedule_keeps_order_and_bounds(
        steps in prop::collection::vec(
            (0..5_usize, 0..15_usize, 0..9_i32, 0..9_i32, any::<bool>(), any::<bool>()), 1..25),
    ) {
        let (itinerary, end) = itinerary(steps);
        let mut before = Day::MIN;
        for (stay, timing) in itinerary.stays.iter().zip(&itinerary.schedule.timings) {
            prop_assert!(timing.arrive_earliest <= timing.arrive_latest);
            prop_assert!(timing.depart_earliest <= timing.depart_latest);
            if stay.arrive.is_some() {
                prop_assert!(timing.arrive_earliest <= timing.drawn_arrival);
                prop_assert!(timing.drawn_arrival <= timing.arrive_latest);
            }
            prop_assert!(before <= timing.drawn_arrival && timing.drawn_arrival <= timing.drawn_departure, "{timing:?}");
            before = timing.drawn_departure;
        }
        for days in (0..(end - Day::first_of(1900, 1).unwrap())).step_by(17) {
            let whereabouts = itinerary.whereabouts(Day::first_of(1900, 1).unwrap() + days);
            if let Some(moving) = whereabouts.moving {
                prop_assert!(moving.progress > 0.0 && moving.progress < 1.0);
            }
            let certainties: Vec<_> = whereabouts.candidates.iter().map(|c| c.certainty).collect();
            prop_assert!(certainties.is_sorted_by(|a, b| a >= b));
        }
    }

    #[test]
    fn a_clock_runs_forward_through_every_day(
        steps in prop::collection::vec(
            (0..5_usize, 0..15_usize, 0..30_i32, 0..30_i32, any::<bool>(), any::<bool>()), 0..12),
        cut in 0..400_i32,
    ) {
        let (itinerary, end) = itinerary(steps);
        // The slider may begin and end within the stays.
        let first = Day::first_of(1900, 1).unwrap() + cut;
        let last = (end - cut / 2).max(first);
        playback_is_valid(&Playback::calendar(&itinerary, first, last), first, last)?;
        let stops = Playback::equal_stops(&itinerary, first, last);
        playback_is_valid(&stops, first, last)?;
        let stays = itinerary.schedule.timings.iter();
        let shown = stays.filter(|t| t.drawn_departure >= first && t.drawn_arrival <= last).count() as f64;
        prop_assert!(stops.duration_s() + 1e-9 >= shown);
        prop_assert!(stops.duration_s() <= shown + 0.8 * (shown + 1.0) + 1e-9);
    }
}
