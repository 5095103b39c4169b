use chronotope::domain::time::Day;
use chronotope::page_model::{MapView, Mode, PageLink, Route, RouteStop};
use proptest::prelude::*;

proptest! {
    #[test]
    fn an_address_is_read_as_it_was_written(
        zoom in 0..48_u32, lat in -900_000..900_000, lon in -1_800_000..1_800_000,
        number in Day::MIN.0..=Day::MAX.0, sel in "[a-z0-9-]{1,20}",
        mode in prop::sample::select(Mode::ALL.to_vec()),
        window in prop::option::of((Day::MIN.0..=Day::MAX.0, Day::MIN.0..=Day::MAX.0)),
        pane in prop::option::of("[a-z]{1,9}"), without_borders: bool,
    ) {
        let link = PageLink {
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
            route: None,
            without_borders,
        };
        prop_assert_eq!(PageLink::parse(&link.to_string()), link);
    }

    #[test]
    fn a_route_is_read_as_it_was_written(route in route()) {
        let written = route.to_string();
        prop_assert!(written.bytes().all(|b| b.is_ascii_alphanumeric() || b"-+%._".contains(&b)));
        prop_assert_eq!(Route::parse(&written), (route.clone(), 0));
        prop_assert_eq!(Route::from_json(&route.to_json()).unwrap(), route.clone());
        let link = PageLink {
            route: Some(route).filter(|route| !route.stops.is_empty()),
            ..PageLink::default()
        };
        prop_assert_eq!(PageLink::parse(&link.to_string()), link);
    }

    #[test]
    fn a_route_is_the_same_after_writing_and_reading(text in "[-a-z0-9%+._\\PC]{0,60}") {
        let (route, _) = Route::parse(&text);
        prop_assert_eq!(Route::parse(&route.to_string()), (route, 0));
    }

    #[test]
    fn any_address_is_read_as_one_that_can_be_written(fragment in "\\PC{0,80}") {
        let written = PageLink::parse(&fragment).to_string();
        prop_assert_eq!(PageLink::parse(&written).to_string(), written);
    }

    #[test]
    fn an_address_that_is_read_can_be_written_and_read_again(
        parts in prop::collection::vec((
            prop::sample::select(vec!["map", "date", "sel", "mode", "from", "to", "pane", "borders", "x"]),
            prop::sample::select(vec![
                "4/50/10", "1903-12-01", "1904-02-29", "-0043-03-15", "gori", "window", "all",
                "trail", "text", "off", "on", "", "=", "%", "NaN/1/1",
            ]),
        ), 0..9),
    ) {
        let fragment: Vec<String> =
            parts.iter().map(|(key, value)| format!("{key}={value}")).collect();
        let link = PageLink::parse(&fragment.join("&"));
        prop_assert!(link.window.is_none_or(|(from, to)| from <= to));
        prop_assert_eq!(PageLink::parse(&link.to_string()), link);
    }
}

/// A route with any texts.
fn route() -> impl Strategy<Value = Route> {
    let stop = (
        Day::MIN.0..=Day::MAX.0,
        prop::option::of("[a-z0-9-]{1,20}"),
        prop::option::of((0..=24_i32).prop_map(f64::from)),
        any::<String>(),
    )
        .prop_map(|(day, place, zoom, note)| RouteStop { day: Day(day), place, zoom, note });
    (any::<String>(), prop::collection::vec(stop, 0..9))
        .prop_map(|(title, stops)| Route { title, stops })
}
