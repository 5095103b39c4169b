//! What must hold for every input, not only for those we thought of.

mod support;

use std::sync::LazyLock;

use chronotope::build::{read_gazetteer, render};
use chronotope::domain::{
    Calendar, Certainty, Clock, DateSpan, Day, Hit, Itinerary, Life, LifeEntry, Link, LonLat,
    MONTHS, MapView, Mode, Passage, PassageKind, Section, Stay, StayKind, Text, day_words,
    read_date, search,
};
use chronotope::geoparse::{CodePoints, Document, Gazetteer, find_dates, tokens};
use proptest::prelude::*;
use support::findings::{dates_stand, mentions_stand};

/// A stay of any kind, with dates that may be missing: months after 1900-01.
fn stay(place: usize, kind: usize, arrive: Option<i32>, depart: Option<i32>) -> Stay {
    let month = |months: i32| -> DateSpan {
        let (year, month, _) = Day::first_of(1900, 1).unwrap().plus_months(months).ymd();
        format!("{year:04}-{month:02}").parse().unwrap()
    };
    Stay {
        place: format!("place-{place}"),
        name: String::new(),
        kind: StayKind::ALL[kind % StayKind::ALL.len()],
        arrive: arrive.map(month),
        depart: depart.map(month),
        calendar: Calendar::Unspecified,
        certainty: if kind.is_multiple_of(2) { Certainty::Explicit } else { Certainty::Implied },
        quote: String::new(),
        start: 0,
        end: 0,
        note: None,
        concurrent: false,
    }
}

/// What dates are made of, and what they break on.
const WORDS_OF_DATES: [&str; 106] = [
    "In",
    "June",
    "1903",
    "12",
    "March",
    "-",
    "–",
    "late",
    "by",
    "between",
    "and",
    "that",
    "month",
    "two",
    "weeks",
    "later",
    "[O.S.",
    "6",
    "]",
    "May",
    "Day",
    "1930s",
    "after",
    "31",
    "February",
    ",",
    ".",
    "the",
    "end",
    "of",
    "0000",
    "9999",
    "BC",
    "AD",
    "1",
    "century",
    "nineteenth",
    "years",
    "days",
    "decades",
    "9998",
    "earlier",
    "next",
    "previous",
    "last",
    "first",
    "week",
    "winter",
    "1917–18",
    "1916/17",
    "'89",
    "Easter",
    "Christmas",
    "New",
    "Year",
    "'s",
    "Eve",
    "aged",
    "age",
    "old",
    "twenty",
    "hundred",
    "a",
    "few",
    "half",
    "per",
    "every",
    "now",
    "former",
    "time",
    "period",
    "a.m.",
    "10:57",
    "24:00",
    "night",
    "Sunday",
    "on",
    "23rd",
    "st",
    "d",
    "instant",
    "ult",
    "c",
    "circa",
    "about",
    "(",
    ")",
    "born",
    "to",
    "from",
    "until",
    "29",
    "year",
    "'",
    "same",
    "this",
    "long",
    "over",
    "ago",
    "before",
    "more",
    "than",
    "22.8",
    "Sept",
    "é",
    "19",
];

/// What names are made of, and what they break on.
const WORDS_OF_NAMES: [&str; 72] = [
    "Paris",
    "Georgia",
    "Tiflis",
    "Saint",
    "St.",
    "Petersburg",
    "New",
    "York",
    "U.S.",
    "D.C.",
    "River",
    "County",
    "the",
    "of",
    "in",
    "near",
    "and",
    "Republic",
    "Soviet",
    "Treaty",
    "Battle",
    "University",
    "Fort",
    "Mount",
    "Lake",
    "North",
    "West",
    "Upper",
    "Queen",
    "General",
    "Mr.",
    "Stalin",
    "John",
    "Washington",
    "Reading",
    "Nice",
    "Miss.",
    "Tenn.",
    "'s",
    "’s",
    "s'",
    "Us",
    "US",
    "I",
    "Kogelo",
    "village",
    "district",
    "province",
    "(",
    ")",
    "[",
    "]",
    "[12]",
    ",",
    ".",
    ";",
    "\"",
    "—",
    "-",
    "Rostov-on-Don",
    "Brest-Litovsk",
    "Łódź",
    "Cote",
    "d’Ivoire",
    "ſ",
    "İ",
    "ﬁ",
    "東京",
    "e\u{301}",
    "\u{200d}",
    "1917",
    "Germans",
];

