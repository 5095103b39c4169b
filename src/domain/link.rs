use std::fmt;

use super::{Day, decimal, fixed};

/// The state of the page that an address carries:
/// `#map=zoom/lat/lon&date=YYYY-MM-DD&sel=<place id>`.
///
/// Reading never fails: what is not understood is left out, so that a mistyped
/// address still opens the page.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Link {
    /// The part of the world shown.
    pub map: Option<MapView>,
    /// The slider's day.
    pub date: Option<Day>,
    /// The selected place.
    pub sel: Option<String>,
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

impl Link {
    /// Reads the part of an address after `#` (with or without the `#`).
    #[must_use]
    pub fn parse(fragment: &str) -> Self {
        let mut link = Self::default();
        for part in fragment.trim_start_matches('#').split('&') {
            match part.split_once('=') {
                Some(("map", value)) => link.map = MapView::parse(value),
                Some(("date", value)) => link.date = value.parse().ok(),
                Some(("sel", value)) if is_id(value) => link.sel = Some(value.to_owned()),
                _ => {}
            }
        }
        link
    }
}

impl MapView {
    fn parse(value: &str) -> Option<Self> {
        let mut numbers = value.split('/').map(decimal);
        let view = Self { zoom: numbers.next()??, lat: numbers.next()??, lon: numbers.next()?? };
        (numbers.next().is_none()
            && (0.0..=24.0).contains(&view.zoom)
            && view.lat.abs() <= 90.0
            && view.lon.abs() <= 540.0)
            .then_some(view)
    }
}

/// Place ids are kebab-case; nothing else is taken from an address.
fn is_id(value: &str) -> bool {
    !value.is_empty()
        && value.len() <= 100
        && value.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
}

impl fmt::Display for Link {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut mark = "#";
        if let Some(view) = self.map {
            let (zoom, lat, lon) = (fixed(view.zoom, 2), fixed(view.lat, 4), fixed(view.lon, 4));
            write!(f, "{mark}map={zoom}/{lat}/{lon}")?;
            mark = "&";
        }
        if let Some(date) = self.date {
            write!(f, "{mark}date={date}")?;
            mark = "&";
        }
        if let Some(sel) = &self.sel {
            write!(f, "{mark}sel={sel}")?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_again() {
        let link = Link {
            map: Some(MapView { zoom: 4.5, lat: 54.0, lon: 103.5 }),
            date: Some("1903-12-01".parse().unwrap()),
            sel: Some("novaya-uda".to_owned()),
        };
        assert_eq!(link.to_string(), "#map=4.5/54/103.5&date=1903-12-01&sel=novaya-uda");
        assert_eq!(Link::parse(&link.to_string()), link);
        assert_eq!(Link::parse(""), Link::default());
        assert_eq!(Link::default().to_string(), "");
    }

    #[test]
    fn nonsense_is_left_out() {
        for bad in [
            "#map=4/200/0",
            "#map=NaN/1/1",
            "#map=1/1",
            "#date=1903-02-30",
            "#sel=<script>",
            "#sel=",
            "#date",
            "#%%%&&&==",
        ] {
            assert_eq!(Link::parse(bad), Link::default(), "{bad}");
        }
        let half = Link::parse("#date=1903-12-01&map=x");
        assert_eq!((half.date.is_some(), half.map), (true, None));
    }
}
