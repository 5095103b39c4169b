//! The state of the page in its address.

use std::fmt;

use super::mode::Mode;
use super::route::Route;
use crate::domain::formats::{format_decimal, parse_decimal};
use crate::domain::time::Day;

/// The state of the page that an address carries:
/// `#map=zoom/lat/lon&date=YYYY-MM-DD&sel=<place id>`, and, where they differ from
/// the default, `&mode=…&from=YYYY-MM-DD&to=YYYY-MM-DD&pane=…&route=…&borders=off`.
///
/// Reading never fails: parts that are not understood are left out, so that a
/// mistyped address still opens the page.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PageLink {
    /// The part of the map in view.
    pub map: Option<MapView>,
    /// The slider's day.
    pub date: Option<Day>,
    /// The selected place.
    pub sel: Option<String>,
    /// How much of the life is shown.
    pub mode: Mode,
    /// The first and the last day of [`Mode::Window`], in order.
    pub window: Option<(Day, Day)>,
    /// The pane beside the map, by its word in addresses.
    pub pane: Option<String>,
    /// A route that came with a link or a file, if it has stops.
    pub route: Option<Route>,
    /// Are the borders of the day switched off?
    pub without_borders: bool,
}

/// Centre and zoom of the map.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct MapView {
    /// Leaflet's zoom level.
    pub zoom: f64,
    /// Degrees north of the centre.
    pub lat: f64,
    /// Degrees east of the centre.
    pub lon: f64,
}

impl PageLink {
    /// Reads the part of an address after `#` (with or without the `#`).
    #[must_use]
    pub fn parse(fragment: &str) -> Self {
        let mut link = Self::default();
        let (mut from, mut to) = (None, None);
        for part in fragment.trim_start_matches('#').split('&') {
            match part.split_once('=') {
                Some(("map", value)) => link.map = MapView::parse(value),
                Some(("date", value)) => link.date = value.parse().ok(),
                Some(("sel", value)) if is_id(value) => link.sel = Some(value.to_owned()),
                Some(("mode", value)) => link.mode = Mode::parse(value).unwrap_or_default(),
                Some(("from", value)) => from = value.parse().ok(),
                Some(("to", value)) => to = value.parse().ok(),
                Some(("pane", value)) if is_id(value) => link.pane = Some(value.to_owned()),
                Some(("route", value)) => {
                    link.route =
                        Some(Route::parse(value).0).filter(|route| !route.stops.is_empty());
                }
                Some(("borders", value)) => link.without_borders = value == "off",
                _ => {}
            }
        }
        link.window = from.zip(to).filter(|(from, to)| from <= to);
        link
    }

    /// The word that an address gives for a key, understood or not. `None` if the
    /// address does not have the key.
    #[must_use]
    pub fn value<'a>(fragment: &'a str, key: &str) -> Option<&'a str> {
        let mut parts = fragment.trim_start_matches('#').split('&');
        parts.find_map(|part| part.split_once('=').filter(|(name, _)| *name == key)).map(|p| p.1)
    }
}

impl MapView {
    fn parse(value: &str) -> Option<Self> {
        let mut numbers = value.split('/').map(parse_decimal);
        let view = Self { zoom: numbers.next()??, lat: numbers.next()??, lon: numbers.next()?? };
        (numbers.next().is_none()
            && (0.0..=24.0).contains(&view.zoom)
            && view.lat.abs() <= 90.0
            && view.lon.abs() <= 540.0)
            .then_some(view)
    }
}

/// Ids of places and words of panes are kebab-case. Nothing else is taken from an
/// address.
fn is_id(value: &str) -> bool {
    !value.is_empty()
        && value.len() <= 100
        && value.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
}

impl fmt::Display for PageLink {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut mark = "#";
        let mut part = |key: &str, value: &dyn fmt::Display| {
            write!(f, "{mark}{key}={value}")?;
            mark = "&";
            Ok(())
        };
        if let Some(view) = self.map {
            let (zoom, lat, lon) = (
                format_decimal(view.zoom, 2),
                format_decimal(view.lat, 4),
                format_decimal(view.lon, 4),
            );
            part("map", &format_args!("{zoom}/{lat}/{lon}"))?;
        }
        if let Some(date) = &self.date {
            part("date", date)?;
        }
        if let Some(sel) = &self.sel {
            part("sel", sel)?;
        }
        if self.mode != Mode::default() {
            part("mode", &self.mode.as_str())?;
        }
        if let Some((from, to)) = &self.window {
            part("from", from)?;
            part("to", to)?;
        }
        if let Some(pane) = &self.pane {
            part("pane", pane)?;
        }
        if let Some(route) = &self.route {
            part("route", route)?;
        }
        if self.without_borders {
            part("borders", &"off")?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_is_read_as_it_was_written() {
        let link = PageLink {
            map: Some(MapView { zoom: 4.5, lat: 54.0, lon: 103.5 }),
            date: Some("1903-12-01".parse().unwrap()),
            sel: Some("novaya-uda".to_owned()),
            ..PageLink::default()
        };
        assert_eq!(link.to_string(), "#map=4.5/54/103.5&date=1903-12-01&sel=novaya-uda");
        assert_eq!(PageLink::parse(&link.to_string()), link);
        assert_eq!(PageLink::parse(""), PageLink::default());
        assert_eq!(PageLink::default().to_string(), "");
    }

    #[test]
    fn only_what_differs_from_the_default_is_written() {
        let link = PageLink {
            date: Some("1903-12-01".parse().unwrap()),
            mode: Mode::Window,
            window: Some(("1903-01-01".parse().unwrap(), "-0043-03-15".parse().unwrap())),
            pane: Some("stays".to_owned()),
            without_borders: true,
            ..PageLink::default()
        };
        let written = link.to_string();
        let words = "#date=1903-12-01&mode=window&from=1903-01-01&to=-0043-03-15&pane=stays\
            &borders=off";
        assert_eq!(written, words);
        let read = PageLink::parse(&written);
        assert_eq!(read.window, None, "it ends before it begins");
        assert_eq!(read, PageLink { window: None, ..link });
    }

    #[test]
    fn parts_that_are_not_understood_are_left_out() {
        for bad in [
            "#map=4/200/0",
            "#map=NaN/1/1",
            "#map=1/1",
            "#date=1903-02-30",
            "#sel=<script>",
            "#sel=",
            "#date",
            "#mode=sideways",
            "#mode=trail",
            "#from=1903-12-01",
            "#to=1903-12-01",
            "#from=1904-01-01&to=1903-12-01",
            "#from=1903&to=1904",
            "#pane=",
            "#pane=The Text",
            "#route=",
            "#route=title",
            "#route=title.1903-13-01",
            "#borders=on",
            "#borders=",
            "#%%%&&&==",
        ] {
            assert_eq!(PageLink::parse(bad), PageLink::default(), "{bad}");
        }
        let half = PageLink::parse("#date=1903-12-01&map=x");
        assert_eq!((half.date.is_some(), half.map), (true, None));
    }
}