/// Opened once: a hundred cases use it.
fn gazetteer() -> &'static Gazetteer {
    static OPENED: LazyLock<Gazetteer> = LazyLock::new(|| {
        read_gazetteer(&support::repository().join("seeds/gazetteer"))
            .unwrap_or_else(|diagnostics| panic!("{}", render(&diagnostics)))
    });
    &OPENED
}

#[test]
fn a_date_within_a_date_comes_to_an_end() {
    for words in [
        "the day after ",
        "the last week of ",
        "that night of ",
        "Sunday the early ",
        "two days after ",
        "the end of the year before ",
        "the same night on the ",
        "between 5 and ",
        "by early late ",
        "the two days after ",
        "6 and 7 or ",
    ] {
        assert_eq!(dates_stand(&words.repeat(5_000)), Ok(()), "{words}");
    }
}

/// Reading may not take the square of the length.
#[test]
fn a_run_of_names_comes_to_an_end() {
    for words in [
        "Berlin ",
        "Ris-",
        "New York ",
        "of Berlin ",
        "Berlin, ",
        "Georgia ",
        "John Smith ",
        "the Tennessee ",
        "Bank of ",
        "(Paris",
    ] {
        let text = words.repeat(5_000);
        assert_eq!(mentions_stand(&text, gazetteer(), &[]), Ok(()), "{words}");
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
    (Itinerary::new(stays, end, point).unwrap(), end)
}

/// What a clock promises for every life.
fn clock_stands(clock: &Clock, first: Day, last: Day) -> Result<(), TestCaseError> {
    let mut before = -1.0;
    for number in first.0..=last.0 {
        let seconds = clock.seconds_at(Day(number));
        prop_assert!(before < seconds, "every day has its time: {} {}", before, seconds);
        prop_assert_eq!(clock.day_at(seconds), Day(number));
        before = seconds;
    }
    prop_assert!(clock.seconds_at(last) <= clock.whole());
    prop_assert_eq!((clock.day_at(0.0) >= first, clock.day_at(clock.whole())), (true, last));
    // Play at sixty frames a second never runs backwards.
    let mut day = first;
    for frame in 0..=(clock.whole() * 60.0) as i32 {
        let now = clock.day_at(f64::from(frame) / 60.0);
        prop_assert!(day <= now && now <= last);
        day = now;
        if let Some((from, to)) = clock.skipping(day) {
            prop_assert!(from <= day && day < to && to - from > 120);
        }
    }
    Ok(())
}

/// The life of tests/tiny.
fn tiny_life() -> &'static Life {
    static LIFE: LazyLock<Life> = LazyLock::new(|| {
        let file = |name: &str| {
            std::fs::read_to_string(support::repository().join("tests/tiny/data").join(name))
                .unwrap()
        };
        let lives: Vec<LifeEntry> = serde_json::from_str(&file("lives.json")).unwrap();
        let entry = lives.into_iter().next().unwrap();
        let (places, itinerary) = (file(&entry.files.places), file(&entry.files.itinerary));
        Life::parse(entry, &places, &itinerary).unwrap()
    });
    &LIFE
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
                prop_assert!(timing.arrive_earliest <= timing.reach);
                prop_assert!(timing.reach <= timing.arrive_latest);
            }
            prop_assert!(before <= timing.reach && timing.reach <= timing.leave, "{timing:?}");
            before = timing.leave;
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
        clock_stands(&Clock::calendar(&itinerary, first, last), first, last)?;
        let stops = Clock::equal_stops(&itinerary, first, last);
        clock_stands(&stops, first, last)?;
        let stays = itinerary.schedule.timings.iter();
        let shown = stays.filter(|t| t.leave >= first && t.reach <= last).count() as f64;
        prop_assert!(stops.whole() + 1e-9 >= shown);
        prop_assert!(stops.whole() <= shown + 0.8 * (shown + 1.0) + 1e-9);
    }

    #[test]
    fn a_day_is_its_year_month_and_day(number in Day::MIN.0..=Day::MAX.0) {
        let day = Day(number);
        let (year, month, of_month) = day.ymd();
        prop_assert_eq!(Day::from_ymd(year, month, of_month), Some(day));
        prop_assert_eq!(day.to_string().parse::<Day>(), Ok(day));
    }

    #[test]
    fn the_next_day_is_the_next_date(number in Day::MIN.0..Day::MAX.0) {
        let (today, tomorrow) = (Day(number).ymd(), Day(number + 1).ymd());
        let next_in_month = (tomorrow.0, tomorrow.1, tomorrow.2) == (today.0, today.1, today.2 + 1);
        prop_assert!(next_in_month || tomorrow.2 == 1);
    }

    #[test]
    fn old_style_is_what_the_calendar_crate_says(number in Day::MIN.0 + 400..Day::MAX.0 - 400) {
        let (year, month, day) = Day(number).julian_ymd();
        let julian =
            edtf_calendars::JulianDate { year: i64::from(year), month: month as u8, day: day as u8 };
        let back = edtf_calendars::julian_to_gregorian(julian).unwrap();
        let back = Day::from_ymd(back.year as i32, back.month.into(), back.day.into());
        prop_assert_eq!(back, Some(Day(number)));
    }

    #[test]
    fn months_there_and_back_keep_the_month(number in -700_000..700_000, months in -1200..1200) {
        let day = Day(number);
        let (year, month, _) = day.plus_months(months).plus_months(-months).ymd();
        prop_assert_eq!((year, month), (day.ymd().0, day.ymd().1));
    }

    #[test]
    fn no_text_is_a_day_by_accident(text in "\\PC{0,12}") {
        if let Ok(day) = text.parse::<Day>() {
            prop_assert_eq!(day.to_string(), text);
        }
    }

    #[test]
    fn an_address_survives_being_written(
        zoom in 0..48_u32, lat in -900_000..900_000, lon in -1_800_000..1_800_000,
        number in Day::MIN.0..=Day::MAX.0, sel in "[a-z0-9-]{1,20}",
        mode in prop::sample::select(Mode::ALL.to_vec()),
        window in prop::option::of((Day::MIN.0..=Day::MAX.0, Day::MIN.0..=Day::MAX.0)),
        pane in prop::option::of("[a-z]{1,9}"),
    ) {
        let link = Link {
            map: Some(MapView {
                zoom: f64::from(zoom) / 2.0,
                lat: f64::from(lat) / 1e4,
                lon: f64::from(lon) / 1e4,
            }),
            date: Some(Day(number)),
            sel: Some(sel),
            mode,
            window: window.map(|(a, b)| (Day(a.min(b)), Day(a.max(b)))),
            pane,
        };
        prop_assert_eq!(Link::parse(&link.to_string()), link);
    }

    #[test]
    fn any_address_is_read(fragment in "\\PC{0,80}") {
        let _ = Link::parse(&fragment);
    }

    #[test]
    fn whatever_is_read_of_an_address_is_written_and_read_again(
        parts in prop::collection::vec((
            prop::sample::select(vec!["map", "date", "sel", "mode", "from", "to", "pane", "x"]),
            prop::sample::select(vec![
                "4/50/10", "1903-12-01", "1904-02-29", "-0043-03-15", "gori", "window", "all",
                "trail", "text", "", "=", "%", "NaN/1/1",
            ]),
        ), 0..9),
    ) {
        let fragment: Vec<String> =
            parts.iter().map(|(key, value)| format!("{key}={value}")).collect();
        let link = Link::parse(&fragment.join("&"));
        prop_assert!(link.window.is_none_or(|(from, to)| from <= to));
        prop_assert_eq!(Link::parse(&link.to_string()), link);
    }

    #[test]
    fn a_day_in_words_is_read_back(number in Day::MIN.0..=Day::MAX.0) {
        let day = Day(number);
        // "5 May 79" is as likely 1979.
        prop_assume!(!(1..100).contains(&day.ymd().0) && day.ymd().0 > -9999);
        prop_assert_eq!(read_date(&day_words(day)), Some(DateSpan::day(day)));
    }

    #[test]
    fn anything_may_be_entered_for_a_date(
        any in "\\PC{0,30}",
        parts in prop::collection::vec(prop::sample::select(WORDS_OF_DATES.to_vec()), 0..6),
    ) {
        for entry in [any, parts.join(" "), parts.concat()] {
            if let Some(span) = read_date(&entry) {
                prop_assert!(span.earliest.is_some() || span.latest.is_some());
            }
        }
    }

    #[test]
    fn what_is_found_stands_in_the_text(
        paragraph in "[a-cÀ-Åß\u{301}İ \u{a0}.-]{0,60}", query in "[a-cÀ-Åß\u{301}İ .-]{0,5}",
    ) {
        // Letters grow, shrink and vanish.
        let fold = |text: &str| {
            let short = text.to_lowercase().replace(['\u{301}', '\u{307}'], "");
            short.replace('ß', "ss").replace('à', "a")
        };
        let passage = Passage {
            kind: PassageKind::Paragraph,
            start: 0,
            text: paragraph.clone(),
            mentions: vec![],
            dates: vec![],
            stays: vec![],
        };
        let section = Section { passages: vec![passage], ..Section::default() };
        let text = Text { sections: vec![section] };
        for hit in search(tiny_life(), &text, &query, &fold) {
            let Hit::Passage { before, found, after, .. } = hit else { continue };
            let (before, after) = (before.trim_start_matches('…'), after.trim_end_matches('…'));
            let shown = format!("{before}{found}{after}");
            prop_assert!(paragraph.contains(&shown), "{:?} in {:?}", shown, paragraph);
            let words = |text: &str| fold(text).split_whitespace().collect::<Vec<_>>().join(" ");
            prop_assert!(words(&found).contains(&words(&query)));
        }
    }

    #[test]
    fn tokens_stand_in_the_text_in_order(text in "\\PC{0,200}") {
        let mut end = 0;
        for token in tokens(&text) {
            prop_assert!(token.start >= end);
            prop_assert_eq!(&text[token.start..token.end()], token.text);
            end = token.end();
        }
    }

    #[test]
    fn code_points_count_as_chars_do(text in "\\PC{0,100}") {
        let mut points = CodePoints::new(&text);
        for (count, (byte, _)) in text.char_indices().enumerate() {
            prop_assert_eq!(points.at(byte), count);
        }
    }

    #[test]
    fn dates_are_found_in_order_and_apart(
        words in prop::collection::vec(prop::sample::select(WORDS_OF_DATES.to_vec()), 0..90),
        glue in prop::collection::vec(prop::sample::select(vec![" ", "", "-", ", ", "\n"]), 90),
    ) {
        let text: String = words.iter().zip(&glue).flat_map(|(word, glue)| [*word, *glue]).collect();
        prop_assert_eq!(dates_stand(&text), Ok(()), "{}", text);
    }

    #[test]
    fn any_text_may_be_searched_for_dates(text in "\\PC{0,200}") {
        prop_assert_eq!(dates_stand(&text), Ok(()));
    }

    #[test]
    fn places_are_found_in_order_and_apart(
        words in prop::collection::vec(prop::sample::select(WORDS_OF_NAMES.to_vec()), 0..90),
        glue in prop::collection::vec(prop::sample::select(vec![" ", " ", "", "-", ", ", "\n"]), 90),
        own in prop::sample::select(WORDS_OF_NAMES.to_vec()),
    ) {
        let text: String = words.iter().zip(&glue).flat_map(|(word, glue)| [*word, *glue]).collect();
        let stand = mentions_stand(&text, gazetteer(), &[own.to_owned()]);
        prop_assert_eq!(stand, Ok(()), "{}", text);
    }

    #[test]
    fn any_text_may_be_searched_for_places(text in "\\PC{0,200}", own in "\\PC{0,12}") {
        prop_assert_eq!(mentions_stand(&text, gazetteer(), &[own]), Ok(()));
    }

    #[test]
    fn a_full_date_is_that_day_however_it_is_written(
        number in Day::first_of(1000, 1).unwrap().0..Day::first_of(2100, 1).unwrap().0,
        form in 0..6,
    ) {
        let day = Day(number);
        let (year, month, of_month) = day.ymd();
        let name = MONTHS[month as usize - 1];
        let text = match form {
            0 => format!("{of_month} {name} {year}"),
            1 => format!("{name} {of_month}, {year}"),
            2 => format!("the {of_month}th of {name}, {year}"),
            // May is never shortened.
            3 if month != 5 => format!("{}. {of_month}, {year}", &name[..3]),
            4 => format!("{of_month} {} {year}", &name[..3]),
            _ => day.to_string(),
        };
        let found = find_dates(&format!("It was {text}."));
        let spans: Vec<_> = found.iter().filter_map(|date| date.span().cloned()).collect();
        prop_assert_eq!(spans, vec![DateSpan::day(day)], "{}", text);
    }

    #[test]
    fn a_document_loses_no_line(text in "([A-Za-z0-9 .—\\[\\]]{0,30}\n){0,12}") {
        let document = Document::parse(&text);
        let kept = document.sections.iter().map(|s| {
            usize::from(!s.title.is_empty()) + s.paragraphs.len()
        }).sum::<usize>();
        let lines = text.lines().filter(|l| !l.trim().is_empty()).count();
        prop_assert_eq!(kept, lines);
    }
}
