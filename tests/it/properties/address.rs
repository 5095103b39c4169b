use chronotope::domain::time::Day;
use chronotope::page_model::{MapView, Mode, PageLink};
use proptest::prelude::*;

proptest! {
    #[test]
    fn an_address_is_read_as_it_was_written(
        zoom in 0..48_u32, lat in -900_000..900_000, lon in -1_800_000..1_800_000,
        number in Day::MIN.0..=Day::MAX.0, sel in "[a-z0-9-]{1,20}",
        mode in prop::sample::select(Mode::ALL.to_vec()),
        window in prop::option::of((Day::MIN.0..=Day::MAX.0, Day::MIN.0..=Day::MAX.0)),
        pane in prop::option::of("[a-z]{1,9}"),
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
        };
        prop_assert_eq!(PageLink::parse(&link.to_string()), link);
    }

    #[test]
    fn any_address_is_read_as_one_that_can_be_written(fragment in "\\PC{0,80}") {
        let written = PageLink::parse(&fragment).to_string();
        prop_assert_eq!(PageLink::parse(&written).to_string(), written);
    }

    #[test]
    fn an_address_that_is_read_can_be_written_and_read_again(
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
        let link = PageLink::parse(&fragment.join("&"));
        prop_assert!(link.window.is_none_or(|(from, to)| from <= to));
        prop_assert_eq!(PageLink::parse(&link.to_string()), link);
    }
}
