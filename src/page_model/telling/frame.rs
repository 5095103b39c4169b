//! What the camera looks at.

use crate::domain::great_circle::{LonLat, along_great_circle, distance_km};

/// The zoom up to which the base map shows enough around a region.
pub const REGION_ZOOM: f64 = 7.0;
/// The zoom for a single visit: near enough to see the country, far enough to know it.
const VISIT_ZOOM: f64 = 5.5;
/// The zoom for several sites of one town. Sites are told from their town from zoom 8.5.
const TOWN_ZOOM: f64 = 8.5;
/// The zoom for a journey and for the whole life.
const WAY_ZOOM: f64 = 6.0;
/// Stops that follow one another within a box of this diagonal share a frame.
const RUN_KM: f64 = 900.0;

/// A box that the map is to fill, in degrees, and the zoom it should not exceed. It does
/// not cross the antimeridian: the map draws every place once.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Frame {
    /// The corner with the least longitude and latitude.
    pub south_west: LonLat,
    /// The opposite corner.
    pub north_east: LonLat,
    /// Leaflet's zoom level.
    pub max_zoom: f64,
}

impl Frame {
    /// The smallest box around points; `None` without points.
    #[must_use]
    pub fn around(points: &[LonLat], max_zoom: f64) -> Option<Self> {
        let first = *points.first()?;
        let start = Self { south_west: first, north_east: first, max_zoom };
        Some(points.iter().fold(start, |frame, &point| frame.with(point)))
    }

    /// The box around a journey along the great circle: both ends are in sight.
    #[must_use]
    pub fn of_journey(from: LonLat, to: LonLat) -> Self {
        let point = |share: f64| along_great_circle(from, to, share);
        let ends = Self { south_west: from, north_east: from, max_zoom: WAY_ZOOM };
        [point(0.25), point(0.5), point(0.75), to].into_iter().fold(ends, Self::with)
    }

    /// The box around all points of a life.
    #[must_use]
    pub fn of_life(points: &[LonLat]) -> Option<Self> {
        Self::around(points, WAY_ZOOM)
    }

    /// The box extended to a point.
    #[must_use]
    pub fn with(self, point: LonLat) -> Self {
        let (sw, ne) = (self.south_west, self.north_east);
        Self {
            south_west: LonLat { lon: sw.lon.min(point.lon), lat: sw.lat.min(point.lat) },
            north_east: LonLat { lon: ne.lon.max(point.lon), lat: ne.lat.max(point.lat) },
            ..self
        }
    }

    /// Does the point lie within it, or on its edge?
    #[must_use]
    pub fn contains(&self, point: LonLat) -> bool {
        self.with(point) == *self
    }

    fn diagonal_km(&self) -> f64 {
        distance_km(self.south_west, self.north_east)
    }
}

/// A frame for each of the stops that follow one another in a chapter, by their
/// positions and towns. Stops near one another share one, so that the camera rests.
pub(super) fn frames_of_stops(stops: &[(LonLat, Option<usize>)]) -> Vec<Frame> {
    let mut frames: Vec<Frame> = Vec::with_capacity(stops.len());
    while let Some(&(first, town)) = stops.get(frames.len()) {
        let rest = &stops[frames.len()..];
        let mut frame = Frame { south_west: first, north_east: first, max_zoom: VISIT_ZOOM };
        let mut count = 0;
        for &(point, _) in rest {
            let extended = frame.with(point);
            if extended.diagonal_km() > RUN_KM {
                break;
            }
            (frame, count) = (extended, count + 1);
        }
        let run = &rest[..count];
        let is_one_town = town.is_some() && run.iter().all(|stop| stop.1 == town);
        frame.max_zoom = match count {
            _ if is_one_town && run.iter().any(|stop| stop.0 != first) => TOWN_ZOOM,
            1 => VISIT_ZOOM,
            _ => REGION_ZOOM,
        };
        frames.resize(frames.len() + count, frame);
    }
    frames
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(lon: f64, lat: f64) -> LonLat {
        LonLat { lon, lat }
    }

    #[test]
    fn a_journey_has_both_ends_and_its_way_in_sight() {
        let (west, east) = (at(10.0, 50.0), at(100.0, 50.0));
        let frame = Frame::of_journey(west, east);
        assert!(frame.contains(west) && frame.contains(east));
        assert!(frame.north_east.lat > 58.0, "a great circle bulges to the pole: {frame:?}");
    }

    #[test]
    fn ends_on_both_sides_of_the_antimeridian_are_in_sight() {
        let (chukotka, nome) = (at(170.0, 66.0), at(-165.4, 64.5));
        let frame = Frame::of_journey(chukotka, nome);
        assert!(frame.contains(chukotka) && frame.contains(nome), "{frame:?}");
    }

    #[test]
    fn the_camera_rests_while_stops_are_near() {
        let stops = [
            (at(44.0, 42.0), Some(1)),
            (at(44.8, 41.7), Some(2)),
            (at(103.5, 54.0), Some(3)),
            (at(30.3, 59.9), Some(4)),
            (at(30.4, 59.9), Some(4)),
        ];
        let frames = frames_of_stops(&stops);
        assert_eq!(frames[0], frames[1]);
        let zooms: Vec<f64> = frames.iter().map(|frame| frame.max_zoom).collect();
        assert_eq!(zooms, [REGION_ZOOM, REGION_ZOOM, VISIT_ZOOM, TOWN_ZOOM, TOWN_ZOOM]);
        assert!(frames.iter().zip(stops).all(|(frame, stop)| frame.contains(stop.0)));
        assert!(frames_of_stops(&[]).is_empty());
    }
}
